"""What the clock does to an advert, and the letters to and about its line manager."""

from __future__ import annotations

from uuid import UUID

from jobboard.core.clock import now
from jobboard.core.jobs import job
from jobboard.core.mail import Letter, Mail, composer
from jobboard.roles import service
from jobboard.roles.queries import managers


@job("roles.open_due")
def open_due(role_id: str) -> None:
    """Due at the instant it is scheduled for; the verb looks whether that still stands."""
    service.open_due(UUID(role_id), now())


@job("roles.archive")
def archive(role_id: str) -> None:
    """Due when the time of keeping an ended advert is over."""
    service.archive(UUID(role_id), now())


@job("roles.ask_outcome")
def ask_outcome(role_id: str) -> None:
    """Due a fortnight after it closes; the verb looks whether it has."""
    service.ask_outcome(UUID(role_id), now())


@composer("roles.manager_ask")
def manager_ask(mail: Mail) -> Letter | None:
    """None once it was answered or taken back, and when the role is gone."""
    found = managers.ask(UUID(mail.refs["ask_id"]))
    if found is None or not found[0].is_open(now()) or found[1].is_gone:
        return None
    row, role = found
    words = {"ask": row, "role": role, "token": row.token()}
    return Letter("Are you ready to manage two in one post?", "roles_manager_ask", words)


@composer("roles.manager_answered")
def manager_answered(mail: Mail) -> Letter | None:
    found = managers.ask(UUID(mail.refs["ask_id"]))
    if found is None:
        return None
    row, role = found
    missing = len(row.check.missing)
    said = "Every statement that counts is confirmed, and the advert says so."
    if missing:
        said = (
            f"Of the statements that count, {missing} were left open, so the advert shows nothing."
        )
    words = {"role": role, "said": said}
    return Letter(
        f"The line manager of {role.heading} has answered", "roles_manager_answered", words
    )
