"""Where cards show up beside their own pages: at home, on the pair's page, in the fiction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobboard.cards import service
from jobboard.core.clock import now
from tests.factories.cards import live_card, make_card
from tests.factories.pairs import actor_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]


def test_the_home_of_whoever_is_asked_leads_to_the_card(browser: Browser) -> None:
    pair = make_partnership()
    card = make_card(pair, label="for Dr Shah")
    consent = f"/partnerships/{pair.id}/cards/{card.id}/consent"
    assert consent in browser(pair.second).get("/").text
    assert consent not in browser(pair.first).get("/").text
    assert consent not in browser(make_user()).get("/").text
    service.end(actor_of(pair.first), card, now())
    assert consent not in browser(pair.second).get("/").text


def test_the_page_of_the_pair_says_what_is_shown(browser: Browser) -> None:
    pair = make_partnership()
    page = f"/partnerships/{pair.id}"
    assert "Nothing is shown to anybody." in browser(pair.first).get(page).text
    live_card(pair)
    assert "1 card works or waits" in browser(pair.first).get(page).text
    make_card(pair, label="for a chief")
    assert "waits for your answer" in browser(pair.second).get(page).text
    assert "waits for your answer" not in browser(pair.first).get(page).text


def test_the_page_of_a_reader_sets_no_cookie_and_has_no_form(browser: Browser) -> None:
    answer = browser().get(f"/card/{live_card(make_partnership()).token()}")
    assert "Set-Cookie" not in answer.headers
    assert "<form" not in answer.text
    assert "demo.twofold" not in answer.text
    assert "@" not in answer.text
