"""What the documents say: commands that exist, keys that are so, files that are there, and no place of one computer."""

from __future__ import annotations

import re
import runpy
import shlex
import sys
import tomllib
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from data.rehearsal_file import read_rehearsal
from data.sample import sample_meeting
from moderator.command_line import ENTRY_POINTS
from moderator.papers import PAPERS
from screens.registry import ACTS, key_name
from screens.words import words

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
TEXTS = [*PAGES, *sorted(DOCS.glob("*.svg")), *sorted(DOCS.glob("*.py"))]
GUIDE = DOCS / "huong-dan.md"
# Keys of lists, boxes and the projector, which stand in no table of acts.
OTHER_KEYS = {
    "Enter",
    "Esc",
    "Tab",
    "Delete",
    "Dấu cách",
    "↑↓",
    "Ctrl+↓",
    "Ctrl+↑",
    "Shift+↑",
    "Shift+↓",
    "Ctrl+Y",
    "Ctrl+Z",
}
README_BLOCKS = ("demo:posix", "demo:windows", "tests:posix", "tests:windows")

SAY = words("vi")
NAMES = {act.name: SAY(f"command.{act.name}") for act in ACTS.values()}
KEYS = {key_name(act.key): NAMES[act.name] for act in ACTS.values() if act.key}


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def between(page: str, name: str) -> str:
    return page.split(f"<!-- {name} -->\n")[1].split(f"<!-- /{name} -->")[0]


