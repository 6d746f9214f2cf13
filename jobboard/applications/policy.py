"""Who may: both partners, and nobody else. What a state allows is the lifecycle's business."""

from __future__ import annotations

from jobboard.applications.domain import OWNED_BY
from jobboard.applications.models import Application, Section
from jobboard.core.policy import Actor, rule
from jobboard.partnerships.models import Partnership


@rule("application.start")
def may_start(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("application.read")
@rule("application.edit")
@rule("application.sign")
@rule("application.withdraw")
def is_partner(actor: Actor, application: Application) -> bool:
    return application.partnership.includes(actor.user_id)


@rule("section.write")
def may_write(actor: Actor, section: Section) -> bool:
    """Both partners write the joint sections; each of them alone writes their own words."""
    pair = section.application.partnership
    owner = OWNED_BY.get(section.kind)
    return pair.includes(actor.user_id) and owner in (None, pair.side_of(actor.user_id))
