"""The verbs of a joint application (decisions.md 2 and 4 to 6). Only this room writes.

Every verb first takes the application's row for itself, so that two partners who press at once are
judged one after the other (SQLite: the write lock at BEGIN; PostgreSQL: SELECT … FOR UPDATE).
"""

from __future__ import annotations

from jobboard.applications.service.handing_down import arrangement_of, keep_as_ours
from jobboard.applications.service.keeping import Saved
from jobboard.applications.service.leaving import (
    decide,
    lapse,
    leave,
    partner_left_with_the_pair,
    partnership_ended,
)
from jobboard.applications.service.settling import (
    pair_renamed,
    person_renamed,
    role_cancelled,
    role_changed,
    track_record_changed,
)
from jobboard.applications.service.signatures import ask_for_signatures, sign, withdraw
from jobboard.applications.service.starting import start
from jobboard.applications.service.templates import drop_template, keep_templates, stamp_of
from jobboard.applications.service.terms import answer_acceptance, set_share_type
from jobboard.applications.service.together import be_here, mark_read, restore
from jobboard.applications.service.writing import save_section

__all__ = [
    "Saved",
    "answer_acceptance",
    "arrangement_of",
    "ask_for_signatures",
    "be_here",
    "decide",
    "drop_template",
    "keep_as_ours",
    "keep_templates",
    "lapse",
    "leave",
    "mark_read",
    "pair_renamed",
    "partner_left_with_the_pair",
    "partnership_ended",
    "person_renamed",
    "restore",
    "role_cancelled",
    "role_changed",
    "save_section",
    "set_share_type",
    "sign",
    "stamp_of",
    "start",
    "track_record_changed",
    "withdraw",
]
