"""What was exchanged about a question, as the minutes tell it: answers, follow-ups, the chair asking back."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import citizen_again
from moderator.meeting.paper import Block, item
from moderator.meeting.state import AskedQuestion, Turn
from moderator.meeting.wording import led

_CLARIFIED = "Chủ trì hỏi lại"
_ANSWERED = "đã trả lời, giải trình tại hội nghị."
_REMINDED_OF = {"time": "thời gian", "topic": "nội dung đối thoại", "order": "trật tự"}


def exchange(account: Account, question: AskedQuestion) -> Iterator[Block]:
    """Answers and follow-ups on a question in the order in which they were given."""
    # An answer that was typed outside any turn stands behind the answer typed before it.
    # A turn that was keyed in from paper has a higher number than others after it.
    places = account.places
    told: list[tuple[int, list[Block]]] = []
    place = 0
    typed_in: set[int] = set()
    typed_for: set[str] = set()
    for answer in question.answers:
        who = account.officeholder(answer.official)
        blocks: list[Block] = [item(led(f"{who}, trả lời", answer.text) if answer.text else f"{who}, {_ANSWERED}")]
        if answer.turn is None:
            typed_for.add(answer.official)
        else:
            place = max(place, places[answer.turn])
            if answer.turn not in typed_in:
                blocks += _said_besides(account, question, account.state.turns[answer.turn])
            typed_in.add(answer.turn)
        told.append((place, blocks))
    for number in question.answer_turns:
        turn = account.state.turns[number]
        if number not in typed_in:
            told.append((places[number], _untyped_answer(account, question, turn, turn.official in typed_for)))
    told += [
        (places[number], [*_follow_up(account, question, account.state.turns[number])])
        for number in question.follow_ups
    ]
    told.sort(key=lambda each: each[0])
    for _, blocks in told:
        yield from blocks


def clarifications(account: Account, turn: Turn) -> Iterator[Block]:
    """What the chair asked back during a turn."""
    for number in turn.clarifications:
        asked = account.state.turns[number]
        if not asked.counted:
            continue
        if asked.note and not account.touches_kept_back(turn):
            yield item(led(_CLARIFIED, asked.note))
        else:
            yield item(f"{_CLARIFIED} để làm rõ nội dung.")


def reminders(turn: Turn) -> Iterator[Block]:
    """Of what the chair reminded who held the floor, and how often."""
    told = [
        f"{about} ({number_two_digits(times)} lần)" if times > 1 else about
        for kind, about in _REMINDED_OF.items()
        if (times := turn.reminders.count(kind))
    ]
    if told:
        yield item(f"Chủ trì nhắc người phát biểu về {', '.join(told)}.")


def _untyped_answer(account: Account, question: AskedQuestion, turn: Turn, typed: bool) -> list[Block]:
    """An answer whose words were not put down for this question; the turn's note may tell them."""
    who = account.officeholder(turn.official)
    if turn.note and not account.touches_kept_back(turn):
        return [item(led(f"{who}, trả lời", turn.note)), *_asked_back(account, question, turn)]
    said: list[Block] = [] if typed else [item(f"{who}, {_ANSWERED}")]
    return [*said, *_asked_back(account, question, turn)]


def _said_besides(account: Account, question: AskedQuestion, turn: Turn) -> Iterator[Block]:
    """What an answering turn holds beside the answers typed: told once, under its first question."""
    if turn.note and question.number == turn.questions[0] and not account.touches_kept_back(turn):
        yield item(led("Nội dung trao đổi", turn.note))
    yield from _asked_back(account, question, turn)


def _asked_back(account: Account, question: AskedQuestion, turn: Turn) -> Iterator[Block]:
    if question.number == turn.questions[0]:
        yield from clarifications(account, turn)
        yield from reminders(turn)


def _follow_up(account: Account, question: AskedQuestion, turn: Turn) -> Iterator[Block]:
    if turn.who is None:
        return
    same = turn.who == question.who
    who = citizen_again(account.state.registrations[turn.who].card) if same else account.citizen(turn.who)
    if turn.note and not account.touches_kept_back(turn):
        yield item(led(f"{who} trao đổi thêm", turn.note))
    else:
        yield item(f"{who} đã trao đổi thêm.")
    if turn.number not in account.raised:
        yield from clarifications(account, turn)
        yield from reminders(turn)
