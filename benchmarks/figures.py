"""What a measure found, and how figures are taken and told."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Unit = Literal["s", "MB", ""]
_HEADS = ("what", "measured", "baseline", "ratio", "bar", "ok?")
_MS = 1e3
_US = 1e6


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the table.

    Attributes:
        baseline: what the bare counterpart cost in the same run, None where there is none.
        most_times: the bar as a ratio to the baseline.
        most: the bar as a figure of its own, in the unit of the measured one.
        beyond: the bar `most` holds for what is measured beyond the baseline.
    """

    what: str
    measured: float
    baseline: float | None = None
    unit: Unit = "s"
    most_times: float | None = None
    most: float | None = None
    beyond: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the baseline the measured figure is."""
        return self.measured / self.baseline if self.baseline else None

    @property
    def ok(self) -> bool | None:
        """Whether the bar is kept, None where there is none."""
        if self.most_times is not None:
            return self.ratio is not None and self.ratio <= self.most_times
        if self.most is not None:
            return self.measured - ((self.baseline or 0.0) if self.beyond else 0.0) <= self.most
        return None

    def row(self) -> tuple[str, ...]:
        """The line in words."""
        return (
            self.what,
            _told(self.measured, self.unit),
            "-" if self.baseline is None else _told(self.baseline, self.unit),
            "-" if self.ratio is None else f"{self.ratio:.2f}x",
            self._bar(),
            {None: "", True: "yes", False: "NO"}[self.ok],
        )

    def _bar(self) -> str:
        if self.most_times is not None:
            return f"<= {self.most_times:g}x"
        if self.most is not None:
            return f"<= {'+' if self.beyond else ''}{_told(self.most, self.unit)}"
        return "-"


def _told(value: float, unit: Unit) -> str:
    if unit != "s":
        return f"{value:.0f} {unit}".rstrip()
    if abs(value) < 0.001:
        return f"{value * _US:.1f} us"
    return f"{value * _MS:.1f} ms" if abs(value) < 1 else f"{value:.2f} s"


def table(title: str, figures: Sequence[Figure]) -> str:
    """Figures in columns under a title."""
    rows = [_HEADS, *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = []
    for row in rows:
        cells = (cell.ljust(widths[0]) if not place else cell.rjust(widths[place]) for place, cell in enumerate(row))
        lines.append("  ".join(cells).rstrip())
    return "\n".join([title, *(f"  {line}" for line in lines)])


def median(values: Iterable[float]) -> float:
    """The middle one, which a few disturbed runs do not move."""
    return statistics.median(values)


def high(values: Iterable[float], share: float = 0.95) -> float:
    """The figure that a share of all keeps within."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def side_by_side(times: int, *acts: Callable[[], object]) -> list[list[float]]:
    """Time acts in turns, so that a disturbance of the computer meets all of them; a first round is not counted."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(1 + times):
        for act, found in zip(acts, taken, strict=True):
            # What went before leaves garbage that is not this act's to clear.
            gc.collect()
            found.append(seconds(act))
    return [found[1:] for found in taken]
