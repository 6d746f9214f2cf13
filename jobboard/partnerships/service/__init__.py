"""The verbs of a pair: how two people find each other, what they write together."""

from __future__ import annotations

from jobboard.partnerships.service.agreement import (
    answer,
    check_due,
    keep_back,
    share,
    still_holds,
    talk,
)
from jobboard.partnerships.service.arrangement import keep_as_ours, save_card, save_map
from jobboard.partnerships.service.blocking import block, decline_and_block, unblock
from jobboard.partnerships.service.ending import (
    dissolve_due,
    pause,
    resume,
    start_dissolving,
    wish,
)
from jobboard.partnerships.service.feedback import (
    ask_again,
    ask_feedback,
    cancel_ask,
    give_feedback,
)
from jobboard.partnerships.service.horizon import set_horizon, show_horizon
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
from jobboard.partnerships.service.referees import answer_referee, ask_referee, cancel_referee
from jobboard.partnerships.service.track_record import add_entry, edit_entry, remove_entry

__all__ = [
    "accept",
    "accept_adding_address",
    "accept_signing_up",
    "add_entry",
    "answer",
    "answer_referee",
    "ask_again",
    "ask_feedback",
    "ask_referee",
    "block",
    "cancel_ask",
    "cancel_invitation",
    "cancel_referee",
    "check_due",
    "confirm",
    "decline",
    "decline_and_block",
    "dissolve_due",
    "edit_entry",
    "give_feedback",
    "invite",
    "keep_as_ours",
    "keep_back",
    "part",
    "pause",
    "remove_entry",
    "resume",
    "save_card",
    "save_map",
    "save_proposition",
    "send_again",
    "set_horizon",
    "settle",
    "share",
    "show_horizon",
    "start_dissolving",
    "still_holds",
    "talk",
    "unblock",
    "wish",
]
