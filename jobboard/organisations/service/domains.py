"""A domain is the organisation's once somebody who reads mail there says so."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.policy import Actor, require
from jobboard.organisations import queries
from jobboard.organisations.domain import INVITATION_LIFE
from jobboard.organisations.domains import DomainKnownError, DomainSpentError, domain_of
from jobboard.organisations.models import Organisation, OrganisationDomain
from jobboard.organisations.queries import known


def ask_domain(actor: Actor, organisation: Organisation, address: str, at: datetime) -> str:
    """Mail a link to an address at the domain; a second ask ends the link of the first.

    Answers the domain. Raises SharedHostError, DomainKnownError.
    """
    domain = domain_of(address)
    with transaction() as current:
        require(actor, "organisation.edit", organisation)
        queries.hold(organisation.id)
        row = known.domain_named(organisation.id, domain)
        if row is not None and row.verified_at is not None:
            raise DomainKnownError
        if row is None:
            row = OrganisationDomain(id=uuid4(), organisation_id=organisation.id, domain=domain)
            current.add(row)
        row.address, row.asked_by_id, row.asked_at = address, actor.user_id, at
        row.arm(at + INVITATION_LIFE)
        current.flush()
        record(actor, "organisation.domain_asked", organisation, domain=str(row.id))
        mail.post(
            "organisations.domain",
            address,
            decision=f"organisations.domain:{row.id}:{row.token_hash[:16]}",
            domain_id=str(row.id),
        )
    return domain


def confirm_domain(actor: Actor, token: str, at: datetime) -> OrganisationDomain:
    """Whoever holds the link: they read mail at the domain. Raises DomainSpentError."""
    with transaction():
        row = known.domain_behind(token, at)
        if row is None:
            raise DomainSpentError
        row.verified_at = at
        record(actor, "organisation.domain_confirmed", row.organisation, domain=str(row.id))
    return row


def remove_domain(actor: Actor, organisation: Organisation, row: OrganisationDomain) -> None:
    with transaction() as current:
        require(actor, "organisation.edit", organisation)
        record(actor, "organisation.domain_removed", organisation, domain=str(row.id))
        current.delete(row)
