from __future__ import annotations

from datetime import timedelta
from itertools import count
from uuid import uuid4

from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.domain import INVITATION_LIFE, MemberKind
from jobboard.organisations.models import (
    Organisation,
    OrganisationDomain,
    OrganisationInvitation,
    OrganisationTie,
)
from jobboard.organisations.ties import TieKind

_number = count(1)


def make_invitation(
    organisation: Organisation,
    *,
    address: str | None = None,
    kind: MemberKind = MemberKind.RECRUITER,
    by: User | None = None,
    life: timedelta = INVITATION_LIFE,
) -> OrganisationInvitation:
    """An open invitation; its link is `invitation_path`."""
    at = now()
    row = OrganisationInvitation(
        id=uuid4(),
        organisation=organisation,
        invited_by=by or organisation.memberships[0].user,
        address=address or f"colleague{next(_number)}@example.test",
        kind=kind,
        created_at=at,
    )
    row.arm(at + life)
    session().add(row)
    session().commit()
    return row


def make_domain(
    organisation: Organisation, domain: str = "northmoor.example", *, verified: bool = False
) -> OrganisationDomain:
    """Asked, and confirmed if `verified`."""
    at = now()
    row = OrganisationDomain(
        id=uuid4(),
        organisation=organisation,
        domain=domain,
        address=f"people@{domain}",
        asked_at=at,
        verified_at=at if verified else None,
    )
    row.arm(at + INVITATION_LIFE)
    session().add(row)
    session().commit()
    return row


def make_tie(
    first: Organisation,
    second: Organisation,
    kind: TieKind = TieKind.FAMILY,
    *,
    confirmed: bool = False,
    by_first: bool = True,
) -> OrganisationTie:
    """The first is the parent or the agency."""
    at = now()
    row = OrganisationTie(
        id=uuid4(),
        kind=kind,
        first=first,
        second=second,
        asked_by_first=by_first,
        asked_at=at,
        confirmed_at=at if confirmed else None,
    )
    session().add(row)
    if kind is TieKind.AGENCY:
        first.is_agency = True
    session().commit()
    session().expire(second, ["parent_tie"])
    return row


def invitation_path(invitation: OrganisationInvitation) -> str:
    return f"/invitations/organisation/{invitation.token()}"
