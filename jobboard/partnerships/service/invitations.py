from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError

from jobboard.accounts import service as accounts
from jobboard.accounts.domain import Purpose
from jobboard.accounts.models import User
from jobboard.accounts.passwords import PasswordHash
from jobboard.accounts.queries import user, verified_owner
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import ConflictError
from jobboard.core.events import emit
from jobboard.core.mail import post
from jobboard.core.policy import Actor, require
from jobboard.partnerships import queries
from jobboard.partnerships.domain import (
    COOL_OFF,
    INVITATION_LIFE,
    MAX_OPEN_INVITATIONS,
    AlreadyPartnersError,
    CoolOffError,
    InvitationSpentError,
    NotYourInvitationError,
    OneselfError,
    TooManyInvitationsError,
    pair_name,
)
from jobboard.partnerships.events import PartnershipConnected
from jobboard.partnerships.models import Partnership, PartnershipInvitation
from jobboard.partnerships.queries import blocking


def invite(actor: Actor, address: str, message: str, at: datetime) -> PartnershipInvitation:
    """Ask whoever reads mail at this case-folded address. Never looks up whose address it is.

    An unanswered invitation to the same address is sent again, with the new message if there is
    one. Raises OneselfError, CoolOffError, AlreadyPartnersError (only for a partner who came
    through this address, so nothing is revealed), TooManyInvitationsError.
    """
    with transaction():
        require(actor, "partnership.invite", None)
        _check_address(actor, address, at)
        invitation = queries.unanswered_to(actor.user_id, address)
        if invitation is None:
            invitation = _new(actor, address, at)
        invitation.message = message or invitation.message
        _send(actor, invitation, at)
    return invitation


def _check_address(actor: Actor, address: str, at: datetime) -> None:
    assert actor.user_id is not None
    if user(actor.user_id).owns(address):
        raise OneselfError
    if queries.accepted_through(actor.user_id, address) is not None:
        raise AlreadyPartnersError
    if queries.was_declined(actor.user_id, address, after=at - COOL_OFF):
        raise CoolOffError


def _new(actor: Actor, address: str, at: datetime) -> PartnershipInvitation:
    if queries.open_count(actor.user_id, at) >= MAX_OPEN_INVITATIONS:
        raise TooManyInvitationsError
    invitation = PartnershipInvitation(
        id=uuid4(), inviter_id=actor.user_id, address=address, message="", created_at=at
    )
    invitation.arm(at + INVITATION_LIFE)
    session().add(invitation)
    return invitation


def _send(actor: Actor, invitation: PartnershipInvitation, at: datetime) -> None:
    """An open link stays the same and lives on; an expired one is replaced."""
    if invitation.has_expired(at):
        invitation.arm(at + INVITATION_LIFE)
    invitation.expires_at = at + INVITATION_LIFE
    session().flush()
    record(actor, "partnership.invited", invitation)
    post(
        "partnerships.invitation",
        invitation.address,
        decision=f"partnership.invited:{invitation.id}:{at.isoformat()}",
        invitation_id=str(invitation.id),
    )


def send_again(actor: Actor, invitation: PartnershipInvitation, at: datetime) -> None:
    """Mail the link once more; after 14 days with a new one. Raises InvitationSpentError."""
    with transaction():
        require(actor, "partnership.manage_invitation", invitation)
        invitation = queries.locked_invitation(invitation)
        if invitation.is_answered:
            raise InvitationSpentError
        if queries.was_declined(actor.user_id, invitation.address, after=at - COOL_OFF):
            raise CoolOffError
        _send(actor, invitation, at)


def cancel_invitation(actor: Actor, invitation: PartnershipInvitation, at: datetime) -> None:
    """Take it back: its link is dead from now on. Raises InvitationSpentError once answered."""
    with transaction():
        require(actor, "partnership.manage_invitation", invitation)
        invitation = queries.locked_invitation(invitation)
        if invitation.is_answered:
            raise InvitationSpentError
        invitation.cancelled_at = at
        record(actor, "partnership.invitation_cancelled", invitation)


