from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from uuid import uuid4

from jobboard.accounts import queries as accounts
from jobboard.accounts.domain import check_name
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.organisations import queries
from jobboard.organisations.domain import EditedMeanwhileError, MemberKind, normal_website
from jobboard.organisations.events import OrganisationRenamed
from jobboard.organisations.models import Membership, Organisation
from jobboard.organisations.queries import ties
from jobboard.organisations.ties import HasClientsError


def create(
    actor: Actor,
    name: str,
    about: str,
    website: str,
    at: datetime,
    promise: str = "",
    is_agency: bool = False,
) -> Organisation:
    """Whoever creates it owns it. Raises UserError at `name` or `website`."""
    if actor.user_id is None:
        raise NotAllowedError("organisation.create")
    with transaction() as current:
        _check(name)
        organisation = Organisation(
            id=uuid4(),
            name=name,
            slug=_free_slug(name),
            about=about,
            promise=promise,
            is_agency=is_agency,
            website=normal_website(website),
            created_at=at,
        )
        owner = accounts.user(actor.user_id)
        organisation.memberships.append(
            Membership(id=uuid4(), user=owner, kind=MemberKind.OWNER, created_at=at)
        )
        current.add(organisation)
        current.flush()
        record(actor, "organisation.created", organisation)
    return organisation


def edit(
    actor: Actor,
    organisation: Organisation,
    name: str,
    about: str,
    website: str,
    seen: int,
    promise: str = "",
    is_agency: bool = False,
) -> None:
    """`seen` is the lock version the words were written on; EditedMeanwhileError if it is stale."""
    with transaction():
        require(actor, "organisation.edit", organisation)
        if seen != organisation.lock_version:
            raise EditedMeanwhileError
        _check(name)
        organisation.website = normal_website(website)
        is_renamed = name != organisation.name
        organisation.name, organisation.about = name, about
        organisation.promise = promise
        _become_agency(organisation, is_agency)
        session().flush()
        record(actor, "organisation.edited", organisation)
        if is_renamed:
            emit(OrganisationRenamed(organisation_id=organisation.id))


def _become_agency(organisation: Organisation, wanted: bool) -> None:
    if organisation.is_agency and not wanted:
        queries.hold(organisation.id)
        if ties.clients(organisation.id):
            raise HasClientsError
    organisation.is_agency = wanted


def _check(name: str) -> None:
    check_name(name, "The name of the organisation")


def _free_slug(name: str) -> str:
    """The name as part of an address; a number makes a second one of the same name different."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:100] or "organisation"
    taken = queries.slugs_like(stem)
    number = 1
    while (slug := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return slug
