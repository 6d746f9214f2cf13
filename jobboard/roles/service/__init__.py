"""The verbs of an advert: write it, publish it, take it back. Only this room writes."""

from __future__ import annotations

from jobboard.roles.service.selecting import answer, share_selection, unshare_selection
from jobboard.roles.service.states import (
    cancel,
    close_early,
    fill,
    pause,
    publish,
    resume,
)
from jobboard.roles.service.stepping import save_step
from jobboard.roles.service.writing import create, discard, missing, save

__all__ = [
    "answer",
    "cancel",
    "close_early",
    "create",
    "discard",
    "fill",
    "missing",
    "pause",
    "publish",
    "resume",
    "save",
    "save_step",
    "share_selection",
    "unshare_selection",
]
