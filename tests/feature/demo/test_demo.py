"""The fictional world: how much of it there is, that it obeys the rules, where it never appears."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
import sqlalchemy as sa

from jobboard.accounts import service as accounts
from jobboard.accounts.models import User
from jobboard.accounts.queries import verified_owner
from jobboard.applications import signing
from jobboard.applications.domain import SectionKind, Status
from jobboard.applications.models import Application, Submission
from jobboard.applications.sections import problems
from jobboard.applications.snapshot import contents_of, frame_for, need_of
from jobboard.candidates.models import Profile
from jobboard.cli import demo
from jobboard.core import jobs
from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.mail import Mail, MailState
from jobboard.core.text import count_words
from jobboard.hiring.domain import EMPLOYER_MOVES, LIFECYCLE, Stage
from jobboard.hiring.models import Candidacy, PrivateNote, Refusal
from jobboard.interviews.domain import Answer, State
from jobboard.interviews.models import Interview
from jobboard.organisations.models import Organisation
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.partnerships.models import Partnership, PartnershipInvitation
from jobboard.planning.checks import CheckKind, CheckLevel, check
from jobboard.planning.feasibility import feasibility_of
from jobboard.planning.split_plan import SplitPlan
from jobboard.roles.domain import RoleStatus
from jobboard.roles.models import Role

pytestmark = pytest.mark.usefixtures("world")
FOUR = ("employer", "recruiter", "nadia", "helen")


def everything(model):
    return session().scalars(sa.select(model)).all()


def application_of(pair: str, title: str) -> Application:
    found = (
        sa.select(Application)
        .join(Application.role)
        .join(Application.partnership)
        .where(Role.title == title, Partnership.name == pair)
    )
    return session().scalars(found).one()


def test_there_are_as_many_of_each_as_promised():
    formed = [p for p in everything(Partnership) if p.status is PartnershipStatus.FORMED]
    counts = [len(everything(model)) for model in (Organisation, Role, User, Profile, Application)]
    assert counts == [13, 61, 41, 41, 30]
    assert len(formed) == 13
    assert [p.status for p in everything(Partnership)].count(PartnershipStatus.PAUSED) == 1
    assert [c.stage for c in everything(Candidacy)].count(Stage.PARTNER_LEFT) == 1


def test_one_pair_is_connected_and_waits_for_a_yes():
    [pair] = [p for p in everything(Partnership) if p.status is PartnershipStatus.CONNECTED]
    assert (pair.first_confirmed_at is None) != (pair.second_confirmed_at is None)


def test_two_invitations_are_still_open():
    assert sum(row.is_open(now()) for row in everything(PartnershipInvitation)) == 2


def test_everybody_is_marked_as_fiction_and_lives_at_a_test_address():
    people = everything(User)
    assert all(person.is_demo for person in people)
    assert all((person.address or "").endswith("@demo.twofold.test") for person in people)


def test_names_are_written_as_their_owners_write_them():
    assert any(not person.name.isascii() for person in everything(User))


def test_an_application_stands_in_every_state():
    assert {row.status for row in everything(Application)} == set(Status)


def test_a_candidacy_stands_in_every_stage_an_employer_can_reach():
    reachable = {LIFECYCLE.steps[move][1] for move in EMPLOYER_MOVES}
    stages = {row.stage for row in everything(Candidacy)}
    assert stages == reachable | {Stage.NEW, Stage.WITHDRAWN, Stage.PARTNER_LEFT}


def test_roles_stand_in_many_states_and_close_at_many_times():
    roles = everything(Role)
    states = Counter(role.status for role in roles)
    public = [role for role in roles if role.status is RoleStatus.PUBLISHED]
    soon = [r for r in public if r.is_open(now()) and r.closes_at < now() + timedelta(days=4)]
    closed = [role for role in public if role.has_closed(now())]
    assert states.keys() >= {
        *(RoleStatus.DRAFT, RoleStatus.PAUSED, RoleStatus.CLOSED_EARLY),
        *(RoleStatus.CANCELLED, RoleStatus.FILLED),
    }
    assert len(soon) >= 4
    assert len(closed) >= 6
    assert sum(role.is_open(now()) for role in roles) >= 36


def test_a_pair_could_fill_every_week_that_is_advertised():
    advertised = [role for role in everything(Role) if role.published_at]
    assert len(advertised) == 55
    assert [r.title for r in advertised if not feasibility_of(r.need).is_feasible] == []


def test_descriptions_are_long_enough_to_be_read_and_never_the_same():
    advertised = [role for role in everything(Role) if role.published_at]
    lengths = [count_words(role.description) for role in advertised]
    assert min(lengths) >= 120
    assert max(lengths) <= 250
    assert len({role.description for role in advertised}) == len(advertised)


def test_duties_and_criteria_are_as_many_as_a_senior_advert_has():
    for role in everything(Role):
        if role.published_at:
            joint = [duty for duty in role.duties if duty.may_lead == "joint"]
            assert 3 <= len(role.duties) <= 7
            assert 1 <= len(joint) <= 2
            assert 3 <= len(role.criteria) <= 6


def test_what_was_submitted_is_what_was_signed():
    submissions = everything(Submission)
    assert len(submissions) >= 20
    assert all(signing.verifies(row.payload, row.content_hash) for row in submissions)


def test_propositions_that_were_sent_have_150_to_300_words():
    sent = [row for row in everything(Application) if row.submitted_at]
    lengths = [count_words(row.content(SectionKind.PROPOSITION)["text"]) for row in sent]
    assert min(lengths) >= 150
    assert max(lengths) <= 300


def test_plans_that_were_sent_are_allowed_and_some_are_warned_of():
    sent = [row for row in everything(Application) if row.submitted_at]
    lines = [line for row in sent for line in check(split_plan(row), need_of(row.role))]
    warned = {line.kind for line in lines if line.level is CheckLevel.WARN}
    assert not any(line.is_fail for line in lines)
    assert warned >= {CheckKind.BALANCE, CheckKind.PERSON, CheckKind.OVERLAP}


def split_plan(application: Application) -> SplitPlan:
    return SplitPlan.from_text(application.content(SectionKind.SPLIT_PLAN)["plan"])


def test_drafts_are_ready_in_several_degrees():
    drafts = [row for row in everything(Application) if row.status is Status.DRAFT]
    degrees = {count_problems(row) for row in drafts}
    assert len(degrees) >= 3
    assert 0 in degrees


def count_problems(application: Application) -> int:
    pair = application.partnership
    frame = frame_for(application, pair.track_record)
    contents = contents_of(application, frame)
    return sum(bool(problems(kind, content, frame)) for kind, content in contents.items())


def test_nadia_and_helen_have_one_draft_whose_friday_afternoon_is_open():
    draft = application_of("Nadia Okafor and Helen Marsh", "Director of People and Culture")
    open_lines = [line for line in check(split_plan(draft), need_of(draft.role)) if line.is_fail]
    assert draft.status is Status.DRAFT
    assert [line.sentence for line in open_lines] == [
        "Nobody is in on Friday afternoon. The role asks for all 10 half-days."
    ]


def test_nadia_and_helen_have_one_that_awaits_helen():
    waiting = application_of("Nadia Okafor and Helen Marsh", "Director of People Services")
    [signature] = waiting.signatures
    assert waiting.status is Status.AWAITING_SIGNATURES
    assert signature.user_id == waiting.partnership.first_id


def test_nadia_and_helen_are_asked_to_an_interview_with_a_note_they_never_read():
    sent = application_of(
        "Nadia Okafor and Helen Marsh", "Associate Director of Organisational Development"
    )
    found = sa.select(Candidacy).where(Candidacy.application_id == sent.id)
    candidacy = session().scalars(found).one()
    assert candidacy.stage is Stage.INTERVIEWING
    assert candidacy.notes


def test_one_interview_is_agreed_and_one_waits_for_helen():
    agreed, waiting = sorted(everything(Interview), key=lambda row: row.state)
    assert (agreed.state, waiting.state) == (State.CONFIRMED, State.PROPOSED)
    assert min(agreed.starts_at, waiting.starts_at) > now()
    [open_answer] = [one for one in waiting.answers if one.answer is Answer.WAITING]
    assert open_answer.user.name == "Helen Marsh"


def test_the_recruiter_has_two_roles_with_six_visible_applications_or_more():
    ngozi = verified_owner("recruiter@demo.twofold.test")
    seen = Counter(
        row.role.title
        for row in everything(Candidacy)
        if row.is_visible(now()) and row.role.organisation.has_member(ngozi.id)
    )
    assert len([title for title, count in seen.items() if count >= 6]) >= 2


def test_one_application_is_within_its_cool_off():
    assert any(not row.is_visible(now()) for row in everything(Candidacy))


def test_a_no_carries_words_for_the_pair():
    assert all(count_words(row.words) > 15 for row in everything(Refusal))
    assert len(everything(PrivateNote)) >= 8


@pytest.mark.parametrize("key", FOUR)
def test_the_four_demo_people_can_sign_in(key):
    assert accounts.sign_in(f"{key}@demo.twofold.test", demo.PASSWORD, "pytest", "127.0.0.0")


def test_the_greeting_names_the_four():
    assert set(demo.PEOPLE) == {f"{key}@demo.twofold.test" for key in FOUR}


def test_only_a_handful_of_mails_is_really_sent():
    waiting = [row for row in everything(Mail) if row.state is MailState.WAITING]
    queued = [row for row in everything(jobs.Job) if row.state is jobs.JobState.QUEUED]
    due = [row for row in queued if row.name == "mail.deliver"]
    assert 5 <= len(waiting) <= 50
    assert len(due) == len(waiting)
    assert len(everything(Mail)) > 5 * len(waiting)


def test_what_happened_lately_is_really_told(sink):
    while jobs.run_due():
        pass
    assert [row.error for row in everything(jobs.Job) if row.error] == []
    assert any("Nadia has signed" in letter["Subject"] for letter in sink)


def test_history_lies_behind_us():
    acts = everything(Activity)
    assert max(act.at for act in acts) <= now()
    assert min(act.at for act in acts) < now() - timedelta(days=300)


def test_a_second_seed_is_refused_and_adds_nothing(app):
    before = len(everything(User))
    answer = app.test_cli_runner().invoke(args=["demo"])
    assert answer.exit_code == 1
    assert "in use already" in answer.output
    assert len(everything(User)) == before
