"""The frame of an official paper: head, signature and recipients as the meeting file and custom settle them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from moderator.meeting.dates_in_words import day_in_words
from moderator.meeting.paper import Block, Head, Paper, signatures
from moderator.meeting.paper_names import PaperName
from moderator.meeting.paper_orders import order_for
from moderator.meeting.setup import Setup
from moderator.meeting.wording import GAP


def framed(
    setup: Setup,
    name: PaperName,
    body: Iterable[Block],
    *,
    bases: tuple[str, ...] = (),
    type_name: str = "",
    subject: str,
    ending: str = "",
    number: str = "",
    date: dt.date | None = None,
    recipients: tuple[str, ...] | None = None,
    landscape: bool = False,
) -> Paper:
    """A notice, report or slip (Mẫu 1.4), or a letter (Mẫu 1.5) where no type is named.

    A number and date given here, such as those of a recorded reply, go before what the meeting file says.
    """
    order = order_for(setup, name)
    place_and_date = order.place_and_date
    if date is not None:
        place_and_date = f"{setup.locality or GAP}, {day_in_words(date)}"
    return Paper(
        code=name,
        head=Head(
            issuer=setup.authority,
            superior=setup.superior,
            number=f"Số: {number}" if number else order.number,
            place_and_date=place_and_date,
        ),
        type_name=type_name,
        subject=subject,
        bases=bases,
        body=tuple(body),
        ending=ending,
        signatures=(signatures(order.signature),),
        recipients=order.recipients if recipients is None else recipients,
        landscape=landscape,
    )
