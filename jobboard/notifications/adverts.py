"""Whoever applies hears when the role they apply for stays open longer, closes or ends.

Both partners at the same moment, one letter a person and decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.applications import queries as applications
from jobboard.applications.domain import Status
from jobboard.applications.events import ApplicationEndedWithRole
from jobboard.applications.models import Application
from jobboard.core import mail
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.core.mail import Letter, Mail, composer
from jobboard.hiring.events import CandidacyMoved
from jobboard.notifications import queries
from jobboard.partnerships.wording import unlinked
from jobboard.roles import queries as roles
from jobboard.roles.domain import reason_said
from jobboard.roles.events import RoleClosedEarly, RoleExtended, RoleRelisted
from jobboard.roles.models import Role
from jobboard.web.filters import instant


@dataclass(frozen=True, slots=True)
class News:
    """`{closes}` is the instant with its zone. A sentence for those who had sent it already, one
    for those who were still writing."""

    title: str
    news: str
    sent: str
    writing: str


_KEPT = "What you both wrote is kept, and it can start your next application."
LETTERS = {
    "role.extended": News(
        "{role} stays open until {closes}",
        "{employer} has moved the closing time to {closes}.",
        "What you sent stays as it is. There is nothing you need to do.",
        "You both have until then to finish and to sign.",
    ),
    "role.relisted": News(
        "{role} is open again until {closes}",
        "{employer} takes applications again, until {closes}.",
        "Your application is still with them as you sent it. There is nothing you need to do.",
        "What you both wrote is still there: you can finish and sign it until then.",
    ),
    "role.closed_early": News(
        "{role} has closed early",
        "{employer} has closed the role before its time.",
        "Your application is with them as you sent it, and you are both told of every step.",
        f"Nothing more can be sent for it. {_KEPT}",
    ),
    "role.cancelled": News(
        "{employer} has withdrawn {role}",
        "{employer} has withdrawn the role, so your application has ended.",
        _KEPT,
        _KEPT,
    ),
}


@on(RoleExtended)
def tell_of_more_time(event: RoleExtended) -> None:
    _tell_applicants("role.extended", event.role_id, event.closes_at)


@on(RoleRelisted)
def tell_that_it_is_open_again(event: RoleRelisted) -> None:
    _tell_applicants("role.relisted", event.role_id, event.closes_at)


@on(RoleClosedEarly)
def tell_of_the_end(event: RoleClosedEarly) -> None:
    _tell_applicants("role.closed_early", event.role_id, event.at)


@on(CandidacyMoved)
def tell_that_it_ended_with_the_role(event: CandidacyMoved) -> None:
    if event.move == "role_cancelled":
        _tell_both(event.application_id)


@on(ApplicationEndedWithRole)
def tell_those_who_wrote(event: ApplicationEndedWithRole) -> None:
    _tell_both(event.application_id)


def _tell_both(application_id: UUID) -> None:
    """Once a person and role, also where somebody went on with a new partner."""
    application = applications.application(application_id)
    for person in application.partnership.people:
        if person.id != application.left_by_id:
            _post("role.cancelled", f"role.cancelled:{application.role_id}", person, application)


def _tell_applicants(kind: str, role_id: UUID, at: datetime) -> None:
    """`at` tells one extension from the next."""
    for application, person in queries.applicants(role_id):
        _post(kind, f"{kind}:{application.id}:{at.isoformat()}", person, application)


def _post(kind: str, decision: str, person: User, application: Application) -> None:
    if person.address is not None:
        mail.post(
            kind,
            person.address,
            decision=decision,
            person_id=person.id,
            application_id=str(application.id),
        )


def _is_still_so(kind: str, role: Role, at: datetime) -> bool:
    """A closing that was moved, or an end that was taken back, before anybody was told."""
    if kind in {"role.extended", "role.relisted"}:
        return role.runs(at)
    return kind == "role.cancelled" or role.has_closed(at)


def _letter(row: Mail, told: News) -> Letter | None:
    application = applications.application(UUID(row.refs["application_id"]))
    role = application.role
    if not _is_still_so(row.kind, role, now()):
        return None
    closes = instant(role.closes_at, role.closes_zone) if role.closes_at else ""
    names = {"role": role.title, "employer": role.employer, "closes": closes}
    is_sent = application.status is Status.SUBMITTED
    why = roles.words_about(role.id, "cancel") if row.kind == "role.cancelled" else None
    title = told.title.format(**names)
    return Letter(
        title,
        "notifications_news",
        {
            "title": title,
            "paragraphs": [told.news.format(**names), told.sent if is_sent else told.writing],
            "quote": unlinked(reason_said(why.reason, why.words)) if why else "",
            "action": "Open your application",
            "view": "submission" if is_sent else "edit",
            "application": application,
            "candidacy": None,
        },
    )


for _kind, _news in LETTERS.items():
    composer(_kind)(partial(_letter, told=_news))
