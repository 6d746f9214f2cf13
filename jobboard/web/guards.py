"""Who may enter at all. What they may do inside is the policy's business.

A view carries its door as `view.guard`; a house test refuses a view without one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import abort, current_app
from flask.typing import ResponseReturnValue

from jobboard.web import signed_out
from jobboard.web.actor import current_actor

P = ParamSpec("P")
R = TypeVar("R")


def public(view: Callable[P, R]) -> Callable[P, R]:
    view.guard = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Anonymous people are asked to sign in and come back to the page they wanted or were on."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if current_actor().user_id is None:
            return signed_out.answer()
        return view(*args, **kwargs)

    guarded.guard = "signed_in"  # type: ignore[attr-defined]
    return guarded


def developer_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """The /dev pages do not exist in production."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if not current_app.config["DEVELOPER_PAGES"]:
            abort(404)
        return view(*args, **kwargs)

    guarded.guard = "developer"  # type: ignore[attr-defined]
    return guarded
