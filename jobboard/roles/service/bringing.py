"""An organisation's own adverts into drafts of its own. Who brings a file twice doubles nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from jobboard.core.db import transaction
from jobboard.core.policy import Actor, require
from jobboard.roles.employers import Employer
from jobboard.roles.importing import queries
from jobboard.roles.importing.adverts import parse
from jobboard.roles.importing.columns import organisation_key
from jobboard.roles.importing.drafts import begun
from jobboard.roles.importing.records import ImportedAdvert, Reject, Row
from jobboard.roles.models import BroughtAdvert, Role
from jobboard.roles.service.writing import create

MOST = 200
"""Adverts of one file that become drafts."""
NOT_OURS = "The advert names another organisation."
TOO_MANY = f"The file holds more than {MOST} adverts of yours. Bring the rest in a second file."


@dataclass(slots=True)
class Brought:
    """What became of the lines of a file."""

    made: list[Role] = field(default_factory=list)
    there: int = 0
    """Brought before, and left as they are now."""
    rejected: list[Reject] = field(default_factory=list)

    @property
    def lines(self) -> int:
        return len(self.made) + self.there + len(self.rejected)


def bring(
    actor: Actor,
    employer: Employer,
    rows: Iterable[Row | Reject],
    names: Collection[str],
    at: datetime,
) -> Brought:
    """Drafts for every advert that names the organisation by one of `names`; all or none. Raises
    NotAClientError as `create` does."""
    require(actor, "role.create", employer.desk)
    ours = {organisation_key(name) for name in names}
    found = Brought()
    with transaction() as current:
        queries.wait_for_other_imports()
        there = queries.brought_ids(employer.organisation.id)
        for row in rows:
            advert = _judge(row, ours)
            if isinstance(advert, ImportedAdvert) and advert.source_id in there:
                found.there += 1
            elif isinstance(advert, Reject):
                found.rejected.append(advert)
            elif len(found.made) == MOST:
                found.rejected.append(Reject(row.line_no, advert.source_id, TOO_MANY, ""))
            else:
                there.add(advert.source_id)
                found.made.append(_draft(actor, employer, advert, at))
        current.flush()
    return found


def _judge(row: Row | Reject, ours: Collection[str]) -> ImportedAdvert | Reject:
    advert = row if isinstance(row, Reject) else parse(row)
    if isinstance(advert, Reject) or organisation_key(advert.organisation) in ours:
        return advert
    return Reject(row.line_no, advert.source_id, NOT_OURS, advert.organisation)


def _draft(actor: Actor, employer: Employer, advert: ImportedAdvert, at: datetime) -> Role:
    start = begun(advert, at)
    role = create(actor, employer.organisation, start.content, at, employer.agency)
    with transaction() as current:
        current.add(
            BroughtAdvert(
                role_id=role.id,
                organisation_id=employer.organisation.id,
                source_id=advert.source_id,
                working_pattern=list(start.working_pattern),
                notes=list(start.notes),
                brought_at=at,
            )
        )
    return role
