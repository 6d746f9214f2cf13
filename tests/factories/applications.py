"""Joint applications in every state, made through the verbs. Each factory commits what it makes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from jobboard.accounts.models import User
from jobboard.applications import queries, service, snapshot
from jobboard.applications.answers import Risk
from jobboard.applications.domain import OWNED_BY, AcceptanceWish, SectionKind
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
    "review": "monthly",
    "note": " ".join(["The grievance hearing has moved to Thursday and you chair it."] * 8),
}
COVER: dict[str, Any] = {
    "swap_a": "12",
    "swap_b": "12",
    "never_both_off": True,
    "fortnight": "The one who stays adds two half-days and the third is left to the deputy.",
    "long_absence": "The one who stays holds the role while an interim takes the other half.",
    "support": "One diary secretary for the two of us.",
}
RISKS: dict[str, Any] = {
    "answers": {risk.value: f"We have thought about {risk} and written it down." for risk in Risk}
}
CONTINUITY: dict[str, Any] = {
    "earliest_start": (now() + timedelta(days=300)).date().isoformat(),
    "transition": False,
    "review_weeks": None,
    "conditions": "",
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
    """The first partner writes every joint section so that it is complete; each of the two writes
    their own words, and answers that they come together only."""
    leads = {str(duty.id): "either" for duty in application.role.duties}
    contents: dict[SectionKind, dict[str, Any]] = {
        SectionKind.PROPOSITION: {"text": PROPOSITION},
        SectionKind.SPLIT_PLAN: {"plan": plan, "when_it_changes": "We swap with a week's notice."},
        SectionKind.RESPONSIBILITIES: {"leads": leads},
        SectionKind.HANDOVER: HANDOVER,
        SectionKind.COVER: COVER,
        SectionKind.RISKS: RISKS,
        SectionKind.CONTINUITY: CONTINUITY,
    }
    first, second = application.partnership.people
    for kind, content in contents.items():
        write(application, first, kind, content)
    write_own_words(application)
    for person in (first, second):
        answer(application, person, AcceptanceWish.TOGETHER_ONLY)


def write_own_words(application: Application) -> None:
    """Each partner's wish, and evidence for every criterion where the role asks for it."""
    asked = application.role.criteria if application.role.asks_evidence else []
    evidence = {str(one.id): f"I have done this: {one.text}" for one in asked}
    own = {"wish": "new_partner", "wish_note": "", "evidence": evidence}
    for kind, person in zip(OWNED_BY, application.partnership.people, strict=True):
        write(application, person, kind, own)


def answer(
    application: Application, user: User, wish: AcceptanceWish, *, is_shown: bool = False
) -> service.Saved:
    """One partner's private answer to together or either."""
    actor = actor_of(user)
    return service.answer_acceptance(actor, application, wish, now(), is_shown=is_shown)


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
