"""Flask-Login's side of a session row: the cookie holds a random token, the row its hash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from flask import Flask, g, request
from flask_login import UserMixin, current_user

from jobboard.core.db import expect_writes
from jobboard.core.policy import Actor
from jobboard.web.extensions import login_manager

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
NO_IDENTITY = frozenset({"static", "assets.serve", "pages.healthz"})


class Person(Protocol):
    """What the pages need to know of whoever is signed in."""

    @property
    def name(self) -> str: ...


class SignedIn(UserMixin):  # type: ignore[misc]
    """Whoever is behind this cookie. `token` is the raw session token."""

    def __init__(self, token: str, person: Person, actor: Actor, seen_at: datetime) -> None:
        self.token = token
        self.person = person
        self.actor = actor
        self.seen_at = seen_at

    def get_id(self) -> str:
        return self.token


Loader = Callable[[str], SignedIn | None]


def install(app: Flask, load: Loader) -> None:
    login_manager.init_app(app)
    login_manager.user_loader(load)
    login_manager.session_protection = None

    @app.before_request
    def know_the_actor() -> None:
        expect_writes(request.method in UNSAFE)
        if request.endpoint in NO_IDENTITY:
            return
        me = current_user._get_current_object()  # looked up once, not at each attribute
        g.actor = me.actor if me.is_authenticated else Actor()
        g.me = me.person if me.is_authenticated else None
