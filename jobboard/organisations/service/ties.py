"""Two organisations belong together once both say so; neither can do it alone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.organisations import queries
from jobboard.organisations.events import AgencyEnded
from jobboard.organisations.models import Organisation, OrganisationTie
from jobboard.organisations.queries import ties
from jobboard.organisations.service.members import cancel_unbacked
from jobboard.organisations.ties import (
    KnownTieError,
    NobodyCalledThatError,
    NobodyThereError,
    NotAnAgencyError,
    SelfTieError,
    SeveralCalledThatError,
    Side,
    TieGoneError,
    TieKind,
    refuse_tie,
)


def organisation_called(typed: str) -> Organisation:
    """Raises NobodyCalledThatError, SeveralCalledThatError, NobodyThereError."""
    found = ties.named(typed)
    if not found:
        raise NobodyCalledThatError
    if len(found) > 1:
        raise SeveralCalledThatError
    if not found[0].memberships:
        raise NobodyThereError
    return found[0]


def ask_tie(
    actor: Actor, organisation: Organisation, side: Side, other: Organisation, at: datetime
) -> OrganisationTie:
    """Ask the other to be the parent, a child or a client of this one. Raises a TieError."""
    first, second = (other, organisation) if side is Side.PARENT else (organisation, other)
    with transaction() as current:
        require(actor, "organisation.edit", organisation)
        _refuse(side.kind, first, second)
        if ties.between(side.kind, first.id, second.id) is not None:
            raise KnownTieError
        tie = OrganisationTie(
            id=uuid4(),
            kind=side.kind,
            first=first,
            second=second,
            asked_by_first=organisation is first,
            asked_by_id=actor.user_id,
            asked_at=at,
        )
        current.add(tie)
        current.flush()
        record(actor, "organisation.tie_asked", organisation, tie=str(tie.id), kind=tie.kind.value)
        _tell(other, "organisations.tie_asked", tie)
    return tie


def confirm_tie(
    actor: Actor, organisation: Organisation, tie: OrganisationTie, at: datetime
) -> None:
    """By whoever was asked. Raises TieGoneError, and a TieError where it no longer fits."""
    with transaction():
        tie = _asked(actor, organisation, tie)
        if tie.confirmed_at is not None:
            return
        _refuse(tie.kind, tie.first, tie.second)
        tie.confirmed_at, tie.confirmed_by_id = at, actor.user_id
        session().flush()
        session().expire(tie.second, ["parent_tie"])
        record(actor, "organisation.tie_confirmed", organisation, tie=str(tie.id))
        _tell(tie.other_than(organisation), "organisations.tie_answered", tie, "yes")


def decline_tie(actor: Actor, organisation: Organisation, tie: OrganisationTie) -> None:
    """By whoever was asked; it may be asked again. Raises TieGoneError."""
    with transaction() as current:
        tie = _asked(actor, organisation, tie)
        if tie.confirmed_at is not None:
            raise TieGoneError
        record(actor, "organisation.tie_declined", organisation, tie=str(tie.id))
        _tell(tie.other_than(organisation), "organisations.tie_answered", tie, "no")
        current.delete(tie)


def end_tie(actor: Actor, organisation: Organisation, tie: OrganisationTie, at: datetime) -> None:
    """By either side, or taken back by whoever asked. What an agency ran for the client is the
    client's then. Raises TieGoneError."""
    with transaction() as current:
        tie = _held(actor, organisation, tie)
        if tie.waits_for(organisation):
            raise TieGoneError
        was_confirmed, first, second = tie.confirmed_at is not None, tie.first, tie.second
        record(actor, "organisation.tie_ended", organisation, tie=str(tie.id), kind=tie.kind.value)
        current.delete(tie)
        current.flush()
        if not was_confirmed:
            return
        for one in (first, second):
            _tell(one, "organisations.tie_ended", tie, str(organisation.id))
        if tie.kind is TieKind.AGENCY:
            emit(AgencyEnded(agency_id=first.id, client_id=second.id))
        else:
            current.expire(second, ["parent_tie"])
            cancel_unbacked(second, at)


def _asked(actor: Actor, organisation: Organisation, tie: OrganisationTie) -> OrganisationTie:
    tie = _held(actor, organisation, tie)
    if tie.asked_by_first is (organisation.id == tie.first_id):
        raise TieGoneError
    return tie


def _held(actor: Actor, organisation: Organisation, tie: OrganisationTie) -> OrganisationTie:
    """As it stands now, and nobody else answers or ends it meanwhile."""
    require(actor, "organisation.edit", organisation)
    _hold_families(tie.first_id, tie.second_id)
    standing = ties.as_it_stands(tie.id)
    if standing is None:
        raise TieGoneError
    return standing


def _refuse(kind: TieKind, first: Organisation, second: Organisation) -> None:
    if first.id == second.id:
        raise SelfTieError
    _hold_families(first.id, second.id)
    if kind is TieKind.FAMILY:
        refuse_tie(ties.family(first.id, second.id)[1], first.id, second.id)
    elif not first.is_agency:
        raise NotAnAgencyError


def _hold_families(*ids: UUID) -> None:
    """Keep both whole families from others, so that two ties at once cannot close a circle."""
    held: set[UUID] = set()
    while (known := ties.family(*ids)[0]) - held:
        queries.hold(*known)
        held |= known


def _tell(told: Organisation, kind: str, tie: OrganisationTie, outcome: str = "") -> None:
    """Its owners. Ids of both stand in the row: the tie may be gone when the mail is written."""
    for owner in ties.owners(told.id):
        if owner.address is None:
            continue
        mail.post(
            kind,
            owner.address,
            decision=f"{kind}:{tie.id}:{told.id}",
            person_id=owner.id,
            tie_id=str(tie.id),
            tie_kind=tie.kind.value,
            first_id=str(tie.first_id),
            second_id=str(tie.second_id),
            told_id=str(told.id),
            outcome=outcome,
        )
