"""Letters that point to the procedure of complaints and denunciations, without a word on their substance."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.letters import Asker, has_address, to
from moderator.meeting.meeting import Meeting
from moderator.meeting.meeting_in_words import capital, issuer, meeting_name
from moderator.meeting.minutes_account import Account, account_of
from moderator.meeting.minutes_privacy import procedure_name
from moderator.meeting.paper import Block, Paper, item, para
from moderator.meeting.paper_frame import framed
from moderator.meeting.state import AskedQuestion
from moderator.meeting.wording import GAP
from moderator.meeting.working_days import Calendar

_COMPLAINT = (
    "Gửi đơn khiếu nại hoặc khiếu nại trực tiếp đến người có thẩm quyền giải quyết lần đầu theo quy định của pháp luật"
    " về khiếu nại, trong thời hiệu khiếu nại; hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của pháp luật"
    " về tố tụng hành chính."
)
_DENUNCIATION = (
    "Gửi đơn tố cáo hoặc trình bày trực tiếp tại cơ quan, tổ chức, cá nhân có thẩm quyền theo quy định của pháp luật"
    " về tố cáo."
)
_SECRECY = "Họ tên, địa chỉ và thông tin cá nhân của người tố cáo được giữ bí mật theo quy định của pháp luật."
_GUIDANCE = {"khiếu nại": (_COMPLAINT,), "tố cáo": (_DENUNCIATION, _SECRECY)}


def procedure_letters(meeting: Meeting, calendar: Calendar) -> tuple[Paper, ...]:
    """One letter per complaint or denunciation; whoever denounced is not named even here, but written in by hand."""
    account = account_of(meeting.state, calendar)
    letters = []
    for number in sorted(account.kept_back.substance):
        question = account.state.questions[number]
        card = account.state.registrations[question.who].card
        if has_address(card) and question.dropped is None:
            letters.append(_letter(account, question, Asker(card, question)))
    return tuple(letters)


def _letter(account: Account, question: AskedQuestion, asker: Asker) -> Paper:
    setup = account.state.setup
    protected = question.number in account.kept_back.asker
    you = "ông/bà" if protected else asker.in_sentence
    return framed(
        setup,
        "procedure_letters",
        _body(account, question, f"Ông/Bà {GAP}" if protected else asker.with_place, you),
        subject=f"V/v hướng dẫn thực hiện theo pháp luật về {procedure_name(question)}",
        ending=f"{capital(issuer(setup))} hướng dẫn để {you} được biết, thực hiện./.",
    )


def _body(account: Account, question: AskedQuestion, addressee: str, you: str) -> Iterator[Block]:
    setup = account.state.setup
    procedure = procedure_name(question)
    yield to(addressee)
    yield para(
        f"{capital(issuer(setup))} đã tiếp nhận ý kiến số {question.number} của {you} gửi đến"
        f" {meeting_name(setup)}. Nội dung ý kiến thuộc trình tự {procedure}, không xem xét, giải quyết tại hội nghị."
    )
    yield para(f"{capital(issuer(setup))} hướng dẫn {you} thực hiện theo trình tự sau:", keep_with_next=True)
    for name, lines in _GUIDANCE.items():
        if name in procedure:
            yield from (item(line) for line in lines)
    yield item(f"Nơi tiếp công dân, tiếp nhận đơn: {GAP}; lịch tiếp: {GAP}")
