"""One outbox row for a decision and a person of the pair."""

from __future__ import annotations

from uuid import UUID

from jobboard.core.mail import post
from jobboard.partnerships import queries
from jobboard.partnerships.models import Partnership


def tell(partnership: Partnership, user_id: UUID, what: str, code: str, **refs: str) -> None:
    """`code` makes the decision one: the same code is told once."""
    people = queries.with_people(partnership.id).people
    person = next(one for one in people if one.id == user_id)
    if person.address:
        post(
            f"partnerships.{what}",
            person.address,
            decision=f"partnership.{what}:{code}",
            person_id=person.id,
            not_before=None,
            partnership_id=str(partnership.id),
            **refs,
        )


def tell_both(partnership: Partnership, what: str, code: str, **refs: str) -> None:
    for user_id in (partnership.first_id, partnership.second_id):
        tell(partnership, user_id, what, code, **refs)
