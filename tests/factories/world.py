"""Organisations, roles, pairs: the rest of a sensible world. Each factory commits what it makes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import uuid4

from jobboard.accounts.domain import Purpose
from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Membership, Organisation
from jobboard.partnerships.domain import PartnershipStatus, RecordKind, Who
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.roles.domain import HeldBy, MayLead, RoleStatus, WorkMode
from jobboard.roles.models import Criterion, Duty, Role
from jobboard.roles.redesign import AssessmentMode, BarRule
from tests.factories.people import make_user

_number = count(1)


def make_organisation(
    name: str = "Northmoor Community Health Trust", owner: User | None = None
) -> Organisation:
    owner = owner or make_user("Ruth Calloway", purpose=Purpose.HIRE)
    organisation = Organisation(
        id=uuid4(), name=name, slug=f"organisation-{next(_number)}", created_at=now()
    )
    session().add(organisation)
    add_member(organisation, owner, MemberKind.OWNER)
    return organisation


def add_member(
    organisation: Organisation, user: User, kind: MemberKind = MemberKind.RECRUITER
) -> None:
    organisation.memberships.append(Membership(user=user, kind=kind, created_at=now()))
    session().commit()


BEFORE_DESIGN: dict[str, Any] = {
    "need_reasons": [],
    "assessment_mode": None,
    "bar_rule": None,
    "first_refusal": None,
    "replacement_weeks": None,
    "trial_weeks": None,
}
"""A role that was published before these were asked."""


def make_role(
    organisation: Organisation | None = None,
    *,
    title: str = "Director of People and Culture",
    published: bool = True,
    closed: bool = False,
    **fields: Any,
) -> Role:
    at = now()
    role = Role(
        id=uuid4(),
        organisation=organisation or make_organisation(),
        title=title,
        sector="health",
        level=5,
        description="One seat on the board, **one** set of objectives.",
        requirements="Experience of leading people strategy.",
        places=["Leeds"],
        work_mode=WorkMode.HYBRID,
        contract="Permanent",
        salary_min=Decimal(95000),
        salary_max=Decimal(101600),
        full_time_hours=Decimal("37.5"),
        funded_tenths=12,
        share_types=["twin", "hybrid"],
        coverage="nnnnn2nnnn",
        min_overlap=1,
        need_reasons=["Somebody who can decide"],
        assessment_mode=AssessmentMode.JOINT_ONLY,
        bar_rule=BarRule.BOTH_MEET,
        first_refusal=True,
        replacement_weeks=26,
        trial_weeks=0,
        closes_at=at + timedelta(days=-1 if closed else 15),
        created_at=at - timedelta(days=20),
        updated_at=at,
        published_at=at - timedelta(days=10) if published else None,
        status=RoleStatus.PUBLISHED if published else RoleStatus.DRAFT,
        duties=[
            Duty(position=1, name="The board seat and its vote", may_lead=MayLead.JOINT),
            Duty(position=2, name="Pay and union negotiations"),
            Duty(position=3, name="Leadership development"),
        ],
        criteria=[
            Criterion(position=1, text="Has led people strategy at scale", weight=5),
            Criterion(
                position=2,
                text="Speaks with one voice and disagrees well",
                weight=3,
                is_essential=True,
                held_by=HeldBy.EACH,
            ),
        ],
    )
    for name, value in fields.items():
        setattr(role, name, value)
    session().add(role)
    session().commit()
    return role


def make_partnership(
    first: User | None = None, second: User | None = None, *, formed: bool = True
) -> Partnership:
    at = now()
    pair = Partnership(
        id=uuid4(),
        first=first or make_user("Nadia Okafor"),
        second=second or make_user("Helen Marsh"),
        name="Nadia Okafor and Helen Marsh",
        status=PartnershipStatus.FORMED if formed else PartnershipStatus.CONNECTED,
        first_confirmed_at=at if formed else None,
        second_confirmed_at=at if formed else None,
        formed_at=at if formed else None,
        created_at=at,
        proposition="Between us we have rebuilt two people functions. " * 30,
        proposition_number=1,
        track_record=[
            TrackRecordEntry(
                kind=RecordKind.AS_PAIR,
                who=Who.BOTH,
                organisation="Fellside Care Trust",
                role="Joint Deputy Directors of People",
                started_on=datetime(2020, 3, 1, tzinfo=UTC).date(),
                outcome="Brought turnover below the regional average.",
                measure="Agency spend down by a third",
                created_at=at,
            )
        ],
    )
    session().add(pair)
    session().commit()
    return pair
