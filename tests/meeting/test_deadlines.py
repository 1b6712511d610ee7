"""Terms before and after the meeting, as the law counts them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator.meeting.deadlines import count, direction, earliest
from moderator.meeting.setup import Rule, RuleName, Unit
from moderator.meeting.working_days import Calendar

HA_TRUNG = date(2021, 10, 28)


def last_day(rule: Rule, base: date, calendar: Calendar | None = None) -> date | None:
    """Count and give only the day."""
    term = count(rule, base, calendar or Calendar())
    return None if term is None else term.last_day


@pytest.mark.parametrize(
    ("name", "amount", "unit", "base", "expected"),
    [
        ("notice", 7, "days", HA_TRUNG, date(2021, 10, 21)),
        ("prepared_answers", 7, "working_days", HA_TRUNG, date(2021, 10, 19)),
        ("conclusion_notice", 5, "working_days", HA_TRUNG, date(2021, 11, 4)),
        ("written_reply", 10, "working_days", HA_TRUNG, date(2021, 11, 11)),
        ("written_reply", 30, "days", HA_TRUNG, date(2021, 11, 29)),
        ("conclusion_notice", 5, "working_days", date(2026, 8, 20), date(2026, 8, 26)),
        ("written_reply", 10, "working_days", date(2026, 8, 20), date(2026, 9, 7)),
        ("results_published", 10, "days", date(2026, 8, 22), date(2026, 9, 3)),
        ("conclusion_notice", 5, "working_days", date(2026, 11, 20), date(2026, 11, 30)),
    ],
)
def test_terms_of_real_meetings(name: RuleName, amount: int, unit: Unit, base: date, expected: date) -> None:
    assert last_day(Rule(name=name, amount=amount, unit=unit), base) == expected


def test_the_end_of_a_term_moves_off_a_day_off_away_from_the_meeting() -> None:
    # The 7th day before is Sunday 6/9, and the 7th day after is Sunday 20/9.
    meeting = date(2026, 9, 13)
    assert last_day(Rule(name="notice", amount=7), meeting) == date(2026, 9, 4)
    assert last_day(Rule(name="report", amount=7), meeting) == date(2026, 9, 21)


def test_a_term_of_no_days_ends_on_the_day_of_the_meeting_or_the_nearest_working_day() -> None:
    for unit in ("days", "working_days"):
        assert last_day(Rule(name="report", amount=0, unit=unit), date(2026, 8, 20)) == date(2026, 8, 20)
        assert last_day(Rule(name="report", amount=0, unit=unit), date(2026, 8, 30)) == date(2026, 9, 3)
        assert last_day(Rule(name="notice", amount=0, unit=unit), date(2026, 8, 30)) == date(2026, 8, 28)


@pytest.mark.parametrize(
    ("name", "when", "way"),
    [
        ("invitations", None, "before"),
        ("opinions", None, "before"),
        ("beyond_notice", None, "after"),
        ("notice", "after", "after"),
        ("report", "before", "before"),
    ],
)
def test_a_rule_counts_as_it_says_else_as_its_name_says(
    name: RuleName, when: Literal["before", "after"] | None, way: str
) -> None:
    rule = Rule(name=name, amount=3, when=when)
    assert direction(rule) == way
    counted = last_day(rule, HA_TRUNG)
    assert counted is not None
    assert (counted < HA_TRUNG) == (way == "before")


def test_a_fixed_date_is_taken_at_its_word() -> None:
    sunday = date(2027, 1, 31)
    term = count(Rule(name="report", amount=5, date=sunday), None, Calendar())
    assert term is not None
    assert (term.last_day, term.ended_on, term.estimated, term.days_off) == (sunday, sunday, False, 0)


def test_a_rule_without_amount_or_event_gives_no_day() -> None:
    assert count(Rule(name="report"), HA_TRUNG, Calendar()) is None
    assert count(Rule(name="report", amount=5), None, Calendar()) is None


def test_a_term_tells_how_it_was_counted() -> None:
    rule = Rule(name="written_reply", amount=30, source="Kế hoạch số 12/KH-UBND")
    moved = count(rule, HA_TRUNG, Calendar())
    assert moved is not None
    assert (moved.rule, moved.base, moved.direction) == (rule, HA_TRUNG, "after")
    assert (moved.ended_on, moved.last_day, moved.days_off) == (date(2021, 11, 27), date(2021, 11, 29), 2)

    # Two weekends, three holidays, but the Saturday 22/8 is worked.
    working = count(Rule(name="written_reply", amount=10, unit="working_days"), date(2026, 8, 20), Calendar())
    assert working is not None
    assert working.ended_on == working.last_day == date(2026, 9, 7)
    assert working.days_off == 8


@pytest.mark.parametrize(
    ("rule", "base", "estimated"),
    [
        (Rule(name="written_reply", amount=30), date(2026, 11, 26), False),
        (Rule(name="written_reply", amount=30), date(2026, 12, 2), True),
        (Rule(name="report", amount=5, unit="working_days"), date(2026, 12, 24), False),
        (Rule(name="report", amount=5, unit="working_days"), date(2026, 12, 25), True),
        # The end is in an announced year, but days of the next one were counted on the way.
        (Rule(name="prepared_answers", amount=7, unit="working_days"), date(2027, 1, 6), True),
        # Days are only asked about where they end.
        (Rule(name="notice", amount=10), date(2027, 1, 6), False),
        (Rule(name="notice", amount=10), date(2027, 1, 11), True),
        # On 1/1 nothing but the announced year is asked about, a day later 1/1 itself is.
        (Rule(name="notice", amount=1, unit="working_days"), date(2027, 1, 1), False),
        (Rule(name="notice", amount=1, unit="working_days"), date(2027, 1, 2), True),
    ],
)
def test_a_term_is_estimated_when_it_asks_for_days_off_not_yet_announced(
    rule: Rule, base: date, estimated: bool
) -> None:
    term = count(rule, base, Calendar())
    assert term is not None
    assert term.estimated is estimated


def test_an_office_that_knows_the_announcement_has_no_estimates() -> None:
    rule = Rule(name="report", amount=5, unit="working_days")
    term = count(rule, date(2027, 3, 1), Calendar(announced_years=[2027], days_off=[date(2027, 3, 3)]))
    assert term is not None
    assert term.last_day == date(2027, 3, 9)
    assert not term.estimated


def test_of_several_rules_the_one_that_ends_first_keeps_them_all() -> None:
    law = Rule(name="written_reply", amount=30, source="luật")
    plan = Rule(name="written_reply", amount=10, unit="working_days", source="kế hoạch")
    empty = Rule(name="written_reply")
    fixed = Rule(name="written_reply", date=date(2021, 11, 1))

    term = earliest([law, empty, plan], HA_TRUNG, Calendar())
    assert term is not None
    assert (term.rule, term.last_day) == (plan, date(2021, 11, 11))

    strictest = earliest([law, plan, fixed], HA_TRUNG, Calendar())
    assert strictest is not None
    assert strictest.rule == fixed

    undated = earliest([law, fixed], None, Calendar())
    assert undated is not None
    assert undated.rule == fixed

    assert earliest([empty], HA_TRUNG, Calendar()) is None
    assert earliest([], HA_TRUNG, Calendar()) is None


@pytest.mark.parametrize("unit", ["days", "working_days"])
def test_a_senseless_amount_gives_a_far_day_or_none(unit: Unit) -> None:
    after = count(Rule(name="report", amount=1_000_000, unit=unit), HA_TRUNG, Calendar())
    assert after is not None
    assert after.last_day.year > 4000
    assert after.estimated
    assert count(Rule(name="notice", amount=1_000_000, unit=unit), HA_TRUNG, Calendar()) is None
    assert count(Rule(name="report", amount=1, unit=unit), date.max, Calendar()) is None
    assert count(Rule(name="notice", amount=1, unit=unit), date.min, Calendar()) is None


NAMES: st.SearchStrategy[RuleName] = st.sampled_from(["notice", "report"])
UNITS: st.SearchStrategy[Unit] = st.sampled_from(["days", "working_days"])
DAYS = st.dates(date(1990, 1, 1), date(2110, 1, 1))
AMOUNTS = st.integers(0, 400)


@given(NAMES, UNITS, DAYS, AMOUNTS)
def test_a_term_ends_on_a_working_day_no_sooner_than_its_amount(
    name: RuleName, unit: Unit, base: date, amount: int
) -> None:
    calendar = Calendar()
    term = count(Rule(name=name, amount=amount, unit=unit), base, calendar)
    assert term is not None
    assert calendar.is_working_day(term.last_day)
    assert abs(term.last_day - base) == timedelta(days=amount + term.days_off)
    assert term.days_off >= 0
    assert (term.last_day <= base) if name == "notice" else (term.last_day >= base)


@given(NAMES, UNITS, DAYS, AMOUNTS, AMOUNTS)
def test_more_days_never_end_nearer_to_the_meeting(
    name: RuleName, unit: Unit, base: date, amount: int, more: int
) -> None:
    near = last_day(Rule(name=name, amount=amount, unit=unit), base)
    far = last_day(Rule(name=name, amount=amount + more, unit=unit), base)
    assert near is not None
    assert far is not None
    assert abs(near - base) <= abs(far - base)


@given(NAMES, DAYS, AMOUNTS)
def test_working_days_never_end_nearer_than_days(name: RuleName, base: date, amount: int) -> None:
    in_days = last_day(Rule(name=name, amount=amount), base)
    in_working_days = last_day(Rule(name=name, amount=amount, unit="working_days"), base)
    assert in_days is not None
    assert in_working_days is not None
    assert abs(in_days - base) <= abs(in_working_days - base)


@given(DAYS, AMOUNTS)
def test_counting_back_from_the_last_day_leads_to_the_meeting(base: date, amount: int) -> None:
    calendar = Calendar()
    meeting = calendar.next_working_day(base)
    assert meeting is not None
    after = last_day(Rule(name="report", amount=amount, unit="working_days"), meeting, calendar)
    assert after is not None
    assert last_day(Rule(name="notice", amount=amount, unit="working_days"), after, calendar) == meeting