def rows_of(table: str) -> list[list[str]]:
    """The cells of a table's rows, without its head."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@cache
def script(name: str) -> dict[str, Any]:
    """A script of the docs folder, loaded but not run."""
    path_before = list(sys.path)
    try:
        return runpy.run_path(str(DOCS / name))
    finally:
        sys.path[:] = path_before


def ids(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# The guide of the secretary


def test_the_key_card_lists_exactly_the_keys_of_the_registry() -> None:
    rows = rows_of(between(text_of(GUIDE), "keys"))
    assert {key.strip("*"): name for key, name, _ in rows} == KEYS
    assert len(rows) == len(KEYS)


def test_the_key_card_names_every_act_that_has_no_key() -> None:
    listed = re.findall(r"^- [^:]+: (.+)$", between(text_of(GUIDE), "keys"), re.MULTILINE)
    named = [name for line in listed for name in line.split(" · ")]
    assert sorted(named) == sorted(NAMES[act.name] for act in ACTS.values() if not act.key)


def test_the_tables_of_the_guide_are_those_of_the_program() -> None:
    refreshed: Callable[[str], str] = script("tables.py")["refreshed"]
    assert refreshed(text_of(GUIDE)) == text_of(GUIDE), "run: python docs/tables.py"


def test_the_guide_lists_every_paper_with_its_file() -> None:
    rows = rows_of(between(text_of(GUIDE), "papers"))
    assert {name.strip("`"): file.strip("`") for name, file in rows} == {
        name: kind.file_name for name, kind in PAPERS.items()
    }


def test_a_key_that_the_guide_tells_to_press_does_what_the_guide_says() -> None:
    told = re.findall(r"\*\*([^*\n]+)\*\* \(([^)]+)\)", text_of(GUIDE))
    assert len(told) > 10
    assert [(key, name) for key, name in told if key in KEYS and KEYS[key] != name] == []


def test_every_key_in_the_guide_is_a_key_of_the_program() -> None:
    pressed = set(re.findall(r"\*\*((?:F\d+|Ctrl\+.|Shift\+.|Enter|Esc|Tab|Delete|Dấu cách|↑↓))\*\*", text_of(GUIDE)))
    assert {"F2", "F10", "Ctrl+Y", "Enter"} <= pressed
    assert pressed - set(KEYS) - OTHER_KEYS == set()


def test_a_command_that_the_guide_looks_for_in_the_palette_is_there() -> None:
    sought = [
        name
        for found in re.findall(r"\*\*F9\*\* (“[^”]+”(?:, “[^”]+”)*)", text_of(GUIDE))
        for name in re.findall(r"“([^”]+)”", found)
    ]
    assert len(sought) > 15
    assert [name for name in sought if name not in {*NAMES.values(), "…"}] == []


# Every page


def commands_in(text: str) -> list[list[str]]:
    """The calls of the program that a text tells to make, without the program."""
    quoted = [*re.findall(r"`(moderator [^`\n]+)`", text), *re.findall(r"(?<=[/\\])(moderator [a-z][^\n\"`]*)", text)]
    calls = [shlex.split(call.rstrip('"'))[1:] for call in quoted]
    # What comes before the command's name holds for all commands.
    return [call[2:] if call[:1] in (["--data"], ["--lang"]) else call for call in calls]


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_the_commands_of_a_page_exist(page: Path) -> None:
    known = {entry.name for entry in ENTRY_POINTS}
    assert [call for call in commands_in(text_of(page)) if call and call[0] not in known] == []


def test_the_options_of_the_pages_exist() -> None:
    told: set[tuple[str, str]] = set()
    for page in PAGES:
        for call in commands_in(text_of(page)):
            told |= {(call[0], part) for part in call if part.startswith("--")} if call else set()
    assert ("rehearse", "--speed") in told
    for command, option in sorted(told):
        # No module of the program takes an option that its help in words does not explain.
        assert SAY.has(f"cli.{command}.{option.removeprefix('--')}") or option == "--help", (command, option)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_the_files_that_a_page_points_to_are_there(page: Path) -> None:
    text = text_of(page)
    linked = [target for target in re.findall(r"\]\(([^)#\s]+)\)", text) if "://" not in target]
    assert [target for target in linked if not (page.parent / target).exists()] == []
    named = re.findall(r"(?:moderator|data|screens|tests|docs|benchmarks)/[\w./-]*\w/?", text)
    inside = [path for path in named if re.search(rf"(?<![\w/.~-]){re.escape(path)}(?![\w-])", text)]
    assert [path for path in inside if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", TEXTS, ids=ids)
def test_no_page_names_a_place_of_one_computer(page: Path) -> None:
    places = re.findall(r"(?<![\w.~])/(?:home|root|tmp|work|usr|var|opt|Users)/[\w./-]*|[A-Z]:\\\w+", text_of(page))
    assert places == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_the_headings_that_a_page_jumps_to_are_on_it(page: Path) -> None:
    text = text_of(page)
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - headings == set()


# README


def readme_block(name: str) -> list[str]:
    found = re.findall(rf"^<!-- {name} -->\n```\w+\n(.*?)^```$", text_of(ROOT / "README.md"), re.MULTILINE | re.DOTALL)
    assert len(found) == 1, name
    return [line for line in str(found[0]).splitlines() if line.strip()]


@pytest.mark.parametrize("name", README_BLOCKS)
def test_a_marked_block_of_the_readme_is_one_line_that_a_shell_can_read(name: str) -> None:
    (line,) = readme_block(name)
    if name.endswith("windows"):
        assert line.startswith('cmd /c "')
        assert line.endswith('"')
        line = line.removeprefix('cmd /c "').removesuffix('"').replace("\\", "/")
    steps = [shlex.split(step) for step in line.split(" && ")]
    assert [len(steps), steps[0][-3:-1], steps[1][1]] == [3, ["-m", "venv"], "install"]
    folder = steps[0][-1]
    # Each step after the first runs from the environment that the first one makes.
    assert all(step[0].startswith(f"{folder}/") for step in steps[1:])


def test_the_readme_installs_what_the_project_offers() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    assert ".[dev]" in readme_block("tests:posix")[0]
    assert "dev" in project["optional-dependencies"]
    assert readme_block("demo:posix")[0].endswith("/moderator demo")
    assert "moderator" in project["scripts"]


# The pictures


def test_the_pictures_are_of_one_moment_in_the_middle_of_a_speech(tmp_path: Path) -> None:
    pictures = script("pictures.py")
    draw: Callable[[Path], list[Path]] = pictures["draw"]
    setup = sample_meeting()
    assert setup.starts is not None
    times = [
        line.at.astimezone(setup.tz).time()
        for line in read_rehearsal(pictures["SCRIPT"], setup.tz, setup.starts.date())
    ]
    assert any(before < pictures["MOMENT"] < after for before, after in pairwise(times))
    drawn = draw(tmp_path)
    assert [path.name for path in drawn] == ["console.svg", "projector.svg"]
    for path in drawn:
        for picture in (path, DOCS / path.name):
            text = text_of(picture).replace("&#160;", " ")
            assert "ĐANG PHÁT BIỂU" in text
            assert "url(http" not in text
    # The secretary sees the name and the time left; the hall sees initials, and its clock in blocks.
    assert "1:08" in text_of(DOCS / "console.svg")
    assert "Phạm" in text_of(DOCS / "console.svg")
    assert "Phạm" not in text_of(DOCS / "projector.svg")
