"""Plans of first 90 days. Each factory commits what it makes."""

from __future__ import annotations

from datetime import date
from typing import Any

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.planning.split_plan import SplitPlan
from jobboard.tenures import queries, service
from jobboard.tenures.days import review_days
from jobboard.tenures.domain import Appraisal
from jobboard.tenures.models import FirstDays
from jobboard.tenures.service import Said
from tests.factories.hiring import make_candidacy, recruiter_of

START = date(2027, 3, 1)


def said(candidacy: Candidacy, **fields: Any) -> Said:
    plan = SplitPlan.from_text(candidacy.plan)
    start = fields.pop("starts_on", START)
    usual: dict[str, Any] = {
        "reviews": review_days(start, plan),
        "inbox": "people.directors@example.test",
        "diary": "The shared calendar",
        "appraisal": Appraisal.WHAT_AND_HOW,
        "who": {},
    }
    return Said(starts_on=start, **{**usual, **fields})


def make_plan(candidacy: Candidacy | None = None, **fields: Any) -> FirstDays:
    candidacy = candidacy or make_candidacy(stage=Stage.INTERVIEWING)
    service.write(recruiter_of(candidacy.role), candidacy, said(candidacy, **fields), 0, now())
    row = queries.of_candidacy(candidacy.id)
    assert row is not None
    return row


def appoint(candidacy: Candidacy) -> Candidacy:
    """Offers have no page yet, so the life cycle itself is asked."""
    for move in ("offer", "accept"):
        candidacy.advance(move)
    session().commit()
    return candidacy
