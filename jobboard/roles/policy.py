"""Who may do what with an advert: the kinds of member that write roles for their organisation."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.organisations.domain import STAFF
from jobboard.organisations.models import Organisation
from jobboard.roles.models import Role, RoleQuestion


@rule("role.create")
def may_create(actor: Actor, organisation: Organisation) -> bool:
    return organisation.member_kind(actor.user_id) in STAFF


@rule("role.edit")
@rule("role.publish")
@rule("role.pause")
@rule("role.resume")
@rule("role.take_back")
@rule("role.extend")
@rule("role.relist")
@rule("role.copy")
@rule("role.keep_template")
@rule("role.close_early")
@rule("role.cancel")
@rule("role.fill")
@rule("role.discard")
@rule("role.say_outcome")
@rule("role.answer")
def may_change(actor: Actor, role: Role) -> bool:
    """Imported adverts belong to their source: nobody edits them here."""
    return not role.is_imported and role.member_kind(actor.user_id) in STAFF


@rule("role.ask")
def may_ask(actor: Actor, role: Role) -> bool:
    """Anybody with an account but those who work on it; imported adverts are asked elsewhere."""
    is_own = role.member_kind(actor.user_id) is not None
    return actor.user_id is not None and not role.is_imported and not is_own


@rule("role.review")
def may_review(actor: Actor, role: Role) -> bool:
    """Whoever acts for nobody: approval is automatic until there are moderators."""
    return actor.user_id is None and not role.is_imported


@rule("role_question.withdraw")
def may_withdraw(actor: Actor, question: RoleQuestion) -> bool:
    return actor.user_id is not None and question.asker_id == actor.user_id
