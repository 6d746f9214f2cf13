"""The web side of "a double click counts once": the hidden field, and where to land."""

from __future__ import annotations

import re

from flask import Response, g, redirect, request
from flask.typing import ResponseReturnValue

from jobboard.core import idempotency

FIELD = "once"
_SHAPE = re.compile(r"[0-9a-f]{32}")


def before() -> ResponseReturnValue | None:
    """A form that was already sent leads where it led the first time."""
    idempotency.put_in_play(None)
    if request.method != "POST":
        return None
    key = request.form.get(FIELD, "")
    if not _SHAPE.fullmatch(key):
        return None
    used = idempotency.first_use(key)
    if used is not None:
        return redirect(used.location or "/")
    g.once_key = key
    idempotency.put_in_play(key)
    return None


def after(response: Response) -> Response:
    """Remember where the first sending led, but only if it stored something."""
    key = getattr(g, "once_key", None)
    if key and response.status_code in (302, 303) and response.location:
        idempotency.remember_location(key, response.location)
    return response
