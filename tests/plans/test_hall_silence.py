"""What the hall reads while each of the four meetings runs: never more than people agreed to and the law allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import pytest
from msgspec import structs

from data.rehearsal_file import Line
from moderator.meeting import commands as c
from moderator.meeting.fields import fields_of
from moderator.meeting.hall import HallPerson, HallView
from moderator.meeting.hall_view import Moment, hall_view
from moderator.meeting.meeting import Meeting
from tests.plans.played import CALENDAR, SAMPLE, Hall, Played, encoded

SECRET = "BÍ MẬT"
# By the registration forms of each meeting: who agreed to be shown by name, and with the topic as written.
NAMED = {"ha-trung-2021": {1}, "pho-chau-2023": {1, 2, 4}, "lac-thuong-2023": set(), SAMPLE: {1, 2, 5, 7, 10, 12}}
TOPIC_SHOWN = {"ha-trung-2021": set(), "pho-chau-2023": {1, 2, 3, 4}, "lac-thuong-2023": set(), SAMPLE: {5}}
INITIALS = {
    "ha-trung-2021": {2: "Bà M.T.L", 4: "Ông T.V.S", 5: "Ông T.X.B", 6: "Bà N.T.N"},
    "pho-chau-2023": {3: "Bà T.T.M"},
    "lac-thuong-2023": {1: "Ông Đ.V.C", 2: "Bà N.T.T", 3: "Ông V.H.C", 5: "Ông B.Đ.L"},
    SAMPLE: {
        3: "Ông P.Đ.K",
        6: "Bà H.T.K.L",
        8: "Ông B.V.Đ",
        9: "Bà N.T.L",
        11: "Ông L.C.D",
        14: "Ông P.V.N",
        15: "Bà H.T.D.M",
        16: "Ông N.V.T",
    },
}
# Questions of which the hall must not learn, with the registration that raised each.
KEPT = {"ha-trung-2021": {1: 3}, "pho-chau-2023": {}, "lac-thuong-2023": {1: 4}, SAMPLE: {12: 9}}


@dataclass(frozen=True)
class Glance:
    """The hall's display beside what is true at that moment."""

    line: Line
    meeting: Meeting
    view: HallView

    @property
    def people(self) -> Iterator[HallPerson]:
        """Everybody whom the display names or numbers."""
        if self.view.person is not None:
            yield self.view.person
        yield from (following.person for following in self.view.upcoming)


def seen(meeting: Meeting, at: dt.datetime, **more: Any) -> HallView:
    """What the hall sees at an instant."""
    return hall_view(meeting.state, Moment(at, at), CALENDAR, **more)


def glances(played: Played, lines: list[Line] | None = None) -> Iterator[Glance]:
    """Look up after every line, a second before the next one, and where the program might have been interrupted."""
    hall = played.empty()
    given = lines or played.lines
    following = [line.at for line in given[1:]] + [given[-1].at + dt.timedelta(minutes=1)]
    for line, then in zip(hall.play(given), following, strict=True):
        for at in (line.at, max(line.at, then - dt.timedelta(seconds=1))):
            yield Glance(line, hall.meeting, seen(hall.meeting, at))
        yield Glance(line, hall.meeting, seen(hall.meeting, line.at, interrupted=True))


def with_secrets(lines: list[Line]) -> list[Line]:
    """The same meeting with a mark in everything that the secretary alone may read."""
    return [structs.replace(line, command=_marked(line.command)) for line in lines]


def _marked(command: Any) -> Any:
    if isinstance(command, c.Message):
        return command
    always = {"phone", "slip", "summary"} if isinstance(command, c.Register) else set()
    if isinstance(command, c.Register):
        always.add("organisation")
    marks: dict[str, Any] = {
        field: f"{SECRET} {field}"
        for field in command.__struct_fields__
        if field in always or (field in ("text", "reason") and getattr(command, field))
    }
    if isinstance(command, c.Conclude):
        marks["tasks"] = tuple(structs.replace(task, text=f"{SECRET} task") for task in command.tasks)
    return structs.replace(command, **marks)


def test_no_phone_slip_summary_question_answer_note_or_conclusion_reaches_the_hall(plan: Played) -> None:
    kept = set()
    for glance in glances(plan, with_secrets(plan.lines)):
        kept.add(SECRET in encoded(glance.meeting.records))
        assert SECRET not in encoded(glance.view), glance.line.number
    assert kept == {True}


def test_what_the_office_writes_afterwards_does_not_reach_the_hall(plan: Played) -> None:
    hall = plan.until(len(plan.lines))
    office: list[c.Command] = [] if plan.state["meeting"]["stage"] == "signed" else [c.Sign()]
    office.append(c.Reply(promise=1, number=SECRET, text=SECRET))
    office.append(c.ExtendPromise(promise=2, due=dt.date(2027, 3, 1), reason=SECRET))
    for command in office:
        hall.do(command)
        assert SECRET not in encoded(seen(hall.meeting, hall.now))
    assert SECRET in encoded(hall.meeting.records)


def test_people_are_named_in_full_only_where_they_agreed(plan: Played) -> None:
    shown: dict[int, set[str]] = {}
    for glance in glances(plan):
        told = encoded(glance.view)
        for who, registration in glance.meeting.state.registrations.items():
            if who not in NAMED[plan.name] and registration.card.name:
                assert registration.card.name not in told, glance.line.number
        for person in glance.people:
            if person.number is not None and person.name:
                shown.setdefault(person.number, set()).add(person.name)
    cards = {who: each.card for who, each in plan.meeting.state.registrations.items()}
    full = {who: f"{cards[who].honorific} {cards[who].name}" for who in NAMED[plan.name]}
    assert shown == {who: {name} for who, name in (full | INITIALS[plan.name]).items()}


