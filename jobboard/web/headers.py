"""Strict headers on every answer (security.md G18): no inline, no frames, nothing stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, Response, g, request

from jobboard.web.actor import current_actor

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}

SECRET_LINK = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cache-Control": "no-store",
}
"""What stands behind a link that is its own key: it is told to nobody and kept by nobody."""
SECRET_FORM = {name: value for name, value in SECRET_LINK.items() if name != "Referrer-Policy"}
"""The same for a page with a form: a browser that names no origin could not post it over https,
and `same-origin` tells the address to nobody else either."""
FRAMED = {"Content-Security-Policy": CSP.replace("frame-ancestors 'none'", "frame-ancestors *")}
"""The named exception of decisions.md 30: an employer's list of open roles, on its own site."""
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""What an address with the hash of its content answers."""
P = ParamSpec("P")
R = TypeVar("R")


def behind_a_secret_link(view: Callable[P, R]) -> Callable[P, R]:
    """Whoever has the address may read: so it goes to no other site, index or cache."""
    return _with(SECRET_LINK, view)


def behind_a_secret_form(view: Callable[P, R]) -> Callable[P, R]:
    """Whoever has the address may answer."""
    return _with(SECRET_FORM, view)


def kept_for_ever(view: Callable[P, R]) -> Callable[P, R]:
    """For public bytes whose address carries their hash; a 404 in their place is kept no time."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> R:
        answer = view(*args, **kwargs)
        g.own_headers = FOR_EVER
        return answer

    return answered


def framed_by_any_site(view: Callable[P, R]) -> Callable[P, R]:
    """For a page of public facts without a form: an error page in its place stays strict."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> R:
        answer = view(*args, **kwargs)
        g.own_headers = FRAMED
        return answer

    answered.is_framed = True  # type: ignore[attr-defined]
    return answered


def _with(headers: dict[str, str], view: Callable[P, R]) -> Callable[P, R]:
    @wraps(view)
    def kept(*args: P.args, **kwargs: P.kwargs) -> R:
        g.own_headers = headers
        return view(*args, **kwargs)

    return kept


def install(app: Flask) -> None:
    @app.after_request
    def strict(response: Response) -> Response:
        response.headers.update(HEADERS)
        if app.config["HTTPS"]:
            response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
        if request.endpoint not in {"static", "assets.serve"}:
            response.headers.setdefault("Vary", "Cookie")
            private = current_actor().user_id is not None or request.method != "GET"
            response.headers["Cache-Control"] = "no-store" if private else "private, no-cache"
        response.headers.update(g.get("own_headers", {}))
        return response
