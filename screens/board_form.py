"""The small boxes of the board: the forms of the console, with what they are about settled already."""

from __future__ import annotations

from dataclasses import replace

from moderator.meeting import commands as c
from screens.board_view import OwedLine, what
from screens.box import FormBox
from screens.form import Scene, built
from screens.forms import FORMS
from screens.row_text import dated


def recording_box(line: OwedLine, scene: Scene, rows: int) -> FormBox:
    """The box in which a reply is recorded, or a duty ticked."""
    if line.duty is not None:
        return _box("done", c.Done, "duty", line.duty, line, scene, rows)
    return _box("reply", c.Reply, "promise", line.number, line, scene, rows)


def extending_box(line: OwedLine, scene: Scene, rows: int) -> FormBox:
    """The box in which a promise is given a later last day, with its reason."""
    return _box("extend_promise", c.ExtendPromise, "promise", line.number, line, scene, rows)


def _box(
    act: str, command: type[c.Command], settled: str, value: object, line: OwedLine, scene: Scene, rows: int
) -> FormBox:
    told = [what(line, scene.words), scene.words("home.due", day=dated(line.last_day)) if line.last_day else ""]
    asked = replace(
        FORMS[act],
        fields=tuple(field for field in FORMS[act].fields if field.name != settled),
        build=lambda _, values: built(command, {**values, settled: value}),
        preview=lambda _, texts: " · ".join(filter(None, told)),
    )
    return FormBox(act, command, asked, scene, rows)
