"""Facts become outbox rows in the same transaction: one a decision and person, ids only."""

from __future__ import annotations

from datetime import datetime

from jobboard.accounts.models import User
from jobboard.applications import queries as applications
from jobboard.applications.events import (
    ApplicationSigned,
    ApplicationStarted,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    SignaturesAsked,
    SignaturesCleared,
)
from jobboard.applications.models import Application
from jobboard.core import mail
from jobboard.core.events import on
from jobboard.hiring.domain import TOLD
from jobboard.hiring.events import CandidacyMoved
from jobboard.notifications import queries


@on(ApplicationStarted)
def tell_the_partner(event: ApplicationStarted) -> None:
    application = applications.application(event.application_id)
    _tell(
        application.partnership.partner_of(event.by_id),
        "application.started",
        f"application.started:{application.id}",
        application_id=str(application.id),
        by_id=str(event.by_id),
    )


@on(SignaturesAsked)
def ask_the_partner_to_read(event: SignaturesAsked) -> None:
    application = applications.application(event.application_id)
    _tell(
        application.partnership.partner_of(event.by_id),
        "application.asked",
        f"application.asked:{application.id}:{event.version}",
        application_id=str(application.id),
        by_id=str(event.by_id),
        version=str(event.version),
    )


@on(ApplicationSigned)
def tell_whose_turn_it_is(event: ApplicationSigned) -> None:
    """Of the first signature, and its receipt; the second one submits, and another mail tells
    that."""
    application = applications.application(event.application_id)
    partner = application.partnership.partner_of(event.by_id)
    signer = application.partnership.partner_of(partner.id)
    for person, kind in ((partner, "application.signed"), (signer, "application.receipt")):
        _tell(
            person,
            kind,
            f"{kind}:{application.id}:{event.version}:{event.by_id}",
            application_id=str(application.id),
            by_id=str(event.by_id),
            version=str(event.version),
        )


@on(SignaturesCleared)
def tell_both_to_sign_again(event: SignaturesCleared) -> None:
    _tell_both(
        applications.application(event.application_id),
        "application.cleared",
        f"application.cleared:{event.application_id}:{event.version}",
        by_id=str(event.by_id or ""),
        version=str(event.version),
    )


@on(ApplicationSubmitted)
def confirm_to_both(event: ApplicationSubmitted) -> None:
    application = applications.application(event.application_id)
    _tell_both(application, "application.submitted", f"application.submitted:{application.id}")


@on(ApplicationSubmitted)
def announce_to_the_employer(event: ApplicationSubmitted) -> None:
    """After the cool-off; the composer looks again whether there is still something to announce."""
    application = applications.application(event.application_id)
    decision = f"candidacy.arrived:{application.id}"
    _tell_the_employer(application, "candidacy.arrived", decision, event.visible_from)


@on(ApplicationWithdrawn)
def tell_those_who_knew(event: ApplicationWithdrawn) -> None:
    application = applications.application(event.application_id)
    _tell(
        application.partnership.partner_of(event.by_id),
        "application.withdrawn",
        f"application.withdrawn:{application.id}",
        application_id=str(application.id),
        by_id=str(event.by_id),
    )
    if event.was_visible:
        decision = f"candidacy.withdrawn:{application.id}"
        _tell_the_employer(application, "candidacy.withdrawn", decision)


@on(CandidacyMoved)
def tell_both_what_was_decided(event: CandidacyMoved) -> None:
    if event.move in TOLD:
        _tell_both(
            applications.application(event.application_id),
            "candidacy.moved",
            f"candidacy.{event.move}:{event.candidacy_id}",
            candidacy_id=str(event.candidacy_id),
            move=event.move,
        )


def _tell_both(application: Application, kind: str, decision: str, **refs: str) -> None:
    for person in application.partnership.people:
        _tell(person, kind, decision, application_id=str(application.id), **refs)


def _tell_the_employer(
    application: Application, kind: str, decision: str, not_before: datetime | None = None
) -> None:
    """Everybody who reads applications there, except a partner of this very pair."""
    for reader in queries.readers(application.role):
        if not application.partnership.includes(reader.id):
            _tell(reader, kind, decision, not_before, application_id=str(application.id))


def _tell(
    person: User, kind: str, decision: str, not_before: datetime | None = None, /, **refs: str
) -> None:
    """Whoever has no confirmed address is told by the pages alone."""
    if person.address is not None:
        mail.post(
            kind,
            person.address,
            decision=decision,
            person_id=person.id,
            not_before=not_before,
            **refs,
        )
