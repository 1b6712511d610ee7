"""Who took part, as the minutes list it before the course of the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moderator.meeting.attendance import Invited, figures, invited, taken, taking_part, uninvited
from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import addressed, group, inside, person_with_post, with_mandate
from moderator.meeting.paper import Block, bold, item, para
from moderator.meeting.people import numbered_code
from moderator.meeting.presiding import delegation_of, everybody_who_presided
from moderator.meeting.setup import Attendee, Setup
from moderator.meeting.state import TakenAttendance
from moderator.meeting.wording import GAP


def attendance(account: Account) -> Iterator[Block]:
    """Officeholders by name and post, groups with their number of people, and how many citizens registered."""
    setup = account.state.setup
    yield para(bold("Thành phần tham dự:"), keep_with_next=True)
    away = _away(account)
    hosts = [numbered_code("chair", place) for place in range(len(setup.chairs))]
    secretaries = [numbered_code("secretary", place) for place in range(len(setup.secretaries))]
    yield from _listed(
        "Chủ trì và thư ký hội nghị",
        [
            *(_mandated(account, code) + away.get(code, "") for code in hosts),
            *(account.officeholder(code) + away.get(code, "") for code in secretaries),
        ],
    )
    for label, codes in (
        ("Đại biểu tham dự", [guest.code for guest in setup.guests]),
        ("Đại diện các cơ quan, đơn vị trả lời ý kiến", [official.code for official in setup.officials]),
    ):
        yield from _listed(label, [account.officeholder(code) + away.get(code, "") for code in codes])
    yield from _invited(setup)
    yield from _came(account)
    people = sum(bool(numbers) for numbers in account.state.people.values())
    if people or account.state.opened_at is not None:
        yield item(f"Công dân đăng ký phát biểu, gửi ý kiến: {number_two_digits(people)} người.")
    else:
        yield item(f"Công dân đăng ký phát biểu, gửi ý kiến: {GAP}")


def presiding(account: Account) -> Iterator[Block]:
    """The lines that name who presided and who wrote the minutes."""
    setup = account.state.setup
    chairing = [numbered_code("chair", place) for place in range(len(setup.chairs))]
    chairing += [code for code in everybody_who_presided(account.state) if code not in chairing]
    chairs = _in_a_row(_mandated(account, code) for code in chairing)
    secretaries = _in_a_row(map(person_with_post, setup.secretaries)) or GAP
    yield para(bold("Chủ trì (chủ tọa):"), f" {chairs}.")
    yield para(bold("Thư ký (người ghi biên bản):"), f" {secretaries}.")


def _in_a_row(people: Iterable[str]) -> str:
    """People one behind the other in one sentence, which begins with the first."""
    return "; ".join(inside(person) if place else person for place, person in enumerate(people))


def _listed(label: str, people: list[str]) -> Iterator[Block]:
    if len(people) == 1:
        yield item(f"{label}: {inside(people[0])}.")
    elif people:
        yield item(f"{label}:")
        yield from (
            item(f"{person}{'.' if place == len(people) else ';'}", marker="+")
            for place, person in enumerate(people, 1)
        )


def _invited(setup: Setup) -> Iterator[Block]:
    named = sum(bool(each.name) for each in setup.attendance)
    groups = [group(each) for each in setup.attendance if not each.name and (each.organisation or each.place)]
    if named:
        yield item(f"Đại diện Nhân dân được mời theo danh sách: {number_two_digits(named)} người.")
    if groups:
        yield item(f"Các tổ chức, đoàn thể và Nhân dân: {'; '.join(groups)}.")


def _mandated(account: Account, code: str) -> str:
    return with_mandate(account.officeholder(code), delegation_of(account.state, code))


def _away(account: Account) -> dict[str, str]:
    """What is told behind the name of somebody with a part in the meeting who has not come, by code."""
    state = account.state
    expected = ((each.code, taken(state, each)) for each in taking_part(state.setup))
    away = ((code, _why(told)) for code, told in expected if told is not None and not told.present)
    return {code: f" (vắng mặt: {why})" if why else " (vắng mặt)" for code, why in away}


def _why(told: TakenAttendance) -> str:
    """The reason why somebody is absent, and who came instead."""
    substitute = told.substitute.strip()
    instead = f"{substitute}{',' if ',' in substitute else ''} dự thay" if substitute else ""
    return "; ".join(part for part in (told.reason.strip(), instead) if part)


def _came(account: Account) -> Iterator[Block]:
    """How many of the list came, who stayed away and why; nothing while nobody has counted."""
    state = account.state
    listed = invited(state.setup)
    found = [(each, taken(state, each)) for each in listed]
    if any(told is not None for _, told in found):
        counted = figures(state, listed)
        more = sum(max(0, told.present - each.count) for each, told in found if told is not None and each.count)
        parts = [
            f"có mặt {number_two_digits(counted.present)} người"
            + (f" (trong đó {number_two_digits(more)} người ngoài số được mời)" if more else ""),
            f"vắng {number_two_digits(counted.absent)} người",
        ]
        if counted.substitutes:
            parts.append(f"dự thay {number_two_digits(counted.substitutes)} người")
        if counted.unmarked:
            parts.append(f"chưa ghi nhận {number_two_digits(counted.unmarked)} người")
        yield item(f"Tổng số được mời theo danh sách: {number_two_digits(counted.invited)} người; {'; '.join(parts)}.")
        away = [_absence(each, told) for each, told in found if told is not None and told.present < each.count]
        if away:
            yield item(f"Vắng mặt: {'; '.join(away)}.")
    besides = sum(told.present for told in uninvited(state))
    if besides:
        yield item(f"Dự ngoài danh sách mời: {number_two_digits(besides)} người.")
        groups = [
            group(Attendee(organisation=told.organisation, place=told.place, count=told.present))
            for told in uninvited(state)
            if told.present and not told.name
        ]
        if groups:
            yield item(f"Các đoàn dự ngoài danh sách mời: {'; '.join(groups)}.")


def _absence(who: Invited, told: TakenAttendance) -> str:
    """Who is absent of the list, with the reason."""
    why = f" ({_why(told)})" if _why(told) else ""
    if who.is_group:
        origin = ", ".join(part for part in (told.organisation, told.place) if part)
        return f"{origin} vắng {number_two_digits(who.count - told.present)} người{why}"
    named = inside(addressed(who.honorific, told.name))
    return f"{named}{f', {told.place}' if told.place else ''}{why}"
