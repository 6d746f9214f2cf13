"""Who asks. Set once a request by accounts; read by guards, views and templates."""

from __future__ import annotations

from flask import g, has_request_context

from jobboard.core.policy import Actor

NOBODY = Actor()


def current_actor() -> Actor:
    if not has_request_context():
        return NOBODY
    actor: Actor = getattr(g, "actor", NOBODY)
    return actor
