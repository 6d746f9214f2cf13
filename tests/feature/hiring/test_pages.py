from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.hiring import queries
from jobboard.hiring.domain import Sort, Stage, Tab
from jobboard.hiring.models import Candidacy
from jobboard.roles.models import Role
from tests.conftest import Browser
from tests.factories.hiring import make_candidacy, make_many, owner_of
from tests.factories.people import make_user
from tests.factories.world import make_organisation, make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


@contextmanager
def _counted() -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_c: object, _x: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", hear)
    yield said
    sa.event.remove(database.engine, "before_cursor_execute", hear)


def _queries(client: FlaskClient, path: str) -> int:
    client.get(path)
    session().expunge_all()
    with _counted() as said:
        assert client.get(path).status_code == 200
    return len([s for s in said if s.lstrip().upper().startswith(("SELECT", "WITH"))])


def _payload(role: Role) -> bytes:
    candidacy = make_candidacy(role)
    return queries.submissions([candidacy.application_id])[candidacy.application_id].payload


def _paths(row: Candidacy) -> list[str]:
    return [
        f"/hiring/roles/{row.role_id}",
        f"/hiring/roles/{row.role_id}/comparison?c={row.id}&c={row.id}",
        f"/hiring/candidacies/{row.id}",
        f"/hiring/candidacies/{row.id}/stage?move=shortlist",
    ]


def test_strangers_find_nothing_and_nobody_is_asked_to_sign_in(browser: Browser) -> None:
    row = make_candidacy()
    pair = row.application.partnership
    strangers = (pair.first, pair.second, make_user(), owner_of(make_role()))
    for path in _paths(row):
        answer = browser().get(path)
        assert answer.status_code == 302
        assert "/sign-in?next=" in answer.location
        for user in strangers:
            assert browser(user).get(path).status_code == 404, path
    for user in strangers:
        posted = browser(user).post(f"/hiring/candidacies/{row.id}/notes", data={"text": "Hello"})
        assert posted.status_code == 404
        moved = browser(user).post(f"/hiring/candidacies/{row.id}/stage?move=shortlist")
        assert moved.status_code == 404
    assert row.stage is Stage.NEW
    assert row.notes == []


def test_the_board_counts_each_role_by_stage(browser: Browser) -> None:
    role = make_role()
    for stage in (Stage.NEW, Stage.LONGLISTED, Stage.SHORTLISTED, Stage.NOT_SELECTED):
        make_candidacy(role, stage=stage)
    make_role(role.organisation, title="Draft nobody sees", published=False)
    page = browser(owner_of(role)).get("/hiring").text
    assert "4 joint applications" in page
    counts = re.findall(r'data-l="([\w ]+)">(?:<a[^>]*>|<span[^>]*>)(\d+)', page)
    assert counts == [
        ("New", "1"),
        ("Being read", "1"),
        ("Shortlisted", "1"),
        ("Interview", "0"),
        ("Closed", "1"),
    ]
    assert "Draft nobody sees" not in page


def test_empty_pages_say_what_to_do_next(browser: Browser) -> None:
    assert "You are not with an employer here yet" in browser(make_user()).get("/hiring").text
    owner = make_organisation().memberships[0].user
    assert "No role is published yet" in browser(owner).get("/hiring").text
    role = make_role()
    client = browser(owner_of(role))
    assert "No joint application yet" in client.get(f"/hiring/roles/{role.id}").text
    make_candidacy(role)
    assert "No pair is in this stage" in client.get(f"/hiring/roles/{role.id}?stage=closed").text
    assert client.get("/hiring?page=9").status_code == 200


def test_the_board_costs_the_same_for_one_role_and_for_twenty(browser: Browser) -> None:
    few, many = make_role(), make_role()
    make_candidacy(few)
    for _ in range(24):
        make_candidacy(make_role(many.organisation), make_partnership())
    owners = owner_of(few), owner_of(many)
    clients = [browser(owner) for owner in owners]
    one, twenty = (_queries(client, "/hiring") for client in clients)
    assert one == twenty <= 5
    assert "page=2" in clients[1].get("/hiring").text


