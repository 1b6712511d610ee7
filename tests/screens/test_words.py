"""The words: the same keys and places in both languages, a word for every reason, and no key that nobody has."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import pytest

from data.journal import DamageReason, FailureReason
from moderator.command_line import ENTRY_POINTS
from moderator.meeting.commands import TaskKind
from moderator.meeting.duties import DutyStatus
from moderator.meeting.events import TurnKind
from moderator.meeting.minutes_gaps import GapCode
from moderator.meeting.outcomes import OUTCOMES
from moderator.meeting.paper_names import PaperName
from moderator.meeting.promises import PromiseStatus
from moderator.meeting.setup import RuleName
from moderator.meeting.state import QuestionStatus, Stage
from screens.board_view import CHOOSINGS, GROUPINGS
from screens.home_keys import ACTS as HOME_ACTS
from screens.registry import ACTS
from screens.words import LANGUAGES, Language, words
from screens.words.en import CATALOGUE as ENGLISH
from screens.words.vi import CATALOGUE as VIETNAMESE

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [path for part in ("moderator", "data", "screens") for path in sorted((ROOT / part).rglob("*.py"))]
CATALOGUES = {"vi": VIETNAMESE, "en": ENGLISH}


def places(sentence: str) -> set[str]:
    """The names that a sentence wants filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def constants(node: ast.expr) -> Iterator[str]:
    """Every text that an expression may be, where that can be read from it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    """The calls of a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if called == name and node.args:
                yield node


@cache
def refusals() -> dict[str, set[str]]:
    """Every refusal in the sources: its code and the parameters that come with it."""
    found: dict[str, set[str]] = {f"journal_{reason}": {"detail"} for reason in get_args(FailureReason)}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in calls(tree, "Refusal"):
            params = {keyword.arg for keyword in call.keywords if keyword.arg}
            for code in constants(call.args[0]):
                found[code] = found.get(code, params) & params
        # Undo and redo share one function that is given the code.
        for call in calls(tree, "_last"):
            found |= {code: set() for code in constants(call.args[-1])}
    return found


def misfits() -> set[str]:
    """Every reason why a file written by hand is refused."""
    return {
        reason
        for path in SOURCES
        for call in calls(ast.parse(path.read_text(encoding="utf-8")), "Misfit")
        if len(call.args) > 1
        for reason in constants(call.args[1])
    }


def keys_in_the_sources() -> set[str]:
    """Every whole key that the sources ask the words for."""
    prefixes = "|".join(sorted({re.escape(key.partition(".")[0]) for key in VIETNAMESE}))
    # A key that is put together from parts ends with "_" or "." here.
    shape = re.compile(rf"(?:{prefixes})\.[a-z_]+(?:\.[a-z_]+)*(?<!_)")
    return {
        node.value
        for path in SOURCES
        if "words" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value)
    } - {"home.tcss", "console.tcss"}


def test_the_languages_have_the_same_keys() -> None:
    assert VIETNAMESE.keys() == ENGLISH.keys()


@pytest.mark.parametrize("key", sorted(VIETNAMESE))
def test_a_sentence_says_the_same_in_both_languages(key: str) -> None:
    assert places(VIETNAMESE[key]) == places(ENGLISH[key])
    assert VIETNAMESE[key].strip()
    assert ENGLISH[key].strip()


def test_no_part_of_the_interface_speaks_for_another() -> None:
    for folder in ("vi", "en"):
        keys = [
            key.value
            for path in sorted((ROOT / "screens" / "words" / folder).glob("*.py"))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Dict)
            for key in node.keys
            if isinstance(key, ast.Constant)
        ]
        assert sorted(keys) == sorted(set(keys))
        assert set(keys) == CATALOGUES[folder].keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(refusals()))
def test_every_refusal_has_words_that_its_parameters_fill(code: str, language: Language) -> None:
    sentence = CATALOGUES[language][f"refusal.{code}"]

    assert places(sentence) <= refusals()[code]
    assert "\n" not in sentence


def test_no_refusal_has_words_that_nobody_says() -> None:
    worded = {key.removeprefix("refusal.") for key in VIETNAMESE if key.startswith("refusal.")}

    assert len(worded) > 50
    assert worded == refusals().keys()


def test_every_reason_against_a_file_has_words() -> None:
    reasons = misfits() | {"missing_key", "unknown_key", "blank"}

    assert len(reasons) > 20
    assert [reason for reason in sorted(reasons) if f"file.{reason}" not in VIETNAMESE] == []


def test_every_key_that_is_asked_for_is_there() -> None:
    asked = keys_in_the_sources()

    assert len(asked) > 100
    beginnings = {key[:place] for key in VIETNAMESE for place, sign in enumerate(key) if sign == "."}
    assert sorted(asked - VIETNAMESE.keys() - beginnings) == []


@pytest.mark.parametrize(
    ("shape", "names"),
    [
        ("command.{}", ACTS),
        ("command.{}.help", ACTS),
        ("group.{}", {act.group for act in ACTS.values()}),
        ("cli.{}.help", [entry.name for entry in ENTRY_POINTS]),
        ("cli.{}.example", [entry.name for entry in ENTRY_POINTS]),
        ("cli.stage.{}", get_args(Stage)),
        ("cli.turn.{}", get_args(TurnKind)),
        ("cli.question.{}", get_args(QuestionStatus)),
        ("cli.outcome.{}", OUTCOMES),
        ("cli.promise.{}", get_args(PromiseStatus)),
        ("cli.kind.{}", get_args(TaskKind)),
        ("cli.duty.{}", get_args(DutyStatus)),
        ("duty.{}", get_args(RuleName)),
        ("gap.{}", get_args(GapCode)),
        ("paper.{}", get_args(PaperName)),
        ("board.choosing.{}", CHOOSINGS),
        ("board.by.{}", set(GROUPINGS) - {"day"}),
        ("home.key.{}", [act.name for act in HOME_ACTS]),
        ("home.help.{}", [act.name for act in HOME_ACTS]),
        ("cli.damage.{}", get_args(DamageReason)),
        ("cli.floor.{}", ("staged", "running", "paused")),
        ("cli.registration.{}", ("open", "closed")),
        ("cli.trouble.{}", ("damaged", "unreadable")),
        ("cli.listed_{}", ("damaged", "unreadable")),
    ],
)
def test_every_name_of_a_table_has_its_word(shape: str, names: list[str]) -> None:
    assert [name for name in names if shape.format(name) not in VIETNAMESE] == []


def test_what_people_typed_is_never_read_as_a_template() -> None:
    told = words("en")("undo.what", name="{0.__class__}", subject="{subject} %s [b]")

    assert told == "{0.__class__}: {subject} %s [b]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_asked_for_by_language(language: Literal["vi", "en"]) -> None:
    assert words(language).language == language
    assert words(language) is words(language)
    assert not words(language).has("cli.nothing")
