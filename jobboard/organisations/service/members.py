"""Who belongs: never without an owner, whoever presses at the same time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.organisations import queries
from jobboard.organisations.domain import LastOwnerError, MemberKind, may_grant
from jobboard.organisations.models import Membership, Organisation
from jobboard.organisations.queries import ties


def remove_member(
    actor: Actor, organisation: Organisation, membership: Membership, at: datetime
) -> None:
    """Rights end at once. Raises LastOwnerError; StaleDataError if members changed meanwhile."""
    with transaction():
        require(actor, "organisation.remove_member", organisation)
        _end(actor, organisation, membership, at, "organisation.member_removed")
        _tell_removed(organisation, membership, at)


def leave(actor: Actor, organisation: Organisation, at: datetime) -> None:
    """Raises LastOwnerError; StaleDataError if the members changed meanwhile."""
    with transaction():
        require(actor, "organisation.leave", organisation)
        [mine] = [m for m in organisation.memberships if m.user_id == actor.user_id]
        _end(actor, organisation, mine, at, "organisation.left")


def change_kind(
    actor: Actor, organisation: Organisation, membership: Membership, kind: MemberKind, at: datetime
) -> None:
    """Invitations to what they may no longer give end. Raises LastOwnerError; StaleDataError if
    the members changed meanwhile."""
    with transaction():
        require(actor, "organisation.change_kind", organisation)
        if not may_grant(organisation.standing_of(actor.user_id), kind):
            raise NotAllowedError("organisation.change_kind")
        if membership.kind is kind:
            return
        if kind is not MemberKind.OWNER:
            _keep_an_owner(organisation, membership)
        membership.kind = kind
        touch(organisation)
        session().flush()
        cancel_unbacked(organisation, at)
        record(
            actor, "organisation.kind_changed", organisation, member=str(membership.user_id),
            kind=kind.value,
        )  # fmt: skip


def touch(organisation: Organisation) -> None:
    """Grow the lock version: of two who change the members at once, the second meets a 409."""
    flag_modified(organisation, "created_at")


def _end(
    actor: Actor, organisation: Organisation, membership: Membership, at: datetime, action: str
) -> None:
    _keep_an_owner(organisation, membership)
    organisation.memberships.remove(membership)
    touch(organisation)
    session().flush()
    cancel_unbacked(organisation, at)
    record(actor, action, organisation, member=str(membership.user_id), kind=membership.kind.value)


def _keep_an_owner(organisation: Organisation, without: Membership) -> None:
    rest = [m for m in organisation.memberships if m.id != without.id]
    if not any(member.kind is MemberKind.OWNER for member in rest):
        raise LastOwnerError


def cancel_unbacked(top: Organisation, at: datetime) -> None:
    """Grants do not outlive the right to make them (security.md, PyPI 26-13): here, and in what
    stands below, where an owner of this one has stood as an owner."""
    for organisation in [top, *ties.organisations_below(top)]:
        for sent in queries.open_invitations(organisation.id, at):
            if not may_grant(organisation.standing_of(sent.invited_by_id), sent.kind):
                sent.cancelled_at = at
    session().flush()


def _tell_removed(organisation: Organisation, membership: Membership, at: datetime) -> None:
    if membership.user.address is not None:
        mail.post(
            "organisations.removed",
            membership.user.address,
            decision=f"organisations.removed:{membership.id}:{at.isoformat()}",
            person_id=membership.user_id,
            organisation_id=str(organisation.id),
            user_id=str(membership.user_id),
        )
