"""Asking a colleague in (decisions.md 15). The answer never says whether an address is known."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.accounts import passwords
from jobboard.accounts import queries as accounts
from jobboard.accounts import service as accounts_service
from jobboard.accounts.domain import AddressTakenError, Purpose, check_name
from jobboard.accounts.models import User
from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.organisations import queries
from jobboard.organisations.domain import (
    INVITATION_LIFE,
    InvitationSpentError,
    MemberKind,
    NotYourInvitationError,
    OwnAddressError,
    may_grant,
)
from jobboard.organisations.models import Membership, Organisation, OrganisationInvitation
from jobboard.organisations.service.members import touch


def invite(
    actor: Actor, organisation: Organisation, address: str, kind: MemberKind, at: datetime
) -> bool:
    """A second invitation to the same case-folded address replaces the first, whose link dies.

    True if it did. A member is invited like anybody else, so that nobody learns who is behind an
    address. Raises OwnAddressError, and NotAllowedError for a kind above the actor's own.
    """
    with transaction() as current:
        require(actor, "organisation.invite", organisation)
        if not may_grant(organisation.standing_of(actor.user_id), kind) or actor.user_id is None:
            raise NotAllowedError("organisation.invite")
        if accounts.user(actor.user_id).owns(address):
            raise OwnAddressError
        row = queries.open_invitation_to(organisation.id, address, at)
        is_again = row is not None
        if row is None:
            row = OrganisationInvitation(
                id=uuid4(), organisation_id=organisation.id, address=address, created_at=at
            )
            current.add(row)
        row.kind, row.invited_by_id = kind, actor.user_id
        row.arm(at + INVITATION_LIFE)
        current.flush()
        record(actor, "organisation.invited", organisation, invitation=str(row.id), kind=kind.value)
        mail.post(
            "organisations.invitation",
            address,
            decision=f"organisations.invitation:{row.id}:{row.token_hash[:16]}",
            invitation_id=str(row.id),
        )
    return is_again


def cancel_invitation(
    actor: Actor, organisation: Organisation, invitation: OrganisationInvitation, at: datetime
) -> None:
    """Whoever could have sent it. Raises InvitationSpentError if it is no longer open."""
    with transaction():
        require(actor, "organisation.invite", organisation)
        if not may_grant(organisation.standing_of(actor.user_id), invitation.kind):
            raise NotAllowedError("organisation.invite")
        if not invitation.is_open(at):
            raise InvitationSpentError
        invitation.cancelled_at = at
        record(actor, "organisation.invitation_cancelled", organisation, kind=invitation.kind.value)


def accept(actor: Actor, token: str, at: datetime, add_address: bool = False) -> Organisation:
    """Only whoever owns the invited address joins. `add_address`: the person says it is theirs.

    The link proves the address, so an address of nobody may be added to the account (decisions.md
    15). Raises InvitationSpentError, NotYourInvitationError.
    """
    with transaction():
        invitation = _open_one(token, at)
        if actor.user_id is None:
            raise NotYourInvitationError
        user = accounts.user(actor.user_id)
        if not user.owns(invitation.address):
            _add_address(user, invitation.address, add_address)
        return _join(user, invitation, at)


def accept_as_newcomer(token: str, name: str, password: str, at: datetime) -> User:
    """Sign up with the invited address and join, in one. Raises as `sign_up_invited` does."""
    invitation = _open_one(token, at)
    check_name(name)
    passwords.check(password, name, invitation.address)
    hashed = accounts_service.hash_password(password)
    with transaction():
        invitation = _open_one(token, at)
        user = accounts_service.sign_up_invited(name, hashed, invitation.address, Purpose.HIRE)
        _join(user, invitation, at)
    return user


def _open_one(token: str, at: datetime) -> OrganisationInvitation:
    invitation = queries.invitation_by_token(token, at)
    if invitation is None:
        raise InvitationSpentError
    return invitation


def _add_address(user: User, address: str, is_wanted: bool) -> None:
    if not is_wanted or accounts.verified_owner(address) is not None:
        raise NotYourInvitationError
    try:
        accounts_service.add_verified_address(user, address)
    except AddressTakenError:
        raise NotYourInvitationError from None


def _join(user: User, invitation: OrganisationInvitation, at: datetime) -> Organisation:
    """A member who is invited again stays what they are: an invitation takes no right away."""
    organisation = invitation.organisation
    invitation.accepted_at, invitation.accepted_by_id = at, user.id
    actor = Actor(user_id=user.id)
    if not organisation.has_member(user.id):
        organisation.memberships.append(
            Membership(id=uuid4(), user=user, kind=invitation.kind, created_at=at)
        )
        touch(organisation)
        session().flush()
        _tell_inviter(invitation)
    record(actor, "organisation.joined", organisation, kind=invitation.kind.value)
    return organisation


def _tell_inviter(invitation: OrganisationInvitation) -> None:
    address = invitation.invited_by.address
    if address is not None:
        mail.post(
            "organisations.joined",
            address,
            decision=f"organisations.joined:{invitation.id}",
            person_id=invitation.invited_by_id,
            invitation_id=str(invitation.id),
        )
