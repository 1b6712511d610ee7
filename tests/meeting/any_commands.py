"""Commands as chance makes them: whole meetings that could be, and single acts that nobody would think of."""

from __future__ import annotations

import datetime as dt
import types
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from moderator.meeting import commands as c
from moderator.meeting.commands import AnyCommand, Command

Course = list[tuple[dt.timedelta, Command]]

NUMBERS = st.integers(1, 6)
CODES = st.sampled_from(["chair", "chair-2", "secretary", "hdnd", "dia-chinh", "cong-an"])
NAMES = st.sampled_from(["An", "Bình", "Chi", "Dung"])
# The courses begin at half past seven.
_TIMES = st.times(dt.time(7, 20), dt.time(7, 50)).map(dt.time.isoformat)
_SPOKEN = st.sampled_from([1.0, 12.5, 60.0, 300.0])
TEXTS = st.sampled_from(["Đường?", "Nước?", "Rác?"])
SOME = st.lists(NUMBERS, min_size=1, max_size=3).map(tuple)
_INTEGERS = NUMBERS | st.integers() | st.sampled_from([0, -1, 10**30, -(10**30), 86400, 86401])
_STRINGS = st.sampled_from(["", " ", "1", "2", "1f1", "3f2", "x", "chair", "dat-dai"]) | st.text(max_size=8)
_OF_TYPE: dict[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: _INTEGERS,
    float: st.floats(),
    str: _STRINGS,
    type(None): st.none(),
    dt.date: st.dates(),
    dt.datetime: st.datetimes(timezones=st.none() | st.just(dt.UTC)),
}


def _of(kind: Any) -> st.SearchStrategy[Any]:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _of(inside[0])
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is types.UnionType or str(origin) == "typing.Union":
        return st.one_of(*(_of(each) for each in inside))
    if origin is tuple:
        return st.lists(_of(inside[0]), max_size=4).map(tuple)
    if origin is dict:
        return st.dictionaries(_of(inside[0]), _of(inside[1]), max_size=3)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _whole(kind)
    return _OF_TYPE[kind]


def _whole(kind: type[Any]) -> st.SearchStrategy[Any]:
    fields = msgspec.structs.fields(kind)
    return st.fixed_dictionaries(
        {field.name: _of(field.type) for field in fields if field.required},
        optional={field.name: _of(field.type) for field in fields if not field.required},
    ).map(lambda values: kind(**values))


WILD: st.SearchStrategy[Command] = st.one_of(*(_whole(kind) for kind in get_args(AnyCommand)))

_TASKS = st.lists(st.sampled_from([c.Task(kind="work"), c.Task(kind="reply", official="chair")]), max_size=2).map(tuple)
_FLOOR: list[st.SearchStrategy[Command]] = [
    st.builds(c.Call),
    st.builds(c.Call, who=NUMBERS),
    st.builds(c.Call, official=CODES, questions=SOME),
    st.builds(c.Call, statement=CODES),
    st.builds(c.Start),
    st.builds(c.Pause),
    st.builds(c.Resume),
    st.builds(c.End),
    st.builds(c.AskBack),
    st.builds(c.Absent),
    st.builds(c.PutBack),
    st.builds(c.Backdate, seconds=st.integers(1, 60)),
    st.builds(c.Extend, seconds=st.integers(-60, 60)),
    st.builds(c.Recover, choice=st.sampled_from(["paused", "ran_on"])),
    st.builds(c.GoOn),
    st.builds(c.PastTurn, who=NUMBERS, began=_TIMES, spoken=_SPOKEN),
    st.builds(c.PastTurn, official=CODES, questions=SOME, kind=st.just("answer"), began=_TIMES, spoken=_SPOKEN),
]
_PEOPLE: list[st.SearchStrategy[Command]] = [
    st.builds(c.Register, name=NAMES, again=st.booleans(), now=st.booleans()),
    st.builds(c.Register, name=NAMES, again=st.just(True)),
    st.builds(c.Register, name=NAMES, channel=st.just("in_writing"), text=TEXTS),
    st.builds(c.EditRegistration, who=NUMBERS, name=NAMES),
    st.builds(c.Withdraw, who=NUMBERS),
    st.builds(c.Recall, who=NUMBERS, to=st.sampled_from(["end", "top"])),
    st.builds(c.FollowUp, question=NUMBERS, who=st.none() | NUMBERS),
]
_QUESTIONS: list[st.SearchStrategy[Command]] = [
    st.builds(c.Question, text=TEXTS),
    st.builds(c.Question, text=TEXTS, who=NUMBERS),
    st.builds(c.EditQuestion, question=NUMBERS, who=NUMBERS),
    st.builds(c.Join, question=NUMBERS, into=NUMBERS),
    st.builds(c.Unjoin, question=NUMBERS),
    st.builds(c.DropQuestion, question=NUMBERS, reason=st.just("Trùng")),
    st.builds(
        c.Assign,
        questions=SOME,
        official=CODES,
        fields=st.dictionaries(st.sampled_from(["1", "2", "9", "x"]), st.sampled_from(["dat-dai", "", "khac"])),
    ),
    st.builds(c.Answer, questions=SOME, official=CODES, text=TEXTS),
    st.builds(
        c.Conclude, questions=SOME, outcome=st.sampled_from(["settled", "written", "study", "beyond"]), tasks=_TASKS
    ),
    st.builds(c.Reopen, question=NUMBERS),
    st.builds(c.CorrectTime, turn=NUMBERS, spoken=st.sampled_from([0.0, 12.5, 300.0])),
    st.builds(c.Reply, promise=NUMBERS),
    st.builds(c.ConcludeMeeting, text=st.none() | TEXTS, tasks=st.none() | _TASKS),
    st.builds(
        c.Agree,
        on=st.sampled_from(["question", "conclusion", "minutes"]),
        question=st.none() | NUMBERS,
        in_favour=NUMBERS,
    ),
]
_COURSE: list[st.SearchStrategy[Command]] = [
    st.builds(c.Break),
    st.builds(c.EndBreak),
    st.builds(c.Undo),
    st.builds(c.Redo),
    st.builds(c.Chair, code=CODES),
    st.builds(c.AddOfficial, name=NAMES),
    st.builds(c.EditOfficial, code=CODES, name=NAMES),
    st.builds(c.EditRule, name=st.just("written_reply"), amount=NUMBERS),
    st.builds(c.EditMeeting, limits=st.builds(c.GivenLimits, speech=st.sampled_from([0, 60]))),
    st.builds(c.Attend, name=NAMES, present=st.booleans()),
    st.just(c.Attend(rest=True)),
    st.builds(c.Rhythm, rounds=NUMBERS),
    st.builds(c.Incident, text=TEXTS),
]
_ADJOURN: st.SearchStrategy[Command] = st.builds(
    c.Adjourn, waiting=st.dictionaries(NUMBERS.map(str), st.sampled_from(["written", "withdrawn"]), max_size=1)
)
LIKELY: st.SearchStrategy[Command] = st.one_of(*_FLOOR, *_PEOPLE, *_QUESTIONS, *_COURSE)

