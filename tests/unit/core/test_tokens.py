from __future__ import annotations

from uuid import uuid4

import pytest

from jobboard.core import tokens


@pytest.fixture(autouse=True)
def key():
    before = tokens._key
    tokens.use_key("a test key")
    yield
    tokens._key = before


def test_the_same_row_gives_the_same_link():
    row = uuid4()
    assert tokens.derive("join", row, "n") == tokens.derive("join", row, "n")


def test_another_purpose_row_nonce_or_key_gives_another():
    row = uuid4()
    links = {
        tokens.derive("join", row, "n"),
        tokens.derive("reset", row, "n"),
        tokens.derive("join", uuid4(), "n"),
        tokens.derive("join", row, "m"),
    }
    tokens.use_key("another key")
    links.add(tokens.derive("join", row, "n"))
    assert len(links) == 5


def test_a_row_keeps_only_the_hash():
    link = tokens.derive("join", uuid4(), "n")
    assert len(link) == 43
    assert len(tokens.digest(link)) == 64
    assert link not in tokens.digest(link)


def test_without_a_key_there_is_no_link():
    tokens._key = b""
    with pytest.raises(RuntimeError):
        tokens.derive("join", uuid4(), "n")
