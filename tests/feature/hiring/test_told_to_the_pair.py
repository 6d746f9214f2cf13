"""The pair reads one and the same stage on each of its pages: what the employer has told it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from jobboard.applications import service
from jobboard.applications.domain import Status
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.hiring.domain import Reason, Stage
from jobboard.hiring.models import Candidacy
from jobboard.hiring.service import move
from jobboard.partnerships.models import Partnership
from tests.factories.applications import actor_of, start_application
from tests.factories.hiring import make_candidacy, recruiter_of
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., FlaskClient]


def pages(row: Candidacy, client: FlaskClient) -> dict[str, str]:
    """The three pages of a pair that name the stage of an application."""
    urls = ("/", "/applications", f"/applications/{row.application_id}/submission")
    return {url: client.get(url).text for url in urls}


@pytest.mark.parametrize(
    ("stage", "tag"),
    [
        (Stage.NEW, ">Sent<"),
        (Stage.LONGLISTED, ">Sent<"),
        (Stage.SHORTLISTED, ">Shortlisted<"),
        (Stage.INTERVIEWING, ">Interview<"),
        (Stage.NOT_SELECTED, ">Not selected<"),
    ],
)
def test_each_page_names_the_stage_that_was_told(stage: Stage, tag: str, browser: Browser) -> None:
    row = make_candidacy(stage=stage)
    for person in row.application.partnership.people:
        for url, page in pages(row, browser(person)).items():
            assert tag in page, url
            assert "Longlisted" not in page, url


def test_a_no_says_why_wherever_it_is_read(browser: Browser) -> None:
    row = make_candidacy(stage=Stage.SHORTLISTED)
    said = {"reason": Reason.OTHER, "words": "The post is split in two."}
    move(recruiter_of(row.role), row, "not_select", now(), **said)
    page = browser(row.application.partnership.first).get(
        f"/applications/{row.application_id}/submission"
    )
    assert "The post is split in two." in page.text
    assert "can read it since" not in page.text


def test_whoever_left_is_told_nothing_that_came_after(browser: Browser) -> None:
    row = make_candidacy(stage=Stage.SHORTLISTED)
    nadia = row.application.partnership.first
    service.leave(actor_of(nadia), row.application, "", now())
    client = browser(nadia)
    assert ">You left<" in client.get("/applications").text
    for url, page in pages(row, client).items():
        assert "Shortlisted" not in page, url
        assert "One partner left" not in page, url


def _sent(pair: Partnership) -> None:
    """A shortlisted one, straight into the tables."""
    application = start_application(make_role(), pair)
    application.status, application.submitted_at = Status.SUBMITTED, now()
    application.visible_from = now()
    row = Candidacy(
        application=application, role_id=application.role_id, stage=Stage.SHORTLISTED,
        visible_from=now(), moved_at=now(), plan="aaaaaxbbbb", total_tenths=11, overlap=1, gaps=0,
        pair_months=0,
    )  # fmt: skip
    session().add(row)
    session().commit()


def test_the_list_needs_as_many_queries_for_twenty_as_for_one(browser: Browser) -> None:
    pair = make_partnership()
    client, pair_id = browser(pair.first), pair.id
    _sent(pair)
    one = _queries(client)
    pair = session().get_one(Partnership, pair_id)
    for _ in range(19):
        _sent(pair)
    assert client.get("/applications").text.count(">Shortlisted<") == 20
    assert _queries(client) == one
    assert one <= 8


def _queries(client: FlaskClient) -> int:
    client.get("/applications")
    database.session.remove()
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    client.get("/applications")
    sa.event.remove(database.engine, "before_cursor_execute", note)
    return len(seen)
