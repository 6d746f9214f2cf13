"""The verbs of choosing, and what becomes of a candidacy when one of the pair leaves."""

from __future__ import annotations

from jobboard.hiring.service.choosing import (
    add_note,
    move,
    pair_withdrew,
    receive,
    role_cancelled,
)
from jobboard.hiring.service.filling import fill
from jobboard.hiring.service.leaving import (
    continue_alone,
    end,
    expect_new_pair,
    pair_ended,
    partner_left,
    take_over,
)
from jobboard.hiring.service.reconfirming import ask_again, reconfirm

__all__ = [
    "add_note",
    "ask_again",
    "continue_alone",
    "end",
    "expect_new_pair",
    "fill",
    "move",
    "pair_ended",
    "pair_withdrew",
    "partner_left",
    "receive",
    "reconfirm",
    "role_cancelled",
    "take_over",
]
