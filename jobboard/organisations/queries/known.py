"""How an organisation is known: its public name, its logo, its e-mail domains."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.core.db import session
from jobboard.core.tokens import digest
from jobboard.organisations.models import Organisation, OrganisationDomain, OrganisationLogo


def logo(organisation_id: UUID) -> OrganisationLogo | None:
    found = sa.select(OrganisationLogo).where(OrganisationLogo.organisation_id == organisation_id)
    return session().scalars(found).one_or_none()


def logo_bytes(organisation_id: UUID, digest_: str) -> bytes | None:
    """Of the logo that stands now; an address of an older one answers None."""
    found = (
        sa.select(OrganisationLogo.png)
        .join(Organisation, Organisation.id == OrganisationLogo.organisation_id)
        .where(Organisation.id == organisation_id, Organisation.logo_digest == digest_)
    )
    return session().scalar(found)


def domains(organisation_id: UUID) -> list[OrganisationDomain]:
    """Confirmed and asked ones, by name."""
    found = sa.select(OrganisationDomain).where(
        OrganisationDomain.organisation_id == organisation_id
    )
    order = (OrganisationDomain.domain, OrganisationDomain.id)
    return list(session().scalars(found.order_by(*order)))


def domain_named(organisation_id: UUID, domain: str) -> OrganisationDomain | None:
    found = sa.select(OrganisationDomain).where(
        OrganisationDomain.organisation_id == organisation_id, OrganisationDomain.domain == domain
    )
    return session().scalars(found).one_or_none()


def domain_of(organisation: Organisation, domain_id: UUID) -> OrganisationDomain:
    """Raises NoResultFound for a domain of another organisation."""
    found = sa.select(OrganisationDomain).where(
        OrganisationDomain.id == domain_id, OrganisationDomain.organisation_id == organisation.id
    )
    return session().scalars(found).one()


def domain_of_id(domain_id: UUID) -> OrganisationDomain | None:
    return session().get(OrganisationDomain, domain_id)


def domain_behind(token: str, at: datetime) -> OrganisationDomain | None:
    """None for a link that never was, is old or was used."""
    found = sa.select(OrganisationDomain).where(
        OrganisationDomain.token_hash == digest(token),
        OrganisationDomain.verified_at.is_(None),
        OrganisationDomain.expires_at > at,
    )
    return session().scalars(found.options(joinedload(OrganisationDomain.organisation))).first()


def public_one(name: str) -> Organisation:
    """By the name in its address or by its id: what is public. Raises NoResultFound."""
    try:
        found = sa.select(Organisation).where(Organisation.id == UUID(name))
    except ValueError:
        found = sa.select(Organisation).where(Organisation.slug == name)
    return session().scalars(found).one()
