"""How a picture is laid out in the rows of a display of any size, so that the last row of the hall can read it.

The clock is the largest, then the name, then the rest. Layouts are tried from the most generous to the plainest; the
first in which everything fits is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from rich.cells import cell_len

from screens.big_text import draw, drawable, largest
from screens.big_text import width as width_drawn
from screens.hall_picture import Entry, Picture

Part = Literal["blank", "heading", "state", "lead", "detail", "clock", "note", "next_title", "next", "item", "banner"]
NextForm = Literal["columns", "names", "lines", "numbers", "none"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the display: text of exactly its width, and the part of the picture it belongs to."""

    text: str
    part: Part = "blank"


@dataclass(frozen=True, slots=True)
class Plan:
    """How generous a layout is: scales of drawn letters (0: the terminal's own), and what is left out.

    Attributes:
        text: scale of details, results and messages.
        title: scale of the heading of the next speakers.
        name: scale of the next speakers' names.
        number: scale of their numbers where the names are not drawn.
        details: how many details at most, None for all.
    """

    state: int = 0
    lead: int = 0
    text: int = 0
    title: int = 0
    name: int = 0
    number: int = 0
    heading: bool = True
    note: bool = True
    next: NextForm = "columns"
    details: int | None = None


PLANS: tuple[Plan, ...] = (
    Plan(state=2, lead=3, text=2, title=1, name=2),
    Plan(state=2, lead=2, text=1, title=1, name=1),
    Plan(state=1, lead=2, text=1, title=1, name=1),
    Plan(state=1, lead=2, text=1, name=1),
    Plan(state=1, lead=2, text=1, number=2),
    Plan(state=1, lead=1, text=1, name=1),
    Plan(state=1, lead=1, text=1, number=1),
    Plan(state=1, lead=1, number=1),
    Plan(state=1, lead=1, number=1, next="names"),
    Plan(state=1, lead=1),
    Plan(lead=1, number=1, next="names"),
    Plan(lead=1),
    Plan(lead=1, heading=False),
    Plan(lead=1, heading=False, next="names"),
    Plan(state=1),
    Plan(),
    Plan(heading=False),
    Plan(heading=False, next="lines"),
    Plan(heading=False, next="numbers"),
    Plan(heading=False, note=False, next="numbers"),
    Plan(heading=False, note=False, next="numbers", details=1),
    Plan(heading=False, note=False, next="none", details=1),
    Plan(heading=False, note=False, next="none", details=0),
)

# The least share of the height that the clock, or a list of results, is worth.
_CLOCK_SHARE = 0.3
_LIST_SHARE = 0.6
_CAPITAL_PIXELS = 7
_HEADING_ROWS = 2
_STATE_ROWS = 7
_COLUMN_GAP = 2
_NARROWEST_COLUMN = 20


def lay_out(picture: Picture, width: int, height: int) -> tuple[Row, ...]:
    """The rows of the display, exactly as many and as wide as it has."""
    if width < 1 or height < 1:
        return ()
    if picture.tone == "dark":
        return _fill([], width, height)
    inner = width - 2 if width >= 20 else width
    if picture.clock_spare:
        for plan in PLANS:
            if plan.details is None and (rows := _planned(picture, plan, inner, height, last=False)) is not None:
                return _fill(rows, width, height)
        picture = replace(picture, clock="")
    for plan in PLANS[:-1]:
        if (rows := _planned(picture, plan, inner, height, last=False)) is not None:
            return _fill(rows, width, height)
    return _fill(_planned(picture, PLANS[-1], inner, height, last=True) or [], width, height)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most so many cells, broken between words where possible and within a word only when it must be."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        line = ""
        for sign in word:
            if cell_len(line + sign) <= width:
                line += sign
            else:
                if line:
                    lines.append(line)
                line = sign if cell_len(sign) <= width else "…"
    if line:
        lines.append(line)
    return lines


def pages(items: Iterable[list[str]], rows: int) -> list[list[str]]:
    """Items, each some rows high, put together on pages of so many rows; an item is never parted."""
    found: list[list[str]] = []
    for item in items:
        if found and len(found[-1]) + len(item) <= rows:
            found[-1] += item
        else:
            found.append(list(item))
    return found


