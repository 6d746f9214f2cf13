"""The verbs of an approach: write it, sign it, read it, answer it, end it."""

from __future__ import annotations

from jobboard.approaches.service.answering import decline, invite, mark_read
from jobboard.approaches.service.ending import end_with_pair, lapse, withdraw
from jobboard.approaches.service.writing import Words, save, sign, start

__all__ = [
    "Words",
    "decline",
    "end_with_pair",
    "invite",
    "lapse",
    "mark_read",
    "save",
    "sign",
    "start",
    "withdraw",
]
