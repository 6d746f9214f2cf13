"""Who may: both partners, and nobody else. What a state allows is the lifecycle's business."""

from __future__ import annotations

from jobboard.applications.domain import OWNED_BY, SectionKind
from jobboard.applications.models import Application, Section
from jobboard.core.policy import Actor, rule
from jobboard.partnerships.models import Partnership, PartnershipTemplate


@rule("application.start")
def may_start(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("application.read")
def is_partner(actor: Actor, application: Application) -> bool:
    return application.partnership.includes(actor.user_id)


@rule("application.edit")
@rule("application.sign")
def works_on_it(actor: Actor, application: Application) -> bool:
    """Both, until one leaves it or their partnership ends."""
    return application.partnership.is_live and is_still_in(actor, application)


@rule("application.withdraw")
def is_still_in(actor: Actor, application: Application) -> bool:
    """Whoever has left it decides nothing more about it."""
    is_theirs = application.partnership.includes(actor.user_id)
    return is_theirs and application.left_by_id != actor.user_id


@rule("application.leave")
def may_leave(actor: Actor, application: Application) -> bool:
    return application.partnership.includes(actor.user_id)


@rule("application.decide")
def decides(actor: Actor, application: Application) -> bool:
    """The one who remains."""
    return application.left_by_id is not None and is_still_in(actor, application)


@rule("section.write")
def may_write(actor: Actor, section: Section) -> bool:
    """Both partners write the joint sections; each of them alone writes their own words."""
    pair = section.application.partnership
    owner = OWNED_BY.get(section.kind)
    return pair.includes(actor.user_id) and owner in (None, pair.side_of(actor.user_id))


@rule("template.drop")
def may_drop(actor: Actor, template: PartnershipTemplate) -> bool:
    """Both, while they are a pair; what one keeps of their own words is dropped by them alone."""
    pair = template.partnership
    owner = OWNED_BY.get(SectionKind(template.kind))
    is_theirs = owner in (None, pair.side_of(actor.user_id))
    return pair.is_live and pair.includes(actor.user_id) and is_theirs
