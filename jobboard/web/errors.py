"""What goes wrong, as pages: what was kept first, then what to do next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask import Flask, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import NoResultFound, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError

from jobboard.core.db import session
from jobboard.core.errors import AlreadyDoneError, ConflictError, UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import NotAllowedError, StaleAuthenticationError
from jobboard.web import once
from jobboard.web.signed_out import is_from_here, page_behind, typed_words

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trouble:
    """The words of one error page; `week` is the pattern drawn beside them."""

    title: str
    words: str
    week: str


TROUBLES = {
    400: Trouble(
        "We could not read that",
        "What you typed is still in your browser. Go back, reload the page and send it again.",
        "a.b.a.b.a.",
    ),
    403: Trouble(
        "That is not yours to do",
        "You may look here, but this step belongs to somebody else. Nothing was changed.",
        "aaaa--bbbb",
    ),
    404: Trouble(
        "There is no page here",
        "The address may be old, or the page may be for somebody else. If it is an application"
        " of yours, it has not gone: it is on your home page.",
        "aaaa..bbbb",
    ),
    405: Trouble(
        "That page cannot do that",
        "Nothing was changed. Go back and use the buttons on the page.",
        "a.a.a.b.b.",
    ),
    409: Trouble(
        "Somebody was a moment faster",
        "What you sent rests on something that has changed since. Nothing was overwritten. Go back"
        " to see how it stands now; what you typed is still in your browser.",
        "aaaaxxbbbb",
    ),
    410: Trouble(
        "This role has been taken down",
        "The employer has withdrawn it. Other roles are open to the two of you.",
        "..........",
    ),
    413: Trouble(
        "That was too much to take in",
        "Nothing was stored. What you typed is still in your browser: go back, shorten it to under"
        " a megabyte and send it again.",
        "xxxxxxxxxx",
    ),
    429: Trouble(
        "That was a little too often",
        "Nothing was changed. Wait a few minutes, then try once more.",
        "xxaaaabbxx",
    ),
    500: Trouble(
        "That was us, not you",
        "Something broke on our side and we have a note of it. What you typed is still in your"
        " browser. Go back, wait a minute and send it again: it will count once.",
        "..........",
    ),
    503: Trouble(
        "We are catching our breath",
        "Nothing was changed and nothing is lost. Wait a few seconds and try again.",
        "..........",
    ),
}


def page(code: int, *, message: str | None = None, **words: Any) -> tuple[str, int]:
    """`reference`: of the note in our log. `texts`: what was typed, with `behind`, its page."""
    trouble = TROUBLES.get(code, TROUBLES[400])
    return render_template(
        "pages/error.html", trouble=trouble, code=code, message=message, **words
    ), code


def http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, SecurityError):
        # A host that is not ours: no address of this site can be built, so no page either.
        return "This site does not answer to that name.\n", 400, {"Content-Type": "text/plain"}
    if isinstance(error, CSRFError):
        words = {"texts": typed_words(), "behind": page_behind()} if is_from_here() else {}
        return page(
            400, message="This form had waited too long, or came from another page.", **words
        )
    if error.code is None or error.code < 400:
        return error
    body, code = page(error.code)
    return body, code, {"Retry-After": "300"} if code == 429 else {}


def missing(_: NoResultFound) -> ResponseReturnValue:
    return page(404)


def refused(_: NotAllowedError) -> ResponseReturnValue:
    session().rollback()
    return page(403)


def ask_again(_: StaleAuthenticationError) -> ResponseReturnValue:
    wanted = request.path if request.method == "GET" else page_behind()
    return redirect(url_for("accounts.confirm_password", next=wanted))


def twice(error: AlreadyDoneError) -> ResponseReturnValue:
    """Lost the race inside the transaction: land where the other click lands."""
    session().rollback()
    location = error.location or once.where_it_led(request.form.get(once.FIELD, ""))
    if location is None:
        flash("That was already saved.", "info")
    return redirect(location or "/")


def moved_on(_: Exception) -> ResponseReturnValue:
    session().rollback()
    return page(409)


def said_no(error: UserError) -> ResponseReturnValue:
    return page(409 if isinstance(error, ConflictError) else 400, message=error.message)


def database_away(error: OperationalError) -> ResponseReturnValue:
    session().rollback()
    log.error("database unavailable: %s", type(error.orig).__name__)
    return (*page(503), {"Retry-After": "5"})


def broken(error: Exception) -> ResponseReturnValue:
    if current_app.config["TESTING"]:
        raise error
    reference = uuid4().hex[:8]
    log.exception("error %s at %s", reference, request.endpoint)
    session().rollback()
    return page(500, reference=reference)


HANDLERS: tuple[tuple[type[Exception], Callable[[Any], ResponseReturnValue]], ...] = (
    (HTTPException, http),
    (NoResultFound, missing),
    (NotAllowedError, refused),
    (StaleAuthenticationError, ask_again),
    (AlreadyDoneError, twice),
    (IllegalMoveError, moved_on),
    (StaleDataError, moved_on),
    (UserError, said_no),
    (OperationalError, database_away),
    (Exception, broken),
)
"""Every exception that may leave a view, and the page that answers it."""


def install(app: Flask) -> None:
    for kind, handler in HANDLERS:
        app.register_error_handler(kind, handler)
