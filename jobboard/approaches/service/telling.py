"""Who has a letter about an approach. The rows hold ids; the words are jobs.py's."""

from __future__ import annotations

from collections.abc import Iterable

from jobboard.accounts.models import User
from jobboard.approaches import queries
from jobboard.approaches.models import Approach
from jobboard.core import mail


def tell(kind: str, approach: Approach, people: Iterable[User], part: object = "") -> None:
    """`part` tells one signature or change from the next."""
    for person in people:
        if person.address is not None:
            mail.post(
                kind,
                person.address,
                decision=f"{kind}:{approach.id}:{part}",
                person_id=person.id,
                approach_id=str(approach.id),
            )


def tell_staff(kind: str, approach: Approach) -> None:
    tell(kind, approach, queries.staff(approach.organisation_id))
