"""Some time after closing the employer is asked, once, how it ended."""

from __future__ import annotations

from uuid import UUID

from jobboard.core import mail
from jobboard.core.events import on
from jobboard.core.mail import Letter, Mail, composer
from jobboard.notifications import queries
from jobboard.roles.events import RoleOutcomeAsked
from jobboard.roles.queries import of_worker
from jobboard.roles.queries.outcomes import outcome


@on(RoleOutcomeAsked)
def ask_the_employer(event: RoleOutcomeAsked) -> None:
    role = of_worker(event.role_id)
    for reader in queries.readers(role) if role else []:
        if reader.address is not None:
            mail.post(
                "role.outcome_asked",
                reader.address,
                decision=f"role.outcome_asked:{event.role_id}",
                person_id=reader.id,
                role_id=str(event.role_id),
            )


@composer("role.outcome_asked")
def _asked(row: Mail) -> Letter | None:
    """Not sent once a colleague has answered, or it was withdrawn or opened again."""
    role = of_worker(UUID(row.refs["role_id"]))
    if role is None or not role.is_public or outcome(role.id) is not None:
        return None
    if not role.has_closed(row.created_at):
        return None
    return Letter(f"Did you fill {role.title}?", "notifications_outcome", {"role": role})
