"""Every act of the secretary: its name, key, group and command; footer, help, palette and key card are made from it.

The words of an act stand in the catalogues under `command.NAME` and `command.NAME.help`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from moderator.meeting import commands as c
from moderator.meeting.commands import Command

Group = Literal["floor", "registration", "questions", "meeting", "hall", "office", "console"]


class Act(NamedTuple):
    """Something that the secretary can do.

    Attributes:
        name: the name used everywhere; of a command, the one of the rehearsal file.
        command: what it gives to the meeting, None for what concerns the console alone.
        key: the console's key for it, None where the palette serves.
        asks: it opens a box before it is given.
        in_box: the key works while a box is open.
        dangerous: undo cannot take it back, so another key must confirm it.
    """

    name: str
    group: Group
    command: type[Command] | None = None
    key: str | None = None
    asks: bool = False
    in_box: bool = False
    dangerous: bool = False


_ACTS: tuple[Act, ...] = (
    Act("floor", "console", key="f2", in_box=True),
    Act("write", "console", key="f4", in_box=True),
    Act("aim", "console", key="ctrl+l"),
    Act("palette", "console", key="f9"),
    Act("help", "console", key="f1"),
    Act("minutes", "console", key="f12"),
    Act("minutes_signing", "console", asks=True),
    Act("papers", "console"),
    Act("advice", "console"),
    Act("mute", "console"),
    Act("quit", "console", key="ctrl+q", in_box=True),
    Act("open", "meeting", c.Open),
    Act("agenda", "meeting", c.Agenda, asks=True),
    Act("break", "meeting", c.Break, asks=True),
    Act("end_break", "meeting", c.EndBreak),
    Act("adjourn", "meeting", c.Adjourn, asks=True),
    Act("sign", "meeting", c.Sign, dangerous=True),
    Act("chair", "meeting", c.Chair, asks=True),
    Act("rhythm", "meeting", c.Rhythm, asks=True),
    Act("attend", "meeting", c.Attend, asks=True),
    Act("conclude_meeting", "meeting", c.ConcludeMeeting, asks=True),
    Act("agree", "meeting", c.Agree, asks=True),
    Act("incident", "meeting", c.Incident, asks=True),
    Act("edit_meeting", "meeting", c.EditMeeting, asks=True),
    Act("add_agenda", "meeting", c.AddAgenda, asks=True),
    Act("edit_agenda", "meeting", c.EditAgenda, asks=True),
    Act("add_official", "meeting", c.AddOfficial, asks=True),
    Act("edit_official", "meeting", c.EditOfficial, asks=True),
    Act("edit_rule", "meeting", c.EditRule, asks=True),
    Act("undo", "meeting", c.Undo, key="f10", in_box=True),
    Act("redo", "meeting", c.Redo, key="ctrl+r", in_box=True),
    Act("register", "registration", c.Register, key="f3", asks=True),
    Act("edit_registration", "registration", c.EditRegistration, asks=True),
    Act("withdraw", "registration", c.Withdraw, asks=True),
    Act("recall", "registration", c.Recall, asks=True),
    Act("reorder", "registration", c.Reorder, asks=True),
    Act("open_registration", "registration", c.OpenRegistration),
    Act("close_registration", "registration", c.CloseRegistration),
    Act("call", "floor", c.Call, asks=True),
    Act("statement", "floor", c.Call, asks=True),
    Act("reading", "floor", c.Call, asks=True),
    Act("start", "floor", c.Start),
    Act("pause", "floor", c.Pause, key="f8", in_box=True),
    Act("resume", "floor", c.Resume),
    Act("end", "floor", c.End),
    Act("absent", "floor", c.Absent, key="ctrl+n", in_box=True),
    Act("put_back", "floor", c.PutBack),
    Act("go_on", "floor", c.GoOn),
    Act("past_turn", "floor", c.PastTurn, asks=True),
    Act("extend", "floor", c.Extend, key="ctrl+t", asks=True),
    Act("backdate", "floor", c.Backdate, asks=True),
    Act("ask_back", "floor", c.AskBack, key="ctrl+o", in_box=True),
    Act("follow_up", "floor", c.FollowUp, key="ctrl+g", asks=True),
    Act("correct_time", "floor", c.CorrectTime, asks=True),
    Act("recover", "floor", c.Recover, asks=True),
    Act("note", "floor", c.Note, asks=True),
    Act("question", "questions", c.Question, asks=True),
    Act("edit_question", "questions", c.EditQuestion, asks=True),
    Act("join", "questions", c.Join, asks=True),
    Act("unjoin", "questions", c.Unjoin, asks=True),
    Act("drop_question", "questions", c.DropQuestion, asks=True),
    Act("assign", "questions", c.Assign, key="f5", asks=True),
    Act("call_answer", "questions", c.Call, key="f6", asks=True),
    Act("answer", "questions", c.Answer, asks=True),
    Act("edit_answer", "questions", c.EditAnswer, asks=True),
    Act("conclude", "questions", c.Conclude, key="f7", asks=True),
    Act("review", "questions"),
    Act("reopen", "questions", c.Reopen, asks=True),
    Act("message", "hall", c.Message, asks=True),
    Act("remind", "hall", c.Remind, key="ctrl+b", asks=True),
    Act("hide", "hall", c.Hide, key="ctrl+s", in_box=True),
    Act("show_turn", "hall", c.Hide),
    Act("blackout", "hall", c.Blackout),
    Act("light", "hall", c.Blackout),
    Act("reply", "office", c.Reply, asks=True),
    Act("extend_promise", "office", c.ExtendPromise, asks=True),
    Act("done", "office", c.Done, asks=True),
)
ACTS: dict[str, Act] = {act.name: act for act in _ACTS}

DIRECT: dict[str, Command] = {
    "open": c.Open(),
    "end_break": c.EndBreak(),
    "sign": c.Sign(),
    "undo": c.Undo(),
    "redo": c.Redo(),
    "open_registration": c.OpenRegistration(),
    "close_registration": c.CloseRegistration(),
    "start": c.Start(),
    "resume": c.Resume(),
    "end": c.End(),
    "absent": c.Absent(),
    "put_back": c.PutBack(),
    "go_on": c.GoOn(),
    "ask_back": c.AskBack(),
    "show_turn": c.Hide(on=False),
    "blackout": c.Blackout(on=True),
    "light": c.Blackout(on=False),
}


def key_name(key: str | None) -> str:
    """A key as it is printed: "F2", "Ctrl+L", empty for none."""
    if not key:
        return ""
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return key.upper() if key[1:].isdigit() else key.capitalize()
