"""Where the fictional world never appears."""

from __future__ import annotations

import pytest

from jobboard.cli import demo
from tests.factories.people import make_user

pytestmark = pytest.mark.usefixtures("db")


def test_a_database_with_one_person_is_not_filled():
    make_user()
    assert not demo.is_wanted()
    with pytest.raises(demo.DemoRefusedError):
        demo.seed()


def test_production_is_never_filled(app, monkeypatch):
    monkeypatch.setitem(app.config, "PROFILE", "production")
    answer = app.test_cli_runner().invoke(args=["demo"])
    assert answer.exit_code == 1
    assert "never written in production" in answer.output
    assert demo.is_wanted()
