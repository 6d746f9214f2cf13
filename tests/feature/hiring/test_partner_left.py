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
from jobboard.applications.domain import COOL_OFF, SecondApplicationError, SectionKind, Status
from jobboard.applications.leaving import (
    CHOOSE_WITHIN,
    REMIND_AFTER,
    SIGN_WITHIN,
    Answer,
    DecidedMeanwhileError,
    NoSuchPartnerError,
    NotAChoiceError,
    TooLateError,
)
from jobboard.applications.models import Application
from jobboard.applications.queries import leaving
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import NotAllowedError
from jobboard.hiring import queries
from jobboard.hiring.domain import Stage, Tab
from jobboard.hiring.models import Candidacy
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.ending import NOTICE, Wish
from jobboard.partnerships.models import Partnership
from jobboard.roles.domain import RoleClosedError, SingleApplicants
from tests.factories.applications import (
    actor_of,
    fill_in,
    ready_application,
    sign,
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
    return make_candidacy(make_role(if_one_leaves=single), stage=S.INTERVIEWING)


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


def test_the_copy_begins_an_application_with_somebody_else(browser: Browser) -> None:
    application = ready_application()
    nadia, helen = application.partnership.people
    leave(application, nadia)
    service.decide(actor_of(helen), application, Answer.KEPT, now())
    [kept] = leaving.kept_of(helen.id)
    pair = make_partnership(make_user("Priya Raman"), helen)
    client, url = browser(helen), f"/roles/{make_role().id}/application"
    assert "Your copy of the text for" in text(client.get(url))
    data = {"partnership": str(pair.id), "kept": str(kept.id)}
    answer = client.post(url, data=data)
    made = applications.applications_of_person(helen.id)[0]
    assert str(made.id) in answer.location
    assert "We have rebuilt two" in made.content(SectionKind.PROPOSITION)["text"]
    assert made.content(SectionKind.SPLIT_PLAN)["plan"] == "aaaaaxbbbb", "Helen is B again"
    other = browser(pair.first)
    assert "Your copy of the text" not in text(other.get(f"/roles/{make_role().id}/application"))


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
    assert told(sink, owner.address) == []


# With the employer


def test_leaving_keeps_the_stage_and_the_employer_reads_until_when(browser: Browser) -> None:
    row = interviewing()
    nadia, _ = row.application.partnership.people
    leave(row.application, nadia, "My mother needs me.")
    found = the_candidacy(row.application)
    assert (found.stage, found.standing) == (S.PARTNER_LEFT, S.INTERVIEWING)
    client = browser(owner_of(row.role))
    pages = [
        text(client.get(f"/hiring/roles/{row.role_id}?stage=interview")),
        text(client.get(f"/hiring/candidacies/{row.id}")),
    ]
    for page in pages:
        assert "One partner left" in page
        assert "Interview" in page
        assert "mother" not in page
    assert "the other decides by" in pages[0]
    counts = queries.counts(owner_of(row.role).id, [row.role_id], now())[row.role_id]
    assert (counts[Tab.INTERVIEW], counts[Tab.OPEN], counts[Tab.CLOSED]) == (1, 1, 0)
    assert client.get(f"/hiring/candidacies/{row.id}/stage?move=reserve").status_code == 409


def test_compare_copes_with_a_pair_of_which_one_left(browser: Browser) -> None:
    row = interviewing()
    other = make_candidacy(row.role, make_partnership())
    leave(row.application, row.application.partnership.first)
    url = f"/hiring/roles/{row.role_id}/comparison?c={row.id}&c={other.id}"
    page = text(browser(owner_of(row.role)).get(url))
    assert "One partner left; the other decides by" in page


def test_nobody_goes_on_alone_where_the_role_is_for_two() -> None:
    row = interviewing()
    leave(row.application, row.application.partnership.first)
    with pytest.raises(NotAChoiceError):
        service.decide(
            actor_of(row.application.partnership.second), row.application, Answer.ALONE, now()
        )


@pytest.mark.parametrize("single", [SingleApplicants.YES, SingleApplicants.WILL_MATCH])
def test_where_the_role_allows_it_the_other_goes_on_alone(
    single: SingleApplicants, browser: Browser
) -> None:
    row = interviewing(single)
    nadia, helen = row.application.partnership.people
    leave(row.application, nadia)
    service.decide(actor_of(helen), row.application, Answer.ALONE, now())
    found = the_candidacy(row.application)
    assert (found.stage, found.stage_kept, found.alone_id) == (S.INTERVIEWING, None, helen.id)
    page = text(browser(owner_of(row.role)).get(f"/hiring/candidacies/{row.id}"))
    assert "Helen Marsh goes on alone" in page
    with pytest.raises(NotAllowedError):
        service.withdraw(actor_of(nadia), row.application, now())
    service.withdraw(actor_of(helen), row.application, now())
    assert the_candidacy(row.application).stage is S.WITHDRAWN


def test_a_new_partner_signs_too_and_the_candidacy_goes_on_where_it_stood(
    work: Callable[[], int],
) -> None:
    row = interviewing()
    before = row.application
    nadia, helen = row.application.partnership.people
    row.role.closes_at = now() - timedelta(hours=1)
    database.session.commit()
    leave(row.application, nadia)
    pair = new_pair(helen)
    at = now()
    made = service.decide(actor_of(helen), row.application, Answer.NEW_PARTNER, at, pair)
    assert made is not None
    assert made.continues_id == row.application_id
    assert made.content(SectionKind.SPLIT_PLAN)["plan"] == "bbbbbxaaaa", "Helen is now A"
    fill_in(made)
    for person in pair.people:
        sign(made, person, at)
    assert the_candidacy(row.application).stage is S.PARTNER_LEFT, "the cool-off holds"
    work()
    assert the_candidacy(row.application).stage is S.PARTNER_LEFT
    with time_machine.travel(at + COOL_OFF, tick=False):
        work()
    found = the_candidacy(made)
    assert (found.id, found.stage) == (row.id, S.INTERVIEWING)
    assert candidacy_of(before) is None
    frozen = applications.submission_of(made.id)
    assert frozen is not None
    assert {one.user_id for one in applications.signatures_of(made.id)} == {
        person.id for person in pair.people
    }


def test_taking_it_back_within_the_cool_off_asks_again_within_the_same_clock(
    work: Callable[[], int],
) -> None:
    row = interviewing()
    nadia, helen = row.application.partnership.people
    leave(row.application, nadia)
    pair = new_pair(helen)
    made = service.decide(actor_of(helen), row.application, Answer.NEW_PARTNER, now(), pair)
    assert made is not None
    fill_in(made)
    for person in pair.people:
        sign(made, person)
    service.withdraw(actor_of(pair.second), made, now())
    with time_machine.travel(now() + COOL_OFF, tick=False):
        work()
    assert the_candidacy(row.application).stage is S.PARTNER_LEFT
    asked = leaving.departures([row.application_id])[row.application_id]
    assert (asked.answer, asked.answer_by) == (None, asked.left_at + SIGN_WITHIN)
    service.decide(actor_of(helen), row.application, Answer.WITHDRAWN, now())
    assert the_candidacy(row.application).stage is S.WITHDRAWN


def test_a_new_partner_must_be_a_pair_with_them_and_free_for_this_role() -> None:
    row = interviewing()
    nadia, helen = row.application.partnership.people
    leave(row.application, nadia)
    choose = Answer.NEW_PARTNER
    for wrong in (None, row.application.partnership, make_partnership(), new_pair(nadia)):
        with pytest.raises(NoSuchPartnerError):
            service.decide(actor_of(helen), row.application, choose, now(), wrong)
    pair = new_pair(helen)
    start_application(row.role, make_partnership(pair.second, make_user("Tom Adeyemi")))
    with pytest.raises(SecondApplicationError):
        service.decide(actor_of(helen), row.application, choose, now(), pair)
    assert leaving.departures([row.application_id])[row.application_id].answer is None


def test_a_new_pair_that_signs_too_late_signs_nothing(work: Callable[[], int]) -> None:
    row = interviewing()
    nadia, helen = row.application.partnership.people
    at = now()
    service.leave(actor_of(nadia), row.application, "", at)
    pair = new_pair(helen)
    made = service.decide(actor_of(helen), row.application, Answer.NEW_PARTNER, at, pair)
    assert made is not None
    fill_in(made)
    sign(made, helen, at)
    with pytest.raises(RoleClosedError):
        sign(made, pair.second, at + SIGN_WITHIN)
    with time_machine.travel(at + SIGN_WITHIN, tick=False):
        work()
    assert the_candidacy(row.application).stage is S.WITHDRAWN
    assert again(made).status is Status.WITHDRAWN


# The clock


@pytest.mark.parametrize(
    ("after", "stage"),
    [
        (CHOOSE_WITHIN - timedelta(microseconds=1), S.PARTNER_LEFT),
        (CHOOSE_WITHIN, S.WITHDRAWN),
        (CHOOSE_WITHIN + timedelta(days=9), S.WITHDRAWN),
    ],
)
def test_without_an_answer_it_is_withdrawn_after_fourteen_days(
    work: Callable[[], int], after: timedelta, stage: Stage
) -> None:
    row, at = interviewing(), now()
    service.leave(actor_of(row.application.partnership.first), row.application, "", at)
    with time_machine.travel(at + after, tick=False):
        work()
        work()
    assert the_candidacy(row.application).stage is stage
    acts = [act.codes.get("answer") for act in trail_of([row.application_id])]
    assert acts.count("lapsed") == (stage is S.WITHDRAWN)


def test_an_answer_after_the_last_instant_is_refused_even_before_the_worker_came() -> None:
    row, at = interviewing(SingleApplicants.YES), now()
    nadia, helen = row.application.partnership.people
    service.leave(actor_of(nadia), row.application, "", at)
    late = at + CHOOSE_WITHIN
    with pytest.raises(TooLateError):
        service.decide(actor_of(helen), row.application, Answer.ALONE, late)
    before = late - timedelta(microseconds=1)
    service.decide(actor_of(helen), row.application, Answer.ALONE, before)


def test_the_worker_leaves_alone_what_was_decided(work: Callable[[], int]) -> None:
    row, at = interviewing(SingleApplicants.YES), now()
    nadia, helen = row.application.partnership.people
    service.leave(actor_of(nadia), row.application, "", at)
    service.decide(actor_of(helen), row.application, Answer.ALONE, at)
    with time_machine.travel(at + timedelta(days=40), tick=False):
        work()
    assert the_candidacy(row.application).stage is S.INTERVIEWING


# Who may


def test_only_the_one_who_remains_decides_and_only_once() -> None:
    row = interviewing(SingleApplicants.YES)
    nadia, helen = row.application.partnership.people
    with pytest.raises(NotAllowedError):
        service.decide(actor_of(helen), row.application, Answer.ALONE, now())
    leave(row.application, nadia)
    for other in (nadia, make_user("Eve"), owner_of(row.role)):
        with pytest.raises(NotAllowedError):
            service.decide(actor_of(other), row.application, Answer.ALONE, now())
    with pytest.raises(IllegalMoveError):
        leave(row.application, helen)
    service.decide(actor_of(helen), row.application, Answer.ALONE, now())
    with pytest.raises(DecidedMeanwhileError):
        service.decide(actor_of(helen), row.application, Answer.WITHDRAWN, now())


def test_nobody_leaves_what_is_decided() -> None:
    row = make_candidacy(stage=S.NOT_SELECTED)
    with pytest.raises(IllegalMoveError):
        leave(row.application, row.application.partnership.first)
    database.session.rollback()
    assert the_candidacy(row.application).stage is S.NOT_SELECTED
    assert again(row.application).left_by_id is None


# The pair ends


def end_the_pair(pair: Partnership, asks: User, at: Any = None) -> None:
    partnerships.start_dissolving(actor_of(asks), pair, "", at or now())
    partnerships.wish(actor_of(pair.partner_of(asks.id)), pair, Wish.END, at or now())


def test_when_the_pair_ends_each_live_application_gets_its_question() -> None:
    row = interviewing()
    pair = row.application.partnership
    nadia, helen = pair.people
    draft = start_application(make_role(), pair)
    fresh = submitted_application(make_role(), pair)
    decided = make_candidacy(make_role(), pair, stage=S.NOT_SELECTED)
    end_the_pair(pair, nadia)
    assert the_candidacy(row.application).stage is S.PARTNER_LEFT
    assert again(draft).status is Status.WITHDRAWN
    assert candidacy_of(fresh) is None
    assert the_candidacy(decided.application).stage is S.NOT_SELECTED
    asked = {one.application_id for one in leaving.waiting_for(helen.id)}
    assert asked == {row.application_id, draft.id, fresh.id}
    assert leaving.waiting_for(nadia.id) == []


def test_the_worker_ends_pair_and_questions_alike(work: Callable[[], int]) -> None:
    row, at = interviewing(), now()
    pair = row.application.partnership
    partnerships.start_dissolving(actor_of(pair.second), pair, "", at)
    assert the_candidacy(row.application).stage is S.INTERVIEWING, "nothing before the day"
    with time_machine.travel(at + NOTICE, tick=False):
        work()
    assert the_candidacy(row.application).stage is S.PARTNER_LEFT
    with time_machine.travel(at + NOTICE + CHOOSE_WITHIN, tick=False):
        work()
    assert the_candidacy(row.application).stage is S.WITHDRAWN


# Told


def test_both_partners_and_the_employer_hear_once_each(
    sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    row = interviewing(SingleApplicants.YES)
    nadia, helen = row.application.partnership.people
    work()
    sink.clear()
    leave(row.application, nadia, "My mother needs me.")
    work()
    assert len(told(sink, nadia.address)) == len(told(sink, helen.address)) == 1
    owner = owner_of(row.role)
    assert told(sink, owner.address) == [
        f"One partner has left an application for {row.role.title}"
    ]
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


@pytest.mark.parametrize("single", list(SingleApplicants))
def test_the_page_promises_going_alone_only_where_the_role_allows_it(
    single: SingleApplicants, browser: Browser
) -> None:
    row = interviewing(single)
    client = browser(row.application.partnership.first)
    page = text(client.get(f"/applications/{row.application_id}/leaving"))
    assert ("to go on alone, with a new partner" in page) == (single is not SingleApplicants.NO)
    assert ("This role is for two" in page) == (single is SingleApplicants.NO)


def test_an_answer_that_is_missing_is_one_error(browser: Browser) -> None:
    row = interviewing(SingleApplicants.YES)
    nadia, helen = row.application.partnership.people
    leave(row.application, nadia)
    page = text(browser(helen).post(f"/applications/{row.application_id}/decision", data={}))
    summary = page.split('class="error-summary')[1].split("</ul>")[0]
    assert summary.count("<li>") == 1
    assert "Choose what becomes of it." in summary


def test_a_double_click_decides_once(browser: Browser) -> None:
    row = interviewing(SingleApplicants.YES)
    nadia, helen = row.application.partnership.people
    leave(row.application, nadia)
    client, url = browser(helen), f"/applications/{row.application_id}/decision"
    data = {"answer": "alone", "once": "d" * 32}
    assert [client.post(url, data=data).status_code for _ in range(2)] == [302, 302]
    assert the_candidacy(row.application).stage is S.INTERVIEWING
