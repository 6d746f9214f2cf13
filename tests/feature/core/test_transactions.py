from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from uuid import uuid4

import pytest
import sqlalchemy as sa

from jobboard.accounts.models import User
from jobboard.core import idempotency
from jobboard.core.db import UtcDateTime, release, session, transaction
from jobboard.core.errors import AlreadyDoneError
from jobboard.core.idempotency import UsedKey
from tests.factories.people import make_user


def count(model) -> int:
    session().expire_all()
    return session().scalar(sa.select(sa.func.count()).select_from(model)) or 0


def test_an_error_leaves_nothing_behind(db):
    del db
    with pytest.raises(ValueError, match="stop"), transaction():  # noqa: PT012
        session().add(UsedKey(key="k", at=datetime.now(UTC)))
        raise ValueError("stop")
    assert count(UsedKey) == 0


def test_a_nested_verb_that_failed_dooms_the_whole(db):
    del db

    def inner() -> None:
        with transaction():
            raise ValueError

    with pytest.raises(RuntimeError), transaction():  # noqa: PT012
        session().add(UsedKey(key="k", at=datetime.now(UTC)))
        with suppress(ValueError):
            inner()
    assert count(UsedKey) == 0


def test_slow_work_inside_a_transaction_is_refused(db):
    del db
    with pytest.raises(RuntimeError), transaction():
        release()


def test_a_naive_instant_is_refused_at_the_door():
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(naive, None)


def test_a_key_is_stored_with_what_the_form_made_and_counts_once(db):
    del db
    key = uuid4().hex
    idempotency.put_in_play(key)
    with transaction():
        pass
    assert count(UsedKey) == 1
    idempotency.remember_location(key, "/there")
    idempotency.put_in_play(key)
    with pytest.raises(AlreadyDoneError) as again, transaction():
        session().add(UsedKey(key="made by the second", at=datetime.now(UTC)))
    assert again.value.location == "/there"
    assert count(UsedKey) == 1


def test_a_form_that_failed_may_be_sent_again(db):
    del db
    key = uuid4().hex
    idempotency.put_in_play(key)
    with pytest.raises(ValueError, match="stop"), transaction():
        raise ValueError("stop")
    assert idempotency.first_use(key) is None
    idempotency.put_in_play(None)


def test_two_people_are_two_rows(db):
    del db
    make_user()
    make_user("Helen Marsh")
    assert count(User) == 2
