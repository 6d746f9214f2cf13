from __future__ import annotations

import pytest

from jobboard.core.db import Model
from jobboard.core.privacy import Privacy

BASE = {"lock_version"}


def mappers():
    return sorted(Model.registry.mappers, key=lambda mapper: mapper.class_.__name__)


def classified(model) -> list[str]:
    return [column for columns in model.__privacy__.values() for column in columns]


def test_every_column_says_once_how_private_it_is(app):
    del app
    assert mappers()
    for mapper in mappers():
        model = mapper.class_
        named = classified(model)
        assert len(named) == len(set(named)), f"{model.__name__} names a column twice"
        assert set(named) - BASE == {c.key for c in mapper.columns} - BASE, model.__name__


def test_hashes_and_nonces_are_secret(app):
    del app
    for mapper in mappers():
        for column in mapper.columns:
            if column.key in {"nonce", "token_hash", "password_hash"}:
                assert column.key in mapper.class_.__privacy__[Privacy.SECRET], mapper.class_


def test_a_column_without_a_class_is_noticed(app):
    del app
    from jobboard.accounts.models import User

    thinner = {kind: set(names) - {"name"} for kind, names in User.__privacy__.items()}
    named = {column for columns in thinner.values() for column in columns}
    with pytest.raises(AssertionError):
        assert named == {c.key for c in User.__mapper__.columns}
