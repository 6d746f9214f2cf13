"""Pages of a pair that only some moments lead to: each is brought about, and its path told."""

from __future__ import annotations

from flask import url_for

from jobboard.accounts.models import User
from jobboard.applications import service as applications
from jobboard.applications.domain import SectionKind
from jobboard.approaches import service as approaches
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.diary import service as diary
from jobboard.hiring.domain import Stage
from jobboard.organisations.models import Organisation
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.prompts import Deck, Prompt, of_deck
from jobboard.partnerships.queries import feedback, referees
from jobboard.tenures import service as tenures
from tests.factories.applications import ready_application
from tests.factories.approaches import make_approach, send_approach
from tests.factories.hiring import make_candidacy
from tests.factories.pairs import make_entry
from tests.factories.people import make_user
from tests.factories.questions import make_question
from tests.factories.tenures import appoint, make_plan
from tests.factories.world import make_organisation, make_partnership, make_role


def of(person: User) -> list[str]:
    """Every page about questions, horizons, referees and feedback, in each of its moments."""
    pair, resting = (make_partnership(person, make_user(name)) for name in ("Kit Orr", "Mo Shah"))
    partnerships.pause(_actor(person), resting, "Until the spring.", now())
    diary.renew_address(_actor(person), pair, now())
    paths = [
        *_questions(pair),
        *_horizons(pair),
        *_asked_of_others(pair),
        *_kept(pair),
        ("cards.new", {}),
        ("diary.address", {}),
        ("diary.revocation", {}),
    ]
    return [
        *(url_for(view, partnership_id=pair.id, **values) for view, values in paths),
        url_for("partnerships.resumption", partnership_id=resting.id),
        *_questions_about_roles(person),
        *_hired(person, make_partnership(person, make_user("Jo Ash"))),
        *_approaches(pair, person),
    ]


def _approaches(pair: Partnership, person: User) -> list[str]:
    """Nobody written to, whom nobody reads, a draft, what was sent and what was invited."""
    quiet = make_partnership(person, make_user("Io Lund"))
    unread = Organisation(name="Quiet Trust", slug="quiet-trust", created_at=now())
    session().add(unread)
    draft, sent, told = (make_approach(pair, make_organisation()) for _ in range(3))
    owner = told.organisation.memberships[0].user_id
    send_approach(sent)
    approaches.invite(Actor(owner), send_approach(told), None, "Come and talk.", now())
    return [
        *(url_for("approaches.index", partnership_id=each.id) for each in (quiet, pair)),
        *(url_for("approaches.new", organisation_id=each.id)
          for each in (unread, make_organisation())),
        *(url_for("approaches.show", approach_id=one.id) for one in (draft, sent, told)),
        url_for("approaches.edit", approach_id=draft.id),
        url_for("approaches.withdrawal", approach_id=sent.id),
    ]  # fmt: skip


def _questions_about_roles(person: User) -> list[str]:
    """The form while a role is open and after, and one's own question."""
    role, closed = make_role(), make_role(closed=True)
    question = make_question(role, person)
    return [
        *(url_for("roles.ask", role_id=each.id) for each in (role, closed)),
        url_for("roles.my_questions"),
        url_for("roles.withdraw_question", question_id=question.id),
    ]


def _hired(person: User, pair: Partnership) -> list[str]:
    """The plan of the first 90 days, with an address of one's own."""
    row = make_plan(make_candidacy(make_role(), pair, stage=Stage.INTERVIEWING))
    appoint(row.candidacy)
    tenures.renew_address(_actor(person), row, now())
    views = ("show", "address", "revocation")
    return [url_for(f"tenures.{view}", candidacy_id=row.candidacy_id) for view in views]


Path = tuple[str, dict[str, object]]


def _questions(pair: Partnership) -> list[Path]:
    """One question that both answered, one that one of them would share, one that is private."""
    both, mine, private = [one for one in of_deck(Deck.AGREEMENT) if not one.choices][:3]
    for person in pair.people:
        _answer(pair, person, both)
    _answer(pair, pair.first, mine)
    partnerships.answer(_actor(pair.first), pair, private, "", "Only for me so far.", 0, now())
    return [
        ("partnerships.talk", {"key": both.key}),
        ("partnerships.answer", {"key": both.key}),
        ("partnerships.keep_back", {"key": mine.key}),
        ("partnerships.share", {"key": private.key}),
        ("partnerships.check", {}),
    ]


def _answer(pair: Partnership, person: User, asked: Prompt) -> None:
    partnerships.answer(_actor(person), pair, asked, "", "As we said in May.", 0, now())
    partnerships.share(_actor(person), pair, asked, now())


def _horizons(pair: Partnership) -> list[Path]:
    for years, person in zip((2, 8), pair.people, strict=True):
        partnerships.set_horizon(_actor(person), pair, years, "A trust of my own.", now())
    return [("partnerships.show_horizon", {}), ("partnerships.horizon", {})]


def _asked_of_others(pair: Partnership) -> list[Path]:
    entry, actor = make_entry(pair), _actor(pair.first)
    partnerships.ask_referee(actor, entry, "chair-again@example.test", now())
    partnerships.ask_feedback(actor, pair, "somebody@example.test", now())
    [ask] = feedback.asks(pair, now())
    [asked] = referees.asks(entry)
    of_entry = {"entry_id": entry.id}
    return [
        ("partnerships.ask_again", {"ask_id": ask.id}),
        ("partnerships.cancel_ask", {"ask_id": ask.id}),
        ("partnerships.referee", of_entry),
        ("partnerships.cancel_referee", {**of_entry, "ask_id": asked.id}),
    ]


def _kept(pair: Partnership) -> list[Path]:
    application, kind = ready_application(partnership=pair), SectionKind.COVER
    seen = applications.stamp_of(pair, [])
    applications.keep_templates(_actor(pair.first), application, [kind], seen, now())
    return [("applications.template_removal", {"kind": kind.value})]


def _actor(person: User) -> Actor:
    return Actor(user_id=person.id, authenticated_at=now())
