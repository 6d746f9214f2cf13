"""How organisations belong together: a parent and its children, an agency and its clients. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from jobboard.core.errors import ConflictError, UserError

T = TypeVar("T")
MAX_LEVELS = 3
"""A parent, its children, their children."""


class TieKind(StrEnum):
    """The first of the two is the parent or the agency, the second the child or the client."""

    FAMILY = "family"
    AGENCY = "agency"


class Side(StrEnum):
    """What the other organisation would be to the one that asks."""

    PARENT = "parent"
    CHILD = "child"
    CLIENT = "client"

    @property
    def kind(self) -> TieKind:
        return TieKind.AGENCY if self is Side.CLIENT else TieKind.FAMILY


class TieError(UserError):
    field = "other"


class NobodyCalledThatError(TieError):
    message = (
        "We know no organisation of that name. Enter its name or the address of its page as they"
        " stand here."
    )


class SeveralCalledThatError(TieError):
    message = "Several organisations have that name. Enter the address of the page of the right one"


class NobodyThereError(TieError):
    message = (
        "Nobody runs that organisation here yet, so nobody can confirm it. Its people have to set"
        " it up first."
    )


class NotAnAgencyError(TieError):
    message = "Only an agency has clients. Say on the page of your organisation that you are one."


class SelfTieError(TieError):
    message = "That is your own organisation. Enter another one."


class KnownTieError(TieError):
    message = "That is asked or confirmed already. Look at the page of your organisation."


class HasParentError(TieError):
    message = "The organisation below has a parent already. It has to leave that one first."


class CircleError(TieError):
    message = "That would go round in a circle: the one below is already above the other."


class TooDeepError(TieError):
    message = f"A family has {MAX_LEVELS} levels at most: a parent, children and their children."


class TieGoneError(ConflictError):
    message = "That was taken back or ended a moment ago. Nothing was changed."


class HasClientsError(UserError):
    message = "You recruit for others. End that with each client first."
    field = "is_agency"


def refuse_tie(parents: Mapping[T, T], parent: T, child: T) -> None:
    """`parents` tells the parent of each child. TieError where a circle, a second parent or a
    level too many would come of it."""
    above = [parent, *_chain(parents, parent)]
    if parent == child:
        raise SelfTieError
    if child in above:
        raise CircleError
    if child in parents:
        raise HasParentError
    if len(above) + levels(parents, child) > MAX_LEVELS:
        raise TooDeepError


def levels(parents: Mapping[T, T], top: T) -> int:
    """How many levels stand from this one down, itself counted."""
    return 1 + max((levels(parents, child) for child in children(parents, top)), default=0)


def children(parents: Mapping[T, T], of: T) -> list[T]:
    return [child for child, parent in parents.items() if parent == of]


def below(parents: Mapping[T, T], top: T) -> list[T]:
    """Children and theirs, each after its parent."""
    found = []
    for child in children(parents, top):
        found += [child, *below(parents, child)]
    return found


def _chain(parents: Mapping[T, T], one: T) -> Iterator[T]:
    while one in parents:
        one = parents[one]
        yield one
