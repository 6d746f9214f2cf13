"""Letters about what two people ask each other. None of them carries an answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from jobboard.accounts.naming import first_name
from jobboard.core.clock import now
from jobboard.core.jobs import job
from jobboard.core.mail import Letter, Mail, composer
from jobboard.core.policy import Actor
from jobboard.partnerships import queries, service
from jobboard.partnerships.jobs.asking import words_of_ask
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.prompts import Deck
from jobboard.partnerships.queries import agreement as asked
from jobboard.partnerships.queries import feedback
from jobboard.partnerships.record import how_they_share
from jobboard.partnerships.wording import unlinked


@dataclass(frozen=True, slots=True)
class Note:
    """`page` is the endpoint the button leads to."""

    title: str
    paragraphs: tuple[str, ...]
    action: str
    page: str


NOTES = {
    "ready": Note(
        "{name} is ready to share",
        (
            "{name} has answered one of your questions for two and would share it. Nobody sees"
            " anything yet: both answers appear at the same moment, once you are ready too.",
            "Take the time you need. What you have written stays private until then.",
        ),
        "Read the questions",
        "partnerships.questions",
    ),
    "revealed": Note(
        "You can read each other’s answers",
        (
            "You and {name} were both ready, so both answers can be read now, by the two of you.",
            "Where you differ is for talking about, not for fixing.",
        ),
        "Read them",
        "partnerships.questions",
    ),
    "check_due": Note(
        "A year on: does your agreement still hold?",
        (
            "It is a year since you and {name} looked at what you had agreed. Read it again, each"
            " for yourself. Change what has changed, or say that it still holds.",
        ),
        "Look at it again",
        "partnerships.check",
    ),
    "feedback_arrived": Note(
        "Somebody told you what works",
        (
            "Somebody who works with you and {name} has answered your three questions. You both"
            " get this at the same moment.",
        ),
        "Read it together",
        "partnerships.feedback",
    ),
    "referee_asked": Note(
        "{name} has asked a referee",
        (
            "{name} has asked somebody to confirm an entry of the track record you share. They get"
            " a link to that one entry and see both of your names, nothing else.",
            "If you would rather not, take it back there before they answer.",
        ),
        "See your track record",
        "partnerships.show",
    ),
    "referee_confirmed": Note(
        "A referee has confirmed an entry",
        (
            "Somebody you asked has confirmed an entry of the track record you share with {name}."
            " You both get this at the same moment.",
        ),
        "See your track record",
        "partnerships.show",
    ),
    "referee_declined": Note(
        "A referee would rather not say",
        (
            "Somebody you asked about an entry of the track record you share with {name} would"
            " rather not say. That is no judgement of you. You may ask somebody else.",
        ),
        "See your track record",
        "partnerships.show",
    ),
}


def _note(mail: Mail, note: Note) -> Letter | None:
    pair = queries.with_people(UUID(mail.refs["partnership_id"]))
    if not pair.is_live or not _still_true(mail, pair):
        return None
    name = unlinked(first_name(pair.partner_of(mail.person_id)))
    words = {
        "title": note.title.format(name=name),
        "paragraphs": [text.format(name=name) for text in note.paragraphs],
        "action": note.action,
        "page": note.page,
        "values": {"partnership_id": str(pair.id)} | _deck(mail),
        "name": name,
    }
    return Letter(str(words["title"]), "partnerships_note", words)


def _deck(mail: Mail) -> dict[str, str]:
    return {"deck": mail.refs["deck"]} if "deck" in mail.refs else {}


def _still_true(mail: Mail, pair: Partnership) -> bool:
    """Somebody who kept their answer back, or has been met by the other, waits for nobody."""
    if not mail.kind.endswith(".ready"):
        return True
    found = asked.leaves(Actor(user_id=mail.person_id), pair, Deck(mail.refs["deck"]))
    return any(leaf.partner_is_ready and leaf.reveal is None for leaf in found)


for _what, _told in NOTES.items():
    composer(f"partnerships.{_what}")(partial(_note, note=_told))


@job("partnerships.check")
def check(check_id: str) -> None:
    """A year after the last look; the verb knows whether it was told already."""
    service.check_due(UUID(check_id), now())


@composer("partnerships.feedback_ask")
def feedback_ask(mail: Mail) -> Letter | None:
    """None once it was answered or taken back, so that nobody is asked twice."""
    row = feedback.ask(UUID(mail.refs["ask_id"]))
    pair = queries.with_people(row.partnership_id)
    if not row.is_open(now()) or not pair.is_live:
        return None
    words = {**words_of_ask(row, pair), "how": how_they_share(pair.track_record)}
    subject = f"How is it to work with {words['names']}?"
    return Letter(subject, "partnerships_feedback_ask", words)
