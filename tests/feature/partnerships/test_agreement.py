"""Two people answer alone and read together; nothing of an answer reaches the other before."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.core import jobs
from jobboard.core.activity import Activity
from jobboard.core.clock import now, year_after
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.errors import UserError
from jobboard.core.jobs import Job
from jobboard.core.mail import Mail
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import PartnershipEndedError
from jobboard.partnerships.ending import Wish
from jobboard.partnerships.horizon import CHANGE_AFTER, TooSoonError
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.agreement import AgreementCheck, AnswerVersion, PromptReveal
from jobboard.partnerships.prompts import CURRENT, Prompt, prompt
from jobboard.partnerships.queries import agreement as asked
from jobboard.partnerships.queries.outlook import outlook
from jobboard.partnerships.sharing import (
    AnsweredElsewhereError,
    NothingToShareError,
    NotSharedError,
    StaleNoteError,
)
from tests.factories.accounts import text_of
from tests.factories.applications import ready_application
from tests.factories.pairs import actor_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
SECRET = "Zwetschgenknödel-7413"


def one(key: str) -> Prompt:
    found = prompt(key)
    assert found is not None
    return found


MONEY, STOP, COACH = one("money.1"), one("stop.1"), one("learn.1")


@pytest.fixture
def pair(db: None) -> Partnership:
    del db
    return make_partnership()


def number_of(pair: Partnership, who: User, asked_for: Prompt) -> int:
    row = asked.answer_of(pair, who.id, asked_for.key)
    return row.lock_version if row else 0


def write(
    pair: Partnership, who: User, asked_for: Prompt, choice: str = "", words: str = ""
) -> None:
    base = number_of(pair, who, asked_for)
    service.answer(actor_of(who), pair, asked_for, choice, words, base, now())


def both_share(pair: Partnership, asked_for: Prompt, first: str = "", second: str = "") -> None:
    for who, said in zip(pair.people, (first, second), strict=True):
        choice, words = (said, "") if asked_for.choices else ("", said)
        write(pair, who, asked_for, choice, words)
        service.share(actor_of(who), pair, asked_for, now())


def leaf(pair: Partnership, who: User, asked_for: Prompt) -> asked.Leaf:
    database.session.expire_all()
    return asked.leaf(actor_of(who), queries.with_people(pair.id), asked_for)


def page_text(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def every_page(app: Any, page: Any, pair: Partnership, application: Application) -> dict[str, str]:
    """Each page of GET that takes nothing, this pair, its questions or this application."""
    known = {
        "partnership_id": pair.id,
        "application_id": application.id,
        "role_id": application.role_id,
        "key": STOP.key,
        "deck": "agreement",
        "kind": "proposition",
        "entry_id": pair.track_record[0].id,
    }
    found = {}
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            skipped = rule.endpoint == "static" or rule.endpoint.endswith("_pdf")
            if "GET" in (rule.methods or ()) and rule.arguments <= set(known) and not skipped:
                path = rule.build({name: known[name] for name in rule.arguments})
                assert path is not None
                found[path[1]] = page.get(path[1]).get_data().decode(errors="replace")
    return found


def test_an_answer_reaches_nothing_the_partner_can_open_until_both_are_ready(
    app: Any, browser: Browser, work: Callable[[], int], sink: list[EmailMessage], caplog: Any
) -> None:
    pair = make_partnership()
    application = ready_application(make_role(), pair)
    write(pair, pair.first, STOP, words=SECRET)
    write(pair, pair.first, MONEY, "tight", SECRET)
    service.set_horizon(actor_of(pair.first), pair, 13, SECRET, now())
    service.share(actor_of(pair.first), pair, STOP, now())
    work()
    pages = every_page(app, browser(pair.second), pair, application)
    assert len(pages) > 30
    assert [path for path, text in pages.items() if SECRET in html.unescape(text)] == []
    assert [one_ for one_ in sink if SECRET in text_of(one_)] == []
    assert SECRET not in caplog.text
    for model in (Mail, Job, Activity):
        rows = session().execute(sa.select(model.__table__)).all()
        assert SECRET not in str(rows)
    own = browser(pair.first).get(f"/partnerships/{pair.id}/agreement")
    assert SECRET in page_text(own)


def test_a_draft_is_not_even_hinted_at(browser: Browser) -> None:
    pair = make_partnership()
    page = browser(pair.second)
    url = f"/partnerships/{pair.id}/agreement"
    before = page_text(page.get(url))
    write(pair, pair.first, STOP, words=SECRET)
    assert page_text(page.get(url)) == before


def test_a_stranger_finds_no_questions(browser: Browser) -> None:
    pair = make_partnership()
    stranger = browser(make_user("Tom Adeyemi"))
    assert stranger.get(f"/partnerships/{pair.id}/agreement").status_code == 404
    assert stranger.get(f"/partnerships/{pair.id}/horizon").status_code == 404
    assert (
        browser(pair.first).get(f"/partnerships/{pair.id}/questions/nothing.9").status_code == 404
    )
    with pytest.raises(NotAllowedError):
        service.answer(actor_of(make_user()), pair, STOP, "", "Mine", 0, now())


def test_both_read_both_at_the_moment_the_second_is_ready(
    pair: Partnership, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    write(pair, pair.first, STOP, words="Two half posts")
    write(pair, pair.second, STOP, words="My mother")
    assert service.share(actor_of(pair.first), pair, STOP, now()) is False
    work()
    assert [(m["To"], m["Subject"]) for m in sink] == [
        (pair.second.address, "Nadia is ready to share")
    ]
    assert leaf(pair, pair.second, STOP).versions == {}
    assert service.share(actor_of(pair.second), pair, STOP, now()) is True
    for who in pair.people:
        told = leaf(pair, who, STOP).versions
        assert [told[each.id][-1].words for each in pair.people] == ["Two half posts", "My mother"]
    work()
    assert sink[-1]["To"] == pair.first.address
    assert len(sink) == 2


def test_ten_questions_in_a_day_are_one_letter(
    pair: Partnership, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    for asked_for in [each for each in CURRENT if not each.choices][:5]:
        write(pair, pair.first, asked_for, words="An answer")
        service.share(actor_of(pair.first), pair, asked_for, now())
    work()
    assert len({m["To"] + m["Subject"] for m in sink}) == len(sink) == 1


def test_who_keeps_it_back_in_time_is_announced_to_nobody(
    pair: Partnership, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    write(pair, pair.first, STOP, words="Wait")
    service.share(actor_of(pair.first), pair, STOP, now())
    service.keep_back(actor_of(pair.first), pair, STOP)
    work()
    assert sink == []
    write(pair, pair.second, STOP, words="Ready")
    assert service.share(actor_of(pair.second), pair, STOP, now()) is False


def test_a_change_before_the_reveal_asks_for_the_yes_again(pair: Partnership) -> None:
    write(pair, pair.first, STOP, words="First thought")
    service.share(actor_of(pair.first), pair, STOP, now())
    write(pair, pair.first, STOP, words="Second thought")
    assert not leaf(pair, pair.second, STOP).partner_is_ready


def test_a_change_after_the_reveal_stands_beside_the_old_with_its_day(
    pair: Partnership, browser: Browser
) -> None:
    both_share(pair, STOP, "Separate teams", "My mother")
    service.keep_back(actor_of(pair.first), pair, STOP)
    with time_machine.travel(now() + timedelta(days=40), tick=False):
        write(pair, pair.first, STOP, words="A merger")
    told = leaf(pair, pair.second, STOP).versions[pair.first.id]
    assert [(each.number, each.words) for each in told] == [(1, "Separate teams"), (2, "A merger")]
    text = page_text(browser(pair.second).get(f"/partnerships/{pair.id}/agreement"))
    assert "A merger" in text
    assert "Separate teams" in text


def test_different_choices_are_talk_points_until_the_two_have_talked(pair: Partnership) -> None:
    both_share(pair, MONEY, "tight", "yes")
    both_share(pair, STOP, "One thing", "Another thing")
    assert leaf(pair, pair.first, MONEY).is_talk_point
    assert not leaf(pair, pair.first, STOP).is_talk_point
    base = leaf(pair, pair.first, MONEY).reveal.lock_version
    service.talk(actor_of(pair.first), pair, MONEY, "We look in May.", base, now())
    assert not leaf(pair, pair.second, MONEY).is_talk_point
    with pytest.raises(StaleNoteError) as caught:
        service.talk(actor_of(pair.second), pair, MONEY, "We look in June.", base, now())
    assert caught.value.saved == "We look in May."
    write(pair, pair.second, MONEY, "no")
    assert leaf(pair, pair.first, MONEY).is_talk_point


def test_one_number_of_what_both_read_whether_talked_about_or_not(
    pair: Partnership, browser: Browser
) -> None:
    both_share(pair, MONEY, "yes", "no")
    for asked_for in (STOP, COACH):
        both_share(pair, asked_for, "As we said.", "As we said.")
    total = len([each for each in CURRENT if each.deck is MONEY.deck])
    with_talk = browser(pair.first).get(f"/partnerships/{pair.id}/agreement")
    assert "Things to talk about" in with_talk.get_data(as_text=True)
    assert f"2 of {total}" in with_talk.get_data(as_text=True)
    shown = browser(pair.first).get(f"/partnerships/{pair.id}").get_data(as_text=True)
    assert f"2 of {total} read by you both" in shown


def test_the_same_choice_is_no_talk_point(pair: Partnership) -> None:
    both_share(pair, MONEY, "yes", "yes")
    assert not leaf(pair, pair.first, MONEY).is_talk_point


def test_what_is_not_there_cannot_be_shared_or_noted(pair: Partnership) -> None:
    with pytest.raises(NothingToShareError):
        service.share(actor_of(pair.first), pair, STOP, now())
    with pytest.raises(NotSharedError):
        service.talk(actor_of(pair.first), pair, STOP, "", 0, now())
    with pytest.raises(UserError):
        write(pair, pair.first, MONEY, "perhaps")


def test_two_windows_of_one_person_lose_nothing(pair: Partnership, browser: Browser) -> None:
    write(pair, pair.first, STOP, words="From this window")
    with pytest.raises(AnsweredElsewhereError):
        service.answer(actor_of(pair.first), pair, STOP, "", "From the other", 0, now())
    page = browser(pair.first)
    found = page.post(
        f"/partnerships/{pair.id}/questions/{STOP.key}", data={"words": "Third", "base": "0"}
    )
    text = page_text(found)
    assert found.status_code == 409
    assert "From this window" in text
    assert "Third" in text


@pytest.mark.parametrize("words", ["", "x\x00y", "word " * 301])
def test_what_cannot_stand_comes_back_and_changes_nothing(
    pair: Partnership, browser: Browser, words: str
) -> None:
    page = browser(pair.first)
    found = page.post(
        f"/partnerships/{pair.id}/questions/{STOP.key}", data={"words": words, "base": "0"}
    )
    assert found.status_code == 422
    assert asked.answer_of(pair, pair.first.id, STOP.key) is None


def test_the_whole_way_in_the_browser(pair: Partnership, browser: Browser) -> None:
    urls = [f"/partnerships/{pair.id}/questions/{MONEY.key}"]
    for who, choice in zip(pair.people, ("yes", "no"), strict=True):
        page = browser(who)
        assert page.post(urls[0], data={"choice": choice, "base": "0"}).status_code == 302
        assert "cannot be" in page_text(page.get(f"{urls[0]}/sharing"))
        assert page.post(f"{urls[0]}/sharing").status_code == 302
    text = page_text(browser(pair.first).get(f"/partnerships/{pair.id}"))
    assert "Things to talk about" in text
    assert MONEY.question in text
    page = browser(pair.first)
    base = leaf(pair, pair.first, MONEY).reveal.lock_version
    page.post(f"{urls[0]}/note", data={"note": "We look in May.", "base": str(base)})
    stale = browser(pair.second).post(f"{urls[0]}/note", data={"note": "June?", "base": str(base)})
    assert stale.status_code == 409
    assert "We look in May." in page_text(stale)
    assert "June?" in page_text(stale)


def test_an_ended_pair_reads_and_changes_nothing(pair: Partnership, browser: Browser) -> None:
    both_share(pair, STOP, "One", "Two")
    pair = queries.with_people(pair.id)
    service.start_dissolving(actor_of(pair.first), pair, "", now())
    service.wish(actor_of(pair.second), pair, Wish.END, now())
    with pytest.raises(PartnershipEndedError):
        write(pair, pair.first, STOP, words="Three")
    assert "Two" in page_text(browser(pair.first).get(f"/partnerships/{pair.id}/agreement"))


def test_a_year_after_the_first_reveal_both_are_asked_once(
    pair: Partnership, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    both_share(pair, COACH, "One", "Two")
    assert asked.newest_check(pair.id) is None
    both_share(pair, STOP, "One", "Two")
    check = asked.newest_check(pair.id)
    assert check is not None
    work()
    sink.clear()
    with time_machine.travel(check.due_at - timedelta(minutes=1), tick=False):
        work()
        assert sink == []
        assert service.still_holds(actor_of(pair.first), pair, now()) is False
        assert asked.newest_check(pair.id).first_done_at is None
    with time_machine.travel(check.due_at + timedelta(minutes=1), tick=False):
        work()
        run_again(check.id)
        work()
        assert sorted(m["To"] for m in sink) == sorted(each.address for each in pair.people)
        assert service.still_holds(actor_of(pair.first), pair, now()) is False
        assert service.still_holds(actor_of(pair.second), pair, now()) is True
        following = asked.newest_check(pair.id)
        assert (following.number, following.due_at) == (2, year_after(now()))


def run_again(check_id: Any) -> None:
    service.check_due(check_id, now())
    jobs._handlers["partnerships.check"](check_id=str(check_id))


def test_the_home_page_says_what_waits(pair: Partnership, browser: Browser) -> None:
    write(pair, pair.first, STOP, words="One")
    service.share(actor_of(pair.first), pair, STOP, now())
    assert "is ready to share" in page_text(browser(pair.second).get("/"))
    assert "is ready to share" not in page_text(browser(pair.first).get("/"))


def test_more_than_two_years_apart_warns_both_and_names_no_number(
    pair: Partnership, browser: Browser
) -> None:
    service.set_horizon(actor_of(pair.first), pair, 3, SECRET, now())
    assert not outlook(actor_of(pair.second), pair).have_both_answered
    service.set_horizon(actor_of(pair.second), pair, 14, "", now())
    for who in pair.people:
        view = outlook(actor_of(who), pair)
        assert view.are_apart
        assert view.theirs is None
    text = page_text(browser(pair.second).get(f"/partnerships/{pair.id}/horizon"))
    assert "more than two years apart" in text
    assert SECRET not in text
    assert "<b>3 years" not in text


def test_two_years_exactly_warn_nobody(pair: Partnership) -> None:
    service.set_horizon(actor_of(pair.first), pair, 3, "", now())
    service.set_horizon(actor_of(pair.second), pair, 5, "", now())
    assert not outlook(actor_of(pair.first), pair).are_apart


def test_nobody_can_try_numbers_until_the_warning_gives_the_other_away(pair: Partnership) -> None:
    service.set_horizon(actor_of(pair.first), pair, 3, "", now())
    service.set_horizon(actor_of(pair.first), pair, 4, "", now())
    service.set_horizon(actor_of(pair.second), pair, 9, "", now())
    with pytest.raises(TooSoonError):
        service.set_horizon(actor_of(pair.first), pair, 6, "", now())
    service.set_horizon(actor_of(pair.first), pair, 4, "Words may change", now())
    with time_machine.travel(now() + CHANGE_AFTER, tick=False):
        service.set_horizon(actor_of(pair.first), pair, 6, "", now())


def test_numbers_are_read_once_both_say_so_and_not_after_one_takes_it_back(
    pair: Partnership, browser: Browser
) -> None:
    for who, years in zip(pair.people, (3, 8), strict=True):
        service.set_horizon(actor_of(who), pair, years, "", now())
        browser(who).post(f"/partnerships/{pair.id}/horizon/sharing")
    assert outlook(actor_of(pair.first), pair).theirs.years == 8
    browser(pair.second).post(f"/partnerships/{pair.id}/horizon/sharing")
    assert outlook(actor_of(pair.first), pair).theirs is None


@pytest.mark.parametrize("years", ["", "16", "-1", "٣", "three", "999999999999"])
def test_a_number_out_of_reach_is_refused(pair: Partnership, browser: Browser, years: str) -> None:
    found = browser(pair.first).post(f"/partnerships/{pair.id}/horizon", data={"years": years})
    assert found.status_code == 422
    assert asked.horizons(pair) == {}


def test_two_who_are_ready_at_the_same_moment_open_it_once(app: Any) -> None:
    pair = make_partnership()
    ids = [each.id for each in pair.people]
    for who in pair.people:
        write(pair, who, STOP, words="My own words")
    pair_id = pair.id
    database.session.remove()
    barrier, outcomes = threading.Barrier(2), []

    def run(person_id: Any) -> None:
        with app.app_context():
            barrier.wait(timeout=10)
            expect_writes()
            mine = queries.with_people(pair_id)
            outcomes.append(service.share(Actor(user_id=person_id), mine, STOP, now()))
            database.session.remove()

    threads = [threading.Thread(target=run, args=(each,)) for each in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(outcomes) == [False, True]
    for model, number in ((PromptReveal, 1), (AnswerVersion, 2), (AgreementCheck, 1)):
        assert session().scalar(sa.select(sa.func.count()).select_from(model)) == number
