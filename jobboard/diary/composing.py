"""A pair → what its diary says: its week, its interviews, and the instants of its applications.

Nothing in it is one person's alone: the address may be given to an assistant. So an individual
interview is not in it; it stands on that person's own page. And a week is what both have agreed
to: the usual week of their call card, or a plan both signed and sent; never a draft's, nor what
one of them wished in a profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from jobboard.applications.domain import SectionKind, Status
from jobboard.applications.models import Application
from jobboard.applications.names import names_of
from jobboard.core.documents.calendar import Entry, calendar_of
from jobboard.diary import queries
from jobboard.diary.domain import Deadline, deadline_entry, week_entries
from jobboard.interviews import queries as interviews
from jobboard.interviews.entries import STATUS, title_of
from jobboard.interviews.models import Interview
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries import arrangement
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.turns import LONDON

NO_SEQUENCE_BEFORE = 1_700_000_000
"""Seconds since 1970; SEQUENCE counts from here to stay a small whole number."""


@dataclass(frozen=True, slots=True)
class Diary:
    """`plan_from`: the application whose week it is; None where it is their usual one, or where
    there is no `plan`. `since` is when that week was last changed. `interviews`: those of both that
    are open and not over, in the order of time."""

    names: Names
    plan: SplitPlan | None
    plan_from: Application | None
    since: datetime
    interviews: tuple[Interview, ...]
    deadlines: tuple[Deadline, ...]
    changed_at: datetime


def diary_of(pair: Partnership, at: datetime) -> Diary:
    rows = queries.live_applications(pair.id)
    plan, plan_from, since = _week(pair, rows)
    found = [one for row in rows for one in _deadlines(row) if one.at > at]
    return Diary(
        names_of(pair.first, pair.second),
        plan,
        plan_from,
        since,
        tuple(one for one in interviews.of_pair(pair.id, at) if one.is_of_both),
        tuple(sorted(found, key=lambda one: (one.at, one.key))),
        max(since, *(row.updated_at for row in rows)) if rows else since,
    )


def _week(
    pair: Partnership, rows: Sequence[Application]
) -> tuple[SplitPlan | None, Application | None, datetime]:
    if card := arrangement.card(pair.id):
        return SplitPlan.from_text(card.week), None, card.written_at
    for row in rows:
        if row.status == Status.SUBMITTED and (plan := _plan(row)).covered:
            return plan, row, row.updated_at
    return None, None, pair.created_at


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
    entries += [_interview_entry(one, base, uid) for one in diary.interviews]
    if diary.plan:
        since = diary.since.astimezone(LONDON).date()
        entries += week_entries(diary.plan, diary.names, since, uid)
    stamp = diary.changed_at
    sequence = max(0, int(stamp.timestamp()) - NO_SEQUENCE_BEFORE)
    name = f"Diary of {diary.names[0]} and {diary.names[1]}"
    return calendar_of(name, entries, stamp.replace(microsecond=0), sequence)


def _interview_entry(one: Interview, base: str, uid: str) -> Entry:
    """With its own SEQUENCE, which the invitation by mail carries too."""
    return Entry(
        uid=uid.format(f"interview-{one.id}"),
        title=title_of(one),
        starts=one.starts_at,
        ends=one.ends_at,
        url=f"{base}/interviews/{one.id}",
        remind_before=timedelta(days=1),
        place=one.place,
        status=STATUS[one.state],
        stamp=one.changed_at.replace(microsecond=0),
        sequence=one.sequence,
    )
