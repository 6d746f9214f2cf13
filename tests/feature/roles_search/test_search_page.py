"""The search page, as somebody without an account reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from flask.testing import FlaskClient

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from jobboard.roles.domain import Origin, RoleStatus, SalaryPeriod, WorkMode
from jobboard.search import indexer
from jobboard.search.service import engine
from tests.factories.world import make_organisation, make_role
from tests.feature.roles_search.reading import body, count_of, titles

Index = Callable[[], int]
UNSTATED = {
    "origin": Origin.IMPORTED,
    "level": None,
    "work_mode": None,
    "share_types": [],
    "coverage": None,
    "min_overlap": None,
    "funded_tenths": None,
    "full_time_hours": None,
    "duties": [],
    "criteria": [],
}


def test_an_open_role_shows_what_a_pair_wants_to_know(reader: FlaskClient, index: Index) -> None:
    make_role(title="Director of People")
    index()
    page = body(reader)
    for words in (
        "<title>1 role | Twofold</title>",
        "Director of People",
        "Northmoor Community Health Trust · Leeds, hybrid",
        "£95,000 to £101,600",
        "£57,000 to £60,960",
        "each at 0.6 FTE",
        "Share everything",
        "The full week. Both in on Wednesday afternoon.",
        "Cover needed: Monday, Tuesday",
    ):
        assert words in page, words
    assert page.count("<h1>") == 1


def test_an_imported_advert_shows_what_it_states_and_says_what_it_does_not(
    reader: FlaskClient, index: Index
) -> None:
    pay = {"salary_min": Decimal("14.80"), "salary_max": Decimal("14.80")}
    make_role(title="Ward Manager", salary_period=SalaryPeriod.HOUR, **pay, **UNSTATED)
    nothing = {"salary_min": None, "salary_max": None, "salary_text": "Competitive <b>&"}
    make_role(title="Practice Nurse", closes_at=None, **nothing, **UNSTATED)
    index()
    page = body(reader)
    assert "<b>£14.80</b>" in page
    assert "an hour" in page
    assert "Competitive <b>&" in page
    assert "Competitive &lt;b&gt;&amp;" in reader.get("/roles").text
    assert "No closing date stated" in page
    assert page.count("Sharing, level and the week are not stated in this advert.") == 2
    assert "each at" not in page
    assert [count_of(page, name, "not_stated") for name in ("level", "share", "mode")] == [2, 2, 2]


@pytest.mark.parametrize("status", [s for s in RoleStatus if s is not RoleStatus.PUBLISHED])
def test_only_published_roles_are_shown(
    reader: FlaskClient, index: Index, status: RoleStatus
) -> None:
    make_role(title="Hidden", status=status)
    index()
    assert titles(reader) == []
    assert "No roles are open just now" in body(reader)


def test_a_role_vanishes_the_second_it_closes(reader: FlaskClient, index: Index) -> None:
    role = make_role(title="Nearly over")
    index()
    assert role.closes_at is not None
    with time_machine.travel(role.closes_at - timedelta(seconds=1), tick=False):
        assert titles(reader) == ["Nearly over"]
        assert "Closes today" in body(reader)
    with time_machine.travel(role.closes_at, tick=False):
        assert titles(reader) == []
        assert "0 roles" in body(reader)


def test_the_database_has_the_last_word_where_the_index_lags(
    reader: FlaskClient, index: Index
) -> None:
    kept, paused = make_role(title="Kept"), make_role(title="Paused")
    index()
    paused.status = RoleStatus.PAUSED
    session().commit()
    assert titles(reader) == [kept.title]


def test_a_change_to_a_role_reaches_the_index_through_the_outbox(
    reader: FlaskClient, index: Index
) -> None:
    from jobboard.core.db import transaction
    from jobboard.core.events import emit
    from jobboard.roles.events import RoleChanged

    role = make_role(title="Zookeeper")
    index()
    assert titles(reader, "/roles?q=beekeeper") == []
    with transaction():
        role.title = "Beekeeper"
        emit(RoleChanged(role_id=role.id))
    assert indexer.drain(engine()) == 1
    assert titles(reader, "/roles?q=beekeeper") == ["Beekeeper"]


def test_words_are_looked_for_in_title_organisation_place_and_text(
    reader: FlaskClient, index: Index
) -> None:
    make_role(make_organisation("Wyeford Health Board"), title="Head of Finance", places=["Ripon"])
    make_role(title="Director of Estates", description="You will **chair** the estates board.")
    index()
    assert titles(reader, "/roles?q=wyeford") == ["Head of Finance"]
    assert titles(reader, "/roles?q=ripon+finance") == ["Head of Finance"]
    page = body(reader, "/roles?q=chair")
    assert "You will <mark>chair</mark> the estates board." in page
    assert "1 role for “chair”" in page
    assert "<mark>" not in body(reader, "/roles?q=estates")


def test_facets_widen_within_a_group_and_narrow_between_groups(
    reader: FlaskClient, index: Index, one_employer: Organisation
) -> None:
    for title, sector, mode in (
        ("One", "health", WorkMode.REMOTE),
        ("Two", "charity", WorkMode.REMOTE),
        ("Three", "charity", WorkMode.ON_SITE),
        ("Four", "finance", WorkMode.REMOTE),
    ):
        make_role(one_employer, title=title, sector=sector, work_mode=mode)
    index()
    both = "/roles?sector=health&sector=charity"
    assert sorted(titles(reader, both)) == ["One", "Three", "Two"]
    assert sorted(titles(reader, f"{both}&mode=remote")) == ["One", "Two"]
    page = body(reader, f"{both}&mode=remote")
    assert [count_of(page, "sector", key) for key in ("health", "charity", "finance")] == [1, 1, 1]
    assert [count_of(page, "mode", key) for key in ("remote", "on_site")] == [2, 1]
    assert page.count(" checked>") == 3


def test_each_filter_in_use_has_a_chip_that_drops_just_it(
    reader: FlaskClient, index: Index
) -> None:
    make_role(title="One", sector="health", level=6)
    index()
    page = body(reader, "/roles?q=one&sector=health&level=director&level=not_stated")
    chips = re.findall(r'<a class="chip" href="([^"]+)"><span[^>]*>[^<]*</span>([^<]+)', page)
    assert [(words.strip(), href) for href, words in chips] == [
        ("“one”", "/roles?sector=health&level=director&level=not_stated"),
        ("Health and care", "/roles?q=one&level=director&level=not_stated"),
        ("Director", "/roles?q=one&sector=health&level=not_stated"),
        ("Level: not stated", "/roles?q=one&sector=health&level=director"),
    ]
    assert '<a class="s" href="/roles">Clear all</a>' in page
    for href, _words in chips:
        assert reader.get(href).status_code == 200


def test_the_orders_are_stable_and_what_they_say(
    reader: FlaskClient, index: Index, one_employer: Organisation
) -> None:
    at = now()
    facts = {"A": (3, 9, 50_000), "B": (1, 5, 90_000), "C": (2, 7, 70_000), "D": (2, 7, 70_000)}
    for title, (posted, closes, pay) in facts.items():
        make_role(
            one_employer,
            title=title,
            published_at=at - timedelta(days=posted),
            closes_at=at + timedelta(days=closes),
            salary_min=Decimal(pay),
            salary_max=Decimal(pay),
        )
    make_role(one_employer, title="E", closes_at=None, published_at=at - timedelta(days=9),
              salary_min=None, salary_max=None, salary_text="Good", **UNSTATED)  # fmt: skip
    index()
    newest = titles(reader)
    assert (newest[0], sorted(newest[1:3]), newest[3:]) == ("B", ["C", "D"], ["A", "E"])
    assert titles(reader, "/roles?sort=closing")[::4] == ["B", "E"]
    assert titles(reader, "/roles?sort=salary")[0::3] == ["B", "A"]
    for order in ("newest", "closing", "salary"):
        first = titles(reader, f"/roles?sort={order}")
        index()
        assert titles(reader, f"/roles?sort={order}") == first


def test_pages_follow_each_other_and_one_beyond_the_end_is_the_last(
    reader: FlaskClient, index: Index, one_employer: Organisation
) -> None:
    for number in range(45):
        make_role(one_employer, title=f"Role {number}")
    index()
    found = [titles(reader, f"/roles?q=role&page={page}") for page in (1, 2, 3)]
    assert [len(page) for page in found] == [20, 20, 5]
    assert len({title for page in found for title in page}) == 45
    assert titles(reader, "/roles?q=role&page=99") == found[2]
    page = body(reader, "/roles?q=role&page=2")
    assert "<title>45 roles for “role”, page 2 | Twofold</title>" in page
    assert 'href="/roles?q=role" rel="prev"' in page
    assert 'href="/roles?q=role&page=3" rel="next"' in page


def test_an_empty_page_says_what_to_drop_and_what_that_brings(
    reader: FlaskClient, index: Index, one_employer: Organisation
) -> None:
    make_role(one_employer, title="Beekeeper", sector="health")
    make_role(one_employer, title="Two", sector="charity")
    index()
    page = body(reader, "/roles?q=beekeeper&sector=charity")
    ways = re.findall(r'<li><a href="([^"]+)">([^<]+)</a>: ([^<]+)</li>', page)
    assert ways == [
        ("/roles?sector=charity", "Without “beekeeper”", "1 role"),
        ("/roles?q=beekeeper", "Without “Charity and community”", "1 role"),
        ("/roles", "All roles", "2 roles"),
    ]


def test_odd_words_are_explained(reader: FlaskClient, index: Index) -> None:
    make_role()
    index()
    assert "OR is not a command here." in body(reader, "/roles?q=people+OR+culture")
    assert "Only the first 100 characters were used." in body(reader, f"/roles?q={'x' * 150}")
