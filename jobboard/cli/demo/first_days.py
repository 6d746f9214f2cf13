"""Northmoor drafts the first 90 days of a pair that it is about to meet."""

from __future__ import annotations

from datetime import datetime, timedelta

from jobboard.cli.demo.history import History
from jobboard.cli.demo.interviews import DAY, ROLE
from jobboard.cli.demo.world import World
from jobboard.core.db import session
from jobboard.hiring import queries as hiring
from jobboard.planning.split_plan import SplitPlan
from jobboard.tenures import service
from jobboard.tenures.days import review_days
from jobboard.tenures.domain import Appraisal, Who

PAIR = "okafor-marsh"


def plan(world: World, history: History) -> None:
    history.add(0.3 * DAY, lambda at: _write(world, at))


def _write(world: World, at: datetime) -> None:
    session().flush()
    candidacy = hiring.of_application(world.applications[PAIR, ROLE].id)
    assert candidacy is not None
    today = at.date()
    start = today + timedelta(days=70 - today.weekday())
    said = service.Said(
        starts_on=start,
        reviews=review_days(start, SplitPlan.from_text(candidacy.plan)),
        inbox="",
        diary="The shared calendar “Director of Development”",
        appraisal=Appraisal.WHAT_AND_HOW,
        who={"even.1": Who.ALL},
    )
    service.write(world.actor("recruiter", at), candidacy, said, 0, at)
