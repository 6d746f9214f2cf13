from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.core import jobs
from jobboard.core.db import forget, session, transaction
from jobboard.core.jobs import Job, JobState, PermanentError

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ran: list[str] = []


@jobs.job("test.note")
def note(word: str) -> None:
    ran.append(word)


@jobs.job("test.stumble")
def stumble(word: str) -> None:
    ran.append(word)
    raise RuntimeError("not today")


@jobs.job("test.never")
def never(word: str) -> None:
    ran.append(word)
    raise PermanentError("no use")


@pytest.fixture(autouse=True)
def fresh(db):
    del db
    ran.clear()


def enqueue(name: str, **options) -> None:
    with transaction():
        jobs.enqueue(name, word="once", **options)


def only() -> Job:
    session().expire_all()
    return session().scalars(sa.select(Job)).one()


def test_a_job_runs_once():
    enqueue("test.note")
    assert jobs.run_due() == 1
    assert jobs.run_due() == 0
    assert ran == ["once"]
    assert only().state is JobState.DONE


def test_what_was_rolled_back_never_runs():
    with pytest.raises(ValueError, match="stop"), transaction():  # noqa: PT012
        jobs.enqueue("test.note", word="once")
        raise ValueError("stop")
    assert jobs.run_due() == 0


def test_a_job_waits_for_its_time():
    with time_machine.travel(NOON, tick=False):
        enqueue("test.note", run_at=NOON + timedelta(minutes=10))
        assert jobs.run_due() == 0
    with time_machine.travel(NOON + timedelta(minutes=10), tick=False):
        assert jobs.run_due() == 1


def test_an_unknown_name_is_refused_at_once():
    with pytest.raises(LookupError), transaction():
        jobs.enqueue("test.nobody", word="once")


def test_the_same_key_is_enqueued_once():
    enqueue("test.note", unique_key="k")
    enqueue("test.note", unique_key="k")
    assert jobs.run_due() == 1


def test_a_job_that_stumbles_waits_longer_each_time_and_fails_in_the_end():
    at = NOON
    with time_machine.travel(at, tick=False):
        enqueue("test.stumble")
    waits = []
    for _ in range(jobs.MAX_ATTEMPTS):
        with time_machine.travel(at, tick=False):
            assert jobs.run_due() == 1
        waits.append(only().run_at - at)
        at = only().run_at
    assert waits[:3] == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    assert only().state is JobState.FAILED
    assert "not today" in (only().error or "")
    assert jobs.retry() == 1
    assert only().state is JobState.QUEUED
    assert only().attempts == 0


def test_a_permanent_error_fails_at_once():
    enqueue("test.never")
    jobs.run_due()
    assert only().state is JobState.FAILED
    assert ran == ["once"]


def test_a_worker_that_died_loses_its_claim_after_the_lease():
    with time_machine.travel(NOON, tick=False):
        enqueue("test.note")
        assert jobs._claim(only().id)
        assert jobs.run_due() == 0
    with time_machine.travel(NOON + jobs.LEASE, tick=False):
        assert jobs.run_due() == 1


def test_of_two_workers_one_gets_the_job(app):
    for _ in range(10):
        enqueue("test.note")
    barrier, done = Barrier(2), []

    def work() -> None:
        with app.app_context():
            barrier.wait()
            done.append(jobs.run_due())
            forget()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(done) == 10
    assert len(ran) == 10


def test_the_longest_wait_is_six_hours():
    assert jobs.wait_before(1) == timedelta(seconds=30)
    assert jobs.wait_before(30) == timedelta(hours=6)
