"""A question, its answers and what each answer means for each way of sharing. Pure.

Points are −4 to 4 for twin, islands, hybrid, developmental: how far the answer speaks for that way
of sharing. A question that is changed in its meaning gets a new number: answers keep theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.planning.share_types import ShareType

KINDS = (ShareType.TWIN, ShareType.ISLANDS, ShareType.HYBRID, ShareType.DEVELOPMENTAL)


@dataclass(frozen=True, slots=True)
class Answer:
    """`reason` says what it means; `change` what would help, empty where nothing needs to."""

    value: str
    words: str
    points: tuple[int, int, int, int]
    reason: str
    change: str = ""

    def towards(self, kind: ShareType) -> int:
        return self.points[KINDS.index(kind)]


@dataclass(frozen=True, slots=True)
class Question:
    """`key` carries its version: `week.1`."""

    key: str
    text: str
    hint: str
    answers: tuple[Answer, ...]

    @property
    def name(self) -> str:
        """In a form."""
        return self.key.replace(".", "_")

    def answer(self, value: object) -> Answer | None:
        return next((one for one in self.answers if one.value == value), None)
