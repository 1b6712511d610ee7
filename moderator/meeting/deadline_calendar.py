"""The last days of a meeting for the calendar of the office: what the rules order, and what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.calendar_days import CalendarDay
from moderator.meeting.deadline_words import duty_name, terms_in_words
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, meeting_name
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.promises import rule_terms
from moderator.meeting.publishing import published
from moderator.meeting.tasks import Task, tasks_of
from moderator.meeting.wording import GAP
from moderator.meeting.working_days import Calendar

_DONE = "Đã xong: "


def deadline_calendar(meeting: Meeting, calendar: Calendar) -> tuple[CalendarDay, ...]:
    """The meeting's own day, the last day of every rule and of every promise; no citizen is named."""
    account = account_of(published(meeting.state), calendar)
    days = [*_meeting_day(account), *_duties(account), *_promises(account)]
    return tuple(sorted(days, key=lambda each: each.day))


def calendar_name(meeting: Meeting) -> str:
    """What the calendar is called."""
    return f"Thời hạn: {meeting_name(meeting.setup)}"


def _uid(account: Account, what: str) -> str:
    return f"{account.state.setup.id or 'meeting'}-{what}@dialogue-moderator"


def _meeting_day(account: Account) -> Iterator[CalendarDay]:
    setup = account.state.setup
    opened = account.state.opened_at
    day = setup.starts.date() if opened is None and setup.starts is not None else None
    if opened is not None:
        day = opened.astimezone(setup.tz).date()
    if day is not None:
        name = capital(meeting_name(setup))
        yield CalendarDay(
            uid=_uid(account, "day"), day=day, title=name, text=setup.place and f"Địa điểm: {setup.place}"
        )


def _duties(account: Account) -> Iterator[CalendarDay]:
    state = account.state
    done = {each.duty for each in state.duties_done}
    for rule in dict.fromkeys(rule.name for rule in state.setup.rules):
        terms = rule_terms(state, rule, account.calendar)
        if terms:
            yield CalendarDay(
                uid=_uid(account, f"rule-{rule}"),
                day=terms[0].last_day,
                title=f"{_DONE if rule in done else 'Hạn: '}{duty_name(rule, state.setup)}",
                text=f"{capital(terms_in_words(terms))}.\n{capital(meeting_name(state.setup))}",
            )


def _promises(account: Account) -> Iterator[CalendarDay]:
    for task in tasks_of(account):
        if task.due.last_day is None:
            continue
        question = task.question
        about = "việc chủ trì giao" if question is None else f"ý kiến số {question.number}"
        hidden = question is not None and question.number in account.kept_back.substance
        yield CalendarDay(
            uid=_uid(account, f"promise-{task.promise.number}"),
            day=task.due.last_day,
            title=f"{_title(task)}: {about} – {capital(task.office) or GAP}",
            text="\n".join(part for part in _told(account, task, hidden) if part),
            revision=len(task.promise.extensions) + (task.promise.reply is not None),
        )


def _title(task: Task) -> str:
    named = {"reply": "Hạn trả lời", "forward": "Hạn kiến nghị cấp có thẩm quyền", "work": "Hạn thực hiện"}
    return f"{_DONE if task.promise.reply is not None else ''}{named[task.promise.kind]}"


def _told(account: Account, task: Task, hidden: bool) -> Iterator[str]:
    if not hidden:
        yield task.work
    if task.promise.kind == "forward":
        yield f"Cơ quan có thẩm quyền: {account.responsible(task.promise) or GAP}"
    if task.counted:
        yield f"Cách tính: {task.counted}"
    yield capital(meeting_name(account.state.setup))
