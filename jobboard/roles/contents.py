"""Content into a role's row and out of it."""

from __future__ import annotations

from dataclasses import replace

from jobboard.planning.share_types import ShareType
from jobboard.roles.closing import settled
from jobboard.roles.content import Content, CriterionLine, DutyLine
from jobboard.roles.models import Criterion, Duty, Role

_PLAIN = (
    *("title", "level", "sector", "description", "requirements", "work_mode", "contract"),
    *("salary_min", "salary_max", "salary_currency", "full_time_hours", "funded_tenths"),
    *("coverage", "min_overlap", "closes_at", "closes_zone", "asks_evidence"),
    *("single_applicants", "if_one_leaves", "assessment_mode", "bar_rule", "first_refusal"),
    *("replacement_weeks", "trial_weeks", "offers_support", "offers_coaching"),
    *("vacancy_kind", "review_weeks"),
)
_LISTS = ("places", "share_types", "interview_dates", "need_reasons", "review_conditions")


def of(role: Role) -> Content:
    """What the role says now."""
    return Content(
        **{name: getattr(role, name) for name in _PLAIN},
        places=tuple(role.places),
        share_types=tuple(ShareType(text) for text in role.share_types),
        interview_dates=tuple(role.interview_dates),
        need_reasons=tuple(role.need_reasons),
        review_conditions=tuple(role.review_conditions),
        duties=tuple(
            DutyLine(one.name, one.may_lead, one.weight, one.kind, one.decision_rule)
            for one in role.duties
        ),
        criteria=tuple(
            CriterionLine(one.text, one.weight, one.is_essential, one.held_by)
            for one in role.criteria
        ),
    )


def settle(content: Content, role: Role) -> Content:
    """The same content with the stored closing instant, where the form only lost its seconds."""
    return replace(content, closes_at=settled(content.closes_at, role.closes_at))


def put(role: Role, content: Content) -> None:
    """Make the role say this. A line that kept its words, or its place, stays the same row:
    joint applications refer to duties by id."""
    for name in _PLAIN:
        setattr(role, name, getattr(content, name))
    for name in _LISTS:
        setattr(role, name, [str(value) for value in getattr(content, name)])
    role.duties = _duties(role, content)
    role.criteria = _criteria(role, content)


def _duties(role: Role, content: Content) -> list[Duty]:
    old = _matched([duty.name for duty in role.duties], [line.name for line in content.duties])
    rows = []
    for position, (line, index) in enumerate(zip(content.duties, old, strict=True), 1):
        row = role.duties[index] if index is not None else Duty()
        row.position, row.name, row.may_lead = position, line.name, line.may_lead
        row.weight, row.kind, row.decision_rule = line.weight, line.kind, line.decision_rule
        rows.append(row)
    return rows


def _criteria(role: Role, content: Content) -> list[Criterion]:
    old = _matched([one.text for one in role.criteria], [line.text for line in content.criteria])
    rows = []
    for position, (line, index) in enumerate(zip(content.criteria, old, strict=True), 1):
        row = role.criteria[index] if index is not None else Criterion()
        row.position, row.text, row.weight = position, line.text, line.weight
        row.is_essential, row.held_by = line.is_essential, line.held_by
        rows.append(row)
    return rows


def _matched(old: list[str], new: list[str]) -> list[int | None]:
    """For each new line the old one it continues: of the same words, else of the same place."""
    free = set(range(len(old)))
    found: list[int | None] = [None] * len(new)
    for place, words in enumerate(new):
        same = next((index for index in sorted(free) if old[index] == words), None)
        if same is not None:
            found[place] = same
            free.discard(same)
    for place, index in enumerate(found):
        if index is None and place in free:
            found[place] = place
            free.discard(place)
    return found
