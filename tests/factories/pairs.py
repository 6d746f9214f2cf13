"""Invitations, profiles and entries of a pair. Each factory commits what it makes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from jobboard.accounts.models import User
from jobboard.candidates.models import Profile
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships.domain import INVITATION_LIFE, RecordKind, Who
from jobboard.partnerships.models import Partnership, PartnershipInvitation, TrackRecordEntry


def actor_of(user: User) -> Actor:
    return Actor(user_id=user.id, authenticated_at=now())


def make_invitation(
    inviter: User,
    address: str = "helen@example.test",
    *,
    message: str = "",
    expired: bool = False,
    sent_at: datetime | None = None,
) -> PartnershipInvitation:
    at = sent_at or now()
    invitation = PartnershipInvitation(
        id=uuid4(), inviter_id=inviter.id, address=address, message=message, created_at=at
    )
    invitation.arm(at - timedelta(days=1) if expired else at + INVITATION_LIFE)
    session().add(invitation)
    session().commit()
    return invitation


def make_profile(user: User, **fields: Any) -> Profile:
    values = {
        "headline": "People director who rebuilds teams",
        "level": 6,
        "sectors": ["health"],
        "place": "Leeds",
        "availability": "ppppcc----",
        "skills": ["Negotiation"],
        **fields,
    }
    profile = Profile(id=uuid4(), user_id=user.id, updated_at=now(), **values)
    session().add(profile)
    session().commit()
    return profile


def make_entry(partnership: Partnership, **fields: Any) -> TrackRecordEntry:
    values = {
        "kind": RecordKind.INDIVIDUAL,
        "who": Who.A,
        "organisation": "Aire Vale",
        "role": "Head of Employee Relations",
        "started_on": date(2011, 1, 1),
        "ended_on": date(2018, 6, 1),
        "outcome": "The settlement that ended a ten-month dispute.",
        "measure": "",
        "created_at": now(),
        **fields,
    }
    entry = TrackRecordEntry(id=uuid4(), partnership_id=partnership.id, **values)
    session().add(entry)
    session().commit()
    session().refresh(partnership, ["track_record"])
    return entry
