"""The search page under odd conditions: no index, nasty strings, many queries, what is cached."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
import time_machine
from flask.testing import FlaskClient

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from tests.conftest import Browser
from tests.factories.people import make_user
from tests.factories.world import make_role
from tests.feature.roles_search.reading import body, titles

Index = Callable[[], int]
NASTY = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"


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
