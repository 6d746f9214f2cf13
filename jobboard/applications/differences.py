"""What is another text between two: word by word for prose, answer by answer for the rest. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

Lines = Sequence[tuple[str, str]]
"""A section in words, as `sections.summary` answers it: (what, answer)."""


class Part(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Row:
    """One answer that is another one now. The parts that are not GONE are the newer answer, those
    that are not NEW the older one, to the letter."""

    what: str
    parts: tuple[tuple[Part, str], ...]


def rows(old: Lines, new: Lines) -> list[Row]:
    """Answers that differ, in the order of the newer text; what is only in the older comes last."""
    before, after = _keyed(old), _keyed(new)
    keys = [*after, *(key for key in before if key not in after)]
    return [
        Row(key[0], tuple(words(before.get(key, ""), after.get(key, ""))))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    ]


def words(old: str, new: str) -> Iterator[tuple[Part, str]]:
    """Words and the blanks between them. Quick for twenty kilobytes, for words that stand
    everywhere are no landmarks (`autojunk`)."""
    left, right = _tokens(old), _tokens(new)
    for tag, a, b, c, d in SequenceMatcher(None, left, right).get_opcodes():
        if tag == "equal":
            yield Part.SAME, "".join(left[a:b])
            continue
        if b > a:
            yield Part.GONE, "".join(left[a:b])
        if d > c:
            yield Part.NEW, "".join(right[c:d])


def _tokens(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _keyed(lines: Lines) -> dict[tuple[str, int], str]:
    """Several lines may have one name, such as two handovers on a Friday."""
    found: dict[tuple[str, int], str] = {}
    for what, answer in lines:
        number = sum(1 for key in found if key[0] == what)
        found[what, number] = answer
    return found
