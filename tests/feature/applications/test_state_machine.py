"""Whatever two people and the world do in whatever order: what was sent, both signed.

The database is built once; each run wipes its rows. Rules call the verbs, as the pages do.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
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
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.errors import UserError
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, StaleAuthenticationError
from jobboard.partnerships.events import TrackRecordChanged
from jobboard.roles.events import RoleChanged
from tests.factories.applications import PROPOSITION, hash_now, ready_application

SIDE = st.sampled_from([0, 1])
TEXTS = st.sampled_from(["", "Too short.", PROPOSITION, f"{PROPOSITION} And more."])
PLANS = st.sampled_from(["aaaaaxbbbb", "aaaaxxbbbb", "aaaaaxbbb.", ".........."])


class TwoPartners(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        database.session.remove()
        with database.engine.begin() as connection:
            for table in reversed(database.metadata.sorted_tables):
                connection.execute(table.delete())
        self.application = ready_application()
        self.people = [person.id for person in self.application.partnership.people]
        self.at = now()
        self.seen = ["", ""]
        self.looked: set[tuple[Any, str]] = set()

    def _try(self, verb: Any, *args: Any) -> None:
        """A refusal is an answer; anything else is a fault of ours."""
        try:
            verb(*args)
        except (UserError, IllegalMoveError, StaleAuthenticationError):
            session().rollback()

    def _actor(self, side: int) -> Actor:
        return Actor(user_id=self.people[side], authenticated_at=self.at)

    @rule(side=SIDE, text=TEXTS, behind=st.integers(0, 1))
    def write(self, side: int, text: str, behind: int) -> None:
        kind = SectionKind.PROPOSITION
        base = self.application.section(kind).number - behind
        content = {"text": text}
        args = (self._actor(side), self.application, kind, base, content, self.at)
        self._try(service.save_section, *args)

    @rule(side=SIDE, plan=PLANS)
    def plan(self, side: int, plan: str) -> None:
        kind = SectionKind.SPLIT_PLAN
        base = self.application.section(kind).number
        content = {"plan": plan, "when_it_changes": ""}
        args = (self._actor(side), self.application, kind, base, content, self.at)
        self._try(service.save_section, *args)

    @rule(side=SIDE)
    def look(self, side: int) -> None:
        self.seen[side] = hash_now(self.application)
        self.looked.add((self.people[side], self.seen[side]))

    @rule(side=SIDE)
    def sign(self, side: int) -> None:
        args = (self._actor(side), self.application, self.seen[side], self.at)
        self._try(service.sign, *args)

    @rule(side=SIDE)
    def look_and_sign(self, side: int) -> None:
        self.look(side)
        self.sign(side)

    @rule(side=SIDE)
    def ask(self, side: int) -> None:
        self._try(service.ask_for_signatures, self._actor(side), self.application, self.at)

    @precondition(lambda self: self.application.version > 9)
    @rule(side=SIDE)
    def withdraw(self, side: int) -> None:
        self._try(service.withdraw, self._actor(side), self.application, self.at)

    @rule(side=SIDE)
    def change_an_entry(self, side: int) -> None:
        pair = self.application.partnership
        pair.track_record[0].outcome += "."
        emit(TrackRecordChanged(partnership_id=pair.id, actor_id=self.people[side]))
        session().commit()

    @rule()
    def change_the_role(self) -> None:
        self.application.role.version += 1
        emit(RoleChanged(role_id=self.application.role_id))
        session().commit()

    @rule(days=st.sampled_from([0, 1, 16]))
    def time_passes(self, days: int) -> None:
        self.at += timedelta(days=days, minutes=6)

    @invariant()
    def nobody_signed_what_they_did_not_see(self) -> None:
        for one in queries.signatures_of(self.application.id):
            assert (one.user_id, one.content_hash) in self.looked

    @invariant()
    def what_was_sent_both_signed(self) -> None:
        frozen = queries.submission_of(self.application.id)
        application = self.application
        assert (application.submitted_at is not None) == (frozen is not None)
        if frozen is None:
            return
        valid = [one for one in queries.signatures_of(application.id) if one.cleared_at is None]
        assert {one.user_id for one in valid} == set(self.people)
        assert {one.content_hash for one in valid} == {signing.digest(frozen.payload)}
        assert {one.version for one in valid} == {frozen.version} == {application.version}
        assert application.submitted_at == frozen.submitted_at
        assert application.visible_from == frozen.submitted_at + COOL_OFF
        assert application.role.closes_at is not None
        assert frozen.submitted_at < application.role.closes_at

    @invariant()
    def signatures_that_count_are_on_the_text_as_it_is(self) -> None:
        application = self.application
        if not application.is_editable:
            return
        assert application.content_hash == hash_now(application)
        for one in application.signatures:
            assert one.content_hash == application.content_hash
            assert one.version == application.version
        if application.signatures:
            assert application.status is Status.AWAITING_SIGNATURES


@pytest.mark.usefixtures("db")
def test_nothing_is_sent_that_two_people_did_not_sign() -> None:
    run_state_machine_as_test(
        TwoPartners,
        settings=settings(
            max_examples=60,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
