from __future__ import annotations

from jobboard.applications.events import ApplicationSubmitted, ApplicationWithdrawn
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.core.policy import Actor
from jobboard.hiring import service


@on(ApplicationSubmitted)
def open_a_candidacy(event: ApplicationSubmitted) -> None:
    service.receive(event.application_id, event.role_id, event.visible_from)


@on(ApplicationWithdrawn)
def close_or_forget(event: ApplicationWithdrawn) -> None:
    if event.was_submitted:
        actor = Actor(user_id=event.by_id)
        service.pair_withdrew(actor, event.application_id, event.was_visible, now())
