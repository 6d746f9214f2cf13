"""The editor page as plain values: who wrote what, what each section still needs, the live sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.accounts.naming import first_name
from jobboard.applications import readiness, sections, snapshot
from jobboard.applications.domain import SECTION_WORDS, SectionKind
from jobboard.applications.models import Application, Signature
from jobboard.applications.readiness import Blocker
from jobboard.applications.sections import Frame
from jobboard.partnerships.models import TrackRecordEntry
from jobboard.planning.checks import check
from jobboard.planning.coverage import Need
from jobboard.planning.feasibility import even_plan
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.totals import Totals, totals

_COMMON = (
    ("Three days each, meet Wednesday", "aaaaxxbbbb"),
    ("Swap at Wednesday lunch", "aaaaabbbbb"),
    ("Longer overlap", "aaaaxxxbbb"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One partner in the head of the page. `kind` and `written_at` say what they last saved."""

    side: str
    person: User
    is_me: bool
    kind: str | None
    written_at: datetime | None
    signature: Signature | None
    """The last one they gave, cleared or not."""

    @property
    def has_signed(self) -> bool:
        return self.signature is not None and self.signature.cleared_at is None


@dataclass(frozen=True, slots=True)
class Week:
    """The split plan on the role's grid beside what the role asks."""

    sums: Totals
    checks: tuple[tuple[str, str], ...]
    presets: tuple[tuple[str, str], ...]

    @property
    def figures(self) -> dict[str, object]:
        """For the `totals` macro."""
        return {
            "a_days": self.sums.first.days_text,
            "b_days": self.sums.second.days_text,
            "a_fte": self.sums.first.fte_text,
            "b_fte": self.sums.second.fte_text,
            "fte": self.sums.fte_text,
            "overlap": self.sums.overlap,
            "gaps": self.sums.gap_count,
        }


@dataclass(frozen=True, slots=True)
class Desk:
    """`problems` are of what is stored; `contents` show what is stored or, for one section, what
    was typed and not saved."""

    application: Application
    frame: Frame
    contents: Mapping[SectionKind, Mapping[str, Any]]
    problems: Mapping[SectionKind, list[str]]
    around: list[Blocker]
    sides: tuple[Side, Side]
    week: Week

    @property
    def ready_count(self) -> int:
        return sum(1 for found in self.problems.values() if not found)

    @property
    def blockers(self) -> list[Blocker]:
        own = [Blocker(one, kind) for kind, found in self.problems.items() for one in found]
        return [*own, *self.around]

    @property
    def is_ready(self) -> bool:
        return not self.blockers

    @property
    def next_kind(self) -> SectionKind | None:
        """The first section that is not complete: its button is the primary one."""
        return next((kind for kind, found in self.problems.items() if found), None)

    @property
    def me(self) -> Side:
        return next(side for side in self.sides if side.is_me)

    @property
    def partner(self) -> Side:
        return next(side for side in self.sides if not side.is_me)

    def state(self, kind: SectionKind) -> tuple[str, str]:
        """Words and tone of a section in the rail."""
        found = self.problems[kind]
        if not found:
            return "Ready", "good"
        if self.application.section(kind).number == 0:
            return "To write", ""
        return f"{len(found)} to fix", "bad"

    def tasks(self, current: SectionKind | None = None) -> list[tuple[str, str, str, str, bool]]:
        """The rail: (href, words, state, tone, is current)."""
        rows = [
            (f"#{anchor(kind)}", SECTION_WORDS[kind], *self.state(kind), kind is current)
            for kind in SectionKind
        ]
        rows.append(("#terms", "How you share", "Set", "good", False))
        signed = sum(side.has_signed for side in self.sides)
        words = f"{signed} of 2" if signed else "Ready" if self.is_ready else "Not yet"
        return [*rows, ("#sign", "Sign together", words, "good" if self.is_ready else "", False)]


def anchor(kind: SectionKind) -> str:
    """The id of a section on the page."""
    return kind.value.replace("_", "-")


def desk_of(
    application: Application,
    entries: Sequence[TrackRecordEntry],
    signatures: Sequence[Signature],
    viewer_id: UUID | None,
    at: datetime,
    typed: Mapping[SectionKind, Mapping[str, Any]] | None = None,
) -> Desk:
    """`typed` replaces what is shown of a section after a form that was not saved."""
    pair = application.partnership
    frame = snapshot.frame_of(application.role, pair, entries, viewer_id)
    stored = snapshot.contents_of(application, frame)
    shown: dict[SectionKind, Mapping[str, Any]] = {**stored, **(typed or {})}
    return Desk(
        application=application,
        frame=frame,
        contents=shown,
        problems={kind: sections.problems(kind, own, frame) for kind, own in stored.items()},
        around=readiness.around(application, at),
        sides=(
            _side(application, "a", pair.first, signatures, viewer_id),
            _side(application, "b", pair.second, signatures, viewer_id),
        ),
        week=_week(str(shown[SectionKind.SPLIT_PLAN]["plan"]), frame.need, frame.names),
    )


def _side(
    application: Application,
    side: str,
    person: User,
    signatures: Sequence[Signature],
    viewer_id: UUID | None,
) -> Side:
    written = [s for s in application.sections if s.saved_by_id == person.id and s.saved_at]
    last = max(written, key=lambda section: str(section.saved_at), default=None)
    own = [signature for signature in signatures if signature.user_id == person.id]
    return Side(
        side=side,
        person=person,
        is_me=person.id == viewer_id,
        kind=SECTION_WORDS[last.kind] if last else None,
        written_at=last.saved_at if last else None,
        signature=own[-1] if own else None,
    )


@lru_cache(maxsize=256)
def _week(text: str, need: Need, names: Names) -> Week:
    """Cached: the same plan is looked at many times while the rest of the text is written."""
    plan = SplitPlan.from_text(text)
    return Week(
        sums=totals(plan, need, names),
        checks=tuple((line.level.value, line.sentence) for line in check(plan, need, names)),
        presets=presets(need),
    )


@lru_cache(maxsize=256)
def presets(need: Need) -> tuple[tuple[str, str], ...]:
    """Patterns to start from that this role allows: (words, plan). Common ones first. Cached,
    because it tries each of them and few needs exist."""
    even = even_plan(need)
    offered = [
        *((words, SplitPlan.from_text(text).on(need.shape)) for words, text in _COMMON),
        ("An even split of this week", even),
        ("The same, the other way round", SplitPlan(even.second, even.first)),
    ]
    found: dict[str, str] = {}
    for words, plan in offered:
        if not any(line.is_fail for line in check(plan, need)):
            found.setdefault(plan.to_text(need.coverage.needed), words)
    return tuple((words, text) for text, words in found.items())


def turn_of(application: Application, still_open: int, viewer_id: UUID | None) -> str:
    """Whose turn it is with a text that is not sent yet; `still_open` sections are not complete."""
    partner = first_name(application.partnership.partner_of(viewer_id), viewer_id)
    if application.signature_of(viewer_id):
        return f"You signed version {application.version}. It is {partner}’s turn."
    if application.signatures:
        return f"Your turn: {partner} has signed version {application.version}."
    if not still_open:
        return "Ready for you both to sign."
    ready = len(SectionKind) - still_open
    return f"Still being written: {ready} of {len(SectionKind)} sections are ready."
