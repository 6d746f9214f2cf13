"""The editor page as plain values: who wrote what, what each section still needs, the live sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.accounts.naming import first_name
from jobboard.applications import readiness, sections, snapshot
from jobboard.applications.acceptance import View, view_of
from jobboard.applications.domain import SectionKind, anchor, section_words
from jobboard.applications.models import AcceptanceAnswer, Application, Signature
from jobboard.applications.readiness import Blocker
from jobboard.applications.sections import Frame, handover, responsibilities
from jobboard.applications.weeks import Week, away_of, week_of
from jobboard.partnerships.models import TrackRecordEntry
from jobboard.planning.absence import Away
from jobboard.planning.passing import Passing
from jobboard.planning.split_plan import Names


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
class Desk:
    """`problems` are of what is stored; `contents` show what is stored or, for one section, what
    was typed and not saved."""

    application: Application
    frame: Frame
    contents: Mapping[SectionKind, Mapping[str, Any]]
    problems: Mapping[SectionKind, list[str]]
    warnings: Mapping[SectionKind, list[str]]
    around: list[Blocker]
    sides: tuple[Side, Side]
    week: Week
    away: tuple[Away, Away]
    acceptance: View

    @property
    def names(self) -> Names:
        return self.frame.names

    @property
    def own_kind(self) -> SectionKind:
        """The section of the viewer's own words."""
        return SectionKind.OWN_A if self.me.side == "a" else SectionKind.OWN_B

    @property
    def partners_kind(self) -> SectionKind:
        return SectionKind.OWN_B if self.me.side == "a" else SectionKind.OWN_A

    @property
    def partners_words(self) -> list[tuple[str, str]]:
        kind = self.partners_kind
        return sections.summary(kind, dict(self.contents[kind]), self.frame)

    @property
    def open_changeovers(self) -> tuple[Passing, ...]:
        """Changeovers of the plan that no handover is written for."""
        return handover.unserved(dict(self.contents[SectionKind.HANDOVER]), self.frame)

    @property
    def changeovers(self) -> tuple[Passing, ...]:
        return handover.passings_of(self.frame)

    @property
    def load_words(self) -> str:
        content = dict(self.contents[SectionKind.RESPONSIBILITIES])
        return responsibilities.load_words(content, self.frame)

    @property
    def ready_count(self) -> int:
        return sum(1 for found in self.problems.values() if not found)

    @property
    def blockers(self) -> list[Blocker]:
        """Each sentence once: what either of the two can mend stands in both their own words."""
        own = {
            one: Blocker(one, kind, anchor(kind))
            for kind, found in self.problems.items()
            for one in found
        }
        return [*own.values(), *self.around]

    @property
    def is_ready(self) -> bool:
        return not self.blockers

    @property
    def next_kind(self) -> SectionKind | None:
        """The first section that is not complete and that the viewer may write: its button is the
        primary one."""
        theirs = self.partners_kind
        return next((kind for kind, found in self.problems.items() if found and kind != theirs),
                    None)  # fmt: skip

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
        if kind is self.partners_kind:
            return f"{self.names['ab'.index(self.partner.side)]} writes it", ""
        if self.application.section(kind).number == 0:
            return "To write", ""
        return f"{len(found)} to fix", "bad"

    def tasks(self, current: SectionKind | None = None) -> list[tuple[str, str, str, str, bool]]:
        """The rail: (href, words, state, tone, is current)."""
        rows = [
            (f"#{anchor(kind)}", self.words(kind), *self.state(kind), kind is current)
            for kind in SectionKind
        ]
        rows.append(("#terms", "How you share", "Set", "good", False))
        rows.append(("#acceptance", "Together or either", *self._acceptance_state(), False))
        signed = sum(side.has_signed for side in self.sides)
        words = f"{signed} of 2" if signed else "Ready" if self.is_ready else "Not yet"
        return [*rows, ("#sign", "Sign together", words, "good" if self.is_ready else "", False)]

    def words(self, kind: SectionKind) -> str:
        return "Your own words" if kind is self.own_kind else section_words(kind, self.names)

    def _acceptance_state(self) -> tuple[str, str]:
        if self.acceptance.settled is not None:
            return "Agreed", "good"
        if self.acceptance.differs and not self.acceptance.has_answered_again:
            return "Talk", "bad"
        return ("To answer", "") if self.acceptance.mine is None else ("Answered", "")


def desk_of(
    application: Application,
    entries: Sequence[TrackRecordEntry],
    signatures: Sequence[Signature],
    viewer_id: UUID | None,
    at: datetime,
    typed: Mapping[SectionKind, Mapping[str, Any]] | None = None,
    answers: Sequence[AcceptanceAnswer] = (),
) -> Desk:
    """`typed` replaces what is shown of a section after a form that was not saved; `answers` are
    the private ones to together or either."""
    pair = application.partnership
    frame = snapshot.frame_for(application, entries, viewer_id, today=at.date())
    stored = snapshot.contents_of(application, frame)
    shown: dict[SectionKind, Mapping[str, Any]] = {**stored, **(typed or {})}
    return Desk(
        application=application,
        frame=frame,
        contents=shown,
        problems={kind: sections.problems(kind, own, frame) for kind, own in stored.items()},
        warnings={kind: sections.warnings(kind, own, frame) for kind, own in stored.items()},
        around=readiness.around(application, at),
        sides=(
            _side(application, "a", pair.first, signatures, viewer_id, frame.names),
            _side(application, "b", pair.second, signatures, viewer_id, frame.names),
        ),
        week=week_of(str(shown[SectionKind.SPLIT_PLAN]["plan"]), frame.need, frame.names),
        away=away_of(stored[SectionKind.SPLIT_PLAN]["plan"], frame.need, frame.names),
        acceptance=view_of(application, answers, viewer_id),
    )


def _side(
    application: Application,
    side: str,
    person: User,
    signatures: Sequence[Signature],
    viewer_id: UUID | None,
    names: Names,
) -> Side:
    written = [s for s in application.sections if s.saved_by_id == person.id and s.saved_at]
    last = max(written, key=lambda section: str(section.saved_at), default=None)
    own = [signature for signature in signatures if signature.user_id == person.id]
    return Side(
        side=side,
        person=person,
        is_me=person.id == viewer_id,
        kind=section_words(last.kind, names) if last else None,
        written_at=last.saved_at if last else None,
        signature=own[-1] if own else None,
    )


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
