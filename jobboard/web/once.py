"""The web side of "a double click counts once": the hidden field, and where to land."""

from __future__ import annotations

import re
import time

from flask import Response, g, redirect, request
from flask.typing import ResponseReturnValue

from jobboard.core import idempotency
from jobboard.core.db import expect_writes, session

FIELD = "once"
_SHAPE = re.compile(r"[0-9a-f]{32}")
PATIENCE, STEP = 1.0, 0.05
"""Seconds: how long the second click waits to learn where the first one leads, and how often it
asks. The first stores that a moment after its commit."""


def before() -> ResponseReturnValue | None:
    """A form that was already sent leads where it led the first time."""
    idempotency.put_in_play(None)
    if request.method != "POST":
        return None
    key = request.form.get(FIELD, "")
    if not _SHAPE.fullmatch(key):
        return None
    if idempotency.first_use(key) is not None:
        return redirect(where_it_led(key) or "/")
    g.once_key = key
    idempotency.put_in_play(key)
    return None


def where_it_led(key: str) -> str | None:
    """Where the first sending of this form landed; None if it stored something and led nowhere."""
    for _ in range(round(PATIENCE / STEP)):
        session().rollback()
        expect_writes(False)
        used = idempotency.first_use(key)
        if used is None or used.location:
            return used.location if used else None
        time.sleep(STEP)
    return None


def after(response: Response) -> Response:
    """Remember where the first sending led, but only if it stored something."""
    key = getattr(g, "once_key", None)
    if key and response.status_code in (302, 303) and response.location:
        idempotency.remember_location(key, response.location)
    return response
