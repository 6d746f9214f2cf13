"""Coming in: signing up, confirming an address, coming through somebody's invitation."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError

from jobboard.accounts import passwords, queries
from jobboard.accounts.domain import (
    CONFIRMATION_LIFE,
    AddressTakenError,
    LinkSpentError,
    Purpose,
    check_name,
)
from jobboard.accounts.events import AddressConfirmed
from jobboard.accounts.models import EmailAddress, User
from jobboard.accounts.passwords import PasswordHash
from jobboard.accounts.service.hashing import hash_password
from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.clock import now
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor


def sign_up(name: str, password: str, address: str, purpose: Purpose) -> None:
    """Says nothing about the address, which must be case-folded: the mail tells the truth.

    A known person is told so by mail; an earlier sign-up that was never confirmed is superseded.
    Raises UserError at `name`, InvalidInputError at `password`.
    """
    hashed = _checked(name, password, address)
    try:
        _ask_to_confirm(name, hashed, address, purpose)
    except IntegrityError:  # the same address, signed up in another process at this moment
        _ask_to_confirm(name, hashed, address, purpose)


def _ask_to_confirm(name: str, hashed: PasswordHash, address: str, purpose: Purpose) -> None:
    with transaction():
        row = queries.address(address)
        if row is not None and row.verified_at is not None:
            _tell_of_account(row)
            return
        user = _newcomer(row, name, hashed, address, purpose)
        record(Actor(user_id=user.id), "account.signed_up", user, again=row is not None)
        _send_link(user.addresses[0])


def send_link_again(address_id: UUID) -> None:
    """A new link for an address that waits; the older one dies. Nothing for any other."""
    with transaction():
        row = queries.address_of_id(address_id)
        if row is not None and row.verified_at is None:
            row.arm(now() + CONFIRMATION_LIFE)
            _send_link(row)


def confirm_address(token: str, at: datetime) -> User:
    """Raises LinkSpentError for unknown, used and expired links alike."""
    with transaction():
        row = queries.unverified_by_token(token, at)
        if row is None:
            raise LinkSpentError
        _verify(row, at)
        record(Actor(user_id=row.user_id), "account.confirmed", row.user)
        emit(AddressConfirmed(user_id=row.user_id))
        return row.user


def sign_up_invited(
    name: str, password: str | PasswordHash, address: str, purpose: Purpose
) -> User:
    """A new person whose case-folded address is verified at once: the caller has checked the link.

    Inside a transaction pass what `hash_password` gave (checked before by `passwords.check`).
    Raises AddressTakenError, and UserError or InvalidInputError at `name` or `password`.
    """
    hashed = _checked(name, password, address)
    at = now()
    with transaction():
        row = queries.address(address)
        if row is not None and row.verified_at is not None:
            raise AddressTakenError
        user = _newcomer(row, name, hashed, address, purpose)
        _verify(user.addresses[0], at)
        record(Actor(user_id=user.id), "account.signed_up", user, invited=True)
        emit(AddressConfirmed(user_id=user.id))
    return user


def add_verified_address(user: User, address: str) -> None:
    """A second address of this person, proved by a link (decisions.md 15).

    Somebody's unconfirmed sign-up with it gives way. Raises AddressTakenError if it is verified.
    """
    at = now()
    with transaction() as current:
        row = queries.address(address)
        if row is not None and row.verified_at is not None:
            if row.user_id == user.id:
                return
            raise AddressTakenError
        if row is not None:
            current.delete(row.user)
            current.flush()
        added = EmailAddress(
            id=uuid4(), user_id=user.id, address=address, is_primary=False, created_at=at
        )
        _verify(added, at)
        user.addresses.append(added)
        record(Actor(user_id=user.id), "account.address_added", user)


def _checked(name: str, password: str | PasswordHash, address: str) -> PasswordHash:
    check_name(name)
    if isinstance(password, PasswordHash):
        return password
    passwords.check(password, name, address)
    return hash_password(password)


def _newcomer(
    row: EmailAddress | None, name: str, hashed: PasswordHash, address: str, purpose: Purpose
) -> User:
    """A new person, or the one who never confirmed this address, with a name and password anew."""
    at = now()
    if row is None:
        user = User(id=uuid4(), created_at=at)
        user.addresses.append(EmailAddress(id=uuid4(), address=address, created_at=at))
        session().add(user)
    else:
        user = row.user
    user.name, user.password_hash, user.purpose = name, str(hashed), purpose
    user.addresses[0].arm(at + CONFIRMATION_LIFE)
    session().flush()
    return user


def _verify(row: EmailAddress, at: datetime) -> None:
    row.verified_at = at
    row.arm(at)
    if row.user is not None:
        row.user.confirmed_at = row.user.confirmed_at or at


def _send_link(row: EmailAddress) -> None:
    mail.post(
        "accounts.confirm",
        row.address,
        decision=f"accounts.confirm:{row.id}:{row.token_hash[:16]}",
        person_id=row.user_id,
        address_id=str(row.id),
    )


def _tell_of_account(row: EmailAddress) -> None:
    """At most once a day, whoever presses the button how often."""
    mail.post(
        "accounts.known",
        row.address,
        decision=f"accounts.known:{row.id}:{now():%Y-%m-%d}",
        person_id=row.user_id,
        user_id=str(row.user_id),
    )
