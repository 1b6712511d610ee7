"""One meeting's state as lines to be read, made from the same plain values that scripts are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from screens.words import Words

_FIGURES = ("people_heard", "questions", "unconcluded", "joined", "dropped")


def overview_lines(view: dict[str, Any], words: Words) -> list[str]:
    """The state as `overview` gives it, in a language."""
    return [" ".join(line.rstrip().splitlines()) for line in _lines(view, words)]


def _lines(view: dict[str, Any], words: Words) -> Iterator[str]:
    yield from _meeting(view["meeting"], words)
    yield words("cli.show.floor", floor=_floor(view["floor"], words))
    for heading, rows, told in (
        ("waiting", view["waiting"], _waiting),
        ("questions", view["questions"], _question),
        ("promises", view["promises"], _promise),
    ):
        yield words(f"cli.show.{heading}", count=len(rows))
        for row in rows:
            yield f"  {told(row, words)}"
    figures = view["statistics"]
    yield words("cli.show.figures", **{name: figures[name] for name in _FIGURES})
    yield words(
        "cli.show.times",
        citizens=_clock(figures["citizen_seconds"]),
        officials=_clock(figures["official_seconds"]),
    )
    yield words("cli.show.events", events=view["events"])
    if view["next_undo"] is not None:
        yield words("cli.show.next_undo", what=view["next_undo"])


def _meeting(meeting: dict[str, Any], words: Words) -> Iterator[str]:
    yield f"{meeting['id']}: {meeting['title']}"
    yield words(
        "cli.show.stage",
        stage=words(f"cli.stage.{meeting['stage']}"),
        registration=words(f"cli.registration.{meeting['registration']}"),
    )
    for name in ("starts", "opened_at", "adjourned_at"):
        if meeting[name] is not None:
            instant = dt.datetime.fromisoformat(meeting[name])
            yield words(f"cli.show.{name}", time=f"{instant:%H:%M %d/%m/%Y}")


def _floor(floor: dict[str, Any] | None, words: Words) -> str:
    if floor is None:
        return words("cli.show.nobody")
    told = words(
        "cli.show.on_floor",
        kind=words(f"cli.turn.{floor['kind']}"),
        name=floor["name"] or "–",
        state=words(f"cli.floor.{floor['state']}"),
        spoken=_clock(floor["spoken"]),
    )
    left = floor["left"]
    if left is None:
        return told
    return told + words("cli.show.left" if left >= 0 else "cli.show.over", time=_clock(abs(left)))


def _waiting(row: dict[str, Any], words: Words) -> str:
    name = ", ".join(filter(None, (row["name"], row["place"]))) or "–"
    if row["kind"] == "follow_up":
        return words("cli.show.waits_follow_up", entry=row["entry"], name=name, question=row["question"])
    return words("cli.show.waits", entry=row["entry"], name=name, topic=row["topic"] or "–")


def _question(row: dict[str, Any], words: Words) -> str:
    status = words(f"cli.question.{row['status']}")
    if row["conclusion"] is not None and row["status"] == "concluded":
        status = words(f"cli.outcome.{row['conclusion']['outcome']}")
    return words(
        "cli.show.question",
        question=row["question"],
        asker=row["asker"] or "–",
        status=status,
        text=" ".join(row["text"].split()),
    )


def _promise(row: dict[str, Any], words: Words) -> str:
    due = "–" if row["due"] is None else f"{dt.date.fromisoformat(row['due']):%d/%m/%Y}"
    return words(
        "cli.show.promise",
        promise=row["promise"],
        question=row["question"],
        body=row["body"] or "–",
        due=words("cli.estimated", day=due) if row["estimated"] else due,
        status=words(f"cli.promise.{row['status']}"),
    )


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
