"""The verbs of an advert: write it, publish it, take it back. Only this room writes."""

from __future__ import annotations

from jobboard.roles.service.asking import (
    amend_answer,
    answer_question,
    ask_question,
    decline_question,
    withdraw_question,
)
from jobboard.roles.service.copying import copy, drop_template, keep_template, start_from
from jobboard.roles.service.managing import (
    answer_as_manager,
    ask_manager,
    name_manager,
    take_back_ready,
    tick,
    unask_manager,
)
from jobboard.roles.service.opening import count_opening
from jobboard.roles.service.outcomes import ask_outcome, say_outcome
from jobboard.roles.service.running import (
    archive,
    cancel,
    close_early,
    extend,
    fill,
    pause,
    relist,
    resume,
)
from jobboard.roles.service.selecting import answer, share_selection, unshare_selection
from jobboard.roles.service.states import (
    approve,
    ask_for_changes,
    in_the_way,
    open_due,
    publish,
    submit_for_review,
    take_back,
)
from jobboard.roles.service.stepping import save_step
from jobboard.roles.service.writing import create, discard, missing, save

__all__ = [
    "amend_answer",
    "answer",
    "answer_as_manager",
    "answer_question",
    "approve",
    "archive",
    "ask_for_changes",
    "ask_manager",
    "ask_outcome",
    "ask_question",
    "cancel",
    "close_early",
    "copy",
    "count_opening",
    "create",
    "decline_question",
    "discard",
    "drop_template",
    "extend",
    "fill",
    "in_the_way",
    "keep_template",
    "missing",
    "name_manager",
    "open_due",
    "pause",
    "publish",
    "relist",
    "resume",
    "save",
    "save_step",
    "say_outcome",
    "share_selection",
    "start_from",
    "submit_for_review",
    "take_back",
    "take_back_ready",
    "tick",
    "unask_manager",
    "unshare_selection",
    "withdraw_question",
]
