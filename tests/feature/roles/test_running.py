"""A public role rests, stays open, closes, opens again, ends: and whoever applies is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from jobboard.applications import service as applications
from jobboard.applications.domain import COOL_OFF, Status
from jobboard.applications.leaving import Answer
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.hiring.domain import Reason, Stage
from jobboard.hiring.queries import of_application
from jobboard.roles import queries, service
from jobboard.roles.content import Content
from jobboard.roles.dates import ClosingPassedError, HasClosedError, NotLaterError
from jobboard.roles.domain import (
    CancelReason,
    CancelReasonError,
    NotReadyError,
    OwnWordsError,
    ReviewWordsError,
    RoleStatus,
)
from jobboard.roles.models import Role
from tests.factories.applications import (
    actor_of,
    fill_in,
    sign,
    start_application,
    visible_application,
)
from tests.factories.hiring import make_candidacy
from tests.factories.people import make_user
from tests.factories.roles import CLOSES, make_content
from tests.factories.world import make_organisation, make_partnership, make_role

DAY = timedelta(days=1)


@pytest.fixture
def role(northmoor):
    """Open until 25 January, nine o'clock."""
    return make_role(northmoor)


def fresh(role: Role) -> Role:
    session().expire_all()
    return session().get_one(Role, role.id)


def subjects(sink) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for letter in sink:
        found.setdefault(str(letter["To"]), []).append(str(letter["Subject"]))
    return found


def addresses(pair) -> set[str]:
    return {str(person.address) for person in pair.people}


def told_of(sink, words: str) -> set[str]:
    hits = [str(one["To"]) for one in sink if words in str(one["Subject"])]
    assert len(hits) == len(set(hits)), "somebody got it twice"
    return set(hits)


@pytest.fixture
def applied(role, work, sink):
    """One pair that writes, one that sent it, one that was not selected."""
    writing = start_application(role, make_partnership(make_user("Tom Adeyemi"), make_user("Bo")))
    sent = visible_application(role, make_partnership())
    refused = make_candidacy(
        role, make_partnership(make_user("Ana Bell"), make_user("Al")), stage=Stage.NOT_SELECTED
    )
    work()
    sink.clear()
    return writing, sent, refused.application


def test_it_opens_by_itself_when_the_worker_comes(actor, northmoor, work, winter, browser):
    role = service.create(actor, northmoor, make_content(), now())
    opens = now() + 3 * DAY
    service.publish(actor, role, now(), publish_at=opens)
    assert role.state_at(now()) == "scheduled"
    assert browser().get(f"/roles/{role.id}").status_code == 404
    work()
    assert fresh(role).status is RoleStatus.APPROVED
    winter.move_to(opens)
    work()
    role = fresh(role)
    assert role.state_at(now()) == "open"
    assert (role.published_at, role.publish_at) == (opens, None)
    assert browser().get(f"/roles/{role.id}").status_code == 200
    service.open_due(role.id, now())
    acts = [row.action for row in trail_of([role.id])]
    assert acts.count("role.published") == 1
    assert acts.count("role.scheduled") == 1


def test_what_was_taken_back_or_moved_does_not_open(actor, northmoor, work, winter):
    role = service.create(actor, northmoor, make_content(), now())
    service.publish(actor, role, now(), publish_at=now() + DAY)
    service.take_back(actor, role, now())
    assert (role.status, role.publish_at) == (RoleStatus.DRAFT, None)
    moved = service.create(actor, northmoor, make_content(), now())
    service.publish(actor, moved, now(), publish_at=now() + DAY)
    service.publish(actor, moved, now(), publish_at=now() + 5 * DAY)
    winter.move_to(now() + 2 * DAY)
    work()
    assert fresh(role).status is RoleStatus.DRAFT
    assert fresh(moved).state_at(now()) == "scheduled"


def test_what_waited_too_long_for_a_worker_is_a_draft_again(actor, northmoor, work, winter):
    role = service.create(actor, northmoor, make_content(interview_dates=()), now())
    service.publish(actor, role, now(), publish_at=now() + DAY)
    winter.move_to(CLOSES + DAY)
    work()
    assert fresh(role).status is RoleStatus.DRAFT


@pytest.mark.parametrize("opens", [timedelta(0), -DAY, timedelta(days=300)])
def test_closing_before_opening_is_refused(actor, northmoor, opens):
    role = service.create(actor, northmoor, make_content(), now())
    with pytest.raises(NotReadyError) as refused:
        service.publish(actor, role, now(), publish_at=now() + opens)
    assert [gap.field for gap in refused.value.gaps] == ["publish_on"]
    assert role.status is RoleStatus.DRAFT


