from __future__ import annotations

import pytest
from flask import Flask

from jobboard.web.fragments import Fragments


@pytest.fixture
def page():
    """An app of production settings, as far as fragments ask."""
    app = Flask(__name__)
    app.config["TEMPLATES_AUTO_RELOAD"] = False
    with app.app_context():
        yield app


@pytest.mark.usefixtures("page")
def test_a_piece_is_drawn_once_for_each_key():
    kept, drawn = Fragments(4), []
    for key in ("a", "b", "a"):
        assert (
            kept.get(key, lambda key=key: drawn.append(key) or f"<p>{key}</p>") == f"<p>{key}</p>"
        )
    assert drawn == ["a", "b"]


@pytest.mark.usefixtures("page")
def test_the_piece_asked_for_longest_ago_goes_first():
    kept, drawn = Fragments(2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: drawn.append(key) or key)
    assert drawn == ["a", "b", "c", "b"]


def test_nothing_is_kept_while_templates_are_being_edited(page):
    page.config["TEMPLATES_AUTO_RELOAD"] = True
    kept, drawn = Fragments(2), []
    for _ in range(2):
        kept.get("a", lambda: drawn.append("a") or "a")
    assert drawn == ["a", "a"]
