"""How the meeting went, as the minutes tell it: item by item, turn by turn, with each question where it was raised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Final

from moderator.meeting.dates_in_words import number_two_digits, time_in_words
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_exchange import clarifications, reminders
from moderator.meeting.minutes_people import UNNAMED_CITIZEN, inside
from moderator.meeting.minutes_questions import question_blocks
from moderator.meeting.paper import Block, bold, heading, item, para
from moderator.meeting.people import numbered_code
from moderator.meeting.presiding import everybody_who_presided
from moderator.meeting.state import AskedQuestion, BreakTaken, NotedIncident, Presiding, Turn
from moderator.meeting.text import fold
from moderator.meeting.wording import WRITING_LINE, closed, led

OTHER_PROCEDURE: Final = "Nội dung thuộc trình tự khiếu nại, tố cáo"
_FORM_LINES: Final = 6
_Happened = Turn | BreakTaken | Presiding | NotedIncident
_DIALOGUE_TURNS: Final = frozenset({"speech", "follow_up", "reading", "answer"})


@dataclass(slots=True)
class _Stretch:
    """A stretch of the meeting under one item of the agenda; None before the first."""

    item: int | None
    happened: list[_Happened] = made_by(default_factory=list)


def course(account: Account) -> Iterator[Block]:
    """The course of the meeting; lines to write on while nothing has happened."""
    stretches = _stretches(account)
    number = 0
    if all(stretch.item is None for stretch in stretches):
        yield from _programme(account)
    last = _last_of_dialogue(stretches)
    told = _Told(account)
    seen: set[int] = set()
    for place, stretch in enumerate(stretches):
        if stretch.item is not None:
            number += 1
            yield heading(
                f"{number}. {_title(account, stretch.item)}{' (tiếp theo)' if stretch.item in seen else ''}", 2
            )
            yield from _out_of_order(account, stretch.item, seen, stretches[place + 1 :])
            seen.add(stretch.item)
        yield from told.of_stretch(stretch)
        if place == last:
            for title, blocks in told.of_questions_left():
                number += 1
                yield heading(f"{number}. {title}", 2)
                yield from blocks
    if not stretches:
        yield from (para(WRITING_LINE, first_line=False) for _ in range(_FORM_LINES))
        for place, (title, blocks) in enumerate(told.of_questions_left(), 1):
            yield heading(f"{place}. {title}", 2)
            yield from blocks


def _programme(account: Account) -> Iterator[Block]:
    agenda = account.state.setup.agenda
    if agenda:
        yield para("Chương trình hội nghị:", keep_with_next=True)
        yield from (item(closed(each.title), marker=f"{place}.") for place, each in enumerate(agenda, 1))


def _stretches(account: Account) -> list[_Stretch]:
    state = account.state
    # The item stands first: at one instant the chair goes to it, then gives somebody the floor.
    happened: list[tuple[dt.datetime, int, int | _Happened]] = [
        *((at, 0, number) for at, number in state.agenda_moves),
        *((each.since, 1, each) for each in state.presided if _took_over(account, each)),
        *((taken.began, 1, taken) for taken in state.breaks),
        *((each.at, 3, each) for each in state.incidents),
        *(
            (turn.began, 2, turn)
            for turn in state.turns.values()
            if turn.began is not None and turn.counted and _has_own_place(account, turn)
        ),
    ]
    happened.sort(key=lambda each: each[:2])
    stretches = [_Stretch(None)]
    for _, _, what in happened:
        if isinstance(what, int):
            stretches.append(_Stretch(what))
        else:
            stretches[-1].happened.append(what)
    return _without_slips(stretches)


def _took_over(account: Account, presiding: Presiding) -> bool:
    """Whether somebody took over from another while the meeting was held."""
    opened = account.state.opened_at
    return opened is not None and presiding.since >= opened and presiding.code != presiding.before


def _has_own_place(account: Account, turn: Turn) -> bool:
    """Answers, clarifications and follow-ups stand under their question, unless they raised another."""
    return turn.kind in ("speech", "statement", "reading") or turn.number in account.raised


def _without_slips(stretches: list[_Stretch]) -> list[_Stretch]:
    """Leave out items touched in passing, and let what goes on under the same item be one stretch."""
    filled = {stretch.item for stretch in stretches if stretch.happened}
    kept: list[_Stretch] = []
    empty: set[int] = set()
    for stretch in stretches:
        if not stretch.happened:
            if stretch.item is None or stretch.item in filled or stretch.item in empty:
                continue
            empty.add(stretch.item)
        if kept and kept[-1].item == stretch.item:
            kept[-1].happened += stretch.happened
        else:
            kept.append(stretch)
    return kept


def _last_of_dialogue(stretches: list[_Stretch]) -> int:
    """The stretch behind which questions stand that nobody raised in a turn."""
    places = [
        place
        for place, stretch in enumerate(stretches)
        if any(isinstance(each, Turn) and each.kind in _DIALOGUE_TURNS for each in stretch.happened)
    ]
    return places[-1] if places else len(stretches) - 1


def _title(account: Account, number: int) -> str:
    return account.state.setup.agenda[number - 1].title.strip().rstrip(".;:,")


def _out_of_order(account: Account, number: int, seen: set[int], later: list[_Stretch]) -> Iterator[Block]:
    """That the chair took an item before others that the agenda has in front of it."""
    to_come = {stretch.item for stretch in later}
    passed = [each for each in range(1, number) if each not in seen and each in to_come]
    if passed and number not in seen:
        titles = "; ".join(f"“{_title(account, each)}”" for each in passed)
        yield para(f"Theo sự điều hành của chủ trì, nội dung này được thực hiện trước nội dung {titles}.")


class _Told:
    """Tells the turns of a meeting one after the other, and remembers which questions have been told."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._questions: set[int] = set()
        self._registrations_told = False

    def of_stretch(self, stretch: _Stretch) -> Iterator[Block]:
        for each in stretch.happened:
            if isinstance(each, BreakTaken):
                yield self._break(each)
                continue
            if isinstance(each, Presiding):
                yield self._presiding(each)
                continue
            if isinstance(each, NotedIncident):
                yield self._incident(each)
                continue
            if each.kind != "statement" and not self._registrations_told:
                self._registrations_told = True
                yield from _registrations(self._account)
            match each.kind:
                case "statement":
                    yield from self._statement(each, stretch.item)
                case "reading":
                    yield from self._reading(each)
                case _:
                    yield from self._speech(each)

    def of_questions_left(self) -> Iterator[tuple[str, list[Block]]]:
        """Questions that stand under no turn, each group with its title."""
        account, state = self._account, self._account.state
        if not self._registrations_told:
            yield from self._registered_only()
        left = [q for q in state.questions.values() if q.number not in self._questions]
        unnamed = [q for q in left if q.number in account.kept_back.asker]
        named = [q for q in left if q.number not in account.kept_back.asker]
        written = [q for q in named if state.registrations[q.who].status == "in_writing"]
        others = [q for q in named if state.registrations[q.who].status != "in_writing"]
        for title, group in (("Ý kiến gửi bằng văn bản", written), ("Ý kiến ghi nhận thêm", others)):
            if group:
                yield title, [block for q in group for block in self._question(q, account.citizen(q.who))]
        if unnamed:
            yield OTHER_PROCEDURE, [block for q in unnamed for block in self._question(q)]

    def _registered_only(self) -> Iterator[tuple[str, list[Block]]]:
        blocks = [*_registrations(self._account)]
        if blocks:
            yield "Đăng ký phát biểu", blocks

    def _question(self, question: AskedQuestion, asker: str = "") -> Iterator[Block]:
        self._questions.add(question.number)
        yield from question_blocks(self._account, question, asker)

    def _break(self, taken: BreakTaken) -> Block:
        began = self._local_time(taken.began)
        if taken.ended is None:
            return para(f"Hội nghị giải lao từ {began}.")
        rested = "nghỉ trưa" if self._is_over_noon(taken.began, taken.ended) else "giải lao"
        return para(f"Hội nghị {rested} từ {began} đến {self._local_time(taken.ended)}.")

    def _is_over_noon(self, began: dt.datetime, ended: dt.datetime) -> bool:
        noon = began.astimezone(self._account.state.setup.tz).replace(hour=12, minute=0, second=0, microsecond=0)
        return began <= noon < ended

    def _presiding(self, presiding: Presiding) -> Block:
        account = self._account
        new, old = (inside(account.officeholder(code)) for code in (presiding.code, presiding.before))
        mandate = f" ({presiding.delegation})" if presiding.delegation else ""
        if self._presided_before(presiding):
            return para(f"Từ {self._local_time(presiding.since)}, {new}, tiếp tục chủ trì hội nghị{mandate}.")
        return para(f"Từ {self._local_time(presiding.since)}, {new}, chủ trì hội nghị{mandate}, thay {old}.")

    def _presided_before(self, presiding: Presiding) -> bool:
        return any(
            presiding.code == each.before and each.since < presiding.since for each in self._account.state.presided
        )

    def _incident(self, incident: NotedIncident) -> Block:
        adjourned = self._account.state.adjourned_at
        if adjourned is not None and incident.at > adjourned:
            # Put down afterwards: when it happened is not known.
            return para(closed(incident.text))
        # It is put down a little after it began, and its own words may tell when that was.
        return para(f"Ghi nhận lúc {self._local_time(incident.at)}: {closed(incident.text)}")

    def _local_time(self, instant: dt.datetime) -> str:
        return time_in_words(instant.astimezone(self._account.state.setup.tz))

    def _statement(self, turn: Turn, item_number: int | None) -> Iterator[Block]:
        who = self._account.officeholder(turn.official)
        said = _statement_verb(self._account, turn, item_number)
        if turn.note:
            yield para(bold(who), f", {said}:", keep_with_next=True)
            yield para(closed(turn.note))
        else:
            yield para(bold(who), f", {said}.")
        yield from clarifications(self._account, turn)
        yield from reminders(turn)

    def _reading(self, turn: Turn) -> Iterator[Block]:
        account, state = self._account, self._account.state
        reader = account.officeholder(turn.official) if turn.official else "Thư ký hội nghị"
        questions = [state.questions[number] for number in turn.questions]
        new = [q for q in questions if q.number not in self._questions and self._stands_alone(q)]
        known = [q.number for q in questions if q not in new]
        yield para(bold(reader), f", đọc ý kiến gửi bằng văn bản{':' if new else '.'}", keep_with_next=bool(new))
        if known and not new:
            yield item(f"Nội dung được đọc: {', '.join(f'ý kiến số {number}' for number in known)}.")
        if turn.note and not account.touches_kept_back(turn):
            yield item(closed(turn.note))
        for question in new:
            yield from self._question(question, account.citizen(question.who))

    def _stands_alone(self, question: AskedQuestion) -> bool:
        """Whether a question stands under no turn of a citizen and names its asker."""
        turn = self._account.state.turns.get(question.turn or 0)
        raised_aloud = turn is not None and turn.counted
        return not raised_aloud and question.number not in self._account.kept_back.asker

    def _speech(self, turn: Turn) -> Iterator[Block]:
        account = self._account
        raised = account.raised.get(turn.number, [])
        questions = [account.state.questions[n] for n in raised if n not in account.kept_back.asker]
        unnamed = len(questions) < len(raised)
        who = account.citizen(turn.who) if turn.who is not None and (questions or not unnamed) else UNNAMED_CITIZEN
        count = f", nêu {number_two_digits(len(questions))} ý kiến, kiến nghị" if len(questions) > 1 else ""
        act = "phát biểu" if turn.kind == "speech" else "trao đổi thêm và nêu ý kiến"
        # What was said in a follow-up stands under its question.
        note = "" if turn.kind == "follow_up" or account.touches_kept_back(turn) else turn.note
        if note and not questions:
            yield para(bold(who), " ", led(act, note))
        else:
            yield para(bold(who), f" {act}{count}{':' if questions else '.'}", keep_with_next=bool(questions))
            if note:
                yield item(closed(note))
        if unnamed and not questions:
            yield item(f"Nội dung được ghi tại mục “{OTHER_PROCEDURE}”.")
        yield from clarifications(account, turn)
        yield from reminders(turn)
        for question in questions:
            yield from self._question(question)


