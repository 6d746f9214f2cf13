"""Messages as their writers send them. Each factory commits what it makes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.hiring.models import Candidacy
from jobboard.inbox import queries, service
from jobboard.inbox.models import Message
from jobboard.inbox.places import Place
from jobboard.partnerships.models import Partnership
from tests.factories.applications import actor_of
from tests.factories.hiring import owner_of


def from_partner(
    author: User, application_id: UUID, text: str = "A question.", at: datetime | None = None
) -> Message:
    place = queries.about_application(actor_of(author), application_id, at or now())
    return service.write(actor_of(author), place, text, at or now())


def from_employer(
    candidacy: Candidacy,
    text: str = "Thank you both.",
    at: datetime | None = None,
    author: User | None = None,
) -> Message:
    actor = actor_of(author or owner_of(candidacy.role))
    place = queries.about_candidacy(actor, candidacy.id, at or now())
    return service.write(actor, place, text, at or now())


def note(author: User, pair: Partnership, text: str = "Lunch?") -> Message:
    return service.write(actor_of(author), Place(pair), text, now())
