from __future__ import annotations

import html
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from jobboard.applications import queries, service
from jobboard.applications.domain import (
    SECTION_WORDS,
    NotFormedError,
    NotOpenHereError,
    SecondApplicationError,
    SectionKind,
    Status,
)
from jobboard.applications.events import ApplicationStarted
from jobboard.applications.models import Applicant, Application
from jobboard.core import activity
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships.domain import Acceptance
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import Origin, RoleClosedError, RoleStatus
from jobboard.roles.models import Role
from tests.conftest import Browser
from tests.factories.applications import actor_of, ready_application, start_application, write
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")


def test_it_begins_with_what_the_partnership_already_has(emitted: list[Any]) -> None:
    pair = make_partnership()
    pair.share_type, pair.acceptance = ShareType.ISLANDS, Acceptance.EITHER
    session().commit()
    application = start_application(partnership=pair)
    assert application.status is Status.DRAFT
    assert application.version == 1
    assert application.content(SectionKind.PROPOSITION)["text"] == pair.proposition.strip()
    assert application.content(SectionKind.TRACK_RECORD)["entry_ids"] == [
        str(pair.track_record[0].id)
    ]
    assert application.share_type is ShareType.ISLANDS
    assert application.acceptance is Acceptance.EITHER
    assert emitted == [ApplicationStarted(application_id=application.id, by_id=pair.first_id)]


def test_starting_leaves_a_row_in_the_trail(draft: Desk) -> None:
    acts = activity.trail_of([draft.application.id])
    assert [act.action for act in acts] == ["application.started"]


def test_a_stranger_cannot_start_for_a_pair() -> None:
    with pytest.raises(NotAllowedError):
        service.start(actor_of(make_user("Eve")), make_role(), make_partnership(), now())
    with pytest.raises(NotAllowedError):
        service.start(Actor(), make_role(), make_partnership(), now())


def test_an_unformed_pair_cannot_start() -> None:
    pair = make_partnership(formed=False)
    with pytest.raises(NotFormedError):
        service.start(actor_of(pair.first), make_role(), pair, now())


@pytest.mark.parametrize(
    "fields",
    [
        {"closed": True},
        {"status": RoleStatus.PAUSED},
        {"status": RoleStatus.CLOSED_EARLY},
        {"status": RoleStatus.FILLED},
        {"published": False},
    ],
)
def test_a_role_that_is_not_open_takes_no_application(fields: dict[str, Any]) -> None:
    role, pair = make_role(**fields), make_partnership()
    with pytest.raises(RoleClosedError):
        service.start(actor_of(pair.first), role, pair, now())


def test_an_imported_advert_takes_no_application() -> None:
    role, pair = make_role(origin=Origin.IMPORTED), make_partnership()
    with pytest.raises(NotOpenHereError):
        service.start(actor_of(pair.first), role, pair, now())


def test_nobody_stands_in_two_live_applications_for_one_role() -> None:
    nadia, role = make_user("Nadia Okafor"), make_role()
    first, second = make_partnership(first=nadia), make_partnership(second=nadia)
    start_application(role, first)
    for person in second.people:
        with pytest.raises(SecondApplicationError):
            service.start(actor_of(person), role, second, now())
    start_application(make_role(), second)


def test_after_withdrawing_both_may_start_anew() -> None:
    pair, role = make_partnership(), make_role()
    first = start_application(role, pair)
    service.withdraw(actor_of(pair.second), first, now())
    assert start_application(role, pair).id != first.id


