"""Joint applications in every state, made through the verbs. Each factory commits what it makes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from jobboard.accounts.models import User
from jobboard.applications import queries, service, snapshot
from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.core.clock import now
from jobboard.core.policy import Actor
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from tests.factories.world import make_partnership, make_role

GOOD_PLAN = "aaaaaxbbbb"
"""Fits make_role(): every half-day covered, both in on Wednesday afternoon, 1.1 FTE."""
PROPOSITION = " ".join(["We have rebuilt two people functions and would do it once more."] * 14)
HANDOVER: dict[str, Any] = {
    "entries": [
        {"when": "Wednesday, 1pm", "medium": "meeting", "minutes": 60, "what": "Open decisions."},
        {"when": "Friday, 4pm", "medium": "voice", "minutes": 5, "what": "The week in five lines."},
    ],
    "shared_inbox": True,
    "shared_diary": True,
    "urgent_rule": "Whoever is in decides; the other hears of it the same day.",
}


def actor_of(user: User, at: datetime | None = None) -> Actor:
    """This person with a password typed at `at` (now)."""
    return Actor(user_id=user.id, authenticated_at=at or now())


def start_application(
    role: Role | None = None, partnership: Partnership | None = None
) -> Application:
    """A fresh draft of the first partner; nothing of its own is written yet."""
    role, pair = role or make_role(), partnership or make_partnership()
    return service.start(actor_of(pair.first), role, pair, now())


def fill_in(application: Application, *, plan: str = GOOD_PLAN) -> None:
    """The first partner writes every section so that it is complete."""
    leads = {str(duty.id): "either" for duty in application.role.duties}
    contents: dict[SectionKind, dict[str, Any]] = {
        SectionKind.PROPOSITION: {"text": PROPOSITION},
        SectionKind.SPLIT_PLAN: {"plan": plan, "when_it_changes": "We swap with a week's notice."},
        SectionKind.RESPONSIBILITIES: {"leads": leads},
        SectionKind.HANDOVER: HANDOVER,
    }
    for kind, content in contents.items():
        write(application, application.partnership.first, kind, content)


def write(
    application: Application, user: User, kind: SectionKind, content: dict[str, Any]
) -> service.Saved:
    """One partner saves a section on the newest base."""
    number = application.section(kind).number
    return service.save_section(actor_of(user), application, kind, number, content, now())


def hash_now(application: Application) -> str:
    """What a page would show to be signed."""
    return snapshot.hash_of(application, queries.track_record(application.partnership_id))


def sign(application: Application, user: User, at: datetime | None = None) -> bool:
    at = at or now()
    return service.sign(actor_of(user, at), application, hash_now(application), at)


def ready_application(
    role: Role | None = None, partnership: Partnership | None = None
) -> Application:
    """A draft that could be signed at once."""
    application = start_application(role, partnership)
    fill_in(application)
    return application


def submitted_application(
    role: Role | None = None, partnership: Partnership | None = None, *, at: datetime | None = None
) -> Application:
    """Signed by both; `at` is when. The employer sees it ten minutes later."""
    application = ready_application(role, partnership)
    at = at or now()
    for person in application.partnership.people:
        sign(application, person, at)
    return application


def visible_application(
    role: Role | None = None, partnership: Partnership | None = None
) -> Application:
    """Submitted an hour ago: the employer sees it."""
    return submitted_application(role, partnership, at=now() - timedelta(hours=1))
