"""The role changed after both had signed: each is asked, and answers for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require_fresh
from jobboard.hiring.domain import ChangedOnceMoreError, NothingToConfirmError
from jobboard.hiring.events import ReconfirmationAsked, Reconfirmed
from jobboard.hiring.models import Candidacy, Reconfirmation
from jobboard.hiring.queries import reconfirming as queries


def ask_again(role_id: UUID, version: int, at: datetime) -> None:
    """Every pair that is with the employer and not decided (domain.md §4)."""
    with transaction():
        ask(queries.undecided_of_role(role_id), version, at)


def ask(candidacies: Sequence[Candidacy], version: int, at: datetime) -> None:
    """Each person who stands by one of these. An answer about an older version counts no more."""
    kept = queries.reconfirmations([candidacy.id for candidacy in candidacies])
    for candidacy in candidacies:
        rows = {row.user_id: row for row in kept.get(candidacy.id, [])}
        for user_id in _standing(candidacy):
            row = rows.get(user_id) or Reconfirmation(candidacy_id=candidacy.id, user_id=user_id)
            row.role_version, row.asked_at, row.answered_at = version, at, None
            session().add(row)
        record(Actor(), "candidacy.asked_again", candidacy, role_version=version)
    session().flush()
    if candidacies:
        ids = tuple(candidacy.id for candidacy in candidacies)
        emit(ReconfirmationAsked(candidacy_ids=ids, role_version=version))


def _standing(candidacy: Candidacy) -> list[UUID]:
    """Both, or whoever remained."""
    application = candidacy.application
    pair = application.partnership
    both = [pair.first_id, pair.second_id]
    return [one for one in both if one != application.left_by_id]


def reconfirm(actor: Actor, candidacy: Candidacy, seen_version: int, at: datetime) -> None:
    """One's own word that it is still for oneself; the partner gives theirs. Again: nothing.

    `seen_version` is the version of the role that the page showed. It renews a signature, so it
    wants a fresh password as well. Raises NothingToConfirmError, ChangedOnceMoreError.
    """
    with transaction():
        row = queries.own(candidacy.id, actor.user_id)
        if row is None or not candidacy.is_live:
            raise NothingToConfirmError
        require_fresh(actor, at)
        if row.role_version != seen_version:
            raise ChangedOnceMoreError
        if row.answered_at is not None:
            return
        row.answered_at = at
        session().flush()
        record(actor, "candidacy.reconfirmed", candidacy, role_version=seen_version)
        emit(
            Reconfirmed(
                application_id=candidacy.application_id,
                by_id=row.user_id,
                role_version=seen_version,
                is_complete=queries.is_complete(candidacy.id),
            )
        )


def forget(candidacy: Candidacy, user_id: UUID | None = None) -> None:
    """Whoever left is asked nothing more; None: nobody of it, for others have signed anew."""
    for row in queries.reconfirmations([candidacy.id]).get(candidacy.id, []):
        if user_id in (None, row.user_id):
            session().delete(row)
    session().flush()
