"""Mail: one outbox row and one Message-ID per (decision, person); written and sent by the worker.

A verb enqueues ids; the worker asks the composer of that kind for the words, so that no job row
holds a text or a token, and a retry repeats the same Message-ID (decisions.md 15 and 18).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.clock import now
from jobboard.core.db import (
    JsonDict,
    Model,
    Str80,
    Str200,
    Str320,
    expect_writes,
    session,
    transaction,
)
from jobboard.core.documents.calendar import Invitation
from jobboard.core.jobs import call_off, enqueue, job
from jobboard.core.privacy import classes
from jobboard.core.transports import Transport


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"
    """The composer said that there is nothing left to tell: the fact was taken back."""


class Mail(Model):
    __tablename__ = "mails"
    __table_args__ = (sa.UniqueConstraint("decision", "address"),)
    __privacy__ = classes(
        technical="id decision kind person_id refs message_id state created_at dated_at sent_at",
        private="address",
    )

    decision: Mapped[Str200]
    kind: Mapped[Str80]
    person_id: Mapped[UUID | None] = mapped_column(index=True)
    address: Mapped[Str320]
    refs: Mapped[JsonDict]
    message_id: Mapped[Str200]
    state: Mapped[MailState] = mapped_column(default=MailState.WAITING)
    created_at: Mapped[datetime]
    dated_at: Mapped[datetime | None]
    """When it was first handed over, which its Date header says however often that is tried."""
    sent_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a composer answers: subject, name of a template under templates/mail, its words; and
    for a meeting what the reader's calendar is to know."""

    subject: str
    template: str
    words: dict[str, Any] = field(default_factory=dict)
    invitation: Invitation | None = None


Composer = Callable[[Mail], Letter | None]
Renderer = Callable[[str, dict[str, Any]], str]


_composers: dict[str, Composer] = {}


@dataclass
class _Office:
    transport: Transport
    render: Renderer
    sender: str
    domain: str


_office: list[_Office] = []


def open_office(transport: Transport, render: Renderer, sender: str, domain: str) -> None:
    """Called once by the app: how mail leaves, how templates become words, who writes."""
    _office[:] = [_Office(transport, render, sender, domain)]


def composer(kind: str) -> Callable[[Composer], Composer]:
    """Register who finds the words for a kind of mail; None means: nothing left to tell."""

    def register(function: Composer) -> Composer:
        _composers[kind] = function
        return function

    return register


def post(
    kind: str,
    address: str,
    *,
    decision: str,
    person_id: UUID | None = None,
    not_before: datetime | None = None,
    **refs: str,
) -> None:
    """Write the outbox row and its job in the caller's transaction; once per (decision, address).

    `decision` names what is told, such as "application.submitted:<id>". `refs` hold ids only.
    """
    if kind not in _composers:
        raise LookupError(f"nobody writes mails of the kind {kind}")
    told = sa.select(Mail.id).where(Mail.decision == decision, Mail.address == address)
    if session().scalar(told) is not None:
        return
    row = Mail(
        id=uuid4(),
        decision=decision,
        kind=kind,
        person_id=person_id,
        address=address,
        refs=dict(refs),
        message_id=f"<{uuid4().hex}@{_office[0].domain}>",
        created_at=now(),
    )
    session().add(row)
    session().flush()
    enqueue("mail.deliver", run_at=not_before, mail_id=str(row.id))


@job("mail.deliver")
def deliver(mail_id: str) -> None:
    """Compose and send one mail, then mark it sent. A crash in between repeats the Message-ID and
    the Date."""
    row = session().scalars(sa.select(Mail).where(Mail.id == UUID(mail_id))).one()
    if row.state is not MailState.WAITING:
        return
    letter = _composers[row.kind](row)
    at = row.dated_at or now()
    message = _message(row, letter, at) if letter else None
    session().commit()
    if message is not None:
        _date(row, at)
        _office[0].transport.send(message)
    expect_writes()
    with transaction():
        row.state = MailState.SENT if message is not None else MailState.DROPPED
        row.sent_at = now() if message is not None else None


def _date(row: Mail, at: datetime) -> None:
    if row.dated_at is None:
        expect_writes()
        with transaction():
            row.dated_at = at


def drop_waiting(decided_before: datetime) -> int:
    """What was decided before that instant will be told to nobody; returns how many mails.

    For demo data: its history was made up, and nobody wants to read five hundred letters of it.
    """
    old = sa.update(Mail).where(Mail.state == MailState.WAITING, Mail.created_at < decided_before)
    with transaction() as current:
        call_off("mail.deliver", decided_before)
        done = current.execute(
            old.values(state=MailState.DROPPED).execution_options(synchronize_session=False)
        )
        return int(done.rowcount)  # type: ignore[attr-defined]


def _message(row: Mail, letter: Letter, at: datetime) -> EmailMessage:
    office = _office[0]
    message = EmailMessage()
    message["Subject"] = re.sub(r"\s+", " ", letter.subject)
    message["From"] = Address("Twofold", addr_spec=office.sender)
    message["To"] = Address(addr_spec=row.address)
    message["Message-ID"] = row.message_id
    message["Date"] = at
    message["Auto-Submitted"] = "auto-generated"
    words = {**letter.words, "subject": letter.subject}
    message.set_content(office.render(f"mail/{letter.template}.txt", words))
    message.add_alternative(office.render(f"mail/{letter.template}.html", words), subtype="html")
    if letter.invitation is not None:
        letter.invitation.enclose_in(message)
    return message


def sender() -> str:
    """The address that mail comes from."""
    return _office[0].sender


def waiting() -> int:
    """How many mails are still to be sent."""
    count = sa.select(sa.func.count()).where(Mail.state == MailState.WAITING)
    return session().scalar(count) or 0
