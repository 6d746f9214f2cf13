from __future__ import annotations

import pytest

from config import DEFAULT_SECRET, Development, Production, from_environment

GOOD = {
    "SECRET_KEY": "k" * 48,
    "BASE_URL": "https://twofold.example.org",
    "SMTP_HOST": "mail.example.org",
}


@pytest.fixture
def production(monkeypatch):
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("FLASK_DEBUG", raising=False)
    return monkeypatch


def test_production_starts_when_everything_is_set(production):
    del production
    assert Production().TRUSTED_HOSTS == ["twofold.example.org", "127.0.0.1", "localhost"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", DEFAULT_SECRET),
        ("SECRET_KEY", "short"),
        ("BASE_URL", "http://twofold.example.org"),
        ("SMTP_HOST", ""),
        ("FLASK_DEBUG", "1"),
    ],
)
def test_production_refuses_to_start_half_configured(production, name, value):
    production.setenv(name, value)
    with pytest.raises(RuntimeError, match=name):
        Production()


def test_without_a_word_it_is_production(production):
    production.delenv("TWOFOLD_ENV", raising=False)
    assert isinstance(from_environment(), Production)


def test_production_has_no_developer_pages_and_refuses_test_addresses(production):
    del production
    profile = Production()
    assert not profile.DEVELOPER_PAGES
    assert not profile.TEST_ADDRESSES
    assert Development().DEVELOPER_PAGES


def test_the_short_name_of_postgresql_is_enough(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://postgres@127.0.0.1/twofold")
    assert Development().SQLALCHEMY_DATABASE_URI.startswith("postgresql+psycopg://")
