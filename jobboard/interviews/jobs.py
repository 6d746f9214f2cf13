"""Who writes the mails about an interview. They look again: what is overtaken is not sent.

What would help somebody on the day stands in none of them, nor anybody's address but the reader's.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import current_app

from jobboard.accounts.naming import display_name, first_name
from jobboard.core import mail as office
from jobboard.core.clock import now
from jobboard.core.documents.calendar import Entry, Invitation, invitation
from jobboard.core.mail import Letter, Mail, composer
from jobboard.interviews import queries, wording
from jobboard.interviews.domain import KIND_WORDS, Answer, State
from jobboard.interviews.entries import STATUS, title_of
from jobboard.interviews.models import Interview
from jobboard.interviews.wording import News
from jobboard.organisations.domain import READERS
from jobboard.partnerships.wording import unlinked
from jobboard.web.filters import instant


@composer("interviews.invited")
def invited(mail: Mail) -> Letter | None:
    row = _row(mail)
    if _is_overtaken(mail, row):
        return None
    return _letter(mail, row, wording.MOVED if row.sequence else wording.INVITED)


@composer("interviews.confirmed")
def confirmed(mail: Mail) -> Letter | None:
    row = _row(mail)
    return None if _is_overtaken(mail, row) else _letter(mail, row, wording.CONFIRMED)


@composer("interviews.asked")
def asked(mail: Mail) -> Letter | None:
    """Not sent once the person has thought again, or another time is proposed."""
    row = _row(mail)
    one = row.answer_of(UUID(mail.refs["by_id"]))
    if _is_overtaken(mail, row) or one is None or one.answer is not Answer.ASKED_TO_MOVE:
        return None
    return _letter(mail, row, wording.ASKED, unlinked(first_name(one.user)), one.words)


@composer("interviews.cancelled")
def cancelled(mail: Mail) -> Letter | None:
    row = _row(mail)
    return _letter(mail, row, wording.CANCELLED, words=row.words)


@composer("interviews.reminder")
def reminder(mail: Mail) -> Letter | None:
    """Posted when it was agreed, for a day before: only of what still stands and is to come."""
    row = _row(mail)
    if _is_overtaken(mail, row) or row.state is not State.CONFIRMED or row.starts_at <= now():
        return None
    return _letter(mail, row, wording.REMINDER)


def _row(mail: Mail) -> Interview:
    return queries.interview(UUID(mail.refs["interview_id"]))


def _is_overtaken(mail: Mail, row: Interview) -> bool:
    """A later step has a letter of its own."""
    return not row.is_open or str(row.sequence) != mail.refs["sequence"]


def _reads(row: Interview, user_id: UUID | None) -> bool:
    return row.candidacy.role.member_kind(user_id) in READERS


def _letter(
    mail: Mail, row: Interview, news: News, who: str = "", words: str = ""
) -> Letter | None:
    """None for a colleague who no longer reads applications when the mail is due."""
    is_named = row.answer_of(mail.person_id) is not None
    if not is_named and not _reads(row, mail.person_id):
        return None
    role = row.candidacy.role
    names = {
        "what": KIND_WORDS[row.kind],
        "role": role.title,
        "employer": role.employer,
        "when": instant(row.starts_at),
        "who": who,
    }
    said: dict[str, Any] = {
        "interview": row,
        "opening": news.opening.format(**names),
        "next_step": news.pair if is_named else news.staff,
        "words": unlinked(words),
        "facts": _facts(row),
        "is_named": is_named,
    }
    return Letter(news.subject.format(**names), "interviews_told", said, _enclosed(mail, row))


def _facts(row: Interview) -> list[tuple[str, str]]:
    people = " and ".join(unlinked(display_name(one.user)) for one in row.answers)
    panel = ", ".join(unlinked(one.name) for one in row.panel)
    return [
        ("When", f"{instant(row.starts_at)}, {row.minutes} minutes"),
        ("Where", row.place),
        ("Who is invited", people),
        ("The panel", panel),
    ]


def _enclosed(mail: Mail, row: Interview) -> Invitation:
    base = str(current_app.config["BASE_URL"]).rstrip("/")
    is_named = row.answer_of(mail.person_id) is not None
    path = f"/interviews/{row.id}" if is_named else f"/hiring/interviews/{row.id}"
    entry = Entry(
        uid=f"interview-{row.id}@{office.sender().partition('@')[2]}",
        title=title_of(row),
        starts=row.starts_at,
        ends=row.ends_at,
        url=base + path,
        place=row.place,
        status=STATUS[row.state],
        stamp=row.changed_at.replace(microsecond=0),
        sequence=row.sequence,
    )
    method = "CANCEL" if row.state is State.CANCELLED else "REQUEST"
    return invitation(entry, method, office.sender(), mail.address)