def test_the_page_schedules_and_says_the_instant_with_its_zone(browser, ruth, actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    page, url = browser(ruth), f"/roles/{role.id}/publication"
    refused = page.post(
        url, data={"seen_version": "1", "publish_on": "2027-03-01", "publish_time": "08:30"}
    )
    assert refused.status_code == 422
    assert "It would close before it opens" in refused.text
    assert 'value="2027-03-01"' in refused.text
    sent = {"seen_version": "1", "publish_on": "2027-01-20", "publish_time": "08:30"}
    assert page.post(url, data=sent).location == "/roles/mine"
    shown = page.get("/roles/mine").text
    assert "It opens by itself on Wednesday 20 January 2027, 08:30 GMT" in shown
    assert "Scheduled" in shown
    assert f"/roles/{role.id}/retraction" in shown


@pytest.mark.parametrize(
    ("day", "clock", "words"),
    [
        ("2027-01-20", "", "Enter the time at which it opens."),
        ("2027-01-20", "8.30pm", "Enter the time of day"),
        ("20/13/2027", "08:30", "Enter a real date"),
        ("2027-03-28", "01:30", "01:30 does not exist on 28 March 2027"),
    ],
)
def test_a_day_that_cannot_be_read_never_means_now(
    browser, ruth, actor, northmoor, day, clock, words
):
    role = service.create(actor, northmoor, make_content(), now())
    sent = {"seen_version": "1", "publish_on": day, "publish_time": clock}
    answer = browser(ruth).post(f"/roles/{role.id}/publication", data=sent)
    assert answer.status_code == 422
    assert words in answer.text
    assert fresh(role).status is RoleStatus.DRAFT


def test_what_a_reviewer_asked_for_stands_where_the_role_is_written(
    browser, ruth, actor, northmoor
):
    role = service.create(actor, northmoor, make_content(), now())
    service.submit_for_review(actor, role, now())
    service.ask_for_changes(Actor(), role, "Say <b>why</b> the week is so.", now())
    page, url = browser(ruth), f"/roles/{role.id}/steps/about"
    shown = page.get(url).text
    assert "Changes asked" in shown
    assert "Say &lt;b&gt;why&lt;/b&gt; the week is so." in shown
    service.submit_for_review(actor, role, now())
    assert "Whoever reviewed it" not in page.get(url).text


def test_review_has_verbs_although_approval_is_automatic(actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    service.submit_for_review(actor, role, now())
    with pytest.raises(NotAllowedError):
        service.approve(actor, role, now())
    with pytest.raises(ReviewWordsError):
        service.ask_for_changes(Actor(), role, " ", now())
    service.ask_for_changes(Actor(), role, "Say what the week is for.", now())
    assert role.status is RoleStatus.CHANGES_ASKED
    assert queries.words_about(role.id, "ask_for_changes").words == "Say what the week is for."
    service.submit_for_review(actor, role, now())
    service.approve(Actor(), role, now())
    assert role.status is RoleStatus.APPROVED


def test_it_rests_but_not_within_a_day_of_closing(browser, ruth, role, winter):
    url = f"/roles/{role.id}/pausing"
    winter.move_to(role.closes_at - timedelta(hours=23))
    page = browser(ruth)
    answer = page.post(url)
    assert answer.status_code == 422
    assert "It closes within 24 hours" in answer.text
    assert fresh(role).status is RoleStatus.PUBLISHED
    winter.move_to(role.closes_at - timedelta(hours=24))
    assert page.post(url).status_code == 302


def test_more_time_is_told_to_everybody_who_still_applies(actor, role, applied, work, sink):
    writing, sent, _ = applied
    version, longer = role.version, role.closes_at + 7 * DAY
    service.extend(actor, role, longer, now())
    work()
    words = "stays open until Monday 1 February 2027, 09:00 GMT"
    assert told_of(sink, words) == addresses(writing.partnership) | addresses(sent.partnership)
    assert role.version == version
    with pytest.raises(NotLaterError):
        service.extend(actor, role, longer, now())
    service.extend(actor, role, longer + DAY, now())
    work()
    assert len(told_of(sink, "Tuesday 2 February 2027")) == 4


def test_an_extension_leaves_signatures_alone_and_takes_early_interviews_out(actor, role):
    role.interview_dates = ["2027-01-27", "2027-03-01"]
    application = start_application(role, make_partnership())
    before = application.content_hash
    service.extend(actor, role, role.closes_at + 7 * DAY, now())
    session().refresh(application)
    assert application.content_hash == before
    assert role.interview_dates == ["2027-03-01"]


def test_the_designer_tells_them_as_well(actor, northmoor, work, sink):
    role = service.create(actor, northmoor, make_content(), now())
    service.publish(actor, role, now())
    pair = make_partnership()
    start_application(role, pair)
    work()
    sink.clear()
    later = make_content(closes_at=CLOSES + 5 * DAY)
    service.save(actor, role, later, role.lock_version, now())
    work()
    assert told_of(sink, "stays open until") == addresses(pair)


def test_what_has_closed_is_relisted_and_not_extended(actor, role, applied, work, sink, winter):
    writing, sent, _ = applied
    winter.move_to(role.closes_at)
    with pytest.raises(HasClosedError):
        service.extend(actor, role, now() + DAY, now())
    with pytest.raises(ClosingPassedError):
        service.relist(actor, role, now(), now())
    service.relist(actor, role, now() + 7 * DAY, now())
    assert role.state_at(now()) == "open"
    work()
    told = told_of(sink, "is open again until")
    assert told == addresses(writing.partnership) | addresses(sent.partnership)
    assert of_application(sent.id).stage is Stage.NEW
    assert sent.status is Status.SUBMITTED


def test_what_is_no_longer_so_when_the_worker_comes_is_not_told(actor, role, applied, work, sink):
    assert len(applied) == 3
    service.extend(actor, role, role.closes_at + DAY, now())
    service.close_early(actor, role, now())
    work()
    assert told_of(sink, "stays open until") == set()
    assert len(told_of(sink, "has closed early")) == 4


def test_a_question_about_who_goes_on_ends_with_the_role(actor, role, work, sink, winter, browser):
    row = make_candidacy(role, make_partnership(make_user("Ana Bell"), make_user("Al Moss")))
    leaver, stays = row.application.partnership.people
    applications.leave(Actor(leaver.id, authenticated_at=now()), row.application, "", now())
    work()
    service.cancel(actor, role, now(), CancelReason.MISTAKE)
    work()
    assert told_of(sink, "has withdrawn") == {str(stays.address)}
    page = browser(stays).get(f"/applications/{row.application_id}/decision").text
    assert "It is decided, or the time is over." in page
    sink.clear()
    winter.move_to(now() + timedelta(days=15))
    work()
    assert subjects(sink) == {}
    assert of_application(row.application_id).stage is Stage.NOT_SELECTED


def test_what_a_new_pair_has_just_signed_ends_with_the_role(actor, role, work, sink, browser):
    row = make_candidacy(role, make_partnership(make_user("Ana Bell"), make_user("Al Moss")))
    leaver, stays = row.application.partnership.people
    applications.leave(Actor(leaver.id, authenticated_at=now()), row.application, "", now())
    pair = make_partnership(stays, make_user("Tom Adeyemi"))
    chosen = Answer.NEW_PARTNER
    made = applications.decide(actor_of(stays), row.application, chosen, now(), pair)
    fill_in(made)
    for person in pair.people:
        sign(made, person, now())
    service.cancel(actor, role, now(), CancelReason.MISTAKE)
    with time_machine.travel(now() + COOL_OFF, tick=False):
        work()
    session().expire_all()
    assert made.status is Status.WITHDRAWN
    assert told_of(sink, "has withdrawn") == addresses(pair)
    page = browser(pair.second).get(f"/applications/{made.id}/submission").text
    assert "The employer withdrew the role before it saw this." in page


def test_an_early_end_is_told(actor, role, applied, work, sink):
    writing, sent, _ = applied
    service.close_early(actor, role, now())
    work()
    told = told_of(sink, "has closed early")
    assert told == addresses(writing.partnership) | addresses(sent.partnership)
    kept = [one.get_body(("plain",)).get_content() for one in sink]
    assert any("Nothing more can be sent for it." in text for text in kept)


def test_what_the_clock_closed_is_not_closed_early_and_nobody_is_told(
    browser, ruth, role, applied, work, sink, winter
):
    assert len(applied) == 3
    winter.move_to(role.closes_at)
    answer = browser(ruth).post(f"/roles/{role.id}/closing")
    assert answer.status_code == 422
    assert "It has closed already." in answer.text
    work()
    assert told_of(sink, "has closed early") == set()


def test_when_it_is_withdrawn_every_live_application_ends_and_both_are_told(
    actor, role, applied, work, sink, browser
):
    writing, sent, refused = applied
    service.cancel(actor, role, now(), CancelReason.BUDGET, "The grant has ended.")
    work()
    told = told_of(sink, "has withdrawn Director of People and Culture")
    assert told == addresses(writing.partnership) | addresses(sent.partnership)
    assert set(subjects(sink)) == told, "and of nothing else"
    text = sink[0].get_body(("plain",)).get_content()
    assert "The money for the post is no longer there." in text
    assert "The grant has ended." in text
    session().expire_all()
    assert writing.status is Status.WITHDRAWN
    assert writing.withdrawn_by_id is None
    candidacy = of_application(sent.id)
    assert candidacy.stage is Stage.NOT_SELECTED
    assert candidacy.refusal.words.endswith("The grant has ended.")
    assert of_application(refused.id).refusal.reason is not Reason.ROLE_CANCELLED
    for person in writing.partnership.people:
        page = browser(person).get(f"/applications/{writing.id}/panel-view")
        assert "The employer withdrew the role before it was sent." in page.text
    assert browser().get(f"/roles/{role.id}").status_code == 410
    codes = [row.codes for row in trail_of([role.id])]
    assert "grant" not in repr(codes)


@pytest.mark.parametrize(
    ("reason", "words", "error"),
    [(None, "", CancelReasonError), (CancelReason.OTHER, " ", OwnWordsError)],
)
def test_a_withdrawal_needs_its_reason(actor, role, reason, words, error):
    with pytest.raises(error):
        service.cancel(actor, role, now(), reason, words)
    assert role.status is RoleStatus.PUBLISHED


def test_the_page_gives_back_what_was_typed(browser, ruth, role):
    page, url = browser(ruth), f"/roles/{role.id}/cancellation"
    long = "word " * 151
    for data, words in (
        ({"words": "Not now."}, "Choose the reason."),
        ({"reason": "other", "words": ""}, "Say in a few words"),
        ({"reason": "budget", "words": long}, "This has 151 words. Use 150 at most."),
        ({"reason": "nonsense"}, "Choose one of those offered."),
    ):
        answer = page.post(url, data=data)
        assert answer.status_code == 422
        assert words in answer.text
        assert (data.get("words") or "").strip() in answer.text
    assert fresh(role).status is RoleStatus.PUBLISHED


def test_what_ended_long_ago_is_put_away_by_the_worker(actor, role, work, winter):
    service.cancel(actor, role, now(), CancelReason.MISTAKE)
    winter.move_to(now() + timedelta(weeks=26))
    work()
    assert fresh(role).status is RoleStatus.ARCHIVED
    service.archive(role.id, now())


CLOCKS = [
    ("2027-03-28", "01:30", None, "01:30 does not exist on 28 March 2027"),
    ("2027-10-31", "01:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "01:30 BST"),
    ("2027-10-31", "02:30", datetime(2027, 10, 31, 2, 30, tzinfo=UTC), "02:30 GMT"),
]


@pytest.mark.parametrize(("day", "clock", "instant", "words"), CLOCKS)
def test_a_closing_on_the_night_the_clocks_change(browser, ruth, role, day, clock, instant, words):
    page, url = browser(ruth), f"/roles/{role.id}/extension"
    answer = page.post(url, data={"closes_on": day, "closes_time": clock})
    if instant is None:
        assert answer.status_code == 422
        assert words in answer.text
        assert f'value="{day}"' in answer.text
        assert fresh(role).closes_at == datetime(2027, 1, 25, 9, tzinfo=UTC)
    else:
        assert answer.location == "/roles/mine"
        assert fresh(role).closes_at == instant
        assert words in page.get("/roles/mine").text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Enter the new closing date."),
        ({"closes_on": "2027-01-25", "closes_time": "09:00"}, "later than the one that stands"),
        ({"closes_on": "31/02/2027", "closes_time": "09:00"}, "Enter a real date"),
        ({"closes_on": "2027-02-25", "closes_time": "25:00"}, "Enter the time of day"),
        ({"closes_on": "2027-02-25", "closes_time": ""}, "Enter the closing time."),
    ],
)
def test_a_closing_that_cannot_be_is_refused_and_shown_again(browser, ruth, role, sent, words):
    answer = browser(ruth).post(f"/roles/{role.id}/extension", data=sent)
    assert answer.status_code == 422
    assert words in answer.text
    assert sent.get("closes_on", "") in answer.text


def test_each_page_starts_from_its_states_alone(browser, ruth, northmoor):
    page = browser(ruth)
    for status in RoleStatus:
        for is_closed in (False, True):
            role = make_role(northmoor, status=status, closed=is_closed)
            runs = status in {RoleStatus.PUBLISHED, RoleStatus.PAUSED} and not is_closed
            ended = status is RoleStatus.CLOSED_EARLY or (
                status in {RoleStatus.PUBLISHED, RoleStatus.PAUSED} and is_closed
            )
            codes = [
                page.get(f"/roles/{role.id}/{n}").status_code for n in ("extension", "relisting")
            ]
            assert codes == [200 if runs else 409, 200 if ended else 409], (status, is_closed)


def test_a_copy_says_the_same_without_dates(browser, ruth, actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    service.publish(actor, role, now())
    answer = browser(ruth).post(f"/roles/{role.id}/copy")
    draft = fresh(session().get_one(Role, _id(answer.location)))
    assert (draft.status, draft.title) == (RoleStatus.DRAFT, role.title)
    assert (draft.closes_at, draft.interview_dates, draft.version) == (None, [], 1)
    assert [one.name for one in draft.duties] == [one.name for one in role.duties]
    assert {one.id for one in draft.duties}.isdisjoint(one.id for one in role.duties)


def test_what_rests_past_its_closing_is_closed_and_can_be_opened_anew(browser, ruth, northmoor):
    role = make_role(northmoor, status=RoleStatus.PAUSED, closed=True)
    assert role.state_at(now()) == "closed"
    page = browser(ruth)
    shown = page.get("/roles/mine?state=closed").text
    assert f"/roles/{role.id}/relisting" in shown
    assert f"/roles/{role.id}/resumption" not in shown
    refused = page.post(f"/roles/{role.id}/resumption")
    assert refused.status_code == 422
    assert "open it again with new dates" in refused.text
    assert role.title not in page.get("/roles/mine?state=paused").text
    sent = {"closes_on": "2027-02-25", "closes_time": "12:00"}
    assert page.post(f"/roles/{role.id}/relisting", data=sent).location == "/roles/mine"
    assert fresh(role).state_at(now()) == "open"


def _id(location: str):
    from uuid import UUID

    return UUID(location.split("/")[2])


def test_an_organisation_keeps_templates_and_starts_from_them(browser, ruth, actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    page = browser(ruth)
    assert "No templates yet" in page.get("/roles/templates").text
    refused = page.post(f"/roles/{role.id}/template", data={"name": "  "})
    assert refused.status_code == 422
    assert "Give the template a name" in refused.text
    for _ in range(2):
        sent = page.post(f"/roles/{role.id}/template", data={"name": "A <director>"})
        assert sent.location == "/roles/templates"
    [kept] = queries.templates_of([northmoor.id])
    assert "A &lt;director&gt;" in page.get("/roles/templates").text
    started = page.post(f"/roles/templates/{kept.id}/start")
    draft = session().get_one(Role, _id(started.location))
    assert draft.title == role.title
    assert draft.closes_at is None
    assert page.post(f"/roles/templates/{kept.id}/removal").location == "/roles/templates"
    assert queries.templates_of([northmoor.id]) == []
    assert fresh(draft).title == role.title


def test_templates_are_the_organisations_own(browser, actor, northmoor):
    role = service.create(actor, northmoor, Content(title="Head"), now())
    kept = service.keep_template(actor, role, "Head", now())
    stranger = make_user()
    make_organisation("Wyeford Council", owner=stranger)
    page = browser(stranger)
    assert "Head" not in page.get("/roles/templates").text
    assert page.post(f"/roles/templates/{kept.id}/start").status_code == 404
    assert page.post(f"/roles/templates/{kept.id}/removal").status_code == 404


def test_verbs_of_the_clock_leave_alone_what_moved_on(actor, northmoor):
    role = make_role(northmoor, status=RoleStatus.PAUSED)
    service.open_due(role.id, now())
    service.archive(role.id, now())
    assert role.status is RoleStatus.PAUSED
    with pytest.raises(IllegalMoveError):
        service.take_back(actor, role, now())


def test_the_hour_of_closing_stays_while_the_clocks_change(actor, northmoor):
    """Noon in London on either side of the night in March is an hour apart in UTC."""
    with time_machine.travel("2027-03-20 09:00:00Z", tick=False):
        role = make_role(northmoor, closes_at=datetime(2027, 3, 27, 12, tzinfo=UTC))
        service.extend(actor, role, datetime(2027, 3, 29, 11, tzinfo=UTC), now())
        from jobboard.web.filters import instant

        assert instant(role.closes_at, role.closes_zone) == "Monday 29 March 2027, 12:00 BST"
