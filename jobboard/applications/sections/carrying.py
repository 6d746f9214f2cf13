"""What one application lends the next of the same pair. Pure.

Leads are found again by the name of the duty. What belongs to one role alone stays there: evidence
for its criteria, and a first day that has passed.
"""

from __future__ import annotations

from datetime import date

from jobboard.applications.domain import OWNED_BY, SectionKind
from jobboard.applications.sections import Content, DutyLine, Frame, fit
from jobboard.planning.split_plan import SplitPlan


def carried(
    kind: SectionKind, content: Content, old: tuple[DutyLine, ...], frame: Frame, on: date
) -> Content:
    """`content` as it was stored beside the duties `old`, fitted to a new role on the day `on`."""
    if kind is SectionKind.RESPONSIBILITIES:
        content = _by_name(content, old, frame.duties)
    elif kind is SectionKind.SPLIT_PLAN:
        plan = SplitPlan.from_text(content["plan"]).on(frame.need.shape)
        content = {**content, "plan": plan.to_text()}
    elif kind in OWNED_BY:
        content = {**content, "evidence": {}}
    return still_right(kind, content, frame, on)


def still_right(kind: SectionKind, content: Content, frame: Frame, on: date) -> Content:
    """`content` as it stands beside the role on the day `on`: a first day that has passed falls."""
    if kind is SectionKind.CONTINUITY and _is_past(content.get("earliest_start", ""), on):
        content = {**content, "earliest_start": ""}
    return fit(kind, content, frame)


def _is_past(day: str, on: date) -> bool:
    return bool(day) and date.fromisoformat(day) < on


def _by_name(content: Content, old: tuple[DutyLine, ...], new: tuple[DutyLine, ...]) -> Content:
    ids = {duty.name.casefold(): duty.id for duty in old}
    pairs = [(duty.id, ids[duty.name.casefold()]) for duty in new if duty.name.casefold() in ids]
    return {
        key: {here: content.get(key, {})[there] for here, there in pairs
              if there in content.get(key, {})}
        for key in ("leads", "rules")
    }  # fmt: skip
