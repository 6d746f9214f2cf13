"""What is another text between two: word by word for prose, answer by answer for the rest. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

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
    by: tuple[UUID | None, ...] = ()
    """Beside each part who brought or took it; None for what stayed, or where nobody is known."""


def rows(old: Lines, new: Lines) -> list[Row]:
    """Answers that differ, in the order of the newer text; what is only in the older comes last."""
    before, after = _keyed(old), _keyed(new)
    keys = [*after, *(key for key in before if key not in after)]
    return [
        Row(key[0], tuple(words(before.get(key, ""), after.get(key, ""))))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    ]


def traced_rows(texts: Sequence[Lines], savers: Sequence[UUID]) -> list[Row]:
    """The rows between the first and the last text, with whose save each passage came or went by.
    `savers[i]` saved `texts[i + 1]`."""
    kept = [_keyed(lines) for lines in texts]
    found: list[Row] = []
    for row in rows(texts[0], texts[-1]):
        key = (row.what, sum(1 for one in found if one.what == row.what))
        answers = [answer.get(key, "") for answer in kept]
        parts = list(traced(answers))
        by = tuple(None if number is None else savers[number - 1] for _, _, number in parts)
        found.append(Row(row.what, tuple((part, text) for part, text, _ in parts), by))
    return found


def traced(texts: Sequence[str]) -> Iterator[tuple[Part, str, int | None]]:
    """As `words` of the first and the last text, each passage with the index of the text that
    brought it or lacks it first. None where it stayed, or only moved."""
    left, right = _tokens(texts[0]), _tokens(texts[-1])
    came, went = _fates(texts)
    for tag, a, b, c, d in SequenceMatcher(None, left, right).get_opcodes():
        if tag == "equal":
            yield Part.SAME, "".join(left[a:b]), None
            continue
        yield from _runs(Part.GONE, left[a:b], went[a:b])
        yield from _runs(Part.NEW, right[c:d], came[c:d])


def _fates(texts: Sequence[str]) -> tuple[list[int | None], list[int | None]]:
    """For each word of the last text who brought it, for each of the first who took it."""
    tokens = _tokens(texts[0])
    came: list[int | None] = [None] * len(tokens)
    went: list[int | None] = [None] * len(tokens)
    at: list[int | None] = list(range(len(tokens)))
    for number, text in enumerate(texts[1:], 1):
        following = _tokens(text)
        now_came: list[int | None] = []
        now_at: list[int | None] = []
        for tag, a, b, c, d in SequenceMatcher(None, tokens, following).get_opcodes():
            if tag == "equal":
                now_came += came[a:b]
                now_at += at[a:b]
                continue
            for place in at[a:b]:
                if place is not None:
                    went[place] = number
            now_came += [number] * (d - c)
            now_at += [None] * (d - c)
        tokens, came, at = following, now_came, now_at
    return came, went


def _runs(
    part: Part, tokens: Sequence[str], fates: Sequence[int | None]
) -> Iterator[tuple[Part, str, int | None]]:
    """Neighbours of one fate together; a blank goes with the word before it."""
    run: list[str] = []
    whose: int | None = None
    for token, fate in zip(tokens, fates, strict=True):
        if run and fate != whose and not token.isspace():
            yield part, "".join(run), whose
            run = []
        if not run or not token.isspace():
            whose = fate
        run.append(token)
    if run:
        yield part, "".join(run), whose


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
