"""The role changed after both had signed: each is asked, and each hears what the other said."""

from __future__ import annotations

from uuid import UUID

from jobboard.accounts.models import User
from jobboard.accounts.naming import first_name
from jobboard.applications import queries as applications
from jobboard.applications.models import Application
from jobboard.applications.queries import submission_of
from jobboard.applications.reading import Reading
from jobboard.core import mail
from jobboard.core.events import on
from jobboard.core.mail import Letter, Mail, composer
from jobboard.hiring.events import ReconfirmationAsked, Reconfirmed
from jobboard.hiring.models import Reconfirmation
from jobboard.hiring.queries import of_application
from jobboard.hiring.queries.reconfirming import asked, reconfirmations
from jobboard.roles import queries as roles
from jobboard.roles.wording import overall


@on(ReconfirmationAsked)
def ask_each(event: ReconfirmationAsked) -> None:
    for application, person in asked(event.candidacy_ids, event.role_version):
        _post("role.terms_changed", event.role_version, application, person)


@on(Reconfirmed)
def tell_both(event: Reconfirmed) -> None:
    """The partner hears of the first yes; of the last one both do, at the same moment."""
    application = applications.application(event.application_id)
    for person in application.partnership.people:
        if person.id == application.left_by_id:
            continue
        if event.is_complete:
            _post("role.both_reconfirmed", event.role_version, application, person)
        elif person.id != event.by_id:
            _post("role.partner_reconfirmed", event.role_version, application, person)


def _post(kind: str, version: int, application: Application, person: User) -> None:
    if person.address is not None:
        mail.post(
            kind,
            person.address,
            decision=f"{kind}:{application.id}:{version}",
            person_id=person.id,
            application_id=str(application.id),
            role_version=str(version),
        )


@composer("role.terms_changed")
def _changed(row: Mail) -> Letter | None:
    application = _application(row)
    if not _is_waiting(application, row):
        return None
    role = application.role
    partner = application.partnership.partner_of(row.person_id)
    others = (
        ""
        if partner.id == application.left_by_id
        else f" {first_name(partner)} is asked as well and answers for themselves."
    )
    return _letter(
        f"{role.title} has changed. Is it still for you?",
        [
            f"{role.employer} has changed something that your application rests on.",
            *_changes(application),
            "What you signed stays as it is. Say whether you still stand by it; until then"
            f" {role.employer} sees that you have not.{others}",
            "If it is not for you any more, either of you may withdraw.",
        ],
        "Read what changed, and answer",
        application,
    )


@composer("role.partner_reconfirmed")
def _partner_said_yes(row: Mail) -> Letter | None:
    application = _application(row)
    if not _is_waiting(application, row):
        return None
    name = first_name(application.partnership.partner_of(row.person_id))
    return _letter(
        f"{name} still stands by your application for {application.role.title}",
        [
            f"{name} has read how the role changed and still stands by what you both signed.",
            f"Nobody can answer for you. {application.role.employer} sees that you have"
            " not said yet.",
        ],
        "Read what changed, and answer",
        application,
    )


@composer("role.both_reconfirmed")
def _all_said_yes(row: Mail) -> Letter:
    application = _application(row)
    role, is_alone = application.role, application.left_by_id is not None
    who = "You" if is_alone else "You both"
    return _letter(
        f"{who} still stand by your application for {role.title}",
        [
            f"{role.employer} sees that {who.lower()} read how the role changed and still want it.",
            "What you sent stays as it is. There is nothing you need to do.",
        ],
        "Open your application",
        application,
        view="submission",
    )


def _application(row: Mail) -> Application:
    return applications.application(UUID(row.refs["application_id"]))


def _is_waiting(application: Application, row: Mail) -> bool:
    """False once the person has answered, is asked about a newer version, or it has ended."""
    mine = _own(application, row.person_id)
    is_current = mine is not None and str(mine.role_version) == row.refs["role_version"]
    return is_current and mine is not None and mine.answered_at is None


def _own(application: Application, person_id: UUID | None) -> Reconfirmation | None:
    candidacy = of_application(application.id)
    if candidacy is None or not candidacy.is_live:
        return None
    rows = reconfirmations([candidacy.id]).get(candidacy.id, [])
    return next((row for row in rows if row.user_id == person_id), None)


def _changes(application: Application) -> list[str]:
    """`Funded FTE. Was: 1.2 FTE. Is now: 1.1 FTE.`"""
    frozen = submission_of(application.id)
    if frozen is None:
        return []
    signed = Reading.of_bytes(frozen.payload, frozen.submitted_at.date()).role_version
    made = roles.revisions_since(application.role_id, signed)
    found = overall(change for revision in made for change in revision.changes)
    return [
        f"{each.label}. Was: {each.saved.removesuffix('.')}. Now: {each.typed.removesuffix('.')}."
        for each in found
    ]


def _letter(
    title: str,
    paragraphs: list[str],
    action: str,
    application: Application,
    view: str = "hiring.reconfirmation",
) -> Letter:
    return Letter(
        title,
        "notifications_news",
        {
            "title": title,
            "paragraphs": paragraphs,
            "quote": "",
            "action": action,
            "view": view,
            "application": application,
            "candidacy": None,
        },
    )
