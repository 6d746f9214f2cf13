from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.core.db import JsonDict, JsonList, Model, Str10, Str40, Str80, Str200, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.organisations.domain import RANK, STAFF, MemberKind
from jobboard.organisations.models import Organisation
from jobboard.planning.coverage import Need
from jobboard.roles.domain import (
    EDITABLE,
    GONE,
    LIFECYCLE,
    PUBLIC,
    RUNNING,
    UNPUBLISHED,
    Origin,
    RoleStatus,
    SalaryPeriod,
    SingleApplicants,
    WorkMode,
)
from jobboard.roles.employers import name_of
from jobboard.roles.models.lines import Criterion, Duty
from jobboard.roles.redesign import AssessmentMode, BarRule, shares
from jobboard.roles.vacancy import VacancyKind

_FULL_SET = (
    *("level", "work_mode", "salary_min", "salary_max", "full_time_hours"),
    *("funded_tenths", "coverage", "min_overlap", "closes_at"),
)
_COMPLETE = " AND ".join(f"{column} IS NOT NULL" for column in _FULL_SET)
_UNPUBLISHED = "'draft', 'in_review', 'changes_asked', 'approved'"


class Role(Versioned, Model):
    """An advert. What an imported one does not say stays NULL and is shown as "not stated"."""

    __tablename__ = "roles"
    __table_args__ = (
        sa.CheckConstraint(
            f"origin = 'imported' OR status IN ({_UNPUBLISHED}) OR ({_COMPLETE})",
            name="posted_is_complete",
        ),
        sa.CheckConstraint("salary_min <= salary_max", name="salary_in_order"),
        sa.CheckConstraint("funded_tenths BETWEEN 10 AND 14", name="funded_fte"),
        sa.CheckConstraint("level BETWEEN 1 AND 8", name="level"),
        sa.CheckConstraint("replacement_weeks BETWEEN 13 AND 26", name="replacement_weeks"),
        sa.CheckConstraint("trial_weeks BETWEEN 0 AND 12", name="trial_weeks"),
        sa.CheckConstraint("review_weeks BETWEEN 1 AND 52", name="review_weeks"),
        sa.Index("ix_roles_status_closes_at", "status", "closes_at"),
    )
    __privacy__ = classes(
        public="title sector level description requirements places postcode work_mode salary_min"
        " salary_max salary_currency salary_period salary_text full_time_hours funded_tenths"
        " share_types coverage min_overlap closes_at closes_zone interview_dates contract origin"
        " latitude longitude source publish_at published_at asks_evidence"
        " single_applicants if_one_leaves need_reasons assessment_mode bar_rule first_refusal"
        " replacement_weeks trial_weeks offers_support offers_coaching"
        " vacancy_kind review_weeks review_conditions",
        technical="id organisation_id agency_id created_by_id status version source_id created_at"
        " updated_at lock_version step_numbers",
    )

    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    agency_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="SET NULL"), index=True
    )
    """The agency that runs it for the organisation; None where it does so itself."""
    created_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    origin: Mapped[Origin] = mapped_column(default=Origin.POSTED)
    status: Mapped[RoleStatus] = mapped_column(default=LIFECYCLE.start)
    version: Mapped[int] = mapped_column(default=1)
    """Grows with every saved edit; an application signs the one it was written for."""

    step_numbers: Mapped[JsonDict] = mapped_column(default=dict)
    """How often each step was saved (roles/steps.py); one that is missing was not."""

    title: Mapped[Str200]
    sector: Mapped[Str40] = mapped_column(default="other")
    level: Mapped[int | None]
    description: Mapped[Text] = mapped_column(default="")
    requirements: Mapped[Text] = mapped_column(default="")
    places: Mapped[JsonList] = mapped_column(default=list)
    postcode: Mapped[Str10] = mapped_column(default="")
    latitude: Mapped[int | None]
    """Millionths of a degree, like longitude: Whoosh cannot sort floats (decisions.md 22)."""
    longitude: Mapped[int | None]
    work_mode: Mapped[WorkMode | None]
    salary_min: Mapped[Decimal | None] = mapped_column(sa.Numeric(12, 2))
    salary_max: Mapped[Decimal | None] = mapped_column(sa.Numeric(12, 2))
    salary_currency: Mapped[Str10] = mapped_column(default="GBP")
    salary_period: Mapped[SalaryPeriod] = mapped_column(default=SalaryPeriod.YEAR)
    salary_text: Mapped[Str200] = mapped_column(default="")
    full_time_hours: Mapped[Decimal | None] = mapped_column(sa.Numeric(4, 2))
    """Hours a week of a full post, 30 to 48."""
    funded_tenths: Mapped[int | None]
    """max_total_fte × 10: 10 to 14 half-days a week."""
    share_types: Mapped[JsonList] = mapped_column(default=list)
    vacancy_kind: Mapped[VacancyKind] = mapped_column(default=VacancyKind.WHOLE)
    review_weeks: Mapped[int | None]
    review_conditions: Mapped[JsonList] = mapped_column(default=list)
    coverage: Mapped[str | None] = mapped_column(sa.String(40))
    """Need text of planning/week.py: `-` not needed, `n` one, `2` both."""
    min_overlap: Mapped[int | None]
    contract: Mapped[Str80] = mapped_column(default="")
    closes_at: Mapped[datetime | None]
    closes_zone: Mapped[Str40] = mapped_column(default="Europe/London")
    interview_dates: Mapped[JsonList] = mapped_column(default=list)
    """ISO dates, in order."""
    asks_evidence: Mapped[bool] = mapped_column(default=False)
    """Each partner shows, criterion by criterion, in their own words how they meet it."""
    single_applicants: Mapped[SingleApplicants] = mapped_column(default=SingleApplicants.NO)
    """Whether one person may apply."""
    if_one_leaves: Mapped[SingleApplicants] = mapped_column(default=SingleApplicants.NO)
    """Whether the other of a pair may go on alone when one leaves during the selection."""
    need_reasons: Mapped[JsonList] = mapped_column(default=list)
    """Why somebody must be in: for every day, then for Monday to Sunday; the end may be missing."""
    assessment_mode: Mapped[AssessmentMode | None]
    bar_rule: Mapped[BarRule | None]
    first_refusal: Mapped[bool | None]
    """Whether the one who stays is asked first to take the whole post (N6)."""
    replacement_weeks: Mapped[int | None]
    trial_weeks: Mapped[int | None]
    offers_support: Mapped[bool] = mapped_column(default=False)
    """Administrative support for the two."""
    offers_coaching: Mapped[bool] = mapped_column(default=False)
    source: Mapped[Str80] = mapped_column(default="")
    source_id: Mapped[str | None] = mapped_column(sa.String(120), unique=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    publish_at: Mapped[datetime | None]
    """When it opens by itself, once it is approved; None: when somebody publishes it."""
    published_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship(foreign_keys=[organisation_id])
    agency: Mapped[Organisation | None] = relationship(foreign_keys=[agency_id], lazy="joined")
    duties: Mapped[list[Duty]] = relationship(
        order_by="Duty.position", cascade="all, delete-orphan"
    )
    criteria: Mapped[list[Criterion]] = relationship(
        order_by="Criterion.position", cascade="all, delete-orphan"
    )

    def is_open(self, at: datetime) -> bool:
        """Published and not past its closing instant. Imported adverts may have none."""
        return self.status is RoleStatus.PUBLISHED and not self.has_closed(at)

    def runs(self, at: datetime) -> bool:
        """Open, or resting until somebody opens it again."""
        return self.status in RUNNING and not self.has_closed(at)

    def has_closed(self, at: datetime) -> bool:
        past = self.closes_at is not None and at >= self.closes_at
        return past or self.status in {RoleStatus.CLOSED_EARLY, RoleStatus.FILLED}

    @property
    def is_public(self) -> bool:
        return self.status in PUBLIC

    @property
    def is_gone(self) -> bool:
        return self.status in GONE

    @property
    def is_imported(self) -> bool:
        return self.origin is Origin.IMPORTED

    @property
    def is_unpublished(self) -> bool:
        return self.status in UNPUBLISHED

    @property
    def is_editable(self) -> bool:
        return self.status in EDITABLE and not self.is_imported

    @property
    def employer(self) -> str:
        """Who advertises it, in words: `Two Desks Search for Northmoor`."""
        return name_of(self.organisation, self.agency)

    @property
    def run_by_ids(self) -> list[UUID]:
        return [each for each in (self.organisation_id, self.agency_id) if each]

    def desk_of(self, user_id: UUID | None) -> Organisation:
        """As whose member this person writes it: the agency's, else the organisation's."""
        is_there = self.agency is not None and self.agency.member_kind(user_id) in STAFF
        return self.agency if self.agency and is_there else self.organisation

    def member_kind(self, user_id: UUID | None) -> MemberKind | None:
        """The higher of the two for whoever belongs to both."""
        kinds = [self.organisation.member_kind(user_id)]
        if self.agency is not None:
            kinds.append(self.agency.member_kind(user_id))
        return max((kind for kind in kinds if kind), key=RANK.__getitem__, default=None)

    @property
    def heading(self) -> str:
        """A draft may have no title yet."""
        return self.title or "Untitled role"

    @property
    def criteria_shares(self) -> list[int]:
        """Percent of each criterion, in order; 100 together (decisions.md 3)."""
        return shares([criterion.weight for criterion in self.criteria])

    def state_at(self, at: datetime) -> str:
        """The stored state, or what the clock makes of it: `scheduled`, `open`, `closed`
        (decisions.md 10)."""
        if self.status in RUNNING and self.has_closed(at):
            return "closed"
        if self.status is RoleStatus.PUBLISHED:
            return "open"
        return "scheduled" if self.is_scheduled else self.status.value

    @property
    def is_scheduled(self) -> bool:
        return self.status is RoleStatus.APPROVED and self.publish_at is not None

    def takes_applications(self, at: datetime) -> bool:
        return not self.is_imported and self.is_open(at)

    @property
    def interviews_on(self) -> list[date]:
        return [date.fromisoformat(text) for text in self.interview_dates]

    @property
    def need(self) -> Need | None:
        """The week it asks for; None until all three numbers are there."""
        if self.coverage is None or self.min_overlap is None or self.funded_tenths is None:
            return None
        return Need.from_text(self.coverage, self.min_overlap, self.funded_tenths)

    def advance(self, move: str) -> None:
        self.status = LIFECYCLE.after(move, self.status)
