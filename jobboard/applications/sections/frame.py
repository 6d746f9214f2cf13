"""What the sections of one application are judged against, and how their texts are cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jobboard.core.errors import InvalidInputError
from jobboard.core.text import UnstorableTextError, clean, count_words, one_line
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import Names

Content = dict[str, Any]
"""One section as it is stored: plain JSON, no floats."""
Raw = Mapping[str, Any]
"""One section as it was typed; anything may be missing or of the wrong kind."""

MAX_BYTES = 20_000
"""decisions.md 28: more is a field error, and the text comes back."""
UNSTORABLE = "Take out the character that cannot be stored, then send it again."


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty of the role; `is_joint` where the employer says that it must be."""

    id: str
    name: str
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of the pair's track record that may be chosen."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The role's need and duties, the first names of A and B, the track record they could show."""

    need: Need
    duties: tuple[DutyLine, ...]
    names: Names
    entries: tuple[EntryLine, ...]


def refuse(field: str, sentence: str) -> InvalidInputError:
    return InvalidInputError({field: [sentence]})


def prose(value: object, field: str, most_words: int) -> str:
    """Cleaned text of several lines; InvalidInputError at `field` where it cannot be kept."""
    text = _stored(value, field, clean).strip()
    size, words = len(text.encode()), count_words(text)
    if size > MAX_BYTES:
        raise refuse(
            field,
            f"This is {size // 1000} kB of text. Shorten it to {MAX_BYTES // 1000} kB at most;"
            " what you wrote is still below.",
        )
    if words > most_words:
        raise refuse(
            field,
            f"This has {words} words. Shorten it to {most_words} at most; what you wrote is still"
            " below.",
        )
    return text


def line(value: object, field: str, most: int) -> str:
    """Cleaned text of one line, `most` characters."""
    text = _stored(value, field, one_line)
    if len(text) > most:
        raise refuse(field, f"This has {len(text)} characters. Use {most} at most.")
    return text


def _stored(value: object, field: str, how: Any) -> str:
    try:
        return str(how(value if isinstance(value, str) else ""))
    except UnstorableTextError:
        raise refuse(field, UNSTORABLE) from None
