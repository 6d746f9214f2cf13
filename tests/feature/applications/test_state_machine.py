"""Whatever people and the world do in whatever order: what was sent, two people signed.

The database is built once; each run wipes its rows. Rules call the verbs, as the pages do. Three
people (Nadia, Helen, Priya) in three pairs around one role; one of its applications is in focus.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from jobboard.applications import queries, service, signing
from jobboard.applications.domain import COOL_OFF, SectionKind, Status
from jobboard.applications.leaving import Answer
from jobboard.applications.models import Application
from jobboard.core import clock, jobs
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.errors import UserError
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError, StaleAuthenticationError
from jobboard.hiring import queries as hiring_queries
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import LIFECYCLE as STAGES
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.ending import Wish
from jobboard.partnerships.events import TrackRecordChanged
from jobboard.partnerships.models import Partnership
from jobboard.roles.domain import RoleStatus, SingleApplicants
from jobboard.roles.events import RoleChanged
from tests.factories.applications import PROPOSITION, hash_now, ready_application
from tests.factories.hiring import owner_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership

SIDE = st.sampled_from([0, 1])
TEXTS = st.sampled_from(["", "Too short.", PROPOSITION, f"{PROPOSITION} And more."])
PLANS = st.sampled_from(["aaaaaxbbbb", "aaaaxxbbbb", "aaaaaxbbb.", ".........."])
ANSWERS = st.sampled_from([Answer.ALONE, Answer.NEW_PARTNER, Answer.WITHDRAWN, Answer.KEPT])
REFUSALS = (UserError, IllegalMoveError, StaleAuthenticationError, NotAllowedError)


_REACHED: set[str] = set()
_ROWS: dict[sa.Table, list[dict[str, Any]]] = {}


def _fresh_world() -> Application:
    """Made through the verbs once; after that its rows are written back, ten times as quick."""
    database.session.remove()
    with database.engine.begin() as connection:
        for table in reversed(database.metadata.sorted_tables):
            connection.execute(table.delete())
    if not _ROWS:
        first, second = ready_application().partnership.people
        third = make_user("Priya Raman")
        make_partnership(third, first)
        make_partnership(second, third)
        with database.engine.begin() as connection:
            for table in database.metadata.sorted_tables:
                rows = connection.execute(sa.select(table)).mappings()
                _ROWS[table] = [dict(row) for row in rows]
    else:
        with database.engine.begin() as connection:
            for table, rows in _ROWS.items():
                if rows:
                    connection.execute(table.insert(), rows)
    database.session.remove()
    return session().scalars(sa.select(Application)).unique().one()


MUST_BE_REACHED = (
    *("Status.submitted", "Status.withdrawn", "Stage.partner_left", "Stage.withdrawn"),
    *("PartnershipStatus.paused", "PartnershipStatus.dissolved", "Stage.shortlisted"),
)


class TwoPartners(RuleBasedStateMachine):
    @initialize(single=st.sampled_from(list(SingleApplicants)), is_sent=st.booleans())
    def begin(self, single: SingleApplicants, is_sent: bool) -> None:
        """Half of the stories begin with an application that the employer has before them."""
        self.application = _fresh_world()
        self.application.role.if_one_leaves = single
        session().commit()
        pairs = list(session().scalars(sa.select(Partnership).order_by(Partnership.created_at)))
        self.people = {pair.id: (pair.first_id, pair.second_id) for pair in pairs}
        self.others = [one for one in pairs if one.id != self.application.partnership_id]
        self.owner = owner_of(self.application.role).id
        self.at = now()
        self.seen: dict[tuple[UUID, int], str] = {}
        self.looked: set[tuple[UUID, str]] = set()
        self.over: dict[UUID, Any] = {}
        self.tried: set[UUID] = set()
        if is_sent:
            self.both_look_and_sign()
            self.time_passes(0)
            self.time_passes(0)

    def _try(self, verb: Any, *args: Any, **named: Any) -> Any:
        """A refusal is an answer; anything else is a fault of ours."""
        try:
            with clock.at(self.at):
                return verb(*args, **named)
        except REFUSALS:
            session().rollback()
            return None

    def _person(self, side: int) -> UUID:
        return self.people[self.application.partnership_id][side]

    def _actor(self, side: int) -> Actor:
        return Actor(user_id=self._person(side), authenticated_at=self.at)

    # Writing and signing

    @rule(side=SIDE, text=TEXTS, behind=st.integers(0, 1))
    def write(self, side: int, text: str, behind: int) -> None:
        self._save(side, SectionKind.PROPOSITION, {"text": text}, behind)

    @rule(side=SIDE, plan=PLANS)
    def plan(self, side: int, plan: str) -> None:
        self._save(side, SectionKind.SPLIT_PLAN, {"plan": plan, "when_it_changes": ""}, 0)

    def _save(self, side: int, kind: SectionKind, content: dict[str, Any], behind: int) -> None:
        base = self.application.section(kind).number - behind
        args = (self._actor(side), self.application, kind, base, content, self.at)
        self._try(service.save_section, *args)

    @rule(side=SIDE)
    def look(self, side: int) -> None:
        person, seen = self._person(side), hash_now(self.application)
        self.seen[self.application.id, side] = seen
        self.looked.add((person, seen))

    @rule(side=SIDE)
    def sign(self, side: int) -> None:
        seen = self.seen.get((self.application.id, side), "")
        self._try(service.sign, self._actor(side), self.application, seen, self.at)

    @rule(side=SIDE)
    def look_and_sign(self, side: int) -> None:
        self.look(side)
        self.sign(side)

    @rule()
    def both_look_and_sign(self) -> None:
        self.look_and_sign(0)
        self.look_and_sign(1)

    @rule(side=SIDE)
    def sign_with_an_old_password(self, side: int) -> None:
        before = len(queries.signatures_of(self.application.id))
        old = Actor(user_id=self._person(side), authenticated_at=self.at - timedelta(minutes=6))
        self._try(service.sign, old, self.application, hash_now(self.application), self.at)
        assert len(queries.signatures_of(self.application.id)) == before

    @rule(side=SIDE)
    def ask(self, side: int) -> None:
        self._try(service.ask_for_signatures, self._actor(side), self.application, self.at)

    # Ending

    @precondition(lambda self: self.application.version > 7)
    @rule(side=SIDE)
    def withdraw(self, side: int) -> None:
        self._try(service.withdraw, self._actor(side), self.application, self.at)

    @precondition(lambda self: self.application.submitted_at or self.application.version > 8)
    @rule(side=SIDE)
    def leave(self, side: int) -> None:
        self._try(service.leave, self._actor(side), self.application, "", self.at)

    @precondition(lambda self: self.application.left_by_id is not None)
    @rule(side=SIDE, answer=ANSWERS, other=SIDE)
    def decide(self, side: int, answer: Answer, other: int) -> None:
        pair = self.others[other]
        made = self._try(service.decide, self._actor(side), self.application, answer, self.at, pair)
        if made is not None:
            self.application = made

    @rule(side=SIDE)
    def pause_or_go_on(self, side: int) -> None:
        pair, actor = self.application.partnership, self._actor(side)
        verb = partnerships.pause if pair.is_formed else partnerships.resume
        self._try(verb, actor, pair, *([""] if pair.is_formed else []), self.at)

    @precondition(lambda self: self.application.version > 7)
    @rule(side=SIDE)
    def ask_for_the_end_of_the_pair(self, side: int) -> None:
        pair = self.application.partnership
        self._try(partnerships.start_dissolving, self._actor(side), pair, "", self.at)

    @rule(side=SIDE, wish=st.sampled_from(list(Wish)))
    def wish(self, side: int, wish: Wish) -> None:
        self._try(partnerships.wish, self._actor(side), self.application.partnership, wish, self.at)

    # The world

    @precondition(lambda self: self._seen_by_the_employer() is not None)
    @rule(move=st.sampled_from(["shortlist", "interview", "not_select"]))
    def the_employer_moves_it(self, move: str) -> None:
        row = self._seen_by_the_employer()
        if row is not None and move != "not_select":
            self._try(hiring.move, Actor(user_id=self.owner), row, move, self.at)

    @rule(side=SIDE)
    def change_an_entry(self, side: int) -> None:
        pair = self.application.partnership
        pair.track_record[0].outcome += "."
        with clock.at(self.at):
            emit(TrackRecordChanged(partnership_id=pair.id, actor_id=self._person(side)))
        session().commit()

    @rule()
    def change_the_role(self) -> None:
        self.application.role.version += 1
        with clock.at(self.at):
            emit(RoleChanged(role_id=self.application.role_id))
        session().commit()

    @precondition(lambda self: self.application.version > 10)
    @rule()
    def close_the_role(self) -> None:
        self.application.role.status = RoleStatus.CLOSED_EARLY
        session().commit()

    @rule(days=st.sampled_from([0, 0, 1, 8, 15]))
    def time_passes(self, days: int) -> None:
        """And the worker does what is due of what decides; letters are another test's."""
        self.at += timedelta(days=days, minutes=6)
        with clock.at(self.at):
            for job in list(jobs.listed(jobs.JobState.QUEUED, limit=500)):
                if job.name != "mail.deliver" and job.run_at <= self.at:
                    jobs._handlers[job.name](**job.args)
                    job.state = jobs.JobState.DONE
                    session().commit()

    # What always holds

    def _all(self) -> list[Application]:
        return list(session().scalars(sa.select(Application)).unique())

    def _seen_by_the_employer(self) -> Candidacy | None:
        found = hiring_queries.of_application(self.application.id)
        return found if found is not None and found.is_visible(self.at) else None

    @invariant()
    def nobody_signed_what_they_did_not_see(self) -> None:
        for application in self._all():
            for one in queries.signatures_of(application.id):
                assert (one.user_id, one.content_hash) in self.looked

    @invariant()
    def what_was_sent_two_people_signed(self) -> None:
        for application in self._all():
            frozen = queries.submission_of(application.id)
            assert (application.submitted_at is not None) == (frozen is not None)
            if frozen is None:
                continue
            every = queries.signatures_of(application.id)
            valid = [one for one in every if one.cleared_at is None]
            two = set(self.people[application.partnership_id])
            assert {one.user_id for one in valid} == two
            assert len(valid) == 2
            assert {one.content_hash for one in valid} == {signing.digest(frozen.payload)}
            assert {one.version for one in valid} == {frozen.version} == {application.version}
            assert application.visible_from == frozen.submitted_at + COOL_OFF
            last = application.sign_by or application.role.closes_at
            assert last is not None
            assert frozen.submitted_at < last

    @invariant()
    def signatures_that_count_are_on_the_text_as_it_is(self) -> None:
        application = self.application
        if not application.is_editable:
            return
        assert application.content_hash == hash_now(application)
        for one in application.signatures:
            assert one.cleared_at is None
            assert one.content_hash == application.content_hash
            assert one.version == application.version
        if application.signatures:
            assert application.status is Status.AWAITING_SIGNATURES

    @invariant()
    def nobody_outside_finds_it(self) -> None:
        """Looked at once for each application: who its two are never changes."""
        for application in self._all():
            if application.id in self.tried:
                continue
            self.tried.add(application.id)
            mine = self.people[application.partnership_id]
            everybody = {one for pair in self.people.values() for one in pair}
            for outsider in ({None, self.owner} | everybody) - set(mine):
                with pytest.raises(sa.exc.NoResultFound):
                    queries.one_of_pair(Actor(user_id=outsider), application.id)

    @invariant()
    def the_employer_sees_nothing_early_and_nothing_unsigned(self) -> None:
        for row in session().scalars(sa.select(Candidacy)):
            application = row.application
            assert application.submitted_at is not None
            may = self.at >= row.visible_from
            role_id = application.role_id
            seen = hiring_queries.counts(self.owner, [role_id], self.at)[role_id]
            assert may or sum(seen.values()) == 0

    @invariant()
    def what_is_over_never_moves_again(self) -> None:
        for application in self._all():
            self._stays(application.id, application.status, not application.is_live)
        for row in session().scalars(sa.select(Candidacy)):
            assert (row.stage is Stage.PARTNER_LEFT) == (row.stage_kept is not None)
            self._stays(row.id, row.stage, STAGES.is_terminal(row.stage))
        for pair in session().scalars(sa.select(Partnership)).unique():
            self._stays(pair.id, pair.status, not pair.is_live)

    def _stays(self, thing: UUID, state: Any, is_over: bool) -> None:
        _REACHED.add(f"{type(state).__name__}.{state}")
        assert self.over.get(thing, state) == state
        if is_over:
            self.over[thing] = state


@pytest.mark.usefixtures("db")
def test_nothing_is_sent_that_two_people_did_not_sign() -> None:
    run_state_machine_as_test(
        TwoPartners,
        settings=settings(
            max_examples=int(os.environ.get("STORIES", "60")),
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert set(MUST_BE_REACHED) <= _REACHED, "the stories have become too short to tell anything"
