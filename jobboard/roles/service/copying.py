"""Start a role from another one, or from what an organisation keeps for that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor, require
from jobboard.organisations.models import Organisation
from jobboard.roles import contents, keeping, queries
from jobboard.roles.content import Content
from jobboard.roles.models import Role
from jobboard.roles.models.words import RoleTemplate
from jobboard.roles.service.writing import create

MOST_TEMPLATES = 50


class TemplateNameError(UserError):
    message = "Give the template a name that your colleagues will know it by."
    field = "name"


class TooManyTemplatesError(UserError):
    message = f"Your organisation keeps {MOST_TEMPLATES} templates already. Delete one first."
    field = "name"


def copy(actor: Actor, role: Role, at: datetime) -> Role:
    """A draft that says the same, without dates."""
    with transaction():
        require(actor, "role.copy", role)
        agency = role.agency if role.desk_of(actor.user_id) is role.agency else None
        draft = create(actor, role.organisation, undated(contents.of(role)), at, agency)
        record(actor, "role.copied", draft, source=str(role.id))
        return draft


def undated(content: Content) -> Content:
    return replace(content, closes_at=None, interview_dates=())


def keep_template(actor: Actor, role: Role, name: str, at: datetime) -> RoleTemplate:
    """Under this name, in place of an earlier one of the same name."""
    with transaction() as current:
        require(actor, "role.keep_template", role)
        if not name.strip():
            raise TemplateNameError
        desk = role.desk_of(actor.user_id)
        kept = {each.name: each for each in queries.templates_of([desk.id])}
        row = kept.get(name)
        if row is None and len(kept) >= MOST_TEMPLATES:
            raise TooManyTemplatesError
        row = row or RoleTemplate(organisation_id=desk.id, name=name)
        row.content = keeping.packed(undated(contents.of(role)))
        row.saved_by_id, row.saved_at = actor.user_id, at
        current.add(row)
        current.flush()
        record(actor, "role.template_kept", role, template=str(row.id))
        return row


def start_from(
    actor: Actor, template: RoleTemplate, at: datetime, client: Organisation | None = None
) -> Role:
    """A draft that says what the template says, for a client of the agency that keeps it or for
    whoever keeps it. Raises NotAClientError."""
    with transaction():
        desk, said = template.organisation, keeping.unpacked(template.content)
        draft = create(actor, client or desk, said, at, desk if client else None)
        record(actor, "role.began_from_template", draft, template=str(template.id))
        return draft


def drop_template(actor: Actor, template: RoleTemplate) -> None:
    with transaction() as current:
        require(actor, "role.create", template.organisation)
        record(actor, "role.template_dropped", template)
        current.delete(template)