def _statement_verb(account: Account, turn: Turn, item_number: int | None) -> str:
    """What a statement is called, as far as the title of its item tells."""
    title = "" if item_number is None else fold(account.state.setup.agenda[item_number - 1].title)
    if "ket luan" in title and turn.official in everybody_who_presided(account.state):
        return "phát biểu kết luận hội nghị"
    if "thong qua bien ban" in title and turn.official in _secretaries(account):
        return "đọc biên bản để hội nghị thông qua"
    return "trình bày báo cáo" if "bao cao" in title else "phát biểu"


def _secretaries(account: Account) -> list[str]:
    return [numbered_code("secretary", place) for place in range(len(account.state.setup.secretaries))]


def _registrations(account: Account) -> Iterator[Block]:
    """The registrations in figures."""
    cards = [registration.card for registration in account.state.registrations.values()]
    if not cards:
        return
    written = sum(card.channel == "in_writing" for card in cards)
    late = sum(card.late for card in cards)
    told = (
        f"Thư ký hội nghị đã tiếp nhận {number_two_digits(len(cards) - written)} lượt đăng ký phát biểu trực tiếp"
        f" và {number_two_digits(written)} ý kiến gửi bằng văn bản"
    )
    if late:
        told += f"; trong đó có {number_two_digits(late)} lượt đăng ký sau khi hết thời gian đăng ký"
    yield para(f"{told}.")