def decline(actor: Actor, invitation: PartnershipInvitation, at: datetime) -> None:
    """Whoever holds the link may say no, with or without an account; no reason is asked."""
    with transaction():
        require(actor, "partnership.answer_invitation", invitation)
        invitation = _open(invitation, at)
        owner = verified_owner(invitation.address)
        if actor.user_id is not None and owner is not None and owner.id != actor.user_id:
            raise NotYourInvitationError
        invitation.declined_at = at
        record(actor, "partnership.declined", invitation)
        inviter = user(invitation.inviter_id)
        if inviter.address:
            post(
                "partnerships.declined",
                inviter.address,
                decision=f"partnership.declined:{invitation.id}",
                person_id=inviter.id,
                invitation_id=str(invitation.id),
            )


def accept(actor: Actor, invitation: PartnershipInvitation, at: datetime) -> Partnership:
    """The owner of the invited address says yes; answers with the partnership of the two.

    Two who are partners already stay in the partnership they have. Raises InvitationSpentError,
    NotYourInvitationError.
    """
    with transaction():
        require(actor, "partnership.answer_invitation", invitation)
        invitation = _open(invitation, at)
        if actor.user_id is None or not user(actor.user_id).owns(invitation.address):
            raise NotYourInvitationError
        if blocking.is_between(invitation.inviter_id, actor.user_id):
            raise InvitationSpentError
        partnership = queries.live_of_two(invitation.inviter_id, actor.user_id)
        is_new = partnership is None
        partnership = partnership or _connect(invitation.inviter_id, actor.user_id, at)
        invitation.accepted_at = at
        invitation.partnership_id = partnership.id
        record(actor, "partnership.accepted", invitation, partnership_id=str(partnership.id))
        if is_new:
            emit(PartnershipConnected(partnership_id=partnership.id))
            _tell_inviter(partnership)
    return partnership


def accept_adding_address(
    actor: Actor, invitation: PartnershipInvitation, at: datetime
) -> Partnership:
    """Say yes from an account with another address: the link proves this one, so it is added as a
    second verified address (decisions.md 15). Raises NotYourInvitationError if it is another's.
    """
    with transaction():
        require(actor, "partnership.answer_invitation", invitation)
        invitation = _open(invitation, at)
        owner = verified_owner(invitation.address)
        if actor.user_id is None or (owner is not None and owner.id != actor.user_id):
            raise NotYourInvitationError
        if owner is None:
            accounts.add_verified_address(user(actor.user_id), invitation.address)
        return accept(actor, invitation, at)


def accept_signing_up(
    invitation: PartnershipInvitation, name: str, hashed: PasswordHash, at: datetime
) -> tuple[User, Partnership]:
    """A new person says yes: account, verified address and partnership in one step.

    `hashed` comes from `accounts.service.hash_password`, made outside any transaction.
    """
    with transaction():
        invitation = _open(invitation, at)
        newcomer = accounts.sign_up_invited(name, hashed, invitation.address, Purpose.SHARE)
        return newcomer, accept(Actor(user_id=newcomer.id), invitation, at)


def _open(invitation: PartnershipInvitation, at: datetime) -> PartnershipInvitation:
    invitation = queries.locked_invitation(invitation)
    if not invitation.is_open(at):
        raise InvitationSpentError
    return invitation


def _connect(first_id: UUID, second_id: UUID, at: datetime) -> Partnership:
    first, second = user(first_id), user(second_id)
    partnership = Partnership(
        id=uuid4(),
        first=first,
        second=second,
        name=pair_name(first.name, second.name),
        created_at=at,
    )
    session().add(partnership)
    try:
        session().flush()
    except IntegrityError:
        raise ConflictError(
            "You two became partners a moment ago. Open it from your list."
        ) from None
    return partnership


def _tell_inviter(partnership: Partnership) -> None:
    if partnership.first.address:
        post(
            "partnerships.accepted",
            partnership.first.address,
            decision=f"partnership.connected:{partnership.id}",
            person_id=partnership.first_id,
            partnership_id=str(partnership.id),
        )
