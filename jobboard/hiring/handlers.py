from __future__ import annotations

from jobboard.applications.events import (
    ApplicationSubmitted,
    ApplicationWithdrawn,
    DepartureDecided,
    PartnerLeft,
)
from jobboard.applications.leaving import Answer
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.core.policy import Actor
from jobboard.hiring import service
from jobboard.partnerships.events import PartnershipDissolved
from jobboard.roles.events import RoleCancelled, RoleTermsChanged


@on(ApplicationSubmitted)
def open_a_candidacy(event: ApplicationSubmitted) -> None:
    """One that continues another has a candidacy already; it waits for the end of the cool-off."""
    if event.continues_id is None:
        service.receive(event.application_id, event.role_id, event.visible_from)
    else:
        service.expect_new_pair(event.application_id, event.visible_from)


@on(ApplicationWithdrawn)
def close_or_forget(event: ApplicationWithdrawn) -> None:
    if event.was_submitted:
        actor = Actor(user_id=event.by_id)
        service.pair_withdrew(actor, event.application_id, event.was_visible, now())


@on(PartnerLeft)
def keep_the_stage(event: PartnerLeft) -> None:
    if event.was_submitted:
        actor = Actor(user_id=event.by_id)
        service.partner_left(actor, event.application_id, event.was_visible, now())


@on(DepartureDecided)
def go_on_or_end(event: DepartureDecided) -> None:
    actor = Actor(user_id=event.by_id)
    if event.answer == Answer.ALONE:
        service.continue_alone(actor, event.application_id, now())
    elif event.answer in {Answer.WITHDRAWN, Answer.LAPSED} and event.was_visible:
        service.end(actor, event.application_id, now())


@on(PartnershipDissolved)
def pair_ended(event: PartnershipDissolved) -> None:
    service.pair_ended(event.partnership_id, event.asked_by_id, now())


@on(RoleCancelled)
def end_with_the_role(event: RoleCancelled) -> None:
    service.role_cancelled(Actor(user_id=event.by_id), event.role_id, now())


@on(RoleTermsChanged)
def ask_both_again(event: RoleTermsChanged) -> None:
    service.ask_again(event.role_id, event.version, now())
