"""The verbs of organisations: the employer itself, its invitations, its members."""

from jobboard.organisations.service.domains import ask_domain, confirm_domain, remove_domain
from jobboard.organisations.service.employers import create, edit
from jobboard.organisations.service.inviting import (
    accept,
    accept_as_newcomer,
    cancel_invitation,
    invite,
)
from jobboard.organisations.service.logos import draw_logo, remove_logo, set_logo
from jobboard.organisations.service.members import change_kind, leave, remove_member

__all__ = [
    "accept",
    "accept_as_newcomer",
    "ask_domain",
    "cancel_invitation",
    "change_kind",
    "confirm_domain",
    "create",
    "draw_logo",
    "edit",
    "invite",
    "leave",
    "remove_domain",
    "remove_logo",
    "remove_member",
    "set_logo",
]