def test_the_table_of_five_hundred_costs_eight_queries_at_most(browser: Browser) -> None:
    role = make_role()
    payload, role_id = _payload(role), role.id
    client = browser(owner_of(role))
    path = f"/hiring/roles/{role_id}"
    few = _queries(client, path)
    make_many(role_id, 499, payload=payload)
    assert _queries(client, path) <= 8
    assert few <= 8
    page = client.get(path).text
    assert page.count("data-row") == 50
    assert "500 joint applications" in page
    seen = set()
    for number in range(1, 11):
        found = re.findall(r'name="c" value="([\w-]+)"', client.get(f"{path}?page={number}").text)
        seen.update(found)
    assert len(seen) == 500


@pytest.mark.parametrize("sort", list(Sort))
def test_the_order_of_the_table_is_total_and_stable(sort: Sort) -> None:
    role = make_role()
    make_many(role.id, 60, payload=_payload(role))
    me = owner_of(role).id
    whole = queries.table(me, role.id, Tab.OPEN, sort, now(), 0, 100)
    again = [
        row
        for offset in range(0, 70, 7)
        for row in queries.table(me, role.id, Tab.OPEN, sort, now(), offset, 7)
    ]
    assert [row.id for row in again] == [row.id for row in whole]
    assert len({row.id for row in whole}) == 61
    figure = {
        Sort.NEWEST: lambda row: row.visible_from,
        Sort.FTE: lambda row: row.total_tenths,
        Sort.OVERLAP: lambda row: row.overlap,
        Sort.TOGETHER: lambda row: row.pair_months,
    }[sort]
    by_id = sorted(whole, key=lambda row: row.id)
    newest = sorted(by_id, key=lambda row: row.visible_from, reverse=True)
    assert whole == sorted(newest, key=figure, reverse=True)


def test_the_table_says_its_sort_and_stage_and_keeps_both_in_its_links(browser: Browser) -> None:
    row = make_candidacy(stage=Stage.SHORTLISTED)
    client = browser(owner_of(row.role))
    page = client.get(f"/hiring/roles/{row.role_id}?stage=shortlisted&sort=fte").text
    assert 'class="num" aria-sort="descending"' in page
    assert "stage=closed&amp;sort=fte" in page
    assert "Ruth Calloway"[:4] + " shortlisted them" in page
    assert 'data-l="Together">6 years<' in page
    assert client.get(f"/hiring/roles/{row.role_id}?stage=x&sort='--&page=-1").status_code == 200


def test_an_application_reads_as_it_was_frozen_not_as_tables_stand_today(browser: Browser) -> None:
    row = make_candidacy()
    row.role.title, row.role.duties[1].name = "Another title", "Another duty"
    row.application.partnership.track_record[0].outcome = "Rewritten since"
    session().commit()
    page = browser(owner_of(row.role)).get(f"/hiring/candidacies/{row.id}").text
    assert "Pay and union negotiations" in page
    assert "Another duty" not in page
    assert "Rewritten since" not in page
    assert "This is that text, unchanged" in page


def test_an_application_page_costs_a_fixed_number_of_queries(browser: Browser) -> None:
    row = make_candidacy(stage=Stage.RESERVE)
    assert _queries(browser(owner_of(row.role)), f"/hiring/candidacies/{row.id}") <= 10


def test_pairs_stand_side_by_side_with_the_difference_in_words(browser: Browser) -> None:
    role = make_role()
    one = make_candidacy(role)
    two = make_candidacy(role, make_partnership(make_user("Marcus Hale"), make_user("Inês Duarte")))
    client = browser(owner_of(role))
    path = f"/hiring/roles/{role.id}/comparison"
    page = client.get(f"{path}?c={two.id}&c={one.id}").text
    assert "Two pairs, side by side" in page
    assert page.index("Marcus Hale and Inês Duarte") < page.index("Nadia Okafor and Helen Marsh")
    assert ">Most<" not in page
    role.coverage, role.funded_tenths = "nnnnn2nnn2", 10
    session().commit()
    changed = client.get(f"{path}?c={two.id}&c={one.id}").text
    assert "1 half-day more than funded" in changed