# How long after the one before: mostly some seconds, now and then at once, a clock set back, or hours later.
PAUSES = st.one_of(st.integers(0, 90_000), st.just(0), st.integers(-5_000, 0), st.just(3_600_000)).map(
    lambda milliseconds: dt.timedelta(milliseconds=milliseconds)
)


def _one_after_another(*commands: st.SearchStrategy[Command]) -> st.SearchStrategy[Course]:
    return st.tuples(*(st.tuples(PAUSES, command) for command in commands)).map(list)


# What belongs together happens together often enough for turns to run, not only to be called.
_SCENES: list[st.SearchStrategy[Course]] = [
    _one_after_another(_FLOOR[0], st.just(c.Start())),
    _one_after_another(_FLOOR[1], st.just(c.Start()), st.just(c.Pause()), st.just(c.Resume())),
    _one_after_another(_FLOOR[2], st.just(c.Start()), st.just(c.End())),
    _one_after_another(st.just(c.AskBack()), st.sampled_from([c.End(), c.Resume(), c.Pause()])),
    _one_after_another(_FLOOR[0], st.just(c.Absent())),
    _one_after_another(_FLOOR[1], st.just(c.Start()), st.just(c.End()), LIKELY, st.just(c.GoOn())),
    _one_after_another(st.builds(c.FollowUp, question=NUMBERS), _FLOOR[0], st.just(c.Start())),
    _one_after_another(st.just(c.Break()), LIKELY, st.just(c.EndBreak())),
    _one_after_another(st.just(c.Undo()), st.just(c.Redo())),
]
_SINGLE, _WILD = _one_after_another(LIKELY), _one_after_another(WILD)


def _weighted(*parts: tuple[int, st.SearchStrategy[Course]]) -> st.SearchStrategy[Course]:
    # Naming a strategy twice in `one_of` gives it no more weight.
    chances = [part for weight, part in parts for _ in range(weight)]
    return st.integers(0, len(chances) - 1).flatmap(chances.__getitem__)


_ENDING = _weighted((2, st.just([])), (1, _one_after_another(_ADJOURN, LIKELY, LIKELY, LIKELY)))


def _course_of(scene: st.SearchStrategy[Course], ending: st.SearchStrategy[Course]) -> st.SearchStrategy[Course]:
    scenes = st.lists(scene, min_size=8, max_size=30)
    return st.tuples(scenes, ending).map(lambda told: [step for part in (*told[0], told[1]) for step in part])


COURSES = _course_of(_weighted((2, _SINGLE), (1, st.one_of(_SCENES))), _ENDING)
WILD_COURSES = _course_of(_weighted((1, _SINGLE), (1, _WILD), (1, st.one_of(_SCENES))), _ENDING)
