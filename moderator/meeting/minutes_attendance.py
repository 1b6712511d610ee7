"""Who took part, as the minutes list it before the course of the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from moderator.meeting.dates_in_words import number_two_digits
from moderator.meeting.minutes_account import Account
from moderator.meeting.minutes_people import chair_with_mandate, group, inside, person_with_post
from moderator.meeting.paper import Block, bold, item, para
from moderator.meeting.setup import Setup
from moderator.meeting.wording import GAP


def attendance(account: Account) -> Iterator[Block]:
    """Officeholders by name and post, groups with their number of people, and how many citizens registered."""
    setup = account.state.setup
    yield para(bold("Thành phần tham dự:"), keep_with_next=True)
    hosts = [*map(chair_with_mandate, setup.chairs), *map(person_with_post, setup.secretaries)]
    yield from _listed("Chủ trì và thư ký hội nghị", hosts)
    yield from _listed("Đại biểu tham dự", [person_with_post(guest) for guest in setup.guests])
    yield from _listed(
        "Đại diện các cơ quan, đơn vị trả lời ý kiến",
        [person_with_post(account.people[each.code]) for each in setup.officials],
    )
    yield from _invited(setup)
    people = sum(bool(numbers) for numbers in account.state.people.values())
    if people or account.state.opened_at is not None:
        yield item(f"Công dân đăng ký phát biểu, gửi ý kiến: {number_two_digits(people)} người.")
    else:
        yield item(f"Công dân đăng ký phát biểu, gửi ý kiến: {GAP}")


def presiding(account: Account) -> Iterator[Block]:
    """The lines that name who presided and who wrote the minutes."""
    setup = account.state.setup
    chairs = "; ".join(map(chair_with_mandate, setup.chairs))
    secretaries = "; ".join(map(person_with_post, setup.secretaries)) or GAP
    yield para(bold("Chủ trì (chủ tọa):"), f" {chairs}.")
    yield para(bold("Thư ký (người ghi biên bản):"), f" {secretaries}.")


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
