from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.applications import service as applications
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.hiring import queries, service
from jobboard.hiring.domain import Reason, Sort, Stage, Tab
from jobboard.hiring.models import Candidacy
from jobboard.hiring.queries.told import candidacies_of_person
from jobboard.organisations.domain import MemberKind
from tests.conftest import Browser
from tests.factories.applications import actor_of, submitted_application
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def _rows() -> int:
    return session().scalar(sa.select(sa.func.count(Candidacy.id))) or 0


def test_a_submission_opens_a_candidacy_with_the_figures_of_the_frozen_text() -> None:
    candidacy = make_candidacy()
    application = candidacy.application
    assert candidacy.stage is Stage.NEW
    assert candidacy.visible_from == application.visible_from
    assert (candidacy.plan, candidacy.total_tenths, candidacy.fte_text) == ("aaaaaxbbbb", 11, "1.1")
    assert (candidacy.overlap, candidacy.gaps) == (1, 0)
    assert candidacy.pair_months > 70


def test_the_employer_sees_it_from_the_tenth_minute_on_and_not_a_second_sooner(
    browser: Browser,
) -> None:
    with time_machine.travel(START, tick=False):
        candidacy = make_candidacy(visible=False)
        role, owner = candidacy.role, owner_of(candidacy.role)
    for moment, seen in ((timedelta(minutes=9, seconds=59), False), (timedelta(minutes=10), True)):
        with time_machine.travel(START + moment, tick=False):
            client = browser(owner)
            assert (b"Nadia Okafor" in client.get(f"/hiring/roles/{role.id}").data) is seen
            page = client.get("/hiring").get_data(as_text=True)
            assert ("1 joint application" in page) is seen
            code = client.get(f"/hiring/candidacies/{candidacy.id}").status_code
            assert code == (200 if seen else 404)
            assert queries.counts(owner.id, [role.id], now())[role.id][Tab.OPEN] == int(seen)


def test_withdrawing_within_the_cool_off_leaves_no_row(browser: Browser) -> None:
    with time_machine.travel(START, tick=False):
        candidacy = make_candidacy(visible=False)
        role, owner = candidacy.role, owner_of(candidacy.role)
        application = candidacy.application
    with time_machine.travel(START + timedelta(minutes=9), tick=False):
        applications.withdraw(actor_of(application.partnership.second), application, now())
        assert _rows() == 0
    with time_machine.travel(START + timedelta(minutes=11), tick=False):
        client = browser(owner)
        assert "No joint application yet" in client.get(f"/hiring/roles/{role.id}").text
        assert queries.trail(candidacy) == []


def test_withdrawing_later_closes_it_where_the_employer_looks(browser: Browser) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    application = candidacy.application
    applications.withdraw(actor_of(application.partnership.first), application, now())
    assert candidacy.stage is Stage.WITHDRAWN
    page = browser(owner_of(candidacy.role)).get(f"/hiring/candidacies/{candidacy.id}").text
    assert "The pair withdrew" in page
    assert "Say no" not in page


def test_what_was_decided_cannot_be_withdrawn_any_more() -> None:
    candidacy = make_candidacy(stage=Stage.NOT_SELECTED)
    application = candidacy.application
    with pytest.raises(IllegalMoveError):
        applications.withdraw(actor_of(application.partnership.first), application, now())


def test_withdrawing_a_draft_touches_nobody() -> None:
    service.pair_withdrew(actor_of(make_user()), make_role().id, was_visible=False, at=now())
    assert _rows() == 0


def test_a_pair_of_the_house_is_not_read_by_its_own_half(browser: Browser) -> None:
    """decisions.md 14: an internal pair may apply; the partner among the staff sees no panel."""
    role = make_role()
    colleague = make_user("Mara Inside")
    add_member(role.organisation, colleague, MemberKind.RECRUITER)
    candidacy = make_candidacy(role, make_partnership(colleague, make_user("Jo Outside")))
    client = browser(colleague)
    assert client.get(f"/hiring/candidacies/{candidacy.id}").status_code == 404
    assert "No joint application yet" in client.get(f"/hiring/roles/{role.id}").text
    assert browser(owner_of(role)).get(f"/hiring/candidacies/{candidacy.id}").status_code == 200


def test_a_pair_knows_of_its_candidacy_only_what_it_was_told() -> None:
    candidacy = make_candidacy(stage=Stage.LONGLISTED)
    person = candidacy.application.partnership.second
    news = candidacies_of_person(person.id)[0]
    assert (news.words, news.is_told, news.stage) == ("With the employer", False, Stage.NEW)
    assert news.at == candidacy.visible_from
    service.move(recruiter_of(candidacy.role), candidacy, "not_select", now(),
                 reason=Reason.COVERAGE, words="Fridays matter to us.")  # fmt: skip
    news = candidacies_of_person(person.id)[0]
    assert (news.words, news.is_told) == ("Not selected", True)
    assert news.reason == "The split did not cover the week the role needs"
    assert news.employer_words == "Fridays matter to us."
    assert news.application_id == candidacy.application_id
    assert candidacies_of_person(make_user().id) == []


def test_the_rows_are_those_of_one_role() -> None:
    one, other = make_candidacy(), submitted_application()
    me = owner_of(one.role).id
    rows = queries.table(me, one.role_id, Tab.OPEN, Sort.NEWEST, now(), 0, 50)
    assert rows == [one]
    assert queries.counts(me, [other.role_id], now())[other.role_id][Tab.OPEN] == 0
