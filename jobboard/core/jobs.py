"""Work for later: a row enqueued in the same transaction as the change it follows from.

At least once, so every job is idempotent. Retries wait longer each time; after the last one the
row stays `failed` until somebody reads it (`flask jobs list`) and sends it off again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.clock import now
from jobboard.core.db import JsonDict, Model, Str80, expect_writes, session, transaction
from jobboard.core.privacy import classes

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""A worker that dies loses its claim after this long."""
MAX_ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)


class JobState(StrEnum):
    QUEUED = "queued"
    DONE = "done"
    FAILED = "failed"


class Job(Model):
    __tablename__ = "jobs"
    __table_args__ = (sa.Index("ix_jobs_due", "state", "run_at"),)
    __privacy__ = classes(
        technical="id name args unique_key state run_at leased_until attempts error created_at"
        " finished_at"
    )

    name: Mapped[Str80]
    args: Mapped[JsonDict]
    unique_key: Mapped[str | None] = mapped_column(sa.String(200), unique=True)
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED)
    run_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(sa.String(200))
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


Handler = Callable[..., None]
_handlers: dict[str, Handler] = {}


class PermanentError(Exception):
    """Trying again cannot help: the job fails at once."""


def job(name: str) -> Callable[[Handler], Handler]:
    """Register the function behind a job name; it gets the job's args as keywords."""

    def register(function: Handler) -> Handler:
        _handlers[name] = function
        return function

    return register


def enqueue(
    name: str, *, run_at: datetime | None = None, unique_key: str | None = None, **args: str
) -> None:
    """Add a job to the caller's transaction. A second one with the same key changes nothing.

    `args` hold ids and codes only: no texts, no addresses, no tokens.
    """
    if name not in _handlers:
        raise LookupError(f"no job is called {name}")
    if unique_key is not None and _exists(unique_key):
        return
    at = now()
    session().add(
        Job(name=name, args=dict(args), unique_key=unique_key, run_at=run_at or at, created_at=at)
    )


def _exists(unique_key: str) -> bool:
    found = sa.select(Job.id).where(Job.unique_key == unique_key)
    return session().scalar(found) is not None


def run_due(limit: int = 50) -> int:
    """Run what is due, oldest first; returns how many were tried. For the worker and for tests."""
    tried = 0
    for job_id in _due(limit):
        if _claim(job_id):
            tried += 1
            _run(job_id)
    return tried


def _due(limit: int) -> list[UUID]:
    at = now()
    free = sa.or_(Job.leased_until.is_(None), Job.leased_until <= at)
    due = sa.select(Job.id).where(Job.state == JobState.QUEUED, Job.run_at <= at, free)
    found = list(session().scalars(due.order_by(Job.run_at, Job.created_at, Job.id).limit(limit)))
    session().commit()
    return found


def _claim(job_id: UUID) -> bool:
    """Compare and set: of two workers exactly one gets the row, on SQLite and PostgreSQL alike."""
    at = now()
    expect_writes()
    with transaction() as current:
        mine = current.execute(
            sa.update(Job)
            .where(
                Job.id == job_id,
                Job.state == JobState.QUEUED,
                sa.or_(Job.leased_until.is_(None), Job.leased_until <= at),
            )
            .values(leased_until=at + LEASE, attempts=Job.attempts + 1)
            .execution_options(synchronize_session=False)
        )
        return bool(mine.rowcount == 1)  # type: ignore[attr-defined]


def _run(job_id: UUID) -> None:
    row = _fresh(job_id)
    name, args = row.name, row.args
    session().expire_all()
    expect_writes()
    try:
        _handlers[name](**args)
    except Exception as error:
        session().rollback()
        log.warning("job %s (%s) failed: %s", name, job_id, type(error).__name__)
        _settle(job_id, error)
    else:
        _settle(job_id, None)


def _fresh(job_id: UUID) -> Job:
    found = sa.select(Job).where(Job.id == job_id).execution_options(populate_existing=True)
    row = session().scalars(found).one()
    session().commit()
    return row


def _settle(job_id: UUID, error: Exception | None) -> None:
    expect_writes()
    with transaction():
        row = (
            session()
            .scalars(
                sa.select(Job).where(Job.id == job_id).execution_options(populate_existing=True)
            )
            .one()
        )
        row.leased_until = None
        if error is None:
            row.state, row.finished_at, row.error = JobState.DONE, now(), None
            return
        row.error = f"{type(error).__name__}: {error}"[:200]
        if isinstance(error, PermanentError | NoResultFound) or row.attempts >= MAX_ATTEMPTS:
            row.state, row.finished_at = JobState.FAILED, now()
        else:
            row.run_at = now() + wait_before(row.attempts)


def call_off(name: str, created_before: datetime) -> int:
    """Queued jobs of this name from before that instant need no doing; returns how many."""
    expect_writes()
    old = sa.update(Job).where(
        Job.name == name, Job.state == JobState.QUEUED, Job.created_at < created_before
    )
    with transaction() as current:
        done = current.execute(
            old.values(state=JobState.DONE, finished_at=now()).execution_options(
                synchronize_session=False
            )
        )
        return int(done.rowcount)  # type: ignore[attr-defined]


def wait_before(attempts: int) -> timedelta:
    """30 s after the first failure, doubled each time, six hours at most."""
    return min(FIRST_WAIT * (1 << (attempts - 1)), LONGEST_WAIT)


def listed(state: JobState | None = None, limit: int = 100) -> Iterator[Job]:
    found = sa.select(Job).order_by(Job.run_at.desc(), Job.id).limit(limit)
    yield from session().scalars(found.where(Job.state == state) if state else found)


def retry(job_id: UUID | None = None) -> int:
    """Send one failed job, or all of them, off again; returns how many."""
    expect_writes()
    with transaction() as current:
        failed = sa.select(Job).where(Job.state == JobState.FAILED)
        rows = current.scalars(failed.where(Job.id == job_id) if job_id else failed).all()
        for row in rows:
            row.state, row.attempts, row.run_at, row.finished_at = JobState.QUEUED, 0, now(), None
        return len(rows)
