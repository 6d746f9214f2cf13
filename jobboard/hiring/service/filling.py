"""The role is filled: somebody whom it was offered has said yes."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.db import transaction
from jobboard.core.policy import Actor
from jobboard.hiring.queries import reconfirming as queries
from jobboard.roles import service as roles
from jobboard.roles.models import Role


def fill(actor: Actor, role: Role, at: datetime) -> None:
    """Raises NobodyAcceptedError where no offer was accepted here (domain.md §4)."""
    with transaction():
        roles.fill(actor, role, at, has_accepted=queries.has_appointed(role.id))
