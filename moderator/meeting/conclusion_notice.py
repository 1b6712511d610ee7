"""The notice of the chair's conclusion (Mẫu 1.4 of Nghị định 30/2020/NĐ-CP), which is posted and sent around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import (
    capital,
    chair_of,
    comrade,
    day_held,
    issuer,
    meeting_name,
    numbers_in_words,
    question_in_words,
)
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.minutes_people import group
from moderator.meeting.minutes_privacy import ON_CONDUCT
from moderator.meeting.paper import Block, Paper, heading, item, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.publishing import published
from moderator.meeting.state import AskedQuestion
from moderator.meeting.statistics import Statistics, statistics
from moderator.meeting.tasks import Task, by_body, higher_level_in_words, tasks_of
from moderator.meeting.text import fold
from moderator.meeting.wording import (
    GAP,
    WRITING_LINE,
    closed,
    drafted_conclusion,
    led,
    no_later_than,
    within_sentence,
)
from moderator.meeting.working_days import Calendar

_CONCLUSION: Final = "ket luan"
_LEAD: Final = re.compile(r"kết luận( hội nghị)?\s*:\s*", re.IGNORECASE)
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
_SPACES: Final = 3


def conclusion_notice(meeting: Meeting, calendar: Calendar) -> Paper:
    """What the chair concluded: what is settled, what each body has to do and by when, what goes to a higher level."""
    account = account_of(published(meeting.state), calendar)
    setup = account.state.setup
    chair = comrade(chair_of(account))
    name = meeting_name(setup)
    return framed(
        setup,
        "conclusion_notice",
        _body(account, statistics(meeting.state, meeting.records[-1].at)),
        type_name="THÔNG BÁO",
        subject=f"Kết luận của {chair}\ntại {name}",
        ending=(
            f"Trên đây là kết luận của {chair} tại {name}; {issuer(setup)} thông báo để các cơ quan, đơn vị,"
            " cá nhân liên quan biết, thực hiện./."
        ),
    )


def _body(account: Account, found: Statistics) -> Iterator[Block]:
    state = account.state
    setup = state.setup
    chair = comrade(chair_of(account))
    yield para(
        f"{capital(day_held(state))}, tại {within_sentence(setup.place) or GAP}, {chair} đã chủ trì"
        f" {meeting_name(setup)}. {_attendance(account)}"
    )
    heard = GAP if state.opened_at is None else number_two_digits(found.people_heard)
    asked = GAP if state.opened_at is None else number_two_digits(found.questions)
    yield para(
        f"Sau khi nghe {heard} người phát biểu với {asked} ý kiến, kiến nghị và nghe các cơ quan, đơn vị trả lời,"
        f" giải trình, {chair} kết luận như sau:"
    )
    yield heading("I. ĐÁNH GIÁ CHUNG")
    yield from _assessment(account)
    yield from _settled(account)
    yield heading("II. NHIỆM VỤ GIAO CÁC CƠ QUAN, ĐƠN VỊ")
    yield from _tasks(account)


def _attendance(account: Account) -> str:
    """Who took part: guests by post, bodies that answered, groups, and the people."""
    setup = account.state.setup
    guests = [f"{person.post or 'đại biểu'} ({person.name})" for person in setup.guests]
    bodies = list(dict.fromkeys(official.body for official in setup.officials if official.body))
    groups = [group(each) for each in setup.attendance if not each.name and (each.organisation or each.place)]
    parts = []
    if guests:
        parts.append("; ".join(guests))
    if bodies:
        parts.append(f"đại diện {', '.join(bodies)}")
    parts += groups
    parts.append("các tổ chức và Nhân dân được mời")
    return f"Tham dự có: {'; '.join(parts)}."


def _assessment(account: Account) -> Iterator[Block]:
    """The general assessment as it was put down, else what the chair said in closing, else room to write."""
    told = _general_conclusion(account)
    if told:
        yield from (para(closed(line)) for line in told.split("\n") if line.strip())
        return
    yield from (para(WRITING_LINE, first_line=False) for _ in range(_SPACES))


def _general_conclusion(account: Account) -> str:
    state = account.state
    if state.general_conclusion is not None and state.general_conclusion.text.strip():
        return state.general_conclusion.text.strip()
    for turn in reversed(state.turns.values()):
        if turn.kind != "statement" or turn.official != state.chair or not turn.counted or not turn.note:
            continue
        began = turn.began
        items = [number for at, number in state.agenda_moves if began is not None and at <= began]
        if items and _CONCLUSION in fold(_agenda_title(account, items[-1])):
            said = turn.note.strip()
            lead = _LEAD.match(said)
            return said if lead is None else capital(said[lead.end() :])
    return ""


def _agenda_title(account: Account, number: int) -> str:
    return account.state.setup.agenda[number - 1].title


def _settled(account: Account) -> Iterator[Block]:
    """What was settled at the meeting, taken note of, or is received without its words in a published paper."""
    of_other_procedure, on_conduct = account.kept_back.substance, account.kept_back.unpublished
    concluded = [
        question
        for question in account.state.questions.values()
        if question.status == "concluded" and question.number not in of_other_procedure | on_conduct
    ]
    settled = [question for question in concluded if _outcome(question) == "settled"]
    noted = [question for question in concluded if _outcome(question) == "noted"]
    if settled:
        yield para("Những nội dung đã được trả lời, giải quyết tại hội nghị:", keep_with_next=True)
        yield from _concluded(account, settled)
    if noted:
        yield para("Những nội dung được tiếp thu, ghi nhận:", keep_with_next=True)
        yield from _concluded(account, noted)
    if of_other_procedure:
        count = number_two_digits(len(of_other_procedure))
        yield para(
            f"Có {count} ý kiến thuộc trình tự khiếu nại, tố cáo, không xem xét, giải quyết tại hội nghị;"
            " người có ý kiến được hướng dẫn thực hiện theo quy định của pháp luật."
        )
    if on_conduct:
        yield para(
            f"Có {number_two_digits(len(on_conduct))} ý kiến {ON_CONDUCT}; được tiếp nhận, xem xét, xử lý theo quy"
            " định, không nêu nội dung tại thông báo này."
        )
    open_ones = [q.number for q in account.state.questions.values() if q.status in ("new", "assigned", "answered")]
    left = [number for number in open_ones if number not in of_other_procedure]
    if left:
        yield para(f"Chưa kết luận: {numbers_in_words(left)}: {GAP}")


def _outcome(question: AskedQuestion) -> str:
    return "" if question.conclusion is None else question.conclusion.outcome


def _concluded(account: Account, questions: Sequence[AskedQuestion]) -> Iterator[Block]:
    """What became of questions of one outcome; those of which there are no words stand together in the last item."""
    wordless = []
    for question in questions:
        told = _words_on(account, question)
        if told:
            yield item(f"{_named(account, question)}: {told}")
        else:
            wordless.append(question)
    if wordless:
        only = _named(account, wordless[0]) if len(wordless) == 1 else ""
        named = only or capital(numbers_in_words(question.number for question in wordless))
        yield item(f"{named}: {drafted_conclusion(_outcome(wordless[0]), phrases=account.phrases)}")


def _words_on(account: Account, question: AskedQuestion) -> str:
    """What the chair concluded in his own words, else what was answered."""
    said = "" if question.conclusion is None else closed(question.conclusion.text)
    if said or _outcome(question) != "settled":
        return said
    return " ".join(
        led(f"{account.officeholder(each.official)}, trả lời", each.text) for each in question.answers if each.text
    )


def _named(account: Account, question: AskedQuestion) -> str:
    """A question with those that were joined into it, as a sentence begins with it."""
    untold = account.kept_back.substance | account.kept_back.unpublished
    joined = [number for number in account.joined.get(question.number, ()) if number not in untold]
    together = f", gộp {numbers_in_words(joined)}" if joined else ""
    return f"{capital(question_in_words(account, question))}{together}"


def _tasks(account: Account) -> Iterator[Block]:
    """One numbered item per body, with what it has to do and by when."""
    tasks = tasks_of(account)
    if not tasks:
        over = account.is_over
        yield para("Không có nội dung phải giải quyết, trả lời sau hội nghị." if over else GAP)
        return
    for place, (body, given) in enumerate(by_body(tasks).items(), 1):
        yield heading(f"{place}. {capital(body) or GAP}", 2)
        if len(given) == 1:
            yield para(_task(account, given[0]))
            continue
        yield from (item(_task(account, task), marker=f"{_marker(at)})") for at, task in enumerate(given))


def _marker(place: int) -> str:
    rounds, letter = divmod(place, len(_LETTERS))
    return _LETTERS[letter] * (rounds + 1)


def _task(account: Account, task: Task) -> str:
    question = task.question
    work = closed(task.work)
    if question is not None and question.number not in account.kept_back.substance:
        # What nobody worded says itself which question it is about.
        named = re.search(rf"\bý kiến số {question.number}\b", work)
        work = work if named else f"{_named(account, question)}: {work}"
    parts = [work]
    if task.promise.kind == "forward":
        parts.append(f"{higher_level_in_words(account, task.promise)}.")
    # The day that the meeting left: what was extended later belongs to other papers.
    due = account.due(task.promise)
    parts.append(f"Thời hạn: {no_later_than(due.last_day, due.estimated, account.phrases)}.")
    return " ".join(parts)
