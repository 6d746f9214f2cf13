"""Weeks of two and of seven days can be seen in the fictional world, wherever a week is shown."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from jobboard.accounts.queries import verified_owner
from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.candidates.models import Profile
from jobboard.core import mail
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.hiring.models import Candidacy
from jobboard.planning.availability import Availability
from jobboard.roles.models import Role
from jobboard.search import indexer
from jobboard.search.service import engine
from tests.conftest import _FreshClient
from tests.factories.people import session_token

pytestmark = pytest.mark.usefixtures("world")
OPEN, CLOSED = "Director of People Services", "Associate Director of Organisational Development"
CYCLE = "week--cycle"


def role_named(title: str) -> Role:
    return session().scalars(sa.select(Role).where(Role.title == title)).one()


def ours(title: str) -> Application:
    """Nadia's and Helen's for this role."""
    helen = verified_owner("helen@demo.twofold.test")
    found = session().scalars(
        sa.select(Application).join(Application.role).where(Role.title == title)
    )
    return next(row for row in found if row.partnership.includes(helen.id))


@pytest.fixture
def client(app: Flask) -> Callable[[str], FlaskClient]:
    def signed_in(who: str) -> FlaskClient:
        token = session_token(verified_owner(f"{who}@demo.twofold.test"))
        app.test_client_class = _FreshClient
        made = app.test_client()
        with made.session_transaction() as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True
        return made

    return signed_in


@pytest.fixture
def visit(client: Callable[[str], FlaskClient]) -> Callable[[str, str], str]:
    def read(who: str, path: str) -> str:
        answer = client(who).get(path)
        assert answer.status_code == 200, path
        return html.unescape(answer.get_data(as_text=True))

    return read


def test_an_open_role_alternates_and_another_runs_on_seven_days(visit: Any) -> None:
    role = role_named(OPEN)
    assert role.need.shape.weeks == 2
    indexer.rebuild(engine())
    assert CYCLE in visit("nadia", "/roles?q=people+services")
    advert = visit("nadia", f"/roles/{role.id}")
    assert "Week two" in advert
    assert "2 half-days in two weeks" in advert
    weekend = role_named("Deputy Chief Operating Officer, Planned Care")
    assert weekend.need.shape.days == 7
    assert "Sunday" in visit("nadia", f"/roles/{weekend.id}")


def test_somebody_answers_alternate_wednesdays(visit: Any) -> None:
    helen = verified_owner("helen@demo.twofold.test")
    profile = session().scalars(sa.select(Profile).where(Profile.user_id == helen.id)).one()
    first, second = Availability.from_text(profile.availability).able.counts()
    assert first - second == 2
    assert second > 0
    assert "Week two" in visit("helen", "/profile")


@pytest.mark.parametrize("view", ["", "/panel-view", "/signature"])
def test_a_plan_of_two_weeks_stands_in_the_editor_and_before_signing(visit: Any, view: str) -> None:
    row = ours(OPEN)
    plan = row.content(SectionKind.SPLIT_PLAN)["plan"]
    assert plan.split("/")[0] != plan.split("/")[1]
    page = visit("helen", f"/applications/{row.id}{view}")
    assert CYCLE in page or "Week two" in page


def test_it_is_printed(client: Callable[[str], FlaskClient]) -> None:
    answer = client("helen").get(f"/applications/{ours(OPEN).id}/panel-view.pdf")
    assert answer.data.startswith(b"%PDF")


def test_employers_see_weeks_side_by_side_that_differ_in_their_second_week(visit: Any) -> None:
    role = role_named(CLOSED)
    rows = [
        row
        for row in session().scalars(sa.select(Candidacy).where(Candidacy.role_id == role.id))
        if "/" in row.application.content(SectionKind.SPLIT_PLAN)["plan"]
    ]
    assert len({row.application.content(SectionKind.SPLIT_PLAN)["plan"] for row in rows}) >= 2
    chosen = "&".join(f"c={row.id}" for row in rows[:3])
    page = visit("recruiter", f"/hiring/roles/{role.id}/comparison?{chosen}")
    assert page.count(CYCLE) >= 3
    assert "Week two" in visit("recruiter", f"/hiring/candidacies/{rows[0].id}")
    assert CYCLE in visit("recruiter", f"/hiring/roles/{role.id}")


def test_a_letter_draws_both_weeks() -> None:
    rows = session().scalars(sa.select(mail.Mail).where(mail.Mail.kind == "application.signed"))
    letters = [
        mail._message(row, letter, now())
        for row in rows
        if (letter := mail._composers[row.kind](row))
    ]
    bodies = [letter.get_body(("html",)).get_content() for letter in letters]
    assert any(body.count('cellspacing="4"') == 2 for body in bodies)


def test_the_role_that_asks_for_evidence_is_compared_by_it(visit: Any) -> None:
    role = role_named(CLOSED)
    assert role.asks_evidence
    rows = list(session().scalars(sa.select(Candidacy).where(Candidacy.role_id == role.id)))
    chosen = "&".join(f"c={row.id}" for row in rows[:2])
    page = visit("recruiter", f"/hiring/roles/{role.id}/comparison?{chosen}")
    assert page.count("Each one’s own evidence") == len(role.criteria)
    ours_there = next(row for row in rows if row.application_id == ours(CLOSED).id)
    whole = visit("recruiter", f"/hiring/candidacies/{ours_there.id}")
    assert "Confirmed by the chair of the board, Fellside Care" in whole
    assert "Load against hours" in page
    assert "Which one of you do I call?" in page
    assert "% of the job" in visit("nadia", f"/roles/{role_named(OPEN).id}")
