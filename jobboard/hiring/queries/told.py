"""What the two of a pair may know of their own candidacies."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.hiring.domain import Stage
from jobboard.hiring.lines import PairNews
from jobboard.hiring.models import Candidacy, Reconfirmation
from jobboard.hiring.wording import is_told, reason_for_pair, stage_for_pair
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role

_PEOPLE = Candidacy.application, Application.partnership


def candidacies_of_person(user_id: UUID) -> list[PairNews]:
    """What one partner may know of their own submitted applications, newest first; nothing of
    those they have left."""
    is_asked = sa.exists().where(
        Reconfirmation.candidacy_id == Candidacy.id,
        Reconfirmation.user_id == user_id,
        Reconfirmation.answered_at.is_(None),
    )
    found = (
        sa.select(Candidacy, is_asked)
        .join(Candidacy.application)
        .join(Application.partnership)
        .where(
            sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id),
            Application.left_by_id.is_distinct_from(user_id),
        )
        .options(
            contains_eager(*_PEOPLE),
            joinedload(Candidacy.role).joinedload(Role.organisation),
            joinedload(Candidacy.refusal),
        )
        .order_by(Candidacy.visible_from.desc(), Candidacy.id)
    )
    return [news_of(row, bool(asked)) for row, asked in session().execute(found)]


def news_of(row: Candidacy, is_asked: bool = False) -> PairNews:
    told, refusal = is_told(row.stage), row.refusal
    return PairNews(
        application_id=row.application_id,
        role=row.role,
        stage=row.stage if told else Stage.NEW,
        words=stage_for_pair(row.stage),
        is_told=told,
        at=row.moved_at if told else row.visible_from,
        reason=reason_for_pair(refusal.reason) if refusal else "",
        employer_words=refusal.words if refusal else "",
        is_asked_again=is_asked and row.is_live,
    )
