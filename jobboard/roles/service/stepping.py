"""Keep one step of an advert, by the button or by itself."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require
from jobboard.roles import contents, queries
from jobboard.roles.content import Content
from jobboard.roles.domain import NotEditableError, RoleEditedMeanwhileError, SavedByHandError
from jobboard.roles.models import Role
from jobboard.roles.service.telling import tell_of_edit
from jobboard.roles.service.writing import refuse_worse
from jobboard.roles.steps import Step, raised


def save_step(
    actor: Actor,
    role: Role,
    step: Step,
    content: Content,
    base: int,
    at: datetime,
    *,
    by_itself: bool = False,
) -> bool:
    """Keep what `content` says in this step, made on top of the step's number `base`; everything
    else stays as a colleague may have left it a second ago. False: it says so already, also
    for a button that was pressed twice.

    Raises RoleEditedMeanwhileError where somebody saved this very step since; what readers see is
    only changed by hand (SavedByHandError) and never made less complete (InvalidInputError).
    """
    with transaction():
        require(actor, "role.edit", role)
        role = queries.locked(role)
        if not role.is_editable:
            raise NotEditableError
        if by_itself and not role.is_unpublished:
            raise SavedByHandError
        stored, was_running = contents.of(role), role.runs(at)
        wanted = contents.settle(step.into(stored, content), role)
        if wanted == stored:
            return False
        if base != role.step_numbers.get(step.key, 0):
            raise RoleEditedMeanwhileError
        refuse_worse(role, wanted, at)
        contents.put(role, wanted)
        role.step_numbers = raised(role.step_numbers, [step])
        role.version += 1
        role.updated_at = at
        session().flush()
        if not by_itself:
            record(actor, "role.edited", role, version=role.version)
        tell_of_edit(role, stored, was_running, at)
    return True
