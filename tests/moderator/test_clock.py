"""The clock of a session: monotonic, at a rate, and watchful of a computer's clock that jumps."""

from __future__ import annotations

import datetime as dt

from moderator.clock import Clock, StandingClock

EIGHT = dt.datetime(2026, 11, 26, 1, 0, tzinfo=dt.UTC)


class Computer:
    """A computer whose two clocks are moved by the test."""

    def __init__(self) -> None:
        self.wall = EIGHT
        self.ticks = 500.0

    def clock(self, begins: dt.datetime | None = None, rate: float = 1.0) -> Clock:
        return Clock(begins, rate, wall=lambda: self.wall, monotonic=lambda: self.ticks)

    def passes(self, seconds: float) -> None:
        self.wall += dt.timedelta(seconds=seconds)
        self.ticks += seconds

    def is_set(self, seconds: float) -> None:
        self.wall += dt.timedelta(seconds=seconds)


def later(seconds: float) -> dt.datetime:
    return EIGHT + dt.timedelta(seconds=seconds)


def test_the_meetings_time_is_the_computers_at_first_and_passes_with_it() -> None:
    computer = Computer()
    clock = computer.clock()

    assert clock.now() == EIGHT
    computer.passes(90)
    assert clock.now() == clock.real() == later(90)
    assert clock.jump() == 0.0


def test_a_clock_set_by_hand_is_noticed_and_not_followed() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.passes(10)
    computer.is_set(-3600)

    assert clock.now() == later(10)
    assert clock.jump() == -3600


def test_a_small_correction_of_the_computers_clock_is_no_jump() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.is_set(2.0)

    assert clock.jump() == 0.0
    computer.is_set(0.1)
    assert clock.jump() > 2.0


def test_after_a_sleep_the_time_slept_is_taken_as_passed() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.passes(10)
    computer.is_set(600)
    clock.follow_jump()

    assert clock.now() == later(610)
    assert clock.jump() == 0.0


def test_a_step_back_never_takes_the_meetings_time_back() -> None:
    computer = Computer()
    clock = computer.clock()
    computer.passes(10)
    computer.is_set(-600)
    clock.follow_jump()

    assert clock.now() == later(10)
    computer.passes(5)
    assert clock.now() == later(15)
    assert clock.jump() == 0.0


def test_a_rehearsals_time_passes_at_its_rate() -> None:
    computer = Computer()
    clock = computer.clock(begins=EIGHT - dt.timedelta(days=1000), rate=60.0)
    computer.passes(2)

    assert clock.now() == later(120) - dt.timedelta(days=1000)
    assert clock.real() == later(2)


def test_a_standing_clock_stands() -> None:
    computer = Computer()
    clock = StandingClock(later(7), wall=lambda: computer.wall, monotonic=lambda: computer.ticks)
    computer.passes(100)

    assert clock.now() == later(7)
    assert clock.rate == 1.0
