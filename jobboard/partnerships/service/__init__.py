"""The verbs of a pair: how two people find each other, what they write together."""

from __future__ import annotations

from jobboard.partnerships.service.invitations import (
    accept,
    accept_adding_address,
    accept_signing_up,
    cancel_invitation,
    decline,
    invite,
    send_again,
)
from jobboard.partnerships.service.pairs import confirm, part, save_proposition, settle
from jobboard.partnerships.service.track_record import add_entry, edit_entry, remove_entry

__all__ = [
    "accept",
    "accept_adding_address",
    "accept_signing_up",
    "add_entry",
    "cancel_invitation",
    "confirm",
    "decline",
    "edit_entry",
    "invite",
    "part",
    "remove_entry",
    "save_proposition",
    "send_again",
    "settle",
]