def _race(app: Flask, role_id: Any, pairs: list[tuple[Any, Any]]) -> list[str]:
    """Two people start at once, each in a request of their own, as a POST does."""
    barrier, outcomes = threading.Barrier(len(pairs)), []

    def run(person_id: Any, partnership_id: Any) -> None:
        with app.app_context():
            barrier.wait(timeout=10)
            expect_writes()
            role = session().get_one(Role, role_id)
            found = queries.live_partnerships_of(person_id)
            pair = next(one for one in found if one.id == partnership_id)
            try:
                service.start(Actor(user_id=person_id), role, pair, now())
                outcomes.append("started")
            except SecondApplicationError:
                outcomes.append("refused")
            finally:
                database.session.remove()

    threads = [threading.Thread(target=run, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return outcomes


def test_of_two_who_start_at_the_same_moment_one_is_refused(app: Flask) -> None:
    nadia, role = make_user("Nadia Okafor"), make_role()
    first, second = make_partnership(first=nadia), make_partnership(second=nadia)
    pairs = [(nadia.id, first.id), (second.first_id, second.id)]
    role_id = role.id
    database.session.remove()
    assert sorted(_race(app, role_id, pairs)) == ["refused", "started"]
    count = sa.select(sa.func.count()).select_from(Application)
    assert session().scalar(count) == 1


def test_the_index_alone_refuses_a_second_live_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a race meets on PostgreSQL: the first look saw nothing, the index does."""
    pair, role = make_partnership(), make_role()
    start_application(role, pair)
    monkeypatch.setattr(queries, "live_for_role", lambda *_: [])
    with pytest.raises(SecondApplicationError):
        service.start(actor_of(pair.second), role, pair, now())
    assert session().scalar(sa.select(sa.func.count()).select_from(Applicant)) == 2


# The page


def test_the_start_page_explains_and_starts(draft: Desk, browser: Callable[..., Any]) -> None:
    role, client = make_role(title="Head of Estates"), browser(draft.nadia)
    page = client.get(f"/roles/{role.id}/application").get_data(as_text=True)
    assert "What you two will write" in page
    answer = client.post(
        f"/roles/{role.id}/application",
        data={"partnership": str(draft.application.partnership_id)},
    )
    assert answer.status_code == 302
    assert "/applications/" in answer.location
    assert len(queries.applications_of_person(draft.helen.id)) == 2


def test_a_double_click_starts_one(draft: Desk, browser: Callable[..., Any]) -> None:
    role, client = make_role(), browser(draft.nadia)
    data = {"partnership": str(draft.application.partnership_id), "once": "a" * 32}
    first = client.post(f"/roles/{role.id}/application", data=data)
    second = client.post(f"/roles/{role.id}/application", data=data)
    assert first.location == second.location
    assert len(queries.live_for_role(role.id, [draft.nadia.id])) == 1


def test_the_start_page_points_to_the_one_that_exists(
    draft: Desk, browser: Callable[..., Any]
) -> None:
    url = f"/roles/{draft.application.role_id}/application"
    page = browser(draft.nadia).get(url).get_data(as_text=True)
    assert "You already have one for this role" in page
    assert draft.at() in page


def test_the_start_page_refuses_a_closed_role_kindly(
    draft: Desk, browser: Callable[..., Any]
) -> None:
    role = make_role(closed=True)
    client, url = browser(draft.nadia), f"/roles/{role.id}/application"
    assert "no longer takes applications" in client.get(url).get_data(as_text=True)
    data = {"partnership": str(draft.application.partnership_id)}
    answer = client.post(url, data=data)
    assert answer.status_code == 422
    assert "This role has closed" in answer.get_data(as_text=True)


def test_the_start_page_sends_the_lonely_to_invite_somebody(browser: Callable[..., Any]) -> None:
    page = browser(make_user("Solo")).get(f"/roles/{make_role().id}/application")
    assert "First you need a partner" in page.get_data(as_text=True)


def test_the_start_page_asks_the_unformed_to_confirm(browser: Callable[..., Any]) -> None:
    pair = make_partnership(formed=False)
    page = browser(pair.first).get(f"/roles/{make_role().id}/application")
    assert "First you both confirm your partnership" in page.get_data(as_text=True)


def test_the_start_page_says_no_for_an_imported_advert(
    draft: Desk, browser: Callable[..., Any]
) -> None:
    role = make_role(origin=Origin.IMPORTED, coverage=None, min_overlap=None, funded_tenths=None)
    client, url = browser(draft.nadia), f"/roles/{role.id}/application"
    assert "takes applications elsewhere" in client.get(url).get_data(as_text=True)
    data = {"partnership": str(draft.application.partnership_id)}
    assert client.post(url, data=data).status_code == 422


@pytest.mark.parametrize("chosen", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_only_one_of_ones_own_pairs_can_be_chosen(
    draft: Desk, browser: Callable[..., Any], chosen: str
) -> None:
    foreign = make_partnership()
    role, client = make_role(), browser(draft.nadia)
    for value in (chosen, str(foreign.id)):
        answer = client.post(f"/roles/{role.id}/application", data={"partnership": value})
        assert answer.status_code == 422
    assert queries.live_for_role(role.id, [draft.nadia.id, foreign.first_id]) == []


def test_a_draft_role_has_no_start_page(draft: Desk, browser: Callable[..., Any]) -> None:
    client = browser(draft.nadia)
    hidden, gone = make_role(published=False), make_role(status=RoleStatus.CANCELLED)
    assert client.get(f"/roles/{hidden.id}/application").status_code == 404
    assert client.get(f"/roles/{gone.id}/application").status_code == 410


def test_a_role_that_closes_while_they_look_starts_nothing(
    draft: Desk, browser: Callable[..., Any]
) -> None:
    role = make_role(closes_at=now() - timedelta(seconds=1))
    data = {"partnership": str(draft.application.partnership_id)}
    answer = browser(draft.nadia).post(f"/roles/{role.id}/application", data=data)
    assert answer.status_code == 422


def test_a_person_in_several_pairs_chooses_and_is_told_which_one_is_in(
    browser: Callable[..., Any],
) -> None:
    nadia, role = make_user("Nadia Okafor"), make_role()
    helen, priya = make_user("Helen Marsh"), make_user("Priya Raman")
    first, second = make_partnership(nadia, helen), make_partnership(nadia, priya)
    page, url = browser(nadia), f"/roles/{role.id}/application"
    text = page.get(url).get_data(as_text=True)
    assert "Helen Marsh" in text
    assert "Priya Raman" in text
    listed = page.get("/partnerships").get_data(as_text=True)
    assert "With Helen Marsh" in listed
    assert "With Priya Raman" in listed
    assert page.post(url, data={"partnership": str(second.id)}).status_code == 302
    text = page.get(url).get_data(as_text=True)
    assert "Yours is with Priya Raman" in text
    refused = page.post(url, data={"partnership": str(first.id)})
    assert refused.status_code == 422
    assert len(queries.live_for_role(role.id, [nadia.id])) == 1


def test_nobody_learns_from_a_refusal_that_their_partner_applies_with_somebody_else(
    browser: Callable[..., Any],
) -> None:
    """Priya stands in an application with Helen. Nadia, who would start one, reads no word of it;
    Priya herself is told in full."""
    nadia, helen, priya = (
        make_user(name) for name in ("Nadia Okafor", "Helen Marsh", "Priya Raman")
    )
    role, pair = make_role(), make_partnership(nadia, priya)
    start_application(role, make_partnership(helen, priya))
    url, data = f"/roles/{role.id}/application", {"partnership": str(pair.id)}
    told = {}
    for person in (nadia, priya):
        answer = browser(person).post(url, data=data)
        assert answer.status_code == 422
        told[person.id] = html.unescape(answer.get_data(as_text=True))
    for word in ("already", "live application", "Helen", "in one only"):
        assert word.casefold() not in told[nadia.id].casefold(), word
    assert "Speak with your partner" in told[nadia.id]
    assert "You already have a live application for this role" in told[priya.id]
    assert len(queries.live_for_role(role.id, [nadia.id, priya.id])) == 1


def test_the_same_pair_is_led_to_the_application_it_has(draft: Desk, browser: Browser) -> None:
    pair, role = draft.application.partnership, draft.application.role
    for person in pair.people:
        page = browser(person).post(
            f"/roles/{role.id}/application", data={"partnership": str(pair.id)}
        )
        assert page.status_code == 422
        assert "The two of you have an application for this role already" in html.unescape(
            page.text
        )
        assert "Withdraw" not in page.text
        assert f'href="{draft.at()}"' in page.text


def test_the_first_page_names_every_part(browser: Browser) -> None:
    pair = make_partnership()
    page = html.unescape(browser(pair.first).get(f"/roles/{make_role().id}/application").text)
    for kind in SectionKind:
        assert f"<span>{_shown(kind)}" in page, kind


def _shown(kind: SectionKind) -> str:
    other = {
        SectionKind.RESPONSIBILITIES: "Who leads",
        SectionKind.OWN_A: "Your own words",
        SectionKind.OWN_B: "Helen’s own words",
    }
    return other.get(kind, SECTION_WORDS[kind])


def test_a_new_one_for_the_same_role_begins_from_the_one_that_was_withdrawn() -> None:
    first = ready_application()
    pair, role = first.partnership, first.role
    nadia = actor_of(pair.first)
    share = ShareType.TWIN
    service.set_share_type(nadia, first, share, first.share_type, now())
    service.withdraw(nadia, first, now())
    elsewhere = start_application(make_role(), pair)
    write(elsewhere, pair.first, SectionKind.RISKS, {"answers": {"cost": "Another answer."}})
    again = start_application(role, pair)
    assert again.share_type is share
    assert again.settled_acceptance is None
    for kind in SectionKind:
        assert again.content(kind) == first.content(kind), kind
        assert again.section(kind).began_from.endswith("for this role")
