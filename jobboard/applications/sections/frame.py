"""What the sections of one application are judged against, and how their texts are cleaned."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jobboard.core.errors import InvalidInputError
from jobboard.core.text import UnstorableTextError, clean, count_words, one_line
from jobboard.planning.coverage import Need
from jobboard.planning.share_types import ShareType
from jobboard.planning.split_plan import Names, SplitPlan

Content = dict[str, Any]
"""One section as it is stored: plain JSON, no floats."""
Raw = Mapping[str, Any]
"""One section as it was typed; anything may be missing or of the wrong kind."""

MAX_BYTES = 20_000
"""decisions.md 28: more is a field error, and the text comes back."""
UNSTORABLE = "Take out the character that cannot be stored, then send it again."


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty of the role; `is_joint` where the employer says that it must be. `weight` is in
    percent; None where the employer did not weigh it."""

    id: str
    name: str
    is_joint: bool = False
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of the pair's track record that may be chosen."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion the role asks evidence for; `by_each` where both must meet it."""

    id: str
    text: str
    by_each: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The role's need and duties, the first names of A and B, the track record they could show.

    `criteria` are those the role asks evidence for, none where it asks for none; `evidenced` the
    ids of those for which one of the two has written some. `plan` is the split plan as it is
    stored, on the role's grid; None before there is an application. `today` where the calendar
    is to judge a day. `begins` says that the role begins as two part-time posts (else empty), which
    the employer reviews after `review_by` weeks.
    """

    need: Need
    duties: tuple[DutyLine, ...]
    names: Names
    entries: tuple[EntryLine, ...]
    criteria: tuple[CriterionLine, ...] = ()
    evidenced: frozenset[str] = frozenset()
    plan: SplitPlan | None = None
    share_type: ShareType | None = None
    today: date | None = None
    begins: str = ""
    review_by: int | None = None


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


def whole(value: object, field: str, least: int, most: int) -> int | None:
    """A whole number as typed; None for an empty line."""
    text = str(value if value is not None else "").strip()
    if not text:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) <= 4
    if not is_number or not least <= int(text) <= most:
        raise refuse(field, f"Enter a whole number, {least} to {most}.")
    return int(text)


def known(value: object, field: str, values: Collection[str]) -> str:
    """One of the answers that are offered, or nothing yet."""
    text = value if isinstance(value, str) else ""
    if text and text not in values:
        raise refuse(field, "Choose one of the answers that are offered.")
    return text


def kept(content: Content, defaults: Content) -> Content:
    """Stored content in today's shape: what is missing begins as it would, what is gone falls."""
    return {key: content.get(key, value) for key, value in defaults.items()}


def _stored(value: object, field: str, how: Any) -> str:
    try:
        return str(how(value if isinstance(value, str) else ""))
    except UnstorableTextError:
        raise refuse(field, UNSTORABLE) from None
