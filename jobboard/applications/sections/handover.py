"""How work passes between them: {"entries", "shared_inbox", "shared_diary", "urgent_rule",
"review", "note"}.

An entry is {"when", "medium", "minutes" 5 to 120 or None, "what", "at"}; `at` is the key of the
pass of the split plan it belongs to (planning/passing.py), or empty. `review` says how often they
look further ahead, `note` is one handover note as they would write it (domain.md §3.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jobboard.applications.answers import NOTE_TEMPLATE, REVIEW_WORDS, Review
from jobboard.applications.domain import MEDIUM_WORDS, Medium
from jobboard.applications.sections.frame import (
    Content,
    Frame,
    Raw,
    kept,
    known,
    line,
    prose,
    refuse,
)
from jobboard.core.text import count_words
from jobboard.planning.passing import Passing, passings

LEAST_MINUTES, MOST_MINUTES = 5, 120
MAX_ENTRIES = 20
MAX_WHEN, MAX_WHAT = 80, 300
MAX_URGENT_WORDS = 100
MAX_NOTE_WORDS = 300
LEAST_NOTE_WORDS = 40
"""Beyond its headings: fewer words are no rehearsal."""
_MEDIA = frozenset(medium.value for medium in Medium)
_REVIEWS = frozenset(review.value for review in Review)
_DEFAULTS: Content = {
    "entries": [],
    "shared_inbox": False,
    "shared_diary": False,
    "urgent_rule": "",
    "review": "",
    "note": "",
}


def default(_frame: Frame, /) -> Content:
    return {**_DEFAULTS, "entries": []}


def clean(raw: Raw, frame: Frame, /) -> Content:
    """Empty lines fall away. InvalidInputError names `minutes-2` for the third line that stands."""
    given = raw.get("entries")
    lines = given if isinstance(given, Sequence) and not isinstance(given, str) else []
    entries = [
        _entry(entry, number, frame)
        for number, entry in enumerate(lines)
        if isinstance(entry, Mapping) and not is_empty(entry)
    ]
    if len(entries) > MAX_ENTRIES:
        raise refuse("when-0", f"You have {len(entries)} handovers. Keep the {MAX_ENTRIES} that"
                     " matter most.")  # fmt: skip
    return {
        "entries": entries,
        "shared_inbox": bool(raw.get("shared_inbox")),
        "shared_diary": bool(raw.get("shared_diary")),
        "urgent_rule": prose(raw.get("urgent_rule"), "urgent_rule", MAX_URGENT_WORDS),
        "review": known(raw.get("review"), "review", _REVIEWS),
        "note": prose(raw.get("note"), "note", MAX_NOTE_WORDS),
    }


def fit(content: Content, frame: Frame, /) -> Content:
    """An entry whose changeover the plan no longer has belongs to none."""
    found = kept(content, default(frame))
    keys = _keys(frame)
    found["entries"] = [
        {**entry, "at": entry.get("at", "") if entry.get("at") in keys else ""}
        for entry in found["entries"]
    ]
    return found


def problems(content: Content, frame: Frame, /) -> list[str]:
    """A plan in which the work never changes hands needs no entry."""
    needs_one = not content["entries"] and (frame.plan is None or passings_of(frame))
    found = ["Add at least one handover: when, how and what."] if needs_one else []
    for number, entry in enumerate(content["entries"], 1):
        missing = [words for key, words in _ASKED if not entry[key]]
        found += [f"Handover {number}: {words}." for words in missing]
    if not content["urgent_rule"]:
        found.append("Say what happens when something urgent comes up for whoever is not in.")
    if not content["review"]:
        found.append("Say how often the two of you look further ahead.")
    if count_words(content["note"]) < count_words(NOTE_TEMPLATE) + LEAST_NOTE_WORDS:
        found.append("Write one handover note as you would leave it on a real day.")
    return found


def warnings(content: Content, frame: Frame, /) -> list[str]:
    """The changeovers of the plan that no entry is written for."""
    return [
        f"Nothing is said of this changeover yet: {one.words}." for one in unserved(content, frame)
    ]


def unserved(content: Content, frame: Frame, /) -> tuple[Passing, ...]:
    """Changeovers without an entry, in the order of the week."""
    served = {entry.get("at") for entry in content["entries"]}
    return tuple(one for one in passings_of(frame) if one.key not in served)


def passings_of(frame: Frame, /) -> tuple[Passing, ...]:
    return passings(frame.plan, frame.names) if frame.plan is not None else ()


_ASKED = (
    ("when", "say when it happens"),
    ("minutes", "say how many minutes it takes"),
    ("what", "say what you pass on"),
)


def summary(content: Content, _frame: Frame, /) -> list[tuple[str, str]]:
    found = list(_lines(content["entries"])) or [("Handovers", "None yet")]
    found.append(("Shared inbox", "Yes" if content["shared_inbox"] else "No"))
    found.append(("Shared diary", "Yes" if content["shared_diary"] else "No"))
    found.append(("Looking further ahead", review_words(content["review"])))
    found.append(("When it is urgent", content["urgent_rule"] or "Nothing said"))
    return [*found, ("A sample note", content["note"] or "Nothing written yet")]


def _lines(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        yield entry["when"] or "No time yet", entry_words(entry)


def entry_words(entry: Mapping[str, Any]) -> str:
    """`Meeting, 60 minutes. Open decisions.`"""
    medium = MEDIUM_WORDS[Medium(entry["medium"])]
    takes = f", {entry['minutes']} minutes" if entry["minutes"] else ""
    return f"{medium}{takes}. {entry['what']}".strip()


def review_words(review: str) -> str:
    return REVIEW_WORDS[Review(review)] if review in _REVIEWS else "Nothing said"


def is_empty(entry: Mapping[str, Any]) -> bool:
    """A line in which nothing was typed; medium and changeover are always chosen."""
    return not any(str(entry.get(key) or "").strip() for key in ("when", "minutes", "what"))


def _entry(entry: Mapping[str, Any], number: int, frame: Frame) -> Content:
    medium = str(entry.get("medium") or Medium.VOICE)
    if medium not in _MEDIA:
        raise refuse(f"medium-{number}", "Choose one of the ways that are offered.")
    at = str(entry.get("at") or "")
    return {
        "when": line(entry.get("when"), f"when-{number}", MAX_WHEN),
        "medium": medium,
        "minutes": _minutes(entry.get("minutes"), f"minutes-{number}"),
        "what": line(entry.get("what"), f"what-{number}", MAX_WHAT),
        "at": at if at in _keys(frame) else "",
    }


def _keys(frame: Frame) -> frozenset[str]:
    return frozenset(one.key for one in passings_of(frame))


def _minutes(value: object, field: str) -> int | None:
    text = str(value if value is not None else "").strip()
    if not text:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) <= 4
    if not is_number or not LEAST_MINUTES <= int(text) <= MOST_MINUTES:
        raise refuse(field, f"Enter whole minutes, {LEAST_MINUTES} to {MOST_MINUTES}.")
    return int(text)
