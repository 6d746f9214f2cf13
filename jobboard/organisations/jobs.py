"""The words of the mails about organisations; tokens are derived here, by the worker."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.exc import NoResultFound

from jobboard.accounts import queries as accounts
from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer
from jobboard.organisations import queries
from jobboard.organisations.domain import KIND_WORDS
from jobboard.organisations.queries import known


@composer("organisations.invitation")
def invitation(mail: Mail) -> Letter | None:
    row = queries.invitation_of_id(UUID(mail.refs["invitation_id"]))
    if row is None or not row.is_open(now()):
        return None
    words = {"invitation": row, "kind": KIND_WORDS[row.kind], "token": row.token()}
    return Letter(f"You are invited to {row.organisation.name}", "organisations_invitation", words)


@composer("organisations.domain")
def domain(mail: Mail) -> Letter | None:
    row = known.domain_of_id(UUID(mail.refs["domain_id"]))
    if row is None or row.verified_at is not None or row.has_expired(now()):
        return None
    words = {"row": row, "organisation": row.organisation, "token": row.token()}
    return Letter(f"Is {row.domain} the domain of {row.organisation.name}?",
                  "organisations_domain", words)  # fmt: skip


@composer("organisations.joined")
def joined(mail: Mail) -> Letter | None:
    row = queries.invitation_of_id(UUID(mail.refs["invitation_id"]))
    if row is None or row.accepted_by_id is None:
        return None
    try:
        newcomer = accounts.user(row.accepted_by_id)
    except NoResultFound:
        return None
    words = {"invitation": row, "newcomer": newcomer, "kind": KIND_WORDS[row.kind]}
    return Letter(f"Your invitation to {row.organisation.name} was accepted",
                  "organisations_joined", words)  # fmt: skip


@composer("organisations.removed")
def removed(mail: Mail) -> Letter | None:
    try:
        organisation = queries.one(UUID(mail.refs["organisation_id"]))
        user = accounts.user(UUID(mail.refs["user_id"]))
    except NoResultFound:
        return None
    if organisation.has_member(user.id):
        return None
    words = {"organisation": organisation, "user": user}
    return Letter(f"You no longer belong to {organisation.name}", "organisations_removed", words)
