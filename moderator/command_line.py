"""The command line: what can be asked of the program, and what it answers when it cannot."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moderator import __version__
from moderator.clock import wall_clock
from moderator.terminal import complain, finish, speak_utf8
from moderator.usage import Day, Parser, Speed, TimeOfDay
from screens.words import Language, Words, words

if TYPE_CHECKING:
    from moderator.session import Session

_INTERRUPTED = 130

Arguments = argparse.Namespace


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A command of the front door; its words stand under `cli.NAME.help` and `cli.NAME.example`.

    Attributes:
        arguments: tells the parser what the command takes.
        run: does it and gives the exit code; what it needs is imported only then.
    """

    name: str
    arguments: Callable[[Parser], None]
    run: Callable[[Session, Arguments], int]


def main(argv: Sequence[str] | None = None, now: Callable[[], dt.datetime] = wall_clock) -> int:
    """Do what the command line asks and return the exit code: 0 done, 1 refused or damaged, 2 wrong usage."""
    # An input method's letters must not reach the screens as raw key codes.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # Collecting garbage among what is only being loaded delays the first picture; a screen begins with it again.
    gc.disable()
    try:
        return _answer(argv, now)
    finally:
        gc.enable()


def _answer(argv: Sequence[str] | None, now: Callable[[], dt.datetime]) -> int:
    speak_utf8()
    given = list(sys.argv[1:] if argv is None else argv)
    spoken = words(_language(given))
    session: Session | None = None
    try:
        try:
            arguments = _parser(spoken).parse_args(given)
            session = _session(arguments, spoken, now)
            code: int = arguments.entry.run(session, arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        finish()
        return 1
    except Exception as error:  # noqa: BLE001
        finish()
        from moderator.troubles import reason_or_report

        complain(reason_or_report(spoken, error, session))
        return 1
    return code


def _session(arguments: Arguments, spoken: Words, now: Callable[[], dt.datetime]) -> Session:
    from data.folder import DataFolder, default_root
    from moderator.session import Session

    root = Path(arguments.data) if arguments.data else default_root()
    return Session(DataFolder(root), spoken, now)


def _language(given: Iterable[str]) -> Language:
    """The language asked for anywhere on the line, needed before the line can be explained."""
    asked = ""
    before = ""
    for part in given:
        if before == "--lang":
            asked = part
        elif part.startswith("--lang="):
            asked = part.removeprefix("--lang=")
        before = part
    return "en" if asked == "en" else "vi"


def _parser(spoken: Words) -> Parser:
    parser = Parser(spoken, prog="moderator", description=spoken("cli.about"), epilog=spoken("cli.example"))
    parser.takes_common(default=None)
    parser.group.add_argument(
        "--version", action="version", version=f"moderator {__version__}", help=spoken("cli.version")
    )
    parser.set_defaults(entry=HOME)
    commands = parser.add_subparsers(title=spoken("cli.commands"), metavar="COMMAND")
    for entry in ENTRY_POINTS:
        part = commands.add_parser(
            entry.name,
            spoken=spoken,
            help=spoken(f"cli.{entry.name}.help"),
            description=_described(spoken, entry.name),
            epilog=spoken("cli.example_of", example=spoken(f"cli.{entry.name}.example")),
        )
        part.takes_common(default=argparse.SUPPRESS)
        entry.arguments(part)
        part.set_defaults(entry=entry)
    return parser


def _described(spoken: Words, name: str) -> str:
    """What a command does, and what else has to be known of it."""
    keys = (f"cli.{name}.help", f"cli.{name}.more")
    return "\n\n".join(spoken(key) for key in keys if spoken.has(key))


def _nothing(parser: Parser) -> None:
    """A command without arguments of its own."""


def _id(parser: Parser) -> None:
    parser.takes("id", metavar="ID", help_key="cli.id")


def _id_if_any(parser: Parser) -> None:
    parser.takes("id", metavar="ID", nargs="?", help_key="cli.id")


def _new_arguments(parser: Parser) -> None:
    parser.takes("file", metavar="FILE.toml", type=Path, help_key="cli.new.file")
    parser.takes("--like", metavar="NAME", help_key="cli.new.like")
    parser.takes("--keep", metavar="NAME", help_key="cli.new.keep")


def _show_arguments(parser: Parser) -> None:
    _id(parser)
    parser.takes("--json", action="store_true", help_key="cli.show.json")


def _demo_arguments(parser: Parser) -> None:
    parser.takes("--fresh", action="store_true", help_key="cli.demo.fresh")


def _rehearse_arguments(parser: Parser) -> None:
    parser.takes("file", metavar="FILE.jsonl", type=Path, help_key="cli.rehearse.file")
    which = parser.group.add_mutually_exclusive_group()
    which.add_argument("--meeting", metavar="ID", help=parser.spoken("cli.rehearse.meeting"))
    which.add_argument("--new", metavar="FILE.toml", type=Path, help=parser.spoken("cli.rehearse.new"))
    parser.takes("--speed", metavar="N|max", type=Speed(parser.spoken), default=1.0, help_key="cli.rehearse.speed")


def _export_arguments(parser: Parser) -> None:
    _id(parser)
    parser.takes("--only", metavar="NAME,...", help_key="cli.export.only")
    parser.takes("--to", metavar="FOLDER", type=Path, help_key="cli.export.to")
    parser.takes("--closing", metavar="HH:MM", type=TimeOfDay(parser.spoken), help_key="cli.export.closing")


def _promises_arguments(parser: Parser) -> None:
    parser.takes("--open", action="store_true", help_key="cli.promises.open")
    parser.takes("--overdue", action="store_true", help_key="cli.promises.overdue")
    parser.takes("--today", metavar="YYYY-MM-DD", type=Day(parser.spoken), help_key="cli.promises.today")
    parser.takes("--csv", action="store_true", help_key="cli.promises.csv")


def _duties_arguments(parser: Parser) -> None:
    parser.takes("--open", action="store_true", help_key="cli.duties.open")
    parser.takes("--overdue", action="store_true", help_key="cli.duties.overdue")
    parser.takes("--today", metavar="YYYY-MM-DD", type=Day(parser.spoken), help_key="cli.duties.today")
    parser.takes("--csv", action="store_true", help_key="cli.duties.csv")


def _forget_arguments(parser: Parser) -> None:
    which = parser.things.add_mutually_exclusive_group(required=True)
    which.add_argument("id", metavar="ID", nargs="?", help=parser.spoken("cli.id"))
    which.add_argument(
        "--before", metavar="YYYY-MM-DD", type=Day(parser.spoken), help=parser.spoken("cli.forget.before")
    )


def _run_home(session: Session, arguments: Arguments) -> int:
    from moderator.entries.home import home

    return home(session)


def _run_demo(session: Session, arguments: Arguments) -> int:
    from moderator.entries.screens import demo

    return demo(session, arguments.fresh)


def _run_new(session: Session, arguments: Arguments) -> int:
    from moderator.entries.meetings import new

    return new(session, arguments.file, arguments.like, arguments.keep)


def _run_run(session: Session, arguments: Arguments) -> int:
    from moderator.entries.screens import run

    return run(session, arguments.id)


def _run_projector(session: Session, arguments: Arguments) -> int:
    from moderator.entries.screens import projector

    return projector(session, arguments.id)


def _run_list(session: Session, arguments: Arguments) -> int:
    from moderator.entries.meetings import list_meetings

    return list_meetings(session)


def _run_show(session: Session, arguments: Arguments) -> int:
    from moderator.entries.meetings import show

    return show(session, arguments.id, arguments.json)


def _run_rehearse(session: Session, arguments: Arguments) -> int:
    from moderator.entries.rehearsing import rehearse

    return rehearse(session, arguments.file, arguments.meeting, arguments.new, arguments.speed)


def _run_export(session: Session, arguments: Arguments) -> int:
    from moderator.entries.papers import export

    return export(session, arguments.id, arguments.only, arguments.to, arguments.closing)


def _run_promises(session: Session, arguments: Arguments) -> int:
    from moderator.entries.promises import promises

    return promises(
        session,
        unreplied=arguments.open,
        overdue=arguments.overdue,
        today=arguments.today,
        as_csv=arguments.csv,
    )


def _run_duties(session: Session, arguments: Arguments) -> int:
    from moderator.entries.duties import duties

    return duties(
        session, undone=arguments.open, overdue=arguments.overdue, today=arguments.today, as_csv=arguments.csv
    )


def _run_phrases(session: Session, arguments: Arguments) -> int:
    from moderator.entries.phrases import phrases

    return phrases(session)


def _run_check(session: Session, arguments: Arguments) -> int:
    from moderator.entries.meetings import check

    return check(session, arguments.id)


def _run_keys(session: Session, arguments: Arguments) -> int:
    from moderator.entries.keys import keys

    return keys(session)


def _run_forget(session: Session, arguments: Arguments) -> int:
    from moderator.entries.meetings import forget, forget_before

    return forget(session, arguments.id) if arguments.before is None else forget_before(session, arguments.before)


HOME = EntryPoint("home", _nothing, _run_home)
ENTRY_POINTS: tuple[EntryPoint, ...] = (
    EntryPoint("demo", _demo_arguments, _run_demo),
    EntryPoint("new", _new_arguments, _run_new),
    EntryPoint("run", _id, _run_run),
    EntryPoint("projector", _id_if_any, _run_projector),
    EntryPoint("list", _nothing, _run_list),
    EntryPoint("show", _show_arguments, _run_show),
    EntryPoint("rehearse", _rehearse_arguments, _run_rehearse),
    EntryPoint("export", _export_arguments, _run_export),
    EntryPoint("promises", _promises_arguments, _run_promises),
    EntryPoint("duties", _duties_arguments, _run_duties),
    EntryPoint("phrases", _nothing, _run_phrases),
    EntryPoint("check", _id_if_any, _run_check),
    EntryPoint("keys", _nothing, _run_keys),
    EntryPoint("forget", _forget_arguments, _run_forget),
)
