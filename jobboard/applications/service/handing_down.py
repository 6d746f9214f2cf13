"""What an application settled may become the pair's own: their map, their usual week."""

from __future__ import annotations

from datetime import datetime

from jobboard.applications import queries, snapshot
from jobboard.applications.answers import RULE_WORDS, DecisionRule
from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.core.policy import Actor
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.duty_map import Duty, DutyMap, Lead
from jobboard.partnerships.weeks import without_a_role
from jobboard.planning.split_plan import SplitPlan


def arrangement_of(application: Application) -> tuple[DutyMap, str]:
    """The duties somebody was named for, and the plan as plan text; either may be empty."""
    entries = queries.track_record(application.partnership_id)
    frame = snapshot.frame_for(application, entries)
    contents = snapshot.contents_of(application, frame)
    given = contents[SectionKind.RESPONSIBILITIES]
    leads, rules = given["leads"], given["rules"]
    duties = tuple(
        Duty(duty.name, Lead(leads[duty.id]), _rule(rules.get(duty.id)))
        for duty in frame.duties
        if duty.id in leads
    )
    plan = SplitPlan.from_text(contents[SectionKind.SPLIT_PLAN]["plan"])
    return DutyMap(duties), without_a_role(plan.to_text()) if plan.total else ""


def _rule(code: str | None) -> str:
    return RULE_WORDS[DecisionRule(code)] if code else ""


def keep_as_ours(
    actor: Actor, application: Application, bases: tuple[int, int], at: datetime
) -> None:
    """A new version of the pair's map and card; what was before stays in the map's history."""
    duties, week = arrangement_of(application)
    why = f"From our application for {application.role.title}"
    partnerships.keep_as_ours(actor, application.partnership, duties, week, why, bases, at)
