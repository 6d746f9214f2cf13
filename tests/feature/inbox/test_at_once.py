"""Several at the same moment, and a candidacy that a new pair takes over."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.applications import service as applications
from jobboard.applications.leaving import Answer
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.hiring.models import Candidacy
from jobboard.inbox import queries, service
from jobboard.inbox.domain import ClosedError
from jobboard.inbox.models import Message, Receipt, Thread
from jobboard.partnerships import queries as pairs
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.partnerships.ending import Wish
from tests.factories.applications import actor_of, fill_in, sign
from tests.factories.hiring import make_candidacy, owner_of
from tests.factories.messages import from_employer, from_partner
from tests.factories.people import make_user
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]


def together(app: Any, *actions: Callable[[], Any]) -> list[Any]:
    """Each in a thread and a session of its own, let go at once; what they answered or raised."""
    database.session.remove()
    barrier, outcomes = threading.Barrier(len(actions)), []

    def run(action: Callable[[], Any]) -> None:
        with app.app_context():
            barrier.wait(timeout=10)
            expect_writes()
            try:
                outcomes.append(action())
            except Exception as error:
                outcomes.append(error)
            database.session.remove()

    threads = [threading.Thread(target=run, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return outcomes


def count(model: Any) -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(model)) or 0


def test_three_first_messages_at_once_are_one_conversation(app: Any) -> None:
    row = make_candidacy()
    application_id, candidacy_id = row.application_id, row.id
    nadia, helen = (person.id for person in row.application.partnership.people)
    owner = owner_of(row.role).id

    def partner(user_id: Any) -> Any:
        actor = Actor(user_id=user_id)
        place = queries.about_application(actor, application_id, now())
        return service.write(actor, place, "Hello.", now())

    def employer() -> Any:
        actor = Actor(user_id=owner)
        place = queries.about_candidacy(actor, candidacy_id, now())
        return service.write(actor, place, "Welcome.", now())

    outcomes = together(app, lambda: partner(nadia), lambda: partner(helen), employer)
    assert [type(one) for one in outcomes] == [Message] * 3, outcomes
    assert (count(Thread), count(Message), count(Receipt)) == (1, 3, 6)


def test_a_message_goes_before_the_withdrawal_or_not_at_all(app: Any) -> None:
    row = make_candidacy()
    application_id, candidacy_id = row.application_id, row.id
    nadia, owner = row.application.partnership.first_id, owner_of(row.role).id

    def withdraw() -> None:
        actor = Actor(user_id=nadia)
        place = queries.about_application(actor, application_id, now())
        assert place.application is not None
        applications.withdraw(actor, place.application, now())

    def write() -> Any:
        actor = Actor(user_id=owner)
        place = queries.about_candidacy(actor, candidacy_id, now())
        return service.write(actor, place, "See you on Tuesday.", now())

    outcomes = together(app, withdraw, write)
    assert None in outcomes, outcomes
    [written] = [one for one in outcomes if one is not None]
    assert isinstance(written, Message | ClosedError), outcomes
    assert count(Message) == (1 if isinstance(written, Message) else 0)


def test_a_message_and_the_end_of_the_pair_wait_for_each_other(app: Any) -> None:
    row = make_candidacy()
    pair = row.application.partnership
    partnerships.start_dissolving(actor_of(pair.first), pair, "", now())
    first, second, pair_id = pair.first_id, pair.second_id, pair.id
    application_id = row.application_id

    def end() -> None:
        actor = Actor(user_id=second)
        mine = pairs.one_of_member(actor, pair_id)
        assert partnerships.wish(actor, mine, Wish.END, now()) is PartnershipStatus.DISSOLVED

    def write(user_id: Any) -> Any:
        actor = Actor(user_id=user_id)
        place = queries.about_application(actor, application_id, now())
        return service.write(actor, place, "Are you sure?", now())

    outcomes = together(app, end, lambda: write(first), lambda: write(second))
    assert None in outcomes, outcomes
    fine = Message | ClosedError | NotAllowedError
    assert all(one is None or isinstance(one, fine) for one in outcomes), outcomes
    assert any(isinstance(one, Message) for one in outcomes), "whoever remains goes on writing"


def test_a_new_pair_begins_with_an_empty_page_and_the_employer_reads_on(
    browser: Browser, work: Callable[[], int]
) -> None:
    row = make_candidacy()
    old = row.application
    nadia, helen = old.partnership.people
    from_employer(row, "Said to Nadia and Helen.")
    applications.leave(actor_of(nadia), old, "", now())
    pair = make_partnership(helen, make_user("Priya Raman"))
    new = applications.decide(actor_of(helen), old, Answer.NEW_PARTNER, now(), partnership=pair)
    session().expire_all()
    fill_in(new)
    for person in pair.people:
        sign(new, person)
    with time_machine.travel(now() + timedelta(minutes=11), tick=False):
        work()
        session().expire_all()
        candidacy = session().get_one(Candidacy, row.id)
        assert candidacy.application_id == new.id
        from_partner(pair.second, new.id, "Said by Priya.")
        said = {
            person.name: words(browser(person).get(f"/applications/{one.id}/messages"))
            for person, one in ((helen, old), (pair.second, new))
        }
        employer = words(
            browser(owner_of(candidacy.role)).get(f"/hiring/candidacies/{row.id}/messages")
        )
    assert "Said to Nadia and Helen." in said[helen.name]
    assert "goes on with a new pair" in said[helen.name]
    assert "Said to Nadia and Helen." not in said[pair.second.name]
    assert "Said by Priya." not in said[helen.name]
    assert "Said to Nadia and Helen." in employer
    assert "Said by Priya." in employer


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))
