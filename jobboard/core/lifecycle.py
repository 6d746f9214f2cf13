"""A state machine is a table, not a framework."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S", bound=StrEnum)


class IllegalMoveError(Exception):
    """Asked for a step that the table does not hold. The web edge answers 409."""

    def __init__(self, move: str, state: StrEnum) -> None:
        super().__init__(f"cannot {move} what is {state}")
        self.move = move
        self.state = state


@dataclass(frozen=True)
class Lifecycle(Generic[S]):
    """Moves by name: the states they may start from, and the state they lead to."""

    start: S
    steps: dict[str, tuple[frozenset[S], S]] = field(default_factory=dict)

    def step(self, move: str, *, source: Iterable[S], to: S) -> Lifecycle[S]:
        return Lifecycle(self.start, {**self.steps, move: (frozenset(source), to)})

    def after(self, move: str, state: S) -> S:
        """The state after this move; raises IllegalMoveError for anything not in the table."""
        sources, target = self.steps[move]
        if state not in sources:
            raise IllegalMoveError(move, state)
        return target

    def allows(self, move: str, state: S) -> bool:
        return state in self.steps[move][0]

    def moves_from(self, state: S) -> list[str]:
        return [move for move, (sources, _) in self.steps.items() if state in sources]

    def is_terminal(self, state: S) -> bool:
        return not self.moves_from(state)
