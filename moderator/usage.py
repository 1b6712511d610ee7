"""How a call of the program is read, and explained when it is wrong."""

from __future__ import annotations

import argparse
import datetime as dt
import math
import re
from typing import Any, NoReturn

from moderator.meeting.time_of_day import time_of_day
from moderator.terminal import complain
from screens.words import LANGUAGES, Words

FASTEST = 3600.0
_WRONG_USAGE = 2


class Parser(argparse.ArgumentParser):
    """Reads a call, and explains it in the language of the interface."""

    def __init__(self, spoken: Words, **how: Any) -> None:
        """Speak a language."""
        how.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**how, add_help=False, allow_abbrev=False)
        self.spoken = spoken
        self.group = self.add_argument_group(spoken("cli.options"))
        self.things = self.add_argument_group(spoken("cli.arguments"))

    def takes(self, *names: str, help_key: str, **how: Any) -> None:
        """Take an argument, or an option whose name begins with a hyphen."""
        target = self.group if names[0].startswith("-") else self.things
        target.add_argument(*names, help=self.spoken(help_key), **how)

    def takes_common(self, default: Any) -> None:
        """Take what goes with every command, before its name or after it."""
        self.takes("-h", "--help", action="help", help_key="cli.help")
        self.takes("--data", metavar="FOLDER", default=default, help_key="cli.data")
        self.takes("--lang", choices=LANGUAGES, default=default, help_key="cli.lang")

    def format_usage(self) -> str:
        """The usage line, begun in the language of the interface."""
        return super().format_usage().replace("usage: ", f"{self.spoken('cli.usage')}: ", 1)

    def format_help(self) -> str:
        """The help, begun in the language of the interface."""
        return super().format_help().replace("usage: ", f"{self.spoken('cli.usage')}: ", 1)

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the call and where to read how it is made."""
        for shape, key in _WRONG:
            found = re.fullmatch(shape, message, re.DOTALL)
            if found:
                message = self.spoken(key, **found.groupdict())
                break
        complain(self.spoken("cli.wrong_usage", reason=message, program=self.prog))
        self.exit(_WRONG_USAGE)


# What argparse says, by the words that this program has for it.
_WRONG = (
    (r"the following arguments are required: (?P<names>.*)", "cli.wrong.required"),
    (r"unrecognized arguments: (?P<names>.*)", "cli.wrong.unknown"),
    (r"argument COMMAND: invalid choice: (?P<value>.*) \(choose from .*\)", "cli.wrong.command"),
    (r"argument (?P<name>.*): invalid choice: (?P<value>.*) \(choose from (?P<allowed>.*)\)", "cli.wrong.choice"),
    (r"argument (?P<name>.*): expected one argument", "cli.wrong.value_missing"),
    (r"one of the arguments (?P<names>.*) is required", "cli.wrong.one_of"),
    (r"argument (?P<name>.*): not allowed with argument (?P<other>.*)", "cli.wrong.together"),
    (r"argument (?P<name>.*): (?P<reason>.*)", "cli.wrong.argument"),
)


class Speed:
    """Reads a speed: a number above 0, or None for "max"."""

    def __init__(self, spoken: Words) -> None:
        """Explain in a language what is no such thing."""
        self._spoken = spoken

    def __call__(self, text: str) -> float | None:
        """The speed."""
        if text == "max":
            return None
        try:
            speed = float(text)
        except ValueError:
            speed = math.nan
        if not 0 < speed <= FASTEST:
            raise argparse.ArgumentTypeError(self._spoken("cli.wrong.speed", value=text, most=int(FASTEST)))
        return speed


class Day:
    """Reads a date written as 2026-11-26."""

    def __init__(self, spoken: Words) -> None:
        """Explain in a language what is no such thing."""
        self._spoken = spoken

    def __call__(self, text: str) -> dt.date:
        """The date."""
        try:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
                return dt.date.fromisoformat(text)
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(self._spoken("cli.wrong.day", value=text))


class TimeOfDay:
    """Reads a time of day written as 11:30."""

    def __init__(self, spoken: Words) -> None:
        """Explain in a language what is no such thing."""
        self._spoken = spoken

    def __call__(self, text: str) -> dt.time:
        """The time."""
        try:
            return time_of_day(text)
        except ValueError:
            raise argparse.ArgumentTypeError(self._spoken("cli.wrong.time", value=text)) from None
