"""A section kept as the pair's template: what is stored of it, and how it reads. Pure.

Leads and rules hang on the ids of one role's duties, so the names of those duties are kept with
them; the next application finds its own duties by these names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jobboard.applications import sections
from jobboard.applications.domain import OWNED_BY, SectionKind
from jobboard.applications.sections import Content, DutyLine, Frame
from jobboard.planning.coverage import Coverage, Need
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.week import Week

KEPT = tuple(kind for kind in SectionKind if kind is not SectionKind.TRACK_RECORD)
"""In the order of the page; the track record belongs to the pair already. The proposition is kept
as the pair's shared text, which is older than templates and has a page of its own."""


@dataclass(frozen=True, slots=True)
class Template:
    """`duties` are those of the role it was written for; `role` is that role's title."""

    kind: SectionKind
    content: Content
    duties: tuple[DutyLine, ...]
    role: str
    kept_at: datetime

    def stored(self) -> dict[str, Any]:
        """For the JSON column; undone by `read`."""
        named = [[duty.id, duty.name] for duty in self.duties]
        return {"text": self.content, "duties": named, "role": self.role}


def read(kind: str, stored: Mapping[str, Any], kept_at: datetime) -> Template:
    duties = tuple(DutyLine(key, name, False, None) for key, name in stored["duties"])
    return Template(SectionKind(kind), stored["text"], duties, stored["role"], kept_at)


def of_section(
    kind: SectionKind, content: Content, frame: Frame, role: str, at: datetime
) -> Template:
    """What is worth keeping: never evidence for one role's criteria."""
    duties = frame.duties if kind is SectionKind.RESPONSIBILITIES else ()
    if kind in OWNED_BY:
        content = {**content, "evidence": {}}
    return Template(kind, content, duties, role, at)


def says_something(kind: SectionKind, content: Content, frame: Frame) -> bool:
    """Whether anybody wrote in it: it differs from how a section begins."""
    return content != sections.default(kind, frame)


def words_of(template: Template, names: Names) -> list[tuple[str, str]]:
    """The template read without a role beside it: (what, answer)."""
    text = template.content.get("plan", "")
    plan = SplitPlan.from_text(text) if text else SplitPlan(Week(), Week())
    everything = Coverage(Week.full(plan.shape), Week(0, plan.shape))
    frame = Frame(Need(everything, 0), template.duties, names, (), plan=plan)
    fitted = sections.fit(template.kind, template.content, frame)
    return sections.summary(template.kind, fitted, frame)
