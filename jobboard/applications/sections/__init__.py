"""The sections of a joint application: shapes, defaults, cleaning, what is still missing.

Pure. `clean` takes what was typed and refuses what cannot be stored; a rule that fails (too few
words, a gap in the week) never keeps a draft from being saved: `problems` says it in words, and an
empty list means that the section is complete. `warnings` only tell: nothing waits for them.

A new section is a module with `default`, `clean`, `fit`, `problems` and `summary`, named in
`_RULES`; `warnings` where it has some. `fit` must take `{}`: rows made before it existed hold that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from jobboard.applications.domain import SectionKind
from jobboard.applications.sections import (
    continuity,
    cover,
    handover,
    proposition,
    responsibilities,
    risks,
    split_plan,
    track_record,
)
from jobboard.applications.sections.frame import (
    Content,
    CriterionLine,
    DutyLine,
    EntryLine,
    Frame,
    Raw,
)
from jobboard.applications.sections.own import Own
from jobboard.partnerships.domain import Who

__all__ = [
    "Content",
    "CriterionLine",
    "DutyLine",
    "EntryLine",
    "Frame",
    "Raw",
    "clean",
    "default",
    "fit",
    "problems",
    "summary",
    "warnings",
]


class _Rules(Protocol):
    def default(self, frame: Frame, /) -> Content: ...
    def clean(self, raw: Raw, frame: Frame, /) -> Content: ...
    def fit(self, content: Content, frame: Frame, /) -> Content: ...
    def problems(self, content: Content, frame: Frame, /) -> list[str]: ...
    def summary(self, content: Content, frame: Frame, /) -> list[tuple[str, str]]: ...


_RULES: dict[SectionKind, _Rules] = {
    SectionKind.PROPOSITION: proposition,
    SectionKind.SPLIT_PLAN: split_plan,
    SectionKind.COVER: cover,
    SectionKind.RESPONSIBILITIES: responsibilities,
    SectionKind.HANDOVER: handover,
    SectionKind.RISKS: risks,
    SectionKind.CONTINUITY: continuity,
    SectionKind.OWN_A: Own(Who.A),
    SectionKind.OWN_B: Own(Who.B),
    SectionKind.TRACK_RECORD: track_record,
}
_WARNINGS: dict[SectionKind, Callable[[Content, Frame], list[str]]] = {
    SectionKind.COVER: cover.warnings,
    SectionKind.RESPONSIBILITIES: responsibilities.warnings,
    SectionKind.HANDOVER: handover.warnings,
}


def default(kind: SectionKind, frame: Frame) -> Content:
    """How a section begins."""
    return _RULES[kind].default(frame)


def clean(kind: SectionKind, raw: Raw, frame: Frame) -> Content:
    """What was typed as it will be stored; InvalidInputError where it cannot be."""
    return _RULES[kind].clean(raw, frame)


def fit(kind: SectionKind, content: Content, frame: Frame) -> Content:
    """Stored content as it stands beside today's role and track record. Never raises."""
    return _RULES[kind].fit(content, frame)


def problems(kind: SectionKind, content: Content, frame: Frame) -> list[str]:
    """What keeps a section (as `fit` answers it) from being complete, in sentences."""
    return _RULES[kind].problems(content, frame)


def summary(kind: SectionKind, content: Content, frame: Frame) -> list[tuple[str, str]]:
    """The section in words: (what, answer)."""
    return _RULES[kind].summary(content, frame)


def warnings(kind: SectionKind, content: Content, frame: Frame) -> list[str]:
    """What two people should know about a section (as `fit` answers it); it keeps nobody from
    signing."""
    return _WARNINGS[kind](content, frame) if kind in _WARNINGS else []
