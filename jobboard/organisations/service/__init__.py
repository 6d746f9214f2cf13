"""The verbs of organisations: the employer itself, its invitations, its members."""

from jobboard.organisations.service.employers import create, edit
from jobboard.organisations.service.inviting import (
    accept,
    accept_as_newcomer,
    cancel_invitation,
    invite,
)
from jobboard.organisations.service.members import change_kind, leave, remove_member

__all__ = [
    "accept",
    "accept_as_newcomer",
    "cancel_invitation",
    "change_kind",
    "create",
    "edit",
    "invite",
    "leave",
    "remove_member",
]
