"""What the figures of roles are counted from: only what this reader may see anyway."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.activity import Activity
from jobboard.core.db import session
from jobboard.hiring.domain import Stage
from jobboard.hiring.figures import Move, Passage, passage
from jobboard.hiring.models import Candidacy
from jobboard.hiring.queries import roles_of, visible_to
from jobboard.organisations.domain import READERS
from jobboard.organisations.models import Membership, Organisation
from jobboard.roles.models import Role


def passages(
    user_id: UUID | None, role_ids: Collection[UUID], at: datetime
) -> dict[UUID, list[Passage]]:
    """The way of each visible candidacy, by role. Two queries, however many there are."""
    seen = visible_to(user_id, at).where(Candidacy.role_id.in_(role_ids))
    acts = sa.select(Activity.subject_id, Activity.at, Activity.codes).where(
        Activity.action == "candidacy.moved",
        Activity.subject_id.in_(seen.with_only_columns(Candidacy.id)),
    )
    moves: dict[UUID, list[Move]] = defaultdict(list)
    for candidacy_id, when, codes in session().execute(acts.order_by(Activity.at, Activity.id)):
        moves[candidacy_id].append(Move(when, codes["move"], Stage(codes["to"])))
    rows = seen.with_only_columns(
        Candidacy.id, Candidacy.role_id, Candidacy.visible_from, Candidacy.alone_id
    ).order_by(Candidacy.visible_from, Candidacy.id)
    found: dict[UUID, list[Passage]] = {role_id: [] for role_id in role_ids}
    for candidacy_id, role_id, arrived, alone_id in session().execute(rows):
        is_alone = alone_id is not None
        found[role_id].append(passage(arrived, moves[candidacy_id], is_alone=is_alone))
    return found


def organisation(user_id: UUID | None, organisation_id: UUID) -> Organisation:
    """Of somebody who reads applications there. Raises NoResultFound."""
    found = sa.select(Organisation).join(Organisation.memberships)
    mine = found.where(Membership.user_id == user_id, Membership.kind.in_(READERS))
    return session().scalars(mine.where(Organisation.id == organisation_id)).one()


def roles_of_organisation(user_id: UUID | None, organisation_id: UUID) -> list[Role]:
    """All that were ever published, run by it or for it, the newest first."""
    sides = Role.organisation_id == organisation_id, Role.agency_id == organisation_id
    found = roles_of(user_id).where(sa.or_(*sides))
    return list(session().scalars(found.order_by(Role.published_at.desc(), Role.id)))
