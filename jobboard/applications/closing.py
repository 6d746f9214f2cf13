"""What happened to a text that somebody was still writing in, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jobboard.accounts.naming import first_name
from jobboard.applications.domain import Status
from jobboard.applications.models import Application
from jobboard.web.filters import clock, instant


@dataclass(frozen=True, slots=True)
class Closed:
    """`words` say who did what and what is left to do; `view` is the page for that, `action` what
    its button says."""

    words: str
    view: str
    action: str


def closed_of(application: Application, viewer_id: UUID | None, at: datetime) -> Closed | None:
    """None while this person may still write in it."""
    if application.status is Status.SUBMITTED and application.left_by_id is None:
        return _sent(application, viewer_id, at)
    if application.left_by_id is not None or not application.partnership.is_live:
        return _left(application, viewer_id)
    if application.status is Status.WITHDRAWN:
        return _withdrawn(application, viewer_id)
    return None


def _who(application: Application, user_id: UUID, viewer_id: UUID | None) -> str:
    if user_id == viewer_id:
        return "You"
    return first_name(application.partnership.partner_of(viewer_id), viewer_id)


def _sent(application: Application, viewer_id: UUID | None, at: datetime) -> Closed:
    until = application.visible_from
    if until is None or at >= until:
        organisation = application.role.employer
        since = f" since {instant(until)}" if until else ""
        return Closed(
            f"You have both signed it, and {organisation} can read it{since}.",
            "submission",
            "See what you sent",
        )
    last = application.signatures[-1]
    return Closed(
        f"{_who(application, last.user_id, viewer_id)} signed version {last.version}, and with"
        f" both signatures it is sent. Either of you can take it back until {clock(until)}.",
        "submission",
        "See what was sent",
    )


def _withdrawn(application: Application, viewer_id: UUID | None) -> Closed:
    when = f" on {instant(application.withdrawn_at)}" if application.withdrawn_at else ""
    if application.withdrawn_by_id is None:
        words = f"Its time to be signed ran out{when}."
    else:
        words = f"{_who(application, application.withdrawn_by_id, viewer_id)} withdrew it{when}."
    return Closed(f"{words} What was saved is kept for you both.", "panel_view", "Read it")


def _left(application: Application, viewer_id: UUID | None) -> Closed:
    view = "submission" if application.submitted_at else "panel_view"
    partner = first_name(application.partnership.partner_of(viewer_id), viewer_id)
    if application.left_by_id is None:
        return Closed(f"Your partnership with {partner} has ended.", view, "Read it")
    if application.left_by_id == viewer_id:
        return Closed("You left this application, so its text is closed.", view, "Read it")
    words = f"{partner} left this application, so its text is closed. The rest is yours to decide."
    return Closed(words, "decision", "See what you can do")


def said_in(value: Any) -> set[str]:
    """Every text in the stored content of a section, however deep."""
    if isinstance(value, str):
        return {value.strip()}
    parts = list(value.values()) if isinstance(value, Mapping) else value
    return {one for part in parts for one in said_in(part)} if isinstance(parts, list) else set()