def test_topics_are_shown_as_written_only_where_people_agreed(plan: Played) -> None:
    fields = {field.name for field in fields_of(plan.setup).values()}
    as_written = set()
    for glance in glances(plan):
        for person in glance.people:
            if person.topic and person.topic not in fields:
                assert person.number is not None
                assert person.topic == glance.meeting.state.registrations[person.number].card.topic
                as_written.add(person.number)
    assert as_written == TOPIC_SHOWN[plan.name]


def test_whoever_is_absent_or_has_withdrawn_stands_nowhere(plan: Played) -> None:
    gone = set()
    for glance in glances(plan):
        registrations = glance.meeting.state.registrations
        away = {who for who, each in registrations.items() if each.status in ("absent", "withdrawn")}
        floor = glance.meeting.state.held or glance.meeting.state.floor
        away -= {floor.who} if floor is not None and floor.who is not None else set()
        gone |= away
        assert away.isdisjoint(person.number for person in glance.people), glance.line.number
    assert gone == {"ha-trung-2021": {4}, "pho-chau-2023": {4}, "lac-thuong-2023": set(), SAMPLE: {8}}[plan.name]


def test_complaints_denunciations_and_opinions_on_conduct_are_not_even_numbered(plan: Played) -> None:
    kept = KEPT[plan.name]
    for glance in glances(plan):
        view = glance.view
        numbers = {*view.questions, *(following.question for following in view.upcoming)}
        numbers |= {result.question for result in view.results}
        recorded = {number for number in kept if number in glance.meeting.state.questions}
        marked = {number for number in recorded if glance.meeting.state.questions[number].kind != "question"}
        assert marked.isdisjoint(numbers), glance.line.number
        # Once it is raised, the one who raised it is no longer seen either.
        assert {kept[number] for number in marked}.isdisjoint(person.number for person in glance.people)
    assert {number for number, question in plan.questions.items() if question["kind"] != "question"} == set(kept)


def test_a_turn_that_touches_one_of_these_shows_nothing_of_itself(plan: Played) -> None:
    hidden = []
    for glance in glances(plan):
        if glance.view.phase == "hidden":
            hidden.append(glance.line.number)
            assert (glance.view.person, glance.view.clock, glance.view.questions) == (None, None, ())
    assert bool(hidden) == (plan.name in ("ha-trung-2021", SAMPLE))


@pytest.mark.parametrize("kind", ["complaint", "denunciation", "conduct"])
def test_the_floor_is_hidden_as_soon_as_such_a_question_is_put_down(
    ha_trung: Played, kind: Literal["complaint", "denunciation", "conduct"]
) -> None:
    hall = ha_trung.before("close_registration")
    hall.do(c.Register(name="Nguyễn Văn Kín", honorific="Ông", place="tiểu khu 7", show_name=True))
    hall.do(c.Call(who=6))
    hall.do(c.Start())
    assert "Nguyễn Văn Kín" in encoded(seen(hall.meeting, hall.now))
    hall.do(c.Question(text="Tôi khiếu nại quyết định thu hồi đất.", kind=kind))
    view = seen(hall.meeting, hall.now)
    assert view.phase == "hidden"
    assert "Kín" not in encoded(view)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Số nhà 45 đường Lê Lợi, tiểu khu 7", "tiểu khu 7"),
        ("45 đường Lê Lợi", ""),
        ("ngõ 3 phố Chợ, số 12", ""),
        ("Tổ 3", "Tổ 3"),
        ("Bến Lở", "Bến Lở"),
        ("", ""),
    ],
)
def test_of_an_address_the_hall_reads_no_more_than_the_unit(ha_trung: Played, written: str, read: str) -> None:
    hall = ha_trung.before("close_registration")
    hall.do(c.Register(name="Nguyễn Văn Kín", place=written))
    hall.do(c.Call(who=6))
    person = seen(hall.meeting, hall.now).person
    assert person is not None
    assert person.place == read


def test_a_question_that_only_its_conclusion_sends_to_the_other_procedure_is_kept_from_the_hall_too(
    ha_trung: Played,
) -> None:
    hall = ha_trung.before("adjourn")
    results = _adjourned_results(hall)
    assert results == {3, 4, 5, 6}
    hall = ha_trung.before("adjourn")
    hall.do(c.Reopen(question=6))
    hall.do(c.Conclude(questions=(6,), outcome="procedure"))
    hall.do(c.FollowUp(question=6))
    following = seen(hall.meeting, hall.now).upcoming[0]
    assert (following.person, following.question) == (HallPerson(number=5), None)
    hall.do(c.Call())
    assert seen(hall.meeting, hall.now).phase == "hidden"
    assert _adjourned_results(hall) == {3, 4, 5}


def _adjourned_results(hall: Hall) -> set[int]:
    hall.do(c.Adjourn())
    return {result.question for result in seen(hall.meeting, hall.now).results}


def test_what_is_published_is_read_back_as_it_was(plan: Played) -> None:
    for glance in glances(plan):
        assert msgspec.json.decode(encoded(glance.view), type=HallView) == glance.view


def test_nobody_is_listed_once_the_meeting_is_over(plan: Played) -> None:
    view = seen(plan.meeting, plan.lines[-1].at)
    assert view.phase in ("closing", "after")
    assert (view.upcoming, view.waiting, view.person) == ((), 0, None)
    assert {result.question for result in view.results} == set(plan.questions) - set(KEPT[plan.name])
    due = {promise.question: promise for promise in reversed(plan.promises)}
    for result in view.results:
        owed = due.get(plan.questions[result.question]["joined_into"] or result.question)
        assert (result.body, result.due and result.due.isoformat()) == ((owed.body, owed.due) if owed else ("", None))
