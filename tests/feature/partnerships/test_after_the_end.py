"""When a pair has ended: every address of the pair, tried by each of the two. They read; nothing
they send changes anything, except that the one who remains decides."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from jobboard.applications.models import Application
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.partnerships import service
from jobboard.partnerships.ending import Wish
from jobboard.partnerships.models import Partnership
from tests.factories.applications import actor_of, hash_now, ready_application, visible_application
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
DATA = {
    "base": "0", "text": "Mine alone.", "read": "y", "words": "", "plan": "aaaaaxbbbb",
    "name": "Ours", "share_type": "hybrid", "acceptance": "either", "answer": "either",
    "kind": "as_pair", "who": "both", "organisation": "A", "role": "B", "started_on": "2020-01",
    "outcome": "C", "body": "Hello", "message": "Hello", "title": "T", "day": "2027-01-01",
}  # fmt: skip
"""Enough that a form which is still open would take it."""
OF_ONE = {"partnerships.block", "partnerships.unblock"}
"""What one of the two does for themselves alone, at any time."""
DECIDING = {"applications.decision", "applications.withdrawal", "inbox.conversation"}
"""What is left to do, for the one who remains: the employer and they may still speak."""
OWN_MARKS = {"application_visits", "user_sessions", "used_keys"}
"""What only says that somebody looked: private to them, no part of what the pair has."""


@pytest.fixture
def ended() -> tuple[Partnership, list[Application]]:
    pair = make_partnership()
    draft = ready_application(make_role(), pair)
    sent = visible_application(make_role(), pair)
    service.start_dissolving(actor_of(pair.first), pair, "", now())
    service.wish(actor_of(pair.second), pair, Wish.END, now())
    return pair, [draft, sent]


def digest() -> dict[str, str]:
    """What each table holds, but for marks of who has looked."""
    found = {}
    with database.engine.connect() as connection:
        for table in database.metadata.sorted_tables:
            if table.name in OWN_MARKS:
                continue
            rows = sorted(repr(row) for row in connection.execute(sa.select(table)))
            found[table.name] = hashlib.sha256("".join(rows).encode()).hexdigest()
    return found


def addresses(app: Flask, method: str, ids: dict[str, str]) -> list[tuple[str, str]]:
    """(endpoint, address) of everything that hangs on a pair or on one of its applications."""
    found = []
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            names = rule.arguments
            if method not in (rule.methods or ()) or not names & {
                "partnership_id",
                "application_id",
            }:
                continue
            if names <= set(ids):
                values = {name: ids[name] for name in names}
                found.append((rule.endpoint, app.url_for(rule.endpoint, **values)))
    return found


def test_a_block_after_the_end_is_a_row_of_ones_own_and_changes_nothing_else(
    browser: Browser, ended: tuple[Partnership, list[Application]]
) -> None:
    pair, _ = ended
    held = digest()
    client = browser(pair.first)
    for path in ("blocking", "unblocking"):
        assert client.post(f"/partnerships/{pair.id}/{path}").status_code == 302
        now_ = digest()
        changed = {name for name in held if held[name] != now_[name]}
        assert changed <= {"activities", "person_blocks"}
    assert digest()["person_blocks"] == held["person_blocks"]


def ids_of(pair: Partnership, application: Application) -> dict[str, str]:
    return {
        "partnership_id": str(pair.id),
        "application_id": str(application.id),
        "entry_id": str(pair.track_record[0].id),
        "kind": "proposition",
        "version": "1",
        "number": "0",
        "older": "1",
        "newer": "1",
    }


def test_nothing_the_two_send_changes_anything(
    app: Flask, browser: Browser, ended: tuple[Partnership, list[Application]]
) -> None:
    pair, applications = ended
    asks, stays = browser(pair.first), browser(pair.second)
    tried, held = set(), digest()
    for application in applications:
        mark = hash_now(application)
        for endpoint, url in addresses(app, "POST", ids_of(pair, application)):
            if endpoint in OF_ONE or ("partnerships" in endpoint and endpoint in tried):
                continue
            for client in [asks] if endpoint in DECIDING else [asks, stays]:
                answer = client.post(url, data={**DATA, "seen": mark})
                assert answer.status_code < 500, url
            assert digest() == held, f"{endpoint} changed something"
            tried.add(endpoint)
    assert {"partnerships.edit", "applications.signature", "applications.save_section"} <= tried


def test_both_can_still_read_all_of_it_and_no_page_breaks(
    app: Flask, browser: Browser, ended: tuple[Partnership, list[Application]]
) -> None:
    pair, applications = ended
    clients, held, tried = [browser(person) for person in pair.people], digest(), set()
    for application in applications:
        for endpoint, url in addresses(app, "GET", ids_of(pair, application)):
            if endpoint in tried or url.endswith(".pdf"):
                continue
            tried.add(endpoint)
            for client in clients:
                answer = client.get(url)
                assert answer.status_code in {200, 302, 303, 304, 404, 409}, (endpoint, url)
    for client in clients:
        assert client.get(f"/partnerships/{pair.id}").status_code == 200
        assert client.get(f"/applications/{applications[0].id}/panel-view").status_code == 200
        assert client.get(f"/applications/{applications[1].id}/submission").status_code == 200
    assert digest() == held, "a page changed something by being read"
