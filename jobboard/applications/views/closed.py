"""The text closes while somebody writes in it: their words come back, and what happened is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.applications import queries
from jobboard.applications.closing import Closed, closed_of, said_in
from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.core.clock import now
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import NotAllowedError
from jobboard.web.actor import current_actor
from jobboard.web.signed_out import typed_words

View = Callable[..., ResponseReturnValue]
Answer = Callable[[Application, Closed, str], ResponseReturnValue]


def gives_back(answer: Answer) -> Callable[[View], View]:
    """Instead of the general 409 or 403, where the reason is that the text is closed."""

    def around(view: View) -> View:
        @wraps(view)
        def guarded(application_id: UUID, **kwargs: Any) -> ResponseReturnValue:
            try:
                return view(application_id, **kwargs)
            except (IllegalMoveError, NotAllowedError):
                actor = current_actor()
                application = queries.one_of_pair(actor, application_id)
                closed = closed_of(application, actor.user_id, now())
                if closed is None:
                    raise
                return answer(application, closed, str(kwargs.get("kind", "")))

        return guarded

    return around


def as_page(application: Application, closed: Closed, kind: str) -> ResponseReturnValue:
    """409, with what was typed and does not stand in the saved text, for copying."""
    is_section = kind in list(SectionKind)
    saved = said_in(application.content(SectionKind(kind))) if is_section else set()
    typed = [text for text in typed_words(1) if _is_prose(text) and text.strip() not in saved]
    page = render_template(
        "applications/closed.html", application=application, closed=closed, typed=typed
    )
    return page, 409


def as_json(_application: Application, closed: Closed, _kind: str) -> ResponseReturnValue:
    return {"why": "closed", "words": closed.words}, 409


def _is_prose(text: str) -> bool:
    """No day, number or choice: what is more than one word."""
    return len(text.split()) > 1
