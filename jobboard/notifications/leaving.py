"""Who is told, in which words, when one of a pair leaves an application (N24).

Both partners hear at the same moment; the employer only of what they had in front of them, once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.accounts.naming import display_name, first_name
from jobboard.applications import queries as applications
from jobboard.applications.events import DepartureDecided, PartnerLeft
from jobboard.applications.leaving import REMIND_AFTER, Answer
from jobboard.applications.models import Application, Departure
from jobboard.applications.queries import leaving
from jobboard.core import mail
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.core.mail import Letter, Mail, composer
from jobboard.hiring.events import CandidacyResumed
from jobboard.notifications import queries
from jobboard.partnerships.wording import unlinked
from jobboard.web.filters import day


@dataclass(frozen=True, slots=True)
class News:
    """`{left}` and `{stays}` are first names, `{both}` the two in full, `{due}` the last day.

    `view` is the page of the button: of the application, or `candidacy` for the employer.
    """

    title: str
    paragraphs: tuple[str, ...]
    action: str
    view: str
    only_while_waiting: bool = False


_KEPT = (
    "Nothing is deleted: what the two of you wrote stays readable to you both, and everybody’s own"
    " words stay their own."
)
LETTERS = {
    "departure.left": News(
        "You have left the application for {role}",
        (
            "{stays} is told and decides until {due} what becomes of it. You need do nothing more.",
            _KEPT,
            "You and {stays} are asked nothing else: this was one application, and not more.",
        ),
        "Read what you wrote",
        "edit",
    ),
    "departure.asked": News(
        "{left} has left your application for {role}. You decide until {due}",
        (
            "{left} will not go on with this application at {employer}. You choose what becomes of"
            " it, and you have until {due}.",
            "{choices}",
            _KEPT,
        ),
        "Read and decide",
        "decision",
        only_while_waiting=True,
    ),
    "departure.reminded": News(
        "Until {due}: what becomes of your application for {role}?",
        (
            "{left} left it a week ago, and nothing is decided yet. You have until {due}.",
            "{choices}",
        ),
        "Read and decide",
        "decision",
        only_while_waiting=True,
    ),
    "departure.lapsed": News(
        "Your application for {role} has ended",
        ("{left} had left it, and the time to decide is over.", _KEPT),
        "Read what you wrote",
        "edit",
    ),
    "departure.alone": News(
        "{stays} goes on alone with the application for {role}",
        (
            "Since {left} left, {stays} decided to go on as one person, at the stage you two had"
            " reached. {employer} is told.",
            _KEPT,
        ),
        "Open the application",
        "edit",
    ),
    "candidacy.partner_left": News(
        "One partner has left an application for {role}",
        (
            "Of {both}, one has left. The other decides by {due}: with a new partner, alone where"
            " you allow it, or not at all.",
            "There is nothing you need to do. Their stage is kept, and you hear of the decision.",
        ),
        "Open their application",
        "candidacy",
    ),
    "candidacy.alone": News(
        "{stays_full} goes on alone for {role}",
        (
            "Of {both}, one had left. {stays_full} goes on as one person, as the role allows, at"
            " the stage the two had reached.",
        ),
        "Open the application",
        "candidacy",
    ),
    "candidacy.taken_over": News(
        "A new pair goes on for {role}",
        (
            "{both} have both signed a new version. It takes the place of the earlier pair’s text,"
            " at the stage that was kept.",
        ),
        "Read it",
        "candidacy",
    ),
}


@on(PartnerLeft)
def tell_all_at_once(event: PartnerLeft) -> None:
    application = applications.application(event.application_id)
    row = leaving.departure(event.departure_id)
    stays = application.partnership.partner_of(event.by_id)
    for person in application.partnership.people:
        kind = "departure.asked" if person.id == stays.id else "departure.left"
        _tell(person, kind, application, row)
    _tell(stays, "departure.reminded", application, row, later=True)
    if event.was_visible:
        _tell_the_employer("candidacy.partner_left", application, row)


@on(DepartureDecided)
def tell_what_was_decided(event: DepartureDecided) -> None:
    application = applications.application(event.application_id)
    row = leaving.departure(event.departure_id)
    if event.answer == Answer.ALONE:
        for person in application.partnership.people:
            _tell(person, "departure.alone", application, row)
        _tell_the_employer("candidacy.alone", application, row)
    elif event.answer == Answer.LAPSED and event.was_visible:
        _tell(
            application.partnership.partner_of(row.left_by_id), "departure.lapsed", application, row
        )
    if event.was_visible and event.answer in {Answer.WITHDRAWN, Answer.LAPSED}:
        _tell_the_employer("candidacy.withdrawn", application, row)


@on(CandidacyResumed)
def tell_the_employer_of_the_new_pair(event: CandidacyResumed) -> None:
    if event.alone_id is None:
        application = applications.application(event.application_id)
        _tell_the_employer("candidacy.taken_over", application, None)


def _tell_the_employer(kind: str, application: Application, row: Departure | None) -> None:
    for reader in queries.readers(application.role):
        if not application.partnership.includes(reader.id):
            _tell(reader, kind, application, row)


def _tell(
    person: User, kind: str, application: Application, row: Departure | None, later: bool = False
) -> None:
    if person.address is None:
        return
    mail.post(
        kind,
        person.address,
        decision=f"{kind}:{row.id if row else application.id}",
        person_id=person.id,
        not_before=row.left_at + REMIND_AFTER if row and later else None,
        application_id=str(application.id),
    )


def _letter(row: Mail, news: News) -> Letter | None:
    application = applications.application(UUID(row.refs["application_id"]))
    departure = leaving.departures([application.id]).get(application.id)
    if news.only_while_waiting and (departure is None or not departure.is_waiting(now())):
        return None
    candidacy = queries.candidacy_of(application.id)
    if news.view == "candidacy":
        reads = queries.is_reader(application.role, row.person_id)
        if candidacy is None or not reads:
            return None
    names = _names(application, departure)
    return Letter(
        news.title.format(**names),
        "notifications_news",
        {
            "title": news.title.format(**names),
            "paragraphs": [text.format(**names) for text in news.paragraphs],
            "quote": _quote(row, departure, news),
            "action": news.action,
            "view": news.view,
            "application": application,
            "candidacy": candidacy,
        },
    )


def _quote(row: Mail, departure: Departure | None, news: News) -> str:
    """The leaver's own words go to the partner alone, and never to an employer."""
    is_for_partner = news.only_while_waiting and row.kind == "departure.asked"
    return unlinked(departure.words) if departure and is_for_partner else ""


def _names(application: Application, departure: Departure | None) -> dict[str, str]:
    first, second = application.partnership.people
    left = application.left_by_id
    leaver = second if left == second.id else first
    stays = application.partnership.partner_of(leaver.id)
    is_sent = departure is not None and departure.was_visible
    may = application.role.if_one_leaves.value != "no"
    ways = "go on with a new partner, or withdraw" if is_sent else "close it, or keep a copy of the"
    ways += "" if is_sent else " text for another partner"
    return {
        "role": application.role.title,
        "employer": application.role.employer,
        "left": unlinked(first_name(leaver)),
        "stays": unlinked(first_name(stays)),
        "stays_full": unlinked(display_name(stays)),
        "both": unlinked(f"{display_name(first)} and {display_name(second)}"),
        "due": day(departure.answer_by) if departure else "",
        "choices": f"You can {'go on alone, ' if is_sent and may else ''}{ways}. Without an answer"
        f" {'it is withdrawn' if is_sent else 'it stays closed'}.",
    }


for _kind, _news in LETTERS.items():
    composer(_kind)(partial(_letter, news=_news))
