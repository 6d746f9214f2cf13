"""The search page, as somebody without an account reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa
import time_machine
from flask.testing import FlaskClient

from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from jobboard.roles.domain import Origin, RoleStatus, SalaryPeriod, WorkMode
from jobboard.search import indexer
from jobboard.search.service import engine
from tests.conftest import Browser
from tests.factories.people import make_user
from tests.factories.world import make_organisation, make_role

Index = Callable[[], int]
NASTY = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"
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


def body(client: FlaskClient, path: str = "/roles") -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.text)


def titles(client: FlaskClient, path: str = "/roles") -> list[str]:
    return re.findall(r'<h3><a href="/roles/[^"]+">([^<]*)</a></h3>', body(client, path))


def count_of(page: str, name: str, value: str) -> int | None:
    found = re.search(
        rf'name="{name}" value="{value}"[^>]*><span>[^<]*</span><span class="n">'
        r'<span class="vh">, </span>([\d,]+)',
        page,
    )
    return int(found[1].replace(",", "")) if found else None


@pytest.fixture
def one_employer(db: None) -> Organisation:
    del db
    return make_organisation()


@pytest.fixture
def statements(db: None) -> Iterator[list[str]]:
    del db
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(database.engine, "before_cursor_execute", note)


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


def test_without_an_index_the_newest_roles_are_still_listed(
    reader: FlaskClient, one_employer: Organisation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from jobboard.search import service
    from jobboard.search.whoosh_engine import WhooshEngine

    make_role(one_employer, title="Older", published_at=now() - timedelta(days=30))
    make_role(one_employer, title="Newer")
    make_role(one_employer, title="Draft", published=False)
    monkeypatch.setattr(service, "_current", [WhooshEngine(tmp_path / "nothing")])
    page = body(reader, "/roles?q=zebra&sector=health")
    assert "Search is resting for a moment." in page
    assert re.findall(r"<h3><a[^>]*>([^<]*)", page) == ["Newer", "Older"]


def test_no_string_breaks_the_page(reader: FlaskClient, index: Index) -> None:
    if not NASTY.exists():
        pytest.skip(f"{NASTY} is missing")
    make_role()
    index()
    names = ("q", "sector", "level", "share", "mode", "sort", "page")
    for text in json.loads(NASTY.read_text(encoding="utf-8")):
        query = urlencode(dict.fromkeys(names, text), errors="replace")
        assert reader.get(f"/roles?{query}").status_code == 200, text
    for raw in ("%00", "%ed%a0%80", "%ff%fe", "&&==&", "q"):
        for name in names:
            assert reader.get(f"/roles?{name}={raw}&{raw}").status_code == 200, (name, raw)


@pytest.mark.parametrize(("is_signed_in", "most"), [(False, 1), (True, 3)])
def test_one_card_and_twenty_take_the_same_few_queries(
    browser: Browser,
    index: Index,
    one_employer: Organisation,
    statements: list[str],
    is_signed_in: bool,
    most: int,
) -> None:
    client = browser(make_user() if is_signed_in else None)
    used = []
    for wanted in (1, 20):
        while len(titles(client)) < wanted:
            make_role(one_employer, title="Director")
            index()
        for path in ("/roles", "/roles?q=director"):
            client.get(path)
            statements.clear()
            assert client.get(path).status_code == 200
            used.append(len([text for text in statements if text.startswith("SELECT")]))
    assert len(set(used)) == 1, used
    assert used[0] <= most


def test_a_reader_who_has_the_page_already_is_told_so_before_the_search(
    reader: FlaskClient, index: Index, statements: list[str]
) -> None:
    role = make_role(title="One")
    index()
    with time_machine.travel(now().replace(minute=1, second=0), tick=False):
        tag = reader.get("/roles?sector=health").headers["ETag"]
        statements.clear()
        again = reader.get("/roles?sector=health", headers={"If-None-Match": tag})
        assert (again.status_code, again.data, statements) == (304, b"", [])
        packed = {"If-None-Match": f'{tag[:-1]}:br"'}
        assert reader.get("/roles?sector=health", headers=packed).status_code == 304
        assert reader.get("/roles", headers={"If-None-Match": tag}).status_code == 200
        reader.set_cookie("theme", "dark")
        dark = reader.get("/roles?sector=health", headers={"If-None-Match": tag})
        assert dark.status_code == 200
        role.title = "Two"
        session().commit()
        index()
        tag = dark.headers["ETag"]
        assert reader.get("/roles?sector=health", headers={"If-None-Match": tag}).status_code == 200


def test_a_page_for_somebody_signed_in_is_always_made_anew(browser: Browser, index: Index) -> None:
    index()
    assert "ETag" not in browser(make_user()).get("/roles").headers
