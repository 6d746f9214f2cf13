"""How work passes between them: {"entries", "shared_inbox", "shared_diary", "urgent_rule"}.

An entry is {"when", "medium", "minutes" 5 to 120 or None, "what"}; one to ten of them (domain.md
§3.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jobboard.applications.domain import MEDIUM_WORDS, Medium
from jobboard.applications.sections.frame import Content, Frame, Raw, line, prose, refuse

LEAST_MINUTES, MOST_MINUTES = 5, 120
MAX_ENTRIES = 10
MAX_WHEN, MAX_WHAT = 80, 300
MAX_URGENT_WORDS = 100
_MEDIA = frozenset(medium.value for medium in Medium)


def default(_frame: Frame, /) -> Content:
    return {"entries": [], "shared_inbox": False, "shared_diary": False, "urgent_rule": ""}


def clean(raw: Raw, _frame: Frame, /) -> Content:
    """Empty lines fall away. InvalidInputError names `minutes-2` for the third line that stands."""
    given = raw.get("entries")
    lines = given if isinstance(given, Sequence) and not isinstance(given, str) else []
    entries = [
        _entry(entry, number)
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
    }


def fit(content: Content, frame: Frame, /) -> Content:
    return {**default(frame), **content}


def problems(content: Content, _frame: Frame, /) -> list[str]:
    found = [] if content["entries"] else ["Add at least one handover: when, how and what."]
    for number, entry in enumerate(content["entries"], 1):
        missing = [words for key, words in _ASKED if not entry[key]]
        found += [f"Handover {number}: {words}." for words in missing]
    if not content["urgent_rule"]:
        found.append("Say what happens when something urgent comes up for whoever is not in.")
    return found


_ASKED = (
    ("when", "say when it happens"),
    ("minutes", "say how many minutes it takes"),
    ("what", "say what you pass on"),
)


def summary(content: Content, _frame: Frame, /) -> list[tuple[str, str]]:
    found = list(_lines(content["entries"])) or [("Handovers", "None yet")]
    found.append(("Shared inbox", "Yes" if content["shared_inbox"] else "No"))
    found.append(("Shared diary", "Yes" if content["shared_diary"] else "No"))
    return [*found, ("When it is urgent", content["urgent_rule"] or "Nothing said")]


def _lines(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        yield entry["when"] or "No time yet", entry_words(entry)


def entry_words(entry: Mapping[str, Any]) -> str:
    """`Meeting, 60 minutes. Open decisions.`"""
    medium = MEDIUM_WORDS[Medium(entry["medium"])]
    takes = f", {entry['minutes']} minutes" if entry["minutes"] else ""
    return f"{medium}{takes}. {entry['what']}".strip()


def is_empty(entry: Mapping[str, Any]) -> bool:
    """A line in which nothing was typed; the medium is always chosen."""
    return not any(str(entry.get(key) or "").strip() for key in ("when", "minutes", "what"))


def _entry(entry: Mapping[str, Any], number: int) -> Content:
    medium = str(entry.get("medium") or Medium.VOICE)
    if medium not in _MEDIA:
        raise refuse(f"medium-{number}", "Choose one of the ways that are offered.")
    return {
        "when": line(entry.get("when"), f"when-{number}", MAX_WHEN),
        "medium": medium,
        "minutes": _minutes(entry.get("minutes"), f"minutes-{number}"),
        "what": line(entry.get("what"), f"what-{number}", MAX_WHAT),
    }


def _minutes(value: object, field: str) -> int | None:
    text = str(value if value is not None else "").strip()
    if not text:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) <= 4
    if not is_number or not LEAST_MINUTES <= int(text) <= MOST_MINUTES:
        raise refuse(field, f"Enter whole minutes, {LEAST_MINUTES} to {MOST_MINUTES}.")
    return int(text)
