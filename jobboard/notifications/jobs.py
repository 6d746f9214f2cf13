"""Who finds the words of a mail, when the worker writes it. None: nothing is left to tell."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.accounts.naming import display_name, first_name
from jobboard.applications import queries as applications
from jobboard.applications.domain import EDITABLE, SectionKind, Status
from jobboard.applications.models import Application
from jobboard.applications.snapshot import need_of
from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer
from jobboard.hiring.models import Candidacy
from jobboard.hiring.wording import TOLD_WORDS, reason_for_pair, together_text
from jobboard.notifications import queries
from jobboard.partnerships.wording import unlinked
from jobboard.planning.split_plan import SplitPlan


@composer("application.started")
def started(row: Mail) -> Letter | None:
    application = _application(row)
    if application.status not in EDITABLE:
        return None
    words = _words(application) | {"by": _partner_name(application, row)}
    return Letter(
        f"{words['by']} has started your application for {words['role'].title}",
        "notifications_started",
        words,
    )


@composer("application.asked")
def asked(row: Mail) -> Letter | None:
    """Not sent once the text has changed, or whoever asked has signed: that mail says it all."""
    application, version = _application(row), int(row.refs["version"])
    if not _waits_for(application, version) or application.signatures:
        return None
    words = _words(application)
    words |= {"by": _partner_name(application, row), "version": version}
    words["plan"] = _drawn(application)
    return Letter(
        f"{words['by']} finds version {version} ready to sign", "notifications_asked", words
    )


@composer("application.signed")
def signed(row: Mail) -> Letter | None:
    """Not sent once the text has changed since, or both have signed: it is nobody's turn then."""
    application, version = _application(row), int(row.refs["version"])
    if not _waits_for(application, version) or application.signature_of(row.person_id) is not None:
        return None
    words = _words(application)
    words |= {"by": _partner_name(application, row), "version": version}
    words["plan"] = _drawn(application)
    return Letter(
        f"{words['by']} has signed version {version}. Your turn.", "notifications_signed", words
    )


@composer("application.receipt")
def receipt(row: Mail) -> Letter | None:
    """Not sent once both have signed, or the signature fell: other mails tell that."""
    application, version = _application(row), int(row.refs["version"])
    own = application.signature_of(row.person_id)
    if own is None or not _waits_for(application, version):
        return None
    partner = unlinked(first_name(application.partnership.partner_of(row.person_id)))
    words = _words(application) | {"partner": partner, "version": version}
    words |= {"signed_at": own.signed_at, "content_hash": own.content_hash}
    return Letter(
        f"You have signed version {version}. {partner} has not yet", "notifications_receipt", words
    )


@composer("application.cleared")
def cleared(row: Mail) -> Letter | None:
    application, version = _application(row), int(row.refs["version"])
    if application.status not in EDITABLE:
        return None
    words = _words(application)
    words |= {"by": _partner_name(application, row), "version": version}
    return Letter(
        f"Version {version} needs both signatures again: {words['role'].title}",
        "notifications_cleared",
        words,
    )


@composer("application.submitted")
def submitted(row: Mail) -> Letter:
    """Always sent: that it went is a fact, whatever came after. The same bytes to both."""
    application = _application(row)
    words = _words(application) | {"submission": applications.submission_of(application.id)}
    words["plan"] = _drawn(application)
    return Letter(
        f"You have applied together for {words['role'].title}", "notifications_submitted", words
    )


@composer("application.withdrawn")
def withdrawn(row: Mail) -> Letter:
    application = _application(row)
    at, visible = application.withdrawn_at, application.visible_from
    words = _words(application) | {"by": _partner_name(application, row)}
    words["was_sent"] = visible is not None
    words["was_seen"] = visible is not None and at is not None and at >= visible
    return Letter(
        f"{words['by']} has withdrawn your application for {words['role'].title}",
        "notifications_withdrawn",
        words,
    )


@composer("candidacy.arrived")
def arrived(row: Mail) -> Letter | None:
    """Posted at the submission for the end of the cool-off; what was withdrawn is not announced."""
    application = _application(row)
    candidacy = queries.candidacy_of(application.id)
    is_there = candidacy is not None and candidacy.is_visible(now()) and candidacy.is_live
    if candidacy is None or not is_there or not _still_reads(application, row):
        return None
    return Letter(
        f"A new joint application for {application.role.title}",
        "notifications_arrived",
        _words(application, row.person_id) | _figures(candidacy),
    )


@composer("candidacy.withdrawn")
def pair_withdrew(row: Mail) -> Letter | None:
    application = _application(row)
    candidacy = queries.candidacy_of(application.id)
    if candidacy is None or not _still_reads(application, row):
        return None
    words = _words(application, row.person_id)
    return Letter(
        f"{words['both']} have withdrawn from {words['role'].title}",
        "notifications_pair_withdrew",
        words | {"candidacy": candidacy},
    )


@composer("candidacy.moved")
def moved(row: Mail) -> Letter | None:
    """The decision as it was taken: both partners get the same words."""
    application, move = _application(row), row.refs["move"]
    candidacy = queries.candidacy(UUID(row.refs["candidacy_id"]))
    if candidacy is None:
        return None
    words = _words(application)
    names = {"role": application.role.title, "employer": application.role.employer}
    told = TOLD_WORDS[move]
    words |= {"news": told.news.format(**names), "next_step": told.next_step, "is_no": False}
    if move == "not_select" and candidacy.refusal is not None:
        words |= {
            "is_no": True,
            "reason": reason_for_pair(candidacy.refusal.reason),
            "employer_words": candidacy.refusal.words,
        }
    return Letter(told.subject.format(**names), "notifications_moved", words)


def _application(row: Mail) -> Application:
    return applications.application(UUID(row.refs["application_id"]))


def _waits_for(application: Application, version: int) -> bool:
    return application.status is Status.AWAITING_SIGNATURES and application.version == version


def _words(application: Application, viewer_id: UUID | None = None) -> dict[str, Any]:
    """What every mail about an application may say. Pairs read it with no viewer: the same bytes
    for both."""
    first, second = application.partnership.people
    return {
        "application": application,
        "role": application.role,
        "employer": application.role.employer,
        "a": unlinked(first_name(first, viewer_id)),
        "b": unlinked(first_name(second, viewer_id)),
        "both": unlinked(f"{display_name(first, viewer_id)} and {display_name(second, viewer_id)}"),
    }


def _drawn(application: Application) -> str:
    """The split plan on the role's week, as mails and pages draw it."""
    need = need_of(application.role)
    plan = SplitPlan.from_text(application.content(SectionKind.SPLIT_PLAN)["plan"])
    return plan.on(need.shape).to_text(need.coverage.needed)


def _figures(candidacy: Candidacy) -> dict[str, Any]:
    return {
        "candidacy": candidacy,
        "plan": candidacy.plan,
        "together": _together(candidacy.pair_months),
    }


def _together(months: int) -> str:
    """`6 years`; said in full where it would be none, so that it reads as the good answer it is."""
    return together_text(months) if months else "none yet, they are a new pair"


def _partner_name(application: Application, row: Mail) -> str:
    """First name of who acted; empty where nobody of the two did."""
    people: dict[str, User] = {str(person.id): person for person in application.partnership.people}
    person = people.get(row.refs["by_id"])
    return unlinked(first_name(person)) if person else ""


def _still_reads(application: Application, row: Mail) -> bool:
    """Somebody who left the organisation before the mail was due is not told."""
    return queries.is_reader(application.role, row.person_id)
