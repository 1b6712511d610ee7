"""A rehearsal file is read whole, line by line, or nothing of it is played."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.meeting_file import read_meeting_file
from data.rehearsal_file import Line, RehearsalFileError, parse_rehearsal, read_rehearsal
from data.sample import sample_meeting, sample_rehearsal
from moderator.meeting import commands as c
from moderator.meeting.meeting import Meeting, made
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Setup

PLANS = Path(__file__).parent.parent / "plans"
HERE = timezone(timedelta(hours=7))
DAY = date(2026, 11, 26)


def read(*rows: str, day: date | None = DAY) -> list[Line]:
    return parse_rehearsal("\n".join(rows), "buoi-sang.jsonl", HERE, day)


def refusal(*rows: str, day: date | None = DAY) -> tuple[int, str, str]:
    with pytest.raises(RehearsalFileError) as refused:
        read(*rows, day=day)
    assert refused.value.file == "buoi-sang.jsonl"
    return refused.value.line, refused.value.params.get("key", ""), refused.value.reason


def row(at: str, do: str = "open", **more: object) -> str:
    return json.dumps({"at": at, "do": do, **more}, ensure_ascii=False)


def test_times_are_on_the_meetings_day_in_the_meetings_zone() -> None:
    lines = read(row("07:30"), row("07:30:05", "agenda", item=1), row("07:30:05.250", "call"))
    assert [line.at for line in lines] == [
        datetime(2026, 11, 26, 0, 30, tzinfo=UTC),
        datetime(2026, 11, 26, 0, 30, 5, tzinfo=UTC),
        datetime(2026, 11, 26, 0, 30, 5, 250_000, tzinfo=UTC),
    ]
    assert [line.command for line in lines] == [c.Open(), c.Agenda(item=1), c.Call()]
    assert not any(line.refused for line in lines)


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-26T08:00:00",
        "2026-11-26 08:00",
        "2026-11-26T01:00:00Z",
        "2026-11-26T08:00:00+07:00",
        "2026-11-26T03:00:00.000+02:00",
    ],
)
def test_a_full_instant_is_local_unless_it_says_its_offset(at: str) -> None:
    assert read(row(at))[0].at == datetime(2026, 11, 26, 1, 0, tzinfo=UTC)


def test_without_a_known_day_the_last_full_instant_names_it() -> None:
    lines = read(
        row("2023-06-15T07:00:00"),
        row("07:30"),
        row("2023-07-03T01:00:00Z", "reply", promise=1, number="15/UBND"),
        row("08:05", "done", duty="report"),
        day=None,
    )
    assert [line.at.astimezone(HERE).isoformat() for line in lines[1:]] == [
        "2023-06-15T07:30:00+07:00",
        "2023-07-03T08:00:00+07:00",
        "2023-07-03T08:05:00+07:00",
    ]
    assert refusal(row("07:30"), day=None) == (1, "at", "day_unknown")


def test_on_a_known_day_a_time_alone_stays_on_that_day() -> None:
    assert refusal(row("2026-12-10T09:00:00"), row("09:05")) == (2, "at", "earlier_than_before")


@pytest.mark.parametrize(
    "at",
    [
        "7:30", "07:60", "24:00", "07:30:61", "07:30:00.", "2026-11-26", "2026-02-30T07:00:00", "2026-W48-4T07:00:00",
        "07:30+07:00", "2026-11-26T07:30:00+99:00", "9999-12-31T23:59:00Z", "0001-01-01T00:00:00", "٠٧:٣٠", "",
    ],
)  # fmt: skip
def test_other_writings_of_a_time_are_refused(at: str) -> None:
    assert refusal(row(at)) == (1, "at", "bad_time")


def test_one_instant_may_hold_several_commands_but_none_goes_back() -> None:
    assert len(read(row("08:00"), row("08:00", "call"), row("08:00", "start"))) == 3
    assert refusal(row("08:00"), "", row("07:59:59.999", "call")) == (3, "at", "earlier_than_before")


def test_lines_keep_their_numbers_over_blank_ones() -> None:
    assert [line.number for line in read("", row("08:00"), "   ", row("08:01", "call"), "")] == [2, 4]
    assert read("") == []


def test_an_expected_refusal_is_said_beside_the_command() -> None:
    assert read(row("08:00", "end", refused=True))[0].refused is True
    assert refusal(row("08:00", "end", refused=1)) == (1, "refused", "wrong_kind")


@pytest.mark.parametrize(
    ("written", "key", "reason"),
    [
        ("{", "", "bad_json"),
        ('{"at": "08:00", "do": "message", "text": "a\tb"}', "", "bad_json"),
        ("[]", "", "not_an_object"),
        ('{"do": "open"}', "at", "missing_key"),
        ('{"at": "08:00"}', "do", "missing_key"),
        ('{"at": 8, "do": "open"}', "at", "wrong_kind"),
        ('{"at": "08:00", "do": null}', "do", "wrong_kind"),
        ('{"at": "08:00", "do": "opne"}', "do", "unknown_command"),
        ('{"at": "08:00", "do": "dance", "steps": 3}', "do", "unknown_command"),
        ('{"at": "08:00", "do": "open", "who": 1}', "who", "unknown_key"),
        ('{"at": "08:00", "do": "open", "at": "09:00"}', "at", "key_given_twice"),
        ('{"at": "08:00", "do": "recall"}', "who", "missing_key"),
        ('{"at": "08:00", "do": "call", "who": true}', "who", "wrong_kind"),
        ('{"at": "08:00", "do": "call", "who": 1.0}', "who", "wrong_kind"),
        ('{"at": "08:00", "do": "call", "who": "1"}', "who", "wrong_kind"),
        ('{"at": "08:00", "do": "assign", "questions": [1, true], "official": "a"}', "questions[2]", "wrong_kind"),
        ('{"at": "08:00", "do": "reorder", "order": [1.0]}', "order[1]", "wrong_kind"),
        ('{"at": "08:00", "do": "correct_time", "turn": 1, "spoken": NaN}', "", "bad_number"),
        ('{"at": "08:00", "do": "correct_time", "turn": 1, "spoken": 1e999}', "", "bad_number"),
        (f'{{"at": "08:00", "do": "correct_time", "turn": 1, "spoken": 1{"0" * 400}}}', "spoken", "bad_number"),
        (f'{{"at": "08:00", "do": "call", "who": {"9" * 5000}}}', "", "bad_number"),
        (f'{{"at": "08:00", "do": {"[" * 100_000}', "", "too_deep"),
        ('{"at": "08:00", "do": "recall", "who": 1, "to": "middle"}', "to", "not_one_of"),
        ('{"at": "08:00", "do": "adjourn", "waiting": {"3": "gone"}}', "waiting[...]", "not_one_of"),
        (
            '{"at": "08:00", "do": "conclude", "questions": [1], "outcome": "written", "due": "26/12/2026"}',
            "due",
            "bad_date",
        ),
        (
            '{"at": "08:00", "do": "conclude", "questions": [1], "outcome": "study", "tasks": [{"kind": "reply"}, {}]}',
            "tasks[2].kind",
            "missing_key",
        ),
    ],
)
def test_a_line_that_cannot_be_meant_stops_the_reading(written: str, key: str, reason: str) -> None:
    assert refusal(row("07:30"), written, row("09:00", "call")) == (2, key, reason)


def test_a_wrong_word_comes_with_the_words_that_may_stand_there() -> None:
    with pytest.raises(RehearsalFileError) as refused:
        read(row("08:00", "adjourn", waiting={"3": "gone"}))
    assert refused.value.params["allowed"] == ("carried_over", "withdrawn", "written")
    with pytest.raises(RehearsalFileError) as refused:
        read(row("08:00", "conclude", questions=[1], outcome="study", tasks=[{"kind": "later"}]))
    assert refused.value.params["key"] == "tasks[1].kind"
    assert refused.value.params["allowed"] == ("forward", "reply", "work")


def test_text_is_cleaned_and_kept_literally() -> None:
    told = read('{"at": "08:00", "do": "message", "text": "=1+1 [b]\\u0007 \\ud800\\u2028 h\\u006f\\u0302\\u0323i"}')
    assert told[0].command == c.Message(text="=1+1 [b]\ufffd \ufffd\u2028 hội")
    raw = '{"at": "08:00", "do": "message", "text": "một\u2028hai\x85ba"}'
    assert read(raw)[0].command == c.Message(text="một\u2028hai\ufffdba")


@given(text=st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read(row("08:00", "note", turn=1, text=text))[0].number == 1
    try:
        lines = read(text)
    except RehearsalFileError:
        return
    assert lines == []


def test_files_from_any_editor_are_read(tmp_path: Path) -> None:
    path = tmp_path / "notepad.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + f"{row('07:30')}\r\n\r\n{row('07:31', 'call')}\r\n".encode())
    assert [line.number for line in read_rehearsal(path, HERE, DAY)] == [1, 3]


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    def told(path: Path) -> tuple[int, str]:
        with pytest.raises(RehearsalFileError) as refused:
            read_rehearsal(path, HERE, DAY)
        return refused.value.line, refused.value.reason

    assert told(tmp_path / "none.jsonl") == (0, "no_file")
    assert told(tmp_path) == (0, "unreadable_file")
    old = tmp_path / "old.jsonl"
    old.write_bytes(row("07:30").encode() + b'\n{"at": "08:00", "do": "message", "text": "\xd0"}\n')
    assert told(old) == (2, "not_utf8")


def day_of(setup: Setup) -> date | None:
    return setup.starts.date() if setup.starts else None


def reason_against(meeting: Meeting, line: Line) -> str | None:
    try:
        meeting.apply(meeting.decide(line.command, line.at))
    except Refusal as refused:
        return refused.code
    return None


def played(setup: Setup, lines: list[Line]) -> Meeting:
    meeting = Meeting([made(setup, lines[0].at)])
    went_otherwise = [
        (line.number, reason)
        for line in lines
        if ((reason := reason_against(meeting, line)) is not None) is not line.refused
    ]
    assert went_otherwise == []
    return meeting


def test_the_sample_morning_goes_as_it_expects() -> None:
    lines = sample_rehearsal()
    state = played(sample_meeting(), lines).state
    assert state.stage == "adjourned"
    assert len(state.registrations) >= 14
    assert {question.conclusion.outcome for question in state.questions.values() if question.conclusion} == {
        "settled", "written", "study", "beyond", "off_topic", "procedure", "noted",
    }  # fmt: skip
    assert all(question.conclusion or question.joined_into for question in state.questions.values())
    assert {turn.kind for turn in state.turns.values()} == {
        "speech", "follow_up", "clarification", "answer", "statement", "reading",
    }  # fmt: skip
    counted = [turn for turn in state.turns.values() if turn.counted]
    assert any((left := turn.left(lines[-1].at)) is not None and left < 0 for turn in counted)
    assert any(turn.extended for turn in counted)
    assert any(turn.corrected is not None for turn in counted)
    assert any(turn.hidden for turn in counted)
    assert any(registration.card.late for registration in state.registrations.values())
    used = {type(line.command) for line in lines}
    assert used >= {
        c.Undo,
        c.Redo,
        c.Absent,
        c.Recall,
        c.PutBack,
        c.Join,
        c.Break,
        c.AskBack,
        c.Message,
        c.EditQuestion,
    }
    assert sum(line.refused for line in lines) == 1


@pytest.mark.parametrize(
    ("plan", "stage"), [("ha-trung-2021", "adjourned"), ("pho-chau-2023", "adjourned"), ("lac-thuong-2023", "signed")]
)
def test_the_plans_are_rehearsed_to_their_end(plan: str, stage: str) -> None:
    setup = read_meeting_file(PLANS / f"{plan}.toml")
    lines = read_rehearsal(PLANS / f"{plan}.jsonl", setup.tz, day_of(setup))
    state = played(setup, lines).state
    assert state.stage == stage
    assert all(question.conclusion or question.joined_into for question in state.questions.values())


@pytest.mark.parametrize(
    "line",
    [
        {"do": "chair", "code": "chair-2", "delegation": "Giấy ủy quyền"},
        {"do": "add_official", "code": "dien-luc", "name": "Lê Thị Điện", "fields": ["nuoc-sach"]},
        {"do": "edit_official", "code": "dien-luc", "post": "Giám đốc"},
        {"do": "add_agenda", "title": "Trao quà", "minutes": 5},
        {"do": "edit_agenda", "item": 1, "minutes": 5},
        {"do": "edit_meeting", "place": "Nhà văn hóa", "starts": "2026-11-26T08:00:00", "limits": {"speech": 180}},
        {"do": "edit_rule", "name": "written_reply", "amount": 20, "unit": "days", "reason": "Quy chế mới"},
        {"do": "attend", "organisation": "Hội Nông dân", "present": 8},
        {"do": "attend", "name": "An", "place": "thôn Đông", "present": False, "reason": "ốm", "substitute": "Bình"},
        {"do": "go_on"},
        {"do": "past_turn", "who": 3, "kind": "speech", "began": "08:05:10", "spoken": 95},
        {"do": "rhythm", "rounds": 3},
        {"do": "conclude_meeting", "text": "Tốt", "tasks": [{"kind": "work", "body": "Văn phòng"}]},
        {"do": "agree", "on": "conclusion", "question": 1, "for": 30, "against": 1, "other": 0},
        {"do": "agree", "on": "minutes", "all": True},
        {"do": "incident", "text": "Mất điện"},
    ],
)
def test_acts_of_the_hall_are_read(line: dict[str, object]) -> None:
    (told,) = read(json.dumps({"at": "08:00", **line}))
    assert told.command.__struct_config__.tag == line["do"]


@pytest.mark.parametrize("began", ["8:05", "24:00", "sáng", "26/11/2026 08:05"])
def test_the_beginning_of_a_past_turn_is_a_time(began: str) -> None:
    assert refusal(row("08:00", "past_turn", who=1, began=began, spoken=5)) == (1, "began", "unfit")
