"""The legal bases of a meeting and the plan that it follows, as papers cite them."""

from __future__ import annotations

from moderator.meeting.dates_in_words import day_in_words
from moderator.meeting.setup import Setup
from moderator.meeting.wording import in_running_text


def bases_and_plan(setup: Setup) -> tuple[str, ...]:
    """The bases as the meeting file gives them, and the plan behind them, each without closing punctuation."""
    lines = [base.strip().rstrip(";.,") for base in setup.bases]
    if setup.plan is not None:
        lines.append(f"Thực hiện {plan_cited(setup)} của {in_running_text(setup.authority)}")
    return tuple(line for line in lines if line)


def plan_cited(setup: Setup) -> str:
    """Give "Kế hoạch số 12/KH-UBND ngày 02 tháng 11 năm 2026"; empty without a plan."""
    plan = setup.plan
    if plan is None:
        return ""
    return f"Kế hoạch số {plan.number}{'' if plan.date is None else f' {day_in_words(plan.date)}'}"