def test_comparing_takes_two_to_four_of_one_role(browser: Browser) -> None:
    role = make_role()
    rows = [make_candidacy(role, make_partnership()) for _ in range(5)]
    other = make_candidacy(make_role(role.organisation))
    hidden = make_candidacy(role, visible=False)
    client = browser(owner_of(role))
    path = f"/hiring/roles/{role.id}/comparison"

    def code(*ids: object) -> int:
        return client.get(path + "?" + "&".join(f"c={one}" for one in ids)).status_code

    assert [code(*[row.id for row in rows[:n]]) for n in range(6)] == [
        400, 400, 200, 200, 200, 400,
    ]  # fmt: skip
    assert code(rows[0].id, rows[0].id) == 400
    assert code(rows[0].id, other.id) == 404
    assert code(rows[0].id, hidden.id) == 404
    assert code(rows[0].id, uuid4()) == 404
    assert code(rows[0].id, "nonsense") == 404
    assert "two, three or four pairs" in client.get(path).text


def test_nasty_words_are_kept_and_never_break_a_page(browser: Browser) -> None:
    if not NASTY.exists():
        pytest.skip("data/nasty/blns.json is not here")
    row = make_candidacy()
    client = browser(owner_of(row.role))
    note = f"/hiring/candidacies/{row.id}/notes"
    stage = f"/hiring/candidacies/{row.id}/stage?move="
    strings = [
        *json.loads(NASTY.read_text("utf-8")),
        "a\x00b",
        "\ud800",
        "word " * 5000,
        "x" * 99999,
    ]
    for text in strings:
        typed = text.encode("utf-8", "surrogatepass")
        assert client.post(note, data={"text": typed}).status_code in (303, 422), text[:40]
        for move, data in (
            ("shortlist", {"note": typed}),
            ("not_select", {"words": typed, "reason": "criteria"}),
        ):
            assert client.post(stage + move, data=data).status_code in (303, 422), text[:40]
        row.stage, row.refusal = Stage.NEW, None
        row.notes.clear()
        session().commit()
        with client.session_transaction() as cookie:
            cookie.pop("_flashes", None)
    page = client.get(f"/hiring/roles/{row.role_id}", query_string={"stage": strings[50]})
    assert page.status_code == 200


def test_words_of_the_panel_are_shown_and_never_run(browser: Browser) -> None:
    row = make_candidacy()
    client = browser(owner_of(row.role))
    text = "<script>alert(1)</script> {{ 7 * 7 }} \u202e 李"
    client.post(f"/hiring/candidacies/{row.id}/notes", data={"text": text})
    page = client.get(f"/hiring/candidacies/{row.id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in page


def test_a_page_beyond_the_last_shows_the_last(browser: Browser) -> None:
    row = make_candidacy()
    page = browser(owner_of(row.role)).get(f"/hiring/roles/{row.role_id}?page=9").text
    assert "Select Nadia Okafor and Helen Marsh" in page
    assert "No pair is in this stage" not in page


def test_the_pairs_chosen_stay_chosen_where_the_number_was_wrong(browser: Browser) -> None:
    row = make_candidacy()
    client = browser(owner_of(row.role))
    refused = client.get(f"/hiring/roles/{row.role_id}/comparison?c={row.id}").text
    back = f"/hiring/roles/{row.role_id}?c={row.id}"
    assert f'href="{back}"' in refused
    assert re.search(rf'value="{row.id}"[^>]* checked', client.get(back).text)
    assert " checked" not in client.get(f"/hiring/roles/{row.role_id}?c=<nonsense>").text
