"""The verbs of interviews."""

from __future__ import annotations

from jobboard.interviews.service.answering import accept, adjust, ask_to_move, call_off
from jobboard.interviews.service.arranging import Proposal, cancel, hold, move, propose
from jobboard.interviews.service.ending import end_with_candidacy

__all__ = [
    "Proposal",
    "accept",
    "adjust",
    "ask_to_move",
    "call_off",
    "cancel",
    "end_with_candidacy",
    "hold",
    "move",
    "propose",
]
