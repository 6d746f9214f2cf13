"""One of a pair leaves: before it was sent, within the cool-off, with the employer (N24)."""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine

from jobboard.accounts.models import User
from jobboard.applications import queries as applications
from jobboard.applications import service
from jobboard.applications.domain import SectionKind, Status
from jobboard.applications.leaving import (
    REMIND_AFTER,
    Answer,
    NotAChoiceError,
)
from jobboard.applications.models import Application
from jobboard.applications.queries import leaving
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.hiring import queries
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.partnerships.models import Partnership
from jobboard.roles.domain import SingleApplicants
from tests.factories.applications import (
    actor_of,
    ready_application,
    start_application,
    submitted_application,
    write,
)
from tests.factories.hiring import make_candidacy, owner_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
S = Stage


def text(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def again(application: Application) -> Application:
    database.session.expire_all()
    return applications.application(application.id)


def candidacy_of(application: Application) -> Candidacy | None:
    database.session.expire_all()
    return queries.of_application(application.id)


def the_candidacy(application: Application) -> Candidacy:
    found = candidacy_of(application)
    assert found is not None
    return found


def interviewing(single: SingleApplicants = SingleApplicants.NO) -> Candidacy:
    return make_candidacy(make_role(single_applicants=single), stage=S.INTERVIEWING)


def new_pair(stays: User) -> Partnership:
    return make_partnership(stays, make_user("Priya Raman"))


def leave(application: Application, who: User, words: str = "") -> None:
    service.leave(actor_of(who), application, words, now())


def told(sink: list[EmailMessage], address: str | None) -> list[str]:
    return [str(one["Subject"]) for one in sink if one["To"] == address]


# Before it is sent


def test_leaving_a_draft_closes_it_and_asks_the_other() -> None:
    application = ready_application()
    nadia, helen = application.partnership.people
    leave(application, nadia)
    found = again(application)
    row = leaving.departures([application.id])[application.id]
    assert (found.status, found.left_by_id) == (Status.WITHDRAWN, nadia.id)
    assert (row.was_visible, row.answer) == (False, None)
    assert found.partnership.is_formed
    assert candidacy_of(application) is None
    assert start_application(application.role, new_pair(helen)).is_editable


def test_the_other_closes_it_or_keeps_a_copy_without_the_leavers_words() -> None:
    application = ready_application()
    nadia, helen = application.partnership.people
    write(application, helen, SectionKind.OWN_B, {"wish_note": "Mine.", "wish": ""})
    write(application, nadia, SectionKind.OWN_A, {"wish_note": "Nadia only.", "wish": ""})
    leave(application, nadia)
    service.decide(actor_of(helen), application, Answer.KEPT, now())
    [kept] = leaving.kept_of(helen.id)
    assert leaving.kept_of(nadia.id) == []
    assert "Nadia only." not in str(kept.contents)
    assert "We have rebuilt two people functions" in str(kept.contents)
    assert kept.contents["split_plan"]["plan"] == "bbbbbxaaaa", "the owner counts as A"
    assert kept.contents["own_a"]["wish_note"] == "Mine."


@pytest.mark.parametrize("answer", [Answer.ALONE, Answer.NEW_PARTNER, Answer.WITHDRAWN])
def test_what_was_never_sent_offers_only_closing_and_keeping(answer: Answer) -> None:
    application = ready_application()
    leave(application, application.partnership.first)
    with pytest.raises(NotAChoiceError):
        service.decide(actor_of(application.partnership.second), application, answer, now())


def test_within_the_cool_off_leaving_leaves_nothing_at_the_employer(
    sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    application = submitted_application()
    owner = owner_of(application.role)
    leave(application, application.partnership.second)
    assert candidacy_of(application) is None
    with time_machine.travel(now() + timedelta(hours=1), tick=False):
        work()
    title = row.role.title
    assert told(sink, owner.address) == [f"One partner has left an application for {title}"]
    for one in sink:
        bodies = "".join(str(part.get_content()) for part in one.iter_parts())
        assert ("My mother needs me." in bodies) is (one["To"] == helen.address)
    sink.clear()
    service.decide(actor_of(helen), row.application, Answer.ALONE, now())
    work()
    assert told(sink, owner.address) == [f"Helen Marsh goes on alone for {row.role.title}"]
    assert len(told(sink, nadia.address)) == len(told(sink, helen.address)) == 1


@pytest.mark.parametrize("is_decided", [False, True])
def test_a_week_later_only_the_undecided_are_reminded(
    sink: list[EmailMessage], work: Callable[[], int], is_decided: bool
) -> None:
    row, at = interviewing(SingleApplicants.YES), now()
    nadia, helen = row.application.partnership.people
    service.leave(actor_of(nadia), row.application, "", at)
    if is_decided:
        service.decide(actor_of(helen), row.application, Answer.ALONE, at)
    work()
    sink.clear()
    with time_machine.travel(at + REMIND_AFTER, tick=False):
        work()
        work()
    assert len([one for one in told(sink, helen.address) if one.startswith("Until ")]) == (
        not is_decided
    )


# Pages


def test_the_pages_tell_leaving_from_withdrawing_and_lead_through(browser: Browser) -> None:
    row = interviewing(SingleApplicants.YES)
    nadia, helen = row.application.partnership.people
    url = f"/applications/{row.application_id}"
    client = browser(nadia)
    assert "Is it only you who would rather stop?" in text(client.get(f"{url}/withdrawal"))
    page = text(client.get(f"{url}/leaving"))
    assert "You leave this one application." in page
    assert "is told that one of you has left" in page
    assert client.post(f"{url}/leaving", data={"words": ""}).status_code == 302
    assert "You left this application" in text(client.get(f"{url}/submission"))
    assert client.get(f"{url}/decision").status_code == 302
    theirs = browser(helen)
    assert "Nadia has left. You decide until" in text(theirs.get("/"))
    assert "Nadia has left. You decide until" in text(theirs.get("/applications"))
    page = text(theirs.get(f"{url}/decision"))
    assert "Go on alone." in page
    assert theirs.post(f"{url}/decision", data={}).status_code == 422
    assert theirs.post(f"{url}/decision", data={"answer": "closed"}).status_code == 422
    assert theirs.post(f"{url}/decision", data={"answer": "new_partner"}).status_code == 422
    assert theirs.post(f"{url}/decision", data={"answer": "alone"}).status_code == 302
    assert theirs.post(f"{url}/decision", data={"answer": "alone"}).status_code == 409
    assert "You go on alone" in text(theirs.get(f"{url}/submission"))
    assert "with a new partner" not in text(client.get("/applications"))


def test_a_double_click_decides_once(browser: Browser) -> None:
    row = interviewing(SingleApplicants.YES)
    nadia, helen = row.application.partnership.people
    leave(row.application, nadia)
    client, url = browser(helen), f"/applications/{row.application_id}/decision"
    data = {"answer": "alone", "once": "d" * 32}
    assert [client.post(url, data=data).status_code for _ in range(2)] == [302, 302]
    assert the_candidacy(row.application).stage is S.INTERVIEWING
