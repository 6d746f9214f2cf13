"""Somebody asks for what needs an account: off to sign in, but never at the price of their words.

Sessions end: after a week, or because the other browser signed out everywhere. A browser that goes
back then loads the page anew, so what was typed would be gone (the answers carry `no-store`).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from jobboard.web.redirects import safe_path

NOT_TYPED = frozenset({"csrf_token", "once", "base", "seen", "next"})
SECRET = ("password", "token")
WORTH_KEEPING = 30
"""Characters: shorter answers are sooner typed again than copied."""


def answer() -> ResponseReturnValue:
    """The sign-in page; first the typed words for copying, if a form with words was sent."""
    if request.method == "GET":
        wanted = request.full_path.rstrip("?")
        return redirect(url_for("accounts.sign_in", next=wanted))
    sign_in = url_for("accounts.sign_in", next=page_behind())
    words = typed_words()
    if not words:
        return redirect(sign_in)
    return render_template("pages/signed_out.html", words=words, sign_in=sign_in), 401


def typed_words(least: int = WORTH_KEEPING) -> list[str]:
    """What the form that was sent holds of at least so many characters, each text once; never a
    password or a token."""
    texts = [
        text
        for name, text in request.form.items(multi=True)
        if name not in NOT_TYPED
        and not any(part in name for part in SECRET)
        and len(text.strip()) >= least
    ]
    return list(dict.fromkeys(texts))


def is_from_here() -> bool:
    """Whether the browser says that a page of this site sent the form."""
    try:
        return urlsplit(request.referrer or "").netloc == request.host
    except ValueError:
        return False


def page_behind() -> str:
    """Where the form stood, if that address can be opened; else home."""
    if not is_from_here():
        return "/"
    try:
        path = safe_path(urlsplit(request.referrer or "").path)
        current_app.create_url_adapter(request).match(path, method="GET")  # type: ignore[union-attr]
    except (HTTPException, ValueError):
        return "/"
    return path
