"""Splits suggested to a pair, from what each said of their week and what the role asks."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.applications.sections import Frame
from jobboard.candidates.queries import profiles_of
from jobboard.partnerships.models import Partnership
from jobboard.planning.availability import Availability
from jobboard.planning.suggestions import Answer, suggest


@dataclass(frozen=True, slots=True)
class Suggested:
    """`answer`, or in `silent` who has not said yet when they could work: (first name, is me)."""

    answer: Answer | None
    silent: tuple[tuple[str, bool], ...] = ()


def suggested(pair: Partnership, frame: Frame, viewer_id: object) -> Suggested:
    """One query for both profiles, whatever the plan."""
    profiles = profiles_of([person.id for person in pair.people])
    silent = tuple(
        (name, person.id == viewer_id)
        for name, person in zip(frame.names, pair.people, strict=True)
        if person.id not in profiles
    )
    if silent:
        return Suggested(None, silent)
    first, second = (
        Availability.from_text(profiles[person.id].availability) for person in pair.people
    )
    return Suggested(suggest(first, second, frame.need, frame.names))
