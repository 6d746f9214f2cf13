"""The versions of a text and what lies between any two of them, as plain values for pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.applications import differences, sections
from jobboard.applications.differences import Row
from jobboard.applications.domain import CAUSE_WORDS, SectionKind, section_words
from jobboard.applications.models import Change, SectionVersion
from jobboard.applications.sections import Frame
from jobboard.planning.split_plan import SplitPlan


@dataclass(frozen=True, slots=True)
class Entry:
    """One version. `kind` and `number` name the text of a section that can be brought back; both
    are None where something else made the version."""

    version: int
    at: datetime
    by_id: UUID | None
    words: str
    kind: SectionKind | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A section that is another one. `weeks`: both plans to draw, where the split has changed."""

    kind: SectionKind
    words: str
    rows: list[Row]
    by_ids: tuple[UUID, ...]
    """Whoever saved it in between, first to last."""
    at: datetime
    number: int
    weeks: tuple[str, str] | None = None


def entries(kept: Sequence[SectionVersion], changes: Sequence[Change], frame: Frame) -> list[Entry]:
    """Newest first."""
    found = [
        Entry(
            row.version, row.saved_at, row.saved_by_id, section_words(row.kind, frame.names),
            row.kind, row.number,
        )
        for row in kept
        if row.number > 0
    ]  # fmt: skip
    found += [
        Entry(change.version, change.at, change.by_id, CAUSE_WORDS[change.cause])
        for change in changes
    ]
    return sorted(found, key=lambda entry: (entry.version, entry.at), reverse=True)


def between(rows: Sequence[SectionVersion], older: int, frame: Frame) -> list[Changed]:
    """From `queries.together.kept_between`: what each section became after `older`."""
    found = []
    for kind in SectionKind:
        texts = [row for row in rows if row.kind is kind]
        after = [row for row in texts if row.version > older]
        before = [row for row in texts if row.version <= older]
        if before and after:
            found.append(changed(before[-1], after, frame))
    return [one for one in found if one.rows]


def changed(old: SectionVersion, saves: Sequence[SectionVersion], frame: Frame) -> Changed:
    """From `old` to the last of `saves`, oldest first."""
    new, kind = saves[-1], old.kind
    texts = [sections.fit(kind, row.content, frame) for row in (old, *saves)]
    lines = [sections.summary(kind, text, frame) for text in texts]
    return Changed(
        kind=kind,
        words=section_words(kind, frame.names),
        rows=differences.traced_rows(lines, [row.saved_by_id for row in saves]),
        by_ids=tuple(dict.fromkeys(row.saved_by_id for row in saves)),
        at=new.saved_at,
        number=old.number,
        weeks=_weeks([texts[0], texts[-1]], frame) if kind is SectionKind.SPLIT_PLAN else None,
    )


def _weeks(texts: list[sections.Content], frame: Frame) -> tuple[str, str]:
    shape, needed = frame.need.shape, frame.need.coverage.needed
    old, new = (SplitPlan.from_text(text["plan"]).on(shape).to_text(needed) for text in texts)
    return old, new
