"""A pair → what its diary says: the week of its latest plan, and the instants of its applications.

Nothing in it is one person's alone: the address may be given to an assistant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.applications.names import names_of
from jobboard.core.documents.calendar import calendar_of
from jobboard.diary import queries
from jobboard.diary.domain import Deadline, deadline_entry, week_entries
from jobboard.partnerships.models import Partnership
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.turns import LONDON

NO_SEQUENCE_BEFORE = 1_700_000_000
"""Seconds since 1970; SEQUENCE counts from here to stay a small whole number."""


@dataclass(frozen=True, slots=True)
class Diary:
    """`plan_from`: the application whose week it is; None while no plan has a half-day."""

    names: Names
    plan: SplitPlan | None
    plan_from: Application | None
    deadlines: tuple[Deadline, ...]
    changed_at: datetime


def diary_of(pair: Partnership, at: datetime) -> Diary:
    rows = queries.live_applications(pair.id)
    with_week = next((row for row in rows if _plan(row).covered), None)
    found = [one for row in rows for one in _deadlines(row) if one.at > at]
    return Diary(
        names_of(pair.first, pair.second),
        _plan(with_week) if with_week else None,
        with_week,
        tuple(sorted(found, key=lambda one: (one.at, one.key))),
        max((row.updated_at for row in rows), default=pair.created_at),
    )


def _plan(row: Application) -> SplitPlan:
    return SplitPlan.from_text(str(row.content(SectionKind.SPLIT_PLAN)["plan"]))


def _deadlines(row: Application) -> list[Deadline]:
    path, role = f"/applications/{row.id}", row.role
    found = []
    if row.is_editable and (ends := row.sign_by or role.closes_at):
        found.append(
            Deadline(f"closing-{row.id}", f"Last moment to sign: {role.title}", ends, path)
        )
    if row.visible_from is not None:
        words = f"The employer can read it: {role.title}"
        found.append(Deadline(f"cool-off-{row.id}", words, row.visible_from, path))
    return found


def feed_of(pair: Partnership, at: datetime, base: str) -> bytes:
    """The ICS text. The recurring week begins with the Monday of the plan's last change, so that
    the same plan gives the same events on every day it is read."""
    diary, base = diary_of(pair, at), base.rstrip("/")
    uid = "{}" + f"-{pair.id}@{urlsplit(base).hostname or 'twofold'}"
    entries = [deadline_entry(one, base, uid) for one in diary.deadlines]
    if diary.plan and diary.plan_from:
        since = diary.plan_from.updated_at.astimezone(LONDON).date()
        entries += week_entries(diary.plan, diary.names, since, uid)
    stamp = diary.changed_at
    sequence = max(0, int(stamp.timestamp()) - NO_SEQUENCE_BEFORE)
    name = f"Diary of {diary.names[0]} and {diary.names[1]}"
    return calendar_of(name, entries, stamp.replace(microsecond=0), sequence)
