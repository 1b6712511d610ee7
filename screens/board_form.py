"""The small boxes of the board: the forms of the console, with what they are about settled already."""

from __future__ import annotations

from dataclasses import replace

from moderator.meeting import commands as c
from moderator.meeting.text import fold
from moderator.meeting.villages import VILLAGE_DUTIES
from screens.board_view import OwedLine, what
from screens.form import Choice, Field, Scene
from screens.form_box import FormBox
from screens.forms import FORMS
from screens.row_text import dated, flat

# Nobody can type it: it leaves no place named, which is every place.
_EVERYWHERE = "\0"


def recording_box(line: OwedLine, scene: Scene, rows: int, place: str = "") -> FormBox:
    """The box in which a reply is recorded, or a duty ticked in the village under which its line stands."""
    if line.duty is None:
        return _box("reply", c.Reply, "promise", line.number, _fields("reply"), line, scene, rows)
    fields = _fields("done")
    if line.duty in VILLAGE_DUTIES and line.places and not line.done:
        fields = _where_first(fields, line, scene, place)
    return _box("done", c.Done, "duty", line.duty, fields, line, scene, rows)


def extending_box(line: OwedLine, scene: Scene, rows: int) -> FormBox:
    """The box in which a promise is given a later last day, with its reason."""
    return _box("extend_promise", c.ExtendPromise, "promise", line.number, _fields("extend_promise"), line, scene, rows)


def _fields(act: str) -> dict[str, Field]:
    return {field.name: field for field in FORMS[act].fields}


def _where_first(fields: dict[str, Field], line: OwedLine, scene: Scene, place: str) -> dict[str, Field]:
    """The villages that are left to choose from, and the number under which the first of them had it."""
    choices = [
        Choice(_EVERYWHERE, scene.words("board.everywhere")),
        *(Choice(each, flat(each)) for each in line.places),
    ]
    here = next((each for each in line.places if fold(each) == fold(place)), _EVERYWHERE)
    before = [each.number for each in scene.state.duties_done if each.duty == line.duty and each.number]
    where = replace(
        fields["place"],
        kind="pick",
        choices=lambda _: choices,
        starts=lambda _: here,
        free=True,
        first=True,
    )
    number = replace(fields["number"], starts=lambda _: before[-1] if before else "")
    return {"place": where, **{name: field for name, field in fields.items() if name != "place"}, "number": number}


def _box(
    act: str,
    command: type[c.Command],
    settled: str,
    value: object,
    fields: dict[str, Field],
    line: OwedLine,
    scene: Scene,
    rows: int,
) -> FormBox:
    """The form of an act without the field that is settled."""
    told = [what(line, scene.words), scene.words("home.due", day=dated(line.last_day)) if line.last_day else ""]
    give = FORMS[act].build
    assert give is not None
    asked = replace(
        FORMS[act],
        fields=tuple(field for name, field in fields.items() if name != settled),
        build=lambda scene, values: give(scene, _given(values) | {settled: value}),
        preview=lambda _, texts: " · ".join(filter(None, (*told, line.meeting))),
    )
    box = FormBox(act, command, asked, scene, rows)
    box.begin(scene)
    return box


def _given(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value != _EVERYWHERE}
