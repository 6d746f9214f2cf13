"""The words of the mails about accounts; tokens are derived here, by the worker."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.exc import NoResultFound

from jobboard.accounts import queries
from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer


@composer("accounts.confirm")
def confirm(mail: Mail) -> Letter | None:
    row = queries.address_of_id(UUID(mail.refs["address_id"]))
    if row is None or row.verified_at is not None:
        return None
    words = {"user": row.user, "token": row.token()}
    return Letter("Confirm your address", "accounts_confirm", words)


@composer("accounts.known")
def known(mail: Mail) -> Letter | None:
    user = _person(mail)
    if user is None:
        return None
    return Letter("You already have an account", "accounts_known", {"user": user})


@composer("accounts.reset")
def reset(mail: Mail) -> Letter | None:
    row = queries.reset_of_id(UUID(mail.refs["reset_id"]))
    if row is None or row.used_at is not None or row.has_expired(now()):
        return None
    words = {"user": row.user, "token": row.token()}
    return Letter("Choose a new password", "accounts_reset", words)


@composer("accounts.password_changed")
def password_changed(mail: Mail) -> Letter | None:
    user = _person(mail)
    if user is None:
        return None
    words = {"user": user, "at": mail.created_at}
    return Letter("Your password was changed", "accounts_password_changed", words)


def _person(mail: Mail) -> User | None:
    try:
        return queries.user(UUID(mail.refs["user_id"]))
    except NoResultFound:
        return None
