"""Whatever an employer and two pairs do in whatever order: nobody is agreed for, nobody sits twice.

The database is built once; each run wipes its rows. Two pairs stand before one employer.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import combinations
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
    rule,
    run_state_machine_as_test,
)

from jobboard.core import clock
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.errors import UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.mail import Mail
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import LIVE, Reason, Stage
from jobboard.hiring.models import Candidacy
from jobboard.interviews import service
from jobboard.interviews.domain import OPEN, Answer, Kind, Slot, State, overlap
from jobboard.interviews.models import Interview
from tests.factories.hiring import make_candidacy, recruiter_of
from tests.factories.interviews import proposal
from tests.factories.world import make_partnership

REFUSALS = (UserError, IllegalMoveError, NotAllowedError)
PAIR, SIDE, WHICH = st.integers(0, 1), st.integers(0, 1), st.sampled_from([0, 0, 1, 2, 3, 4])
HOURS = st.integers(9, 12)
MUST_BE_REACHED = {f"interview {state}" for state in State} | {"stage not_selected", "moved"}
_REACHED: set[str] = set()
_ROWS: dict[sa.Table, list[dict[str, Any]]] = {}


def _fresh_world() -> list[Candidacy]:
    """Made through the verbs once; after that its rows are written back."""
    database.session.remove()
    with database.engine.begin() as connection:
        for table in reversed(database.metadata.sorted_tables):
            connection.execute(table.delete())
    if not _ROWS:
        first = make_candidacy(stage=Stage.SHORTLISTED)
        make_candidacy(first.role, make_partnership(), stage=Stage.SHORTLISTED)
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
    return list(session().scalars(sa.select(Candidacy).order_by(Candidacy.id)))


class OneEmployer(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.candidacies = [row.id for row in _fresh_world()]
        self.at = now()
        self.sequences: dict[UUID, int] = {}
        self.over: dict[UUID, State] = {}

    def _try(self, verb: Any, *args: Any) -> None:
        try:
            with clock.at(self.at):
                verb(*args)
        except REFUSALS:
            session().rollback()

    def _candidacy(self, pair: int) -> Candidacy:
        return session().get_one(Candidacy, self.candidacies[pair])

    def _all(self) -> list[Interview]:
        found = sa.select(Interview).order_by(Interview.proposed_at, Interview.id)
        return list(session().scalars(found.execution_options(populate_existing=True)))

    def _one(self, which: int) -> Interview | None:
        """Half of the time one of those that are open, and the newest more often than not."""
        rows = self._all()[::-1]
        rows = [row for row in rows if row.is_open] or rows if which % 2 == 0 else rows
        return rows[which // 2 % len(rows)] if rows else None

    def _person(self, row: Interview, side: int) -> Actor:
        return Actor(user_id=row.candidacy.application.partnership.people[side].id)

    def _starts(self, hour: int) -> datetime:
        """The day after tomorrow, so that there is always something to come."""
        day = self.at.date() + timedelta(days=2)
        return datetime.combine(day, time(hour), UTC)

    @rule(pair=PAIR, kind=st.sampled_from(list(Kind)), hour=HOURS)
    def propose(self, pair: int, kind: Kind, hour: int) -> None:
        row = self._candidacy(pair)
        wanted = proposal(row, kind, starts_at=self._starts(hour), minutes=90)
        self._try(service.propose, recruiter_of(row.role), row, wanted, self.at)

    @rule(which=WHICH, side=SIDE, behind=st.sampled_from([0, 0, 0, 1]))
    def accept(self, which: int, side: int, behind: int) -> None:
        if row := self._one(which):
            seen = row.sequence - behind
            self._try(service.accept, self._person(row, side), row, seen, self.at)

    @rule(which=WHICH)
    def both_accept(self, which: int) -> None:
        for side in (0, 1):
            if row := self._one(which):
                who = self._person(row, side)
                self._try(service.accept, who, row, row.sequence, self.at)

    @rule(which=WHICH, side=SIDE)
    def ask_to_move(self, which: int, side: int) -> None:
        if row := self._one(which):
            who = self._person(row, side)
            self._try(service.ask_to_move, who, row, "Later.", row.sequence, self.at)

    @rule(which=WHICH, hour=HOURS)
    def move(self, which: int, hour: int) -> None:
        if row := self._one(which):
            before, boss = row.starts_at, recruiter_of(row.candidacy.role)
            slot = Slot(self._starts(hour), 60, "Room 9")
            self._try(service.move, boss, row, slot, row.sequence, self.at)
            if row.starts_at != before:
                _REACHED.add("moved")

    @rule(which=WHICH, side=st.integers(0, 2))
    def cancel(self, which: int, side: int) -> None:
        if row := self._one(which):
            if side == 2:
                boss = recruiter_of(row.candidacy.role)
                self._try(service.cancel, boss, row, "No.", row.sequence, self.at)
            else:
                who = self._person(row, side)
                self._try(service.call_off, who, row, "No.", row.sequence, self.at)

    @rule(which=WHICH, waits=st.sampled_from([True, True, False]))
    def hold(self, which: int, waits: bool) -> None:
        if row := self._one(which):
            if waits and row.state is State.CONFIRMED:
                self.at = max(self.at, row.starts_at)
            boss = recruiter_of(row.candidacy.role)
            self._try(service.hold, boss, row, row.sequence, self.at)

    @rule(pair=PAIR)
    def say_no(self, pair: int) -> None:
        row = self._candidacy(pair)

        def refuse() -> None:
            hiring.move(recruiter_of(row.role), row, "not_select", self.at, reason=Reason.CRITERIA)

        self._try(refuse)
        if row.stage is Stage.NOT_SELECTED:
            _REACHED.add("stage not_selected")

    @rule(hours=st.sampled_from([1, 24, 24 * 8]))
    def time_passes(self, hours: int) -> None:
        self.at += timedelta(hours=hours)

    # What always holds

    @invariant()
    def what_is_agreed_everybody_named_has_accepted(self) -> None:
        for row in self._all():
            _REACHED.add(f"interview {row.state}")
            yeses = [one.answer is Answer.ACCEPTED for one in row.answers]
            if row.is_open or row.state is State.HELD:
                assert all(yeses) == (row.state is not State.PROPOSED)

    @invariant()
    def nobody_sits_in_two_at_once(self) -> None:
        """One owner and one chair sit on every panel here."""
        rows = [row for row in self._all() if row.state is not State.CANCELLED]
        assert not any(overlap(one.slot, other.slot) for one, other in combinations(rows, 2))

    @invariant()
    def a_calendar_is_never_turned_back(self) -> None:
        for row in self._all():
            assert row.sequence >= self.sequences.get(row.id, 0)
            self.sequences[row.id] = row.sequence
            assert self.over.get(row.id, row.state) is row.state
            if row.state not in OPEN:
                self.over[row.id] = row.state

    @invariant()
    def nobody_comes_once_it_is_decided(self) -> None:
        for row in self._all():
            if row.candidacy.stage not in LIVE and row.is_open:
                assert row.starts_at <= row.candidacy.moved_at

    @invariant()
    def one_mail_a_person_and_step(self) -> None:
        mails = Counter(session().execute(sa.select(Mail.decision, Mail.address)).all())
        assert set(mails.values()) <= {1}


@pytest.mark.usefixtures("db")
def test_nobody_is_agreed_for_and_nobody_sits_in_two_at_once() -> None:
    run_state_machine_as_test(
        OneEmployer,
        settings=settings(
            max_examples=int(os.environ.get("STORIES", "40")),
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert MUST_BE_REACHED <= _REACHED, "the stories have become too short to tell anything"
