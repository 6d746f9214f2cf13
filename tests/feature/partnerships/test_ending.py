"""A pair pauses, goes on, ends: either may, both are told, nobody's own is lost."""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine

from jobboard.accounts.models import User
from jobboard.applications.domain import NotFormedError, NotReadyError
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import NotAllowedError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import PartnershipEndedError, PartnershipStatus
from jobboard.partnerships.ending import NOTICE, Wish
from jobboard.partnerships.models import Partnership
from tests.factories.applications import ready_application, sign, start_application
from tests.factories.pairs import actor_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
S = PartnershipStatus


@pytest.fixture
def pair(db: None) -> Partnership:
    del db
    return make_partnership()


def again(pair: Partnership) -> Partnership:
    database.session.expire_all()
    return queries.with_people(pair.id)


def text(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def subjects(sink: list[EmailMessage], person: User) -> list[str]:
    return [str(one["Subject"]) for one in sink if one["To"] == person.address]


def ask_to_end(pair: Partnership, who: User | None = None, words: str = "") -> None:
    service.start_dissolving(actor_of(who or pair.first), pair, words, now())


# Pause


def test_either_pauses_and_either_goes_on(pair: Partnership) -> None:
    service.pause(actor_of(pair.first), pair, "", now())
    assert again(pair).status is S.PAUSED
    service.resume(actor_of(pair.second), pair, now())
    assert again(pair).status is S.FORMED
    service.pause(actor_of(pair.second), pair, "", now())
    assert again(pair).status is S.PAUSED


def test_a_paused_pair_starts_and_signs_nothing_and_reads_why(pair: Partnership) -> None:
    application = ready_application(partnership=pair)
    service.pause(actor_of(pair.first), pair, "", now())
    with pytest.raises(NotReadyError, match="is paused"):
        sign(application, pair.second)
    with pytest.raises(NotFormedError, match="is paused"):
        start_application(make_role(), pair)
    service.resume(actor_of(pair.first), pair, now())
    assert sign(application, pair.second) is False


def test_a_paused_draft_is_still_there_to_read(pair: Partnership, browser: Browser) -> None:
    application = ready_application(partnership=pair)
    service.pause(actor_of(pair.first), pair, "", now())
    client = browser(pair.second)
    page = text(client.get(f"/applications/{application.id}/signature"))
    assert "We have rebuilt two people functions" in page
    assert "Your partnership is paused." in page
    assert 'name="seen"' not in page
    assert "Your partnership is paused" in text(client.get(f"/roles/{make_role().id}/application"))


def test_nobody_pauses_twice_nor_what_is_not_formed(pair: Partnership) -> None:
    service.pause(actor_of(pair.first), pair, "", now())
    with pytest.raises(IllegalMoveError):
        service.pause(actor_of(pair.second), pair, "", now())
    with pytest.raises(IllegalMoveError):
        service.pause(actor_of(pair.second), make_partnership(pair.second, formed=False), "", now())


# The end


def test_asking_for_the_end_gives_seven_days_and_ends_nothing(pair: Partnership) -> None:
    at = now()
    service.start_dissolving(actor_of(pair.second), pair, "It was good.", at)
    row = queries.open_breaks([pair.id])[pair.id]
    assert again(pair).status is S.DISSOLVING
    assert (row.due_at, row.second_wish, row.first_wish) == (at + NOTICE, Wish.END, None)
    assert again(pair).is_live
    with pytest.raises(NotFormedError, match="is ending"):
        start_application(make_role(), pair)


def test_both_must_say_that_they_stay(pair: Partnership) -> None:
    ask_to_end(pair)
    assert service.wish(actor_of(pair.second), pair, Wish.STAY, now()) is S.DISSOLVING
    assert service.wish(actor_of(pair.second), pair, Wish.STAY, now()) is S.DISSOLVING
    assert service.wish(actor_of(pair.first), pair, Wish.STAY, now()) is S.FORMED
    assert queries.open_breaks([pair.id]) == {}


def test_when_both_want_the_end_it_comes_at_once(pair: Partnership) -> None:
    ask_to_end(pair)
    assert service.wish(actor_of(pair.second), pair, Wish.END, now()) is S.DISSOLVED
    found = again(pair)
    assert (found.is_live, found.parted_at is not None) == (False, True)


def test_who_asked_may_change_their_mind_and_so_may_the_other(pair: Partnership) -> None:
    ask_to_end(pair)
    service.wish(actor_of(pair.first), pair, Wish.STAY, now())
    assert service.wish(actor_of(pair.second), pair, Wish.END, now()) is S.DISSOLVING
    assert service.wish(actor_of(pair.first), pair, Wish.END, now()) is S.DISSOLVED


@pytest.mark.parametrize(
    ("after", "status"),
    [
        (NOTICE - timedelta(microseconds=1), S.DISSOLVING),
        (NOTICE, S.DISSOLVED),
        (NOTICE + timedelta(days=3), S.DISSOLVED),
    ],
)
def test_the_worker_ends_it_at_the_seventh_day(
    pair: Partnership, work: Callable[[], int], after: timedelta, status: PartnershipStatus
) -> None:
    at = now()
    service.start_dissolving(actor_of(pair.first), pair, "", at)
    with time_machine.travel(at + after, tick=False):
        work()
    assert again(pair).status is status


def test_the_worker_leaves_alone_what_was_settled_meanwhile(
    pair: Partnership, work: Callable[[], int]
) -> None:
    at = now()
    service.start_dissolving(actor_of(pair.first), pair, "", at)
    for person in pair.people:
        service.wish(actor_of(person), pair, Wish.STAY, at)
    service.start_dissolving(actor_of(pair.second), pair, "", at + timedelta(days=5))
    with time_machine.travel(at + timedelta(days=8), tick=False):
        work()
    assert again(pair).status is S.DISSOLVING
    with time_machine.travel(at + timedelta(days=12, hours=1), tick=False):
        work()
    assert again(pair).status is S.DISSOLVED


def test_the_same_job_twice_ends_it_once(pair: Partnership) -> None:
    ask_to_end(pair)
    row = queries.open_breaks([pair.id])[pair.id]
    for _ in range(2):
        service.dissolve_due(row.id, now() + NOTICE)
    acts = [act.action for act in trail_of([pair.id])]
    assert acts.count("partnership.dissolved") == 1


def test_a_pause_may_become_the_end_and_its_words_stay_out_of_the_trail(pair: Partnership) -> None:
    service.pause(actor_of(pair.first), pair, "A new baby.", now())
    ask_to_end(pair, pair.second, "Thank you for all of it.")
    assert again(pair).status is S.DISSOLVING
    assert all("baby" not in str(act.codes) for act in trail_of([pair.id]))
    assert all("Thank" not in str(act.codes) for act in trail_of([pair.id]))


def test_after_the_end_nothing_joint_is_written_and_all_of_it_is_read(
    pair: Partnership, browser: Browser
) -> None:
    ask_to_end(pair)
    service.wish(actor_of(pair.second), pair, Wish.END, now())
    found = again(pair)
    for person in found.people:
        with pytest.raises(PartnershipEndedError):
            service.save_proposition(actor_of(person), found, "New.", 1, now())
        fields = found.track_record[0].fields
        with pytest.raises(PartnershipEndedError):
            service.add_entry(actor_of(person), found, fields, now())
        page = text(browser(person).get(f"/partnerships/{pair.id}"))
        assert "Between us we have rebuilt two people functions." in page
        assert "can be read by you both and changed by nobody" in page


def test_after_the_end_both_may_pair_anew_with_each_other_and_with_others(
    pair: Partnership,
) -> None:
    ask_to_end(pair)
    service.wish(actor_of(pair.second), pair, Wish.END, now())
    assert make_partnership(pair.first, pair.second).is_formed
    assert make_partnership(pair.second, make_user("Priya Raman")).is_formed


def test_strangers_neither_pause_nor_end_anything(pair: Partnership) -> None:
    eve = actor_of(make_user("Eve"))
    with pytest.raises(NotAllowedError):
        service.pause(eve, pair, "", now())
    with pytest.raises(NotAllowedError):
        service.start_dissolving(eve, pair, "", now())
    ask_to_end(pair)
    with pytest.raises(NotAllowedError):
        service.wish(eve, pair, Wish.END, now())


# Told


def test_the_other_is_told_kindly_and_with_the_words_that_were_typed(
    pair: Partnership, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    ask_to_end(pair, words="See evil.example/now for why.")
    work()
    assert subjects(sink, pair.first) == []
    [letter] = [one for one in sink if one["To"] == pair.second.address]
    assert letter["Subject"] == "Nadia would like to end your partnership"
    for part in letter.iter_parts():
        body = " ".join(str(part.get_content()).split())
        assert "unless you both say that you stay together" in body
        assert "Nothing is deleted" in body
        assert "evil.example/now" not in body
        assert "evil.\u200bexample/\u200bnow" in html.unescape(body)


def test_both_are_told_of_the_end_once_and_at_the_same_moment(
    pair: Partnership, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    ask_to_end(pair)
    service.wish(actor_of(pair.second), pair, Wish.END, now())
    work()
    assert subjects(sink, pair.first) == ["Your partnership with Helen has ended"]
    assert subjects(sink, pair.second) == ["Your partnership with Nadia has ended"]


# Pages


def test_the_pages_confirm_first_and_then_do(pair: Partnership, browser: Browser) -> None:
    client, url = browser(pair.first), f"/partnerships/{pair.id}"
    assert "Pause for you both" in text(client.get(f"{url}/pause"))
    assert again(pair).status is S.FORMED
    client.post(f"{url}/pause", data={"words": "Back in May."})
    page = text(client.get(url))
    assert "You paused your partnership" in page
    assert "Back in May." in page
    assert "Helen is told. Take it up again" in page
    assert client.get(f"{url}/pause").status_code == 302
    assert client.post(f"{url}/pause", data={}).status_code == 409
    client.post(f"{url}/resumption")
    client.post(f"{url}/dissolution", data={"words": ""})
    assert "Nadia asked to end it" in text(browser(pair.second).get(url))
    browser(pair.second).post(f"{url}/staying")
    assert "Helen would rather stay." in text(client.get(url))
    client.post(f"{url}/staying")
    assert again(pair).status is S.FORMED


@pytest.mark.parametrize("words", ["x" * 501, "a\x00b"])
def test_too_long_or_unstorable_words_come_back(
    pair: Partnership, browser: Browser, words: str
) -> None:
    answer = browser(pair.first).post(f"/partnerships/{pair.id}/pause", data={"words": words})
    assert answer.status_code == 422
    assert again(pair).status is S.FORMED


def test_a_double_click_ends_once_and_never_breaks(pair: Partnership, browser: Browser) -> None:
    client, url = browser(pair.first), f"/partnerships/{pair.id}/dissolution"
    answers = [client.post(url, data={"words": "", "once": "a" * 32}) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert again(pair).status is S.DISSOLVING


def test_home_names_the_day_on_which_it_ends(pair: Partnership, browser: Browser) -> None:
    ask_to_end(pair)
    for person in pair.people:
        page = text(browser(person).get("/"))
        assert "ends on" in page
        assert "Unless you both say that you stay together." in page