@dataclass(slots=True)
class _Blocks:
    """The parts of a layout in their order from top to foot."""

    top: list[Row]
    lead: list[Row]
    clock: list[Row]
    items: list[Row]
    foot: list[Row]

    def height(self) -> int:
        return sum(map(len, (self.top, self.lead, self.clock, self.items, self.foot)))


def _planned(picture: Picture, plan: Plan, width: int, height: int, last: bool) -> list[Row] | None:
    heading = wrap(picture.heading, width) if plan.heading and picture.heading else []
    if len(heading) > _HEADING_ROWS:
        return None
    top = [Row(line, "heading") for line in heading]
    state = _rows(picture.state, plan.state, width, "state")
    if state and len(state) < _STATE_ROWS * plan.state:
        # As high with accents as without, so that the clock keeps its size from one state to the next.
        state = [*([Row("", "state")] * (_STATE_ROWS * plan.state - len(state))), *state]
    lead = _rows(picture.lead, plan.lead, width, "lead")
    details = [_rows(line, plan.text, width, "detail") for line in picture.details[: plan.details]]
    banners = [_rows(line, plan.text, width, "banner") for line in picture.banners]
    following = _next(picture, plan, width)
    if state is None or lead is None or None in details or None in banners or following is None:
        return None
    told = [row for rows in details for row in rows or ()]
    foot = [*following, *(row for rows in banners for row in rows or ())]
    blocks = _Blocks(top=[*top, *state], lead=[*lead, *told], clock=[], items=[], foot=foot)
    if last:
        # Nothing more can be left out: state, lead and the digits are worth more than what stands around them.
        blocks.foot = _clip_rows(foot, max(0, height // 4))
        room = height - len(blocks.top) - len(blocks.foot) - (1 if picture.clock else 0)
        blocks.lead = _clip_rows(blocks.lead, max(1, room))
    air = 0 if last else height // 12
    rest = height - blocks.height() - air
    if picture.clock:
        blocks.clock = _clock(picture, plan, width, rest, last)
        if not last and not _clock_is_largest(blocks.clock, plan, height):
            return None
    if picture.items:
        items = _items(picture, plan, width, rest, last)
        if items is None or (rest < height * _LIST_SHARE and not last):
            return None
        blocks.items = items
    if rest < 0 and not last:
        return None
    return _spread(blocks, height)


def _clock_is_largest(clock: list[Row], plan: Plan, height: int) -> bool:
    drawn = sum(row.part == "clock" for row in clock)
    capitals = plan.lead * _CAPITAL_PIXELS / 2
    return drawn >= height * _CLOCK_SHARE and drawn > capitals + 1


def _clock(picture: Picture, plan: Plan, width: int, rows: int, last: bool) -> list[Row]:
    noted = plan.note and 0 < cell_len(picture.clock_note) <= width
    note = [Row(picture.clock_note, "note")] if noted else []
    size = largest(picture.clock_room or picture.clock, width, rows - len(note))
    if size is None or not drawable(picture.clock, size[1]):
        return [Row(line, "clock") for line in wrap(picture.clock, width)] if rows > 0 or last else []
    return [*(Row(line, "clock") for line in draw(picture.clock, *size)), *note]


def _items(picture: Picture, plan: Plan, width: int, rows: int, last: bool) -> list[Row] | None:
    # A letter that cannot be drawn must not take its result from the wall.
    each = [_lines(item, plan.text, width) or wrap(item, width) for item in picture.items]
    if not last and max(len(lines) for lines in each) > rows - 1:
        return None
    spaced = [[*_clip(lines, max(1, rows - 1)), ""] for lines in each]
    found = pages(spaced, rows + 1)
    if len(found) == 1:
        return [Row(line, "item") for line in found[0][:-1]]
    # The page number takes the row of the last blank line.
    found = pages(spaced, max(1, rows))
    at = picture.leaf % len(found)
    number = picture.page.format(page=at + 1, pages=len(found))
    numbered = [Row(number, "note")] if cell_len(number) <= width else []
    return [*(Row(line, "item") for line in found[at][:-1]), *numbered]


def _next(picture: Picture, plan: Plan, width: int) -> list[Row] | None:
    if not picture.next or plan.next == "none":
        return []
    if plan.next == "numbers":
        names = ", ".join(entry.short or entry.name for entry in picture.next)
        return [Row(line, "next") for line in wrap(f"{picture.next_title}: {names}", width)]
    title = _rows(picture.next_title, plan.title, width, "next_title")
    if title is None:
        return None
    if plan.next == "lines":
        lines = (" ".join(part for part in (entry.number, entry.name) if part) for entry in picture.next)
        return [*title, *(Row(part, "next") for line in lines for part in wrap(line, width))]
    across = (width - _COLUMN_GAP * (len(picture.next) - 1)) // len(picture.next)
    if across < _NARROWEST_COLUMN:
        return None
    columns = [_column(entry, plan, across) for entry in picture.next]
    tallest = max((len(column) for column in columns if column is not None), default=0)
    joined = [""] * tallest
    for column in columns:
        if column is None:
            return None
        filled = [*column, *([""] * (tallest - len(column)))]
        joined = [
            f"{row}{' ' * _COLUMN_GAP if row else ''}{_pad(part, across)}"
            for row, part in zip(joined, filled, strict=True)
        ]
    return [*title, *(Row(row, "next") for row in joined)]


def _column(entry: Entry, plan: Plan, width: int) -> list[str] | None:
    if plan.name:
        # Drawn letters leave no room for the note.
        return _lines(" ".join(part for part in (entry.short, entry.name) if part), plan.name, width)
    number = _lines(entry.short if plan.number else entry.number, plan.number, width)
    texts = (entry.name, entry.note if plan.next == "columns" else "")
    return None if number is None else [*number, *(line for text in texts if text for line in wrap(text, width))]


def _rows(text: str, scale: int, width: int, part: Part) -> list[Row] | None:
    lines = _lines(text, scale, width)
    return None if lines is None else [Row(line, part) for line in lines]


def _lines(text: str, scale: int, width: int) -> list[str] | None:
    """The text in rows at a scale; None when it cannot be drawn so."""
    if not text:
        return []
    if scale == 0:
        return wrap(text, width)
    if not drawable(text):
        return None
    rows: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width_drawn(joined, scale) <= width:
            line = joined
            continue
        if not line or width_drawn(word, scale) > width:
            return None
        rows += (_pad(row, width) for row in (*draw(line, scale), ""))
        line = word
    return [*rows, *(_pad(row, width) for row in draw(line, scale))]


def _pad(text: str, width: int) -> str:
    # A joiner at either end would join the blank beside it, and the row would come out too narrow.
    text = text.strip("\u200d")
    spare = max(0, width - cell_len(text))
    return f"{' ' * (spare // 2)}{text}{' ' * (spare - spare // 2)}"


def _clip(lines: list[str], rows: int) -> list[str]:
    return lines if len(lines) <= rows else [*lines[: max(0, rows - 1)], "…"]


def _clip_rows(rows: list[Row], count: int) -> list[Row]:
    if len(rows) <= count:
        return rows
    return [*rows[: max(0, count - 1)], Row("…", rows[count - 1].part)] if count else []


def _spread(blocks: _Blocks, height: int) -> list[Row]:
    """Leave the free rows between the blocks: the state at the top, the next speakers and messages at the foot."""
    middle = [block for block in (blocks.lead, blocks.clock, blocks.items) if block]
    free = max(0, height - blocks.height())
    share, extra = divmod(free, len(middle) + 1)
    rows = list(blocks.top)
    for index, block in enumerate(middle):
        rows += [Row("")] * (share + (1 if index < extra else 0))
        rows += block
    rows += [Row("")] * (height - len(rows) - len(blocks.foot))
    return [*rows, *blocks.foot]


def _fill(rows: list[Row], width: int, height: int) -> tuple[Row, ...]:
    exact = [Row(_pad(row.text, width), row.part) for row in rows[:height]]
    return (*exact, *([Row(" " * width)] * (height - len(exact))))
