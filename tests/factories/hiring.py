"""Candidacies as an employer meets them. Each factory commits what it makes."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from uuid import UUID, uuid4

from jobboard.accounts.models import User
from jobboard.applications.domain import Status
from jobboard.applications.models import Application, Submission
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring import queries, service
from jobboard.hiring.domain import Reason, Stage
from jobboard.hiring.models import Candidacy
from jobboard.organisations.domain import MemberKind
from jobboard.partnerships.domain import Acceptance, PartnershipStatus
from jobboard.partnerships.models import Partnership
from jobboard.planning.share_types import ShareType
from jobboard.roles.models import Role
from tests.factories.applications import submitted_application, visible_application
from tests.factories.people import PASSWORD_HASH
from tests.factories.world import make_role

_number = count(1)
PATHS: dict[Stage, tuple[str, ...]] = {
    Stage.NEW: (),
    Stage.UNDER_REVIEW: ("start_reading",),
    Stage.LONGLISTED: ("longlist",),
    Stage.SHORTLISTED: ("shortlist",),
    Stage.INTERVIEWING: ("shortlist", "interview"),
    Stage.RESERVE: ("shortlist", "interview", "reserve"),
    Stage.NOT_SELECTED: ("not_select",),
}
"""How the employer gets a candidacy there."""


def owner_of(role: Role) -> User:
    """The first owner of the organisation that posted it."""
    owners = [m.user for m in role.organisation.memberships if m.kind is MemberKind.OWNER]
    return owners[0]


def recruiter_of(role: Role) -> Actor:
    return Actor(user_id=owner_of(role).id)


def make_candidacy(
    role: Role | None = None,
    partnership: Partnership | None = None,
    *,
    stage: Stage = Stage.NEW,
    visible: bool = True,
) -> Candidacy:
    """Through every verb: written, signed twice, submitted (an hour ago), moved to its stage."""
    role = role or make_role()
    make = visible_application if visible else submitted_application
    application = make(role, partnership)
    candidacy = queries.of_application(application.id)
    assert candidacy is not None
    for move in PATHS[stage]:
        reason = Reason.STRONGER_PAIR if move == "not_select" else None
        service.move(recruiter_of(role), candidacy, move, now(), reason=reason)
    return candidacy


def make_many(role_id: UUID, number: int, *, payload: bytes, plan: str = "aaaaaxbbbb") -> None:
    """Rows straight into the tables, for lists of hundreds: `number` pairs of new people."""
    at = now() - timedelta(hours=2)
    for n in range(number):
        pair = _pair(n)
        application = Application(
            id=uuid4(),
            role_id=role_id,
            partnership=pair,
            started_by_id=pair.first.id,
            status=Status.SUBMITTED,
            share_type=ShareType.HYBRID,
            acceptance=Acceptance.TOGETHER_ONLY,
            content_hash="0" * 64,
            created_at=at,
            updated_at=at,
            submitted_at=at,
            visible_from=at,
        )
        session().add_all([application, _submission(application, payload)])
        session().add(
            Candidacy(
                application=application,
                role_id=role_id,
                visible_from=at - timedelta(minutes=n // 7),
                moved_at=at,
                plan=plan,
                total_tenths=10 + n % 3,
                overlap=n % 4,
                gaps=0,
                pair_months=n % 5 * 7,
            )
        )
    session().commit()


def _submission(application: Application, payload: bytes) -> Submission:
    return Submission(
        application=application,
        content_hash="0" * 64,
        version=1,
        payload=payload,
        submitted_at=application.created_at,
    )


def _pair(n: int) -> Partnership:
    at = now()
    first, second = (
        User(id=uuid4(), name=f"{name} {next(_number)}", password_hash=PASSWORD_HASH, created_at=at)
        for name in ("Ada", "Ben")
    )
    return Partnership(
        id=uuid4(),
        first=first,
        second=second,
        name=f"Pair {n}",
        status=PartnershipStatus.FORMED,
        created_at=at,
    )
