"""The map that keeps its history, the card that is printed, what others say."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.partnerships import service
from jobboard.partnerships.duty_map import Duty, DutyMap, Lead, StaleMapError
from jobboard.partnerships.feedback import (
    ASK_LIFE,
    MAX_OPEN_ASKS,
    AskSpentError,
    AskYourselvesError,
    FeedbackWords,
    TooManyAsksError,
)
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.feedback import FeedbackAnswer, FeedbackAsk
from jobboard.partnerships.queries import arrangement as kept
from tests.factories.accounts import link_in
from tests.factories.applications import ready_application
from tests.factories.pairs import actor_of, make_profile
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
NORTH = DutyMap((Duty("North", Lead.A), Duty("South", Lead.B)))
SUBJECTS = DutyMap((Duty("Pay", Lead.A, "Helen holds the line"), Duty("North", Lead.JOINT)))


@pytest.fixture
def pair(db: None) -> Partnership:
    del db
    return make_partnership()


def page_text(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def save(pair: Partnership, duties: DutyMap, base: int, why: str = "") -> int:
    return service.save_map(actor_of(pair.first), pair, duties, why, base, now())


def test_each_version_stays_with_its_day_and_its_reason(
    pair: Partnership, browser: Browser
) -> None:
    assert save(pair, NORTH, 0) == 1
    assert save(pair, NORTH, 0) == 1
    assert save(pair, SUBJECTS, 1, "Places became subjects.") == 2
    text = page_text(browser(pair.second).get(f"/partnerships/{pair.id}/map"))
    assert "Version 2" in text
    assert "The first map, with 2 duties" in text
    assert "Places became subjects." in text
    assert "South" in text


def test_a_stale_map_overwrites_nothing_and_shows_both(pair: Partnership, browser: Browser) -> None:
    save(pair, NORTH, 0)
    with pytest.raises(StaleMapError):
        save(pair, SUBJECTS, 0)
    typed = {"base": "0", "duties-0-name": "Unions", "duties-0-lead": "b", "duties-0-rule": ""}
    found = browser(pair.second).post(f"/partnerships/{pair.id}/map/edit", data=typed)
    text = page_text(found)
    assert found.status_code == 409
    assert "Unions" in text
    assert "South" in text
    assert [row.number for row in kept.maps(pair.id)] == [1]


@pytest.mark.parametrize(
    "typed",
    [
        {"duties-0-name": "", "duties-0-rule": "", "duties-0-lead": "a"},
        {"duties-0-name": "Board", "duties-0-lead": "somebody"},
        {"duties-0-name": "x" * 201, "duties-0-lead": "a"},
        {"duties-0-name": "Bo\x00ard", "duties-0-lead": "a"},
        {"duties-0-name": "Board", "duties-0-lead": "a", "why": "w" * 301},
    ],
)
def test_a_map_that_cannot_stand_comes_back(
    pair: Partnership, browser: Browser, typed: dict[str, str]
) -> None:
    page = browser(pair.first)
    found = page.post(f"/partnerships/{pair.id}/map/edit", data={"base": "0", **typed})
    assert found.status_code == 422
    assert kept.newest_map(pair.id) is None


def test_more_rows_save_nothing(pair: Partnership, browser: Browser) -> None:
    typed = {"more": "1", "duties-0-name": "Board", "duties-0-lead": "joint"}
    text = page_text(browser(pair.first).post(f"/partnerships/{pair.id}/map/edit", data=typed))
    assert "Board" in text
    assert text.count("<fieldset") == 4
    assert kept.newest_map(pair.id) is None


def test_the_card_starts_from_the_profiles_and_takes_a_cycle_of_two_weeks(
    pair: Partnership, browser: Browser
) -> None:
    make_profile(pair.first)
    make_profile(pair.second)
    page, url = browser(pair.first), f"/partnerships/{pair.id}/call-card"
    assert "comes from your two profiles" in page_text(page.get(url))
    drawn = page_text(
        page.post(f"{url}/edit", data={"reshape": "1", "shape": "2-5", "week-a": "0"})
    )
    assert "Week one" in drawn
    assert kept.card(pair.id) is None
    typed = {
        "base": "0",
        "shape": "2-5",
        "drawn": "." * 10 + "/" + "." * 10,
        "week-a": ["0", "1", "10"],
        "week-b": ["1", "19"],
        "joint_email": "Both@Fellside.test",
        "days_off": "Ring only if it cannot wait.",
    }
    assert page.post(f"{url}/edit", data=typed).status_code == 302
    card = kept.card(pair.id)
    assert card is not None
    assert card.week == "ax......../a........b"
    text = page_text(page.get(url))
    assert "both@fellside.test" in text
    assert "Ring only if it cannot wait." in text
    assert page.post(f"{url}/edit", data={**typed, "joint_phone": "1"}).status_code == 409


@pytest.mark.parametrize("drawn", ["", "aaaa", "n" * 10, "\x00", "x" * 500])
def test_a_grid_that_cannot_be_read_is_no_error(
    pair: Partnership, browser: Browser, drawn: str
) -> None:
    typed = {"base": "0", "shape": "9-9", "drawn": drawn, "week-a": ["99", "-1", "٣"]}
    found = browser(pair.first).post(f"/partnerships/{pair.id}/call-card/edit", data=typed)
    assert found.status_code == 422


def test_somebody_without_an_account_answers_once_and_both_are_told_together(
    pair: Partnership, browser: Browser, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    page = browser(pair.first)
    page.post(f"/partnerships/{pair.id}/feedback", data={"address": "colleague@example.test"})
    work()
    [letter] = sink
    path = link_in(letter)
    path = path[path.index("/feedback/") :]
    stranger = browser()
    assert "Three questions about" in page_text(stranger.get(path))
    answered = {"works": "Nothing waits for a Friday.", "signed": "no", "giver": "Sam Ward"}
    assert "Thank you" in page_text(stranger.post(path, data=answered))
    assert stranger.get(path).status_code == 410
    assert stranger.post(path, data=answered).status_code == 410
    sink.clear()
    work()
    assert sorted(m["To"] for m in sink) == sorted(each.address for each in pair.people)
    for who in pair.people:
        text = page_text(browser(who).get(f"/partnerships/{pair.id}/feedback"))
        assert "Nothing waits for a Friday." in text
        assert "Without a name" in text
        assert "Sam Ward" not in text
    row = session().scalars(sa.select(FeedbackAnswer)).one()
    assert row.giver == ""


def test_the_page_behind_the_link_says_no_more_than_two_names(
    pair: Partnership, browser: Browser
) -> None:
    save(pair, NORTH, 0)
    service.ask_feedback(actor_of(pair.first), pair, "colleague@example.test", now())
    text = page_text(browser().get(f"/feedback/{the_ask().token()}"))
    for secret in ("Fellside", "South", "rebuilt two people functions", str(pair.id)):
        assert secret not in text


def the_ask() -> FeedbackAsk:
    database.session.expire_all()
    return session().scalars(sa.select(FeedbackAsk)).one()


def asked(answer: Any) -> str:
    """The list without the token against forgery, which changes with the second."""
    text = page_text(answer).split("Asked</h2>")[1]
    return re.sub(r'(name="csrf_token" value=)"[^"]+"', r'\1"TOKEN"', text)


def test_the_list_of_asks_looks_the_same_whether_somebody_answered(
    pair: Partnership, browser: Browser, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    service.ask_feedback(actor_of(pair.first), pair, "colleague@example.test", now())
    work()
    page, url = browser(pair.second), f"/partnerships/{pair.id}/feedback"
    before = asked(page.get(url))
    service.give_feedback(the_ask(), FeedbackWords(works="Good."), now())
    work()
    sink.clear()
    assert asked(page.get(url)) == before
    with time_machine.travel(now() + timedelta(days=2), tick=False):
        service.ask_again(actor_of(pair.first), pair, the_ask(), now())
        service.ask_feedback(actor_of(pair.first), pair, "colleague@example.test", now())
        work()
    assert sink == []


def test_asks_have_a_limit_an_end_and_a_way_back(pair: Partnership, browser: Browser) -> None:
    actor = actor_of(pair.first)
    with pytest.raises(AskYourselvesError):
        service.ask_feedback(actor, pair, str(pair.second.address), now())
    service.ask_feedback(actor, pair, "colleague@example.test", now())
    service.ask_feedback(actor, pair, "colleague@example.test", now())
    ask = the_ask()
    with time_machine.travel(now() + ASK_LIFE, tick=False), pytest.raises(AskSpentError):
        service.give_feedback(ask, FeedbackWords(works="Late"), now())
    service.cancel_ask(actor_of(pair.second), pair, ask, now())
    assert browser().get(f"/feedback/{ask.token()}").status_code == 410
    with pytest.raises(AskSpentError):
        service.ask_again(actor, pair, ask, now())
    for n in range(MAX_OPEN_ASKS):
        service.ask_feedback(actor, pair, f"colleague{n}@example.test", now())
    with pytest.raises(TooManyAsksError):
        service.ask_feedback(actor, pair, "one-more@example.test", now())


@pytest.mark.parametrize(
    "typed",
    [
        {"signed": "no"},
        {"works": "w " * 151, "signed": "no"},
        {"works": "Hm", "signed": "yes"},
        {"works": "Good"},
    ],
)
def test_an_answer_that_cannot_stand_keeps_the_link_alive(
    pair: Partnership, browser: Browser, typed: dict[str, str]
) -> None:
    service.ask_feedback(actor_of(pair.first), pair, "colleague@example.test", now())
    found = browser().post(f"/feedback/{the_ask().token()}", data=typed)
    assert found.status_code == (200 if typed == {"works": "Good"} else 422)


def test_an_application_hands_its_duties_and_week_down_to_the_pair(browser: Browser) -> None:
    pair = make_partnership()
    application = ready_application(make_role(), pair)
    page, url = browser(pair.second), f"/applications/{application.id}/arrangement"
    before = application.version
    assert "Your usual week" in page_text(page.get(url))
    assert kept.newest_map(pair.id) is None
    assert page.post(url, data={"base": "0", "card": "0"}).status_code == 302
    newest, card = kept.newest_map(pair.id), kept.card(pair.id)
    assert newest is not None
    assert card is not None
    assert [duty.name for duty in newest.map.duties] == [d.name for d in application.role.duties]
    assert application.role.title in newest.why
    assert "a" in card.week
    database.session.expire_all()
    assert application.version == before
    save(pair, NORTH, 1)
    assert page.post(url, data={"base": "1", "card": "1"}).status_code == 409
    assert browser().get(url).status_code == 302
