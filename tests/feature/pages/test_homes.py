from __future__ import annotations

from html import unescape

import sqlalchemy as sa

from jobboard.accounts.domain import Purpose
from jobboard.accounts.naming import first_name
from jobboard.approaches import service as approaches
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.partnerships import service as partnerships
from tests.factories.applications import actor_of, ready_application, visible_application
from tests.factories.approaches import make_approach
from tests.factories.cards import make_card
from tests.factories.hiring import make_candidacy
from tests.factories.people import make_user
from tests.factories.world import make_organisation, make_partnership, make_role


def statements(action) -> int:
    seen = []

    def note(_conn, _cursor, statement, *_rest):
        seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    try:
        action()
    finally:
        sa.event.remove(database.engine, "before_cursor_execute", note)
    return len(seen)


def test_nobody_is_led_to_the_roles(browser):
    assert browser().get("/").location == "/roles"


def test_somebody_new_is_told_the_first_two_steps(browser):
    page = browser(make_user()).get("/").text
    assert "Invite the person you would share a role with" in page
    assert "Say a little about yourself" in page


def test_a_pair_sees_its_applications_and_whose_turn_it_is(browser):
    pair = make_partnership()
    application = ready_application(make_role(title="Director of Tides"), pair)
    page = browser(pair.first).get("/").text
    assert "Director of Tides" in page
    assert f"/applications/{application.id}" in page


def test_a_stranger_sees_nothing_of_it(browser):
    ready_application(make_role(title="Director of Tides"), make_partnership())
    assert "Director of Tides" not in browser(make_user("Tom Adeyemi")).get("/").text


def test_the_pair_hears_only_what_it_was_told(browser):
    candidacy = make_candidacy(make_role(title="Director of Tides"))
    page = browser(candidacy.application.partnership.first).get("/").text
    assert "Director of Tides" in page
    assert "Being read" not in page


def test_an_owner_sees_new_applications(browser):
    owner = make_user("Ruth Calloway", purpose=Purpose.HIRE)
    role = make_role(make_organisation(owner=owner), title="Director of Tides")
    visible_application(role)
    page = browser(owner).get("/").text
    assert "1 new joint application for Director of Tides" in page


def test_somebody_who_hires_begins_with_an_organisation(browser):
    page = browser(make_user(purpose=Purpose.HIRE)).get("/").text
    assert "Set up your organisation" in page


def test_a_home_asks_as_many_questions_for_one_as_for_twelve(browser):
    pair = make_partnership()
    client = browser(pair.first)
    ready_application(make_role(), pair)
    client.get("/")
    one = statements(lambda: client.get("/"))
    for _ in range(11):
        ready_application(make_role(), pair)
    assert statements(lambda: client.get("/")) == one
    assert one <= 17


def test_a_pause_stands_on_the_home_page_of_both_and_on_top_of_the_editor(browser):
    application = ready_application()
    pair = application.partnership
    partnerships.pause(actor_of(pair.first), pair, "", now())
    name = first_name(pair.first)
    other = first_name(pair.second)
    assert f"{name} paused your partnership" in unescape(browser(pair.second).get("/").text)
    assert f"You paused your partnership with {other}" in unescape(
        browser(pair.first).get("/").text
    )
    editor = browser(pair.second).get(f"/applications/{application.id}").text
    assert "Your partnership is paused" in editor


def test_a_card_and_an_approach_that_wait_are_both_told(browser):
    pair = make_partnership()
    make_card(pair)
    approach = make_approach(pair, make_organisation("Wyeford Council"))
    approaches.sign(actor_of(pair.first), approach, approach.content_hash, now())
    page = browser(pair.second).get("/").text
    assert "proposes a card to show" in page
    assert "Sign what you write to Wyeford Council" in page
    own = browser(pair.first).get("/").text
    assert "proposes a card to show" not in own
    assert "Sign what you write" not in own
