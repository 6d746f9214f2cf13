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
from jobboard.organisations.service.ties import (
    ask_tie,
    confirm_tie,
    decline_tie,
    end_tie,
    organisation_called,
)

__all__ = [
    "accept",
    "accept_as_newcomer",
    "ask_domain",
    "ask_tie",
    "cancel_invitation",
    "change_kind",
    "confirm_domain",
    "confirm_tie",
    "create",
    "decline_tie",
    "draw_logo",
    "edit",
    "end_tie",
    "invite",
    "leave",
    "organisation_called",
    "remove_domain",
    "remove_logo",
    "remove_member",
    "set_logo",
]
