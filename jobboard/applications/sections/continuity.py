"""How they would start (domain.md N7): {"earliest_start", "transition", "review_weeks",
"conditions"}.

`earliest_start` is an ISO day or empty. `transition` says that they would begin as two part-time
posts, to be reviewed after `review_weeks` (1 to 52) against `conditions`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from jobboard.applications.sections.frame import (
    Content,
    Frame,
    Raw,
    kept,
    line,
    prose,
    refuse,
    whole,
)

MOST_REVIEW_WEEKS = 52
MAX_CONDITION_WORDS = 150
LATEST = timedelta(weeks=104)
"""From today: the longest that an employer may be asked to keep a post open."""
_DEFAULTS: Content = {
    "earliest_start": "",
    "transition": False,
    "review_weeks": None,
    "conditions": "",
}
_BRITISH = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def default(_frame: Frame, /) -> Content:
    return dict(_DEFAULTS)


def clean(raw: Raw, frame: Frame, /) -> Content:
    day = _day(raw.get("earliest_start"))
    if wrong := why_not(day, frame.today):
        raise refuse("earliest_start", wrong)
    return {
        "earliest_start": day,
        "transition": bool(raw.get("transition")),
        "review_weeks": whole(raw.get("review_weeks"), "review_weeks", 1, MOST_REVIEW_WEEKS),
        "conditions": prose(raw.get("conditions"), "conditions", MAX_CONDITION_WORDS),
    }


def fit(content: Content, _frame: Frame, /) -> Content:
    return kept(content, _DEFAULTS)


def problems(content: Content, frame: Frame, /) -> list[str]:
    found = []
    if not content["earliest_start"]:
        found.append("Say from which day you could both start.")
    elif wrong := why_not(content["earliest_start"], frame.today):
        found.append(wrong)
    if frame.begins and not content["transition"]:
        found.append(f"{frame.begins} Say that you would begin so.")
    elif frame.review_by and (content["review_weeks"] or 0) > frame.review_by:
        found.append(f"The employer reviews after {frame.review_by} weeks. Say no more than that.")
    if content["transition"] and content["review_weeks"] is None:
        found.append("Say after how many weeks the two part-time posts are reviewed, 52 at most.")
    if content["transition"] and not content["conditions"]:
        found.append("Say what must be true at the review, so that it can be measured.")
    return found


def summary(content: Content, _frame: Frame, /) -> list[tuple[str, str]]:
    return [
        ("Earliest start", start_words(content["earliest_start"])),
        ("How", transition_words(content)),
        ("What must be true at the review", content["conditions"] or "Nothing said"),
    ]


def why_not(text: str, today: date | None) -> str:
    """Why this ISO day cannot be the first one, seen from `today`; empty where it can."""
    if not text or today is None:
        return ""
    day, latest = date.fromisoformat(text), today + LATEST
    if day < today:
        return f"The first day must be on or after {_words(today)}: {_words(day)} has passed."
    if day > latest:
        return (
            f"The first day must be on or before {_words(latest)}: no employer keeps a post open"
            " for more than two years."
        )
    return ""


def start_words(text: str) -> str:
    """`Monday 7 December 2026`."""
    if not text:
        return "Nothing said"
    day = date.fromisoformat(text)
    return f"{day:%A} {_words(day)}"


def _words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def transition_words(content: Content) -> str:
    if not content["transition"]:
        return "As a job share from the first day"
    weeks = content["review_weeks"]
    after = f", reviewed after {weeks} {'week' if weeks == 1 else 'weeks'}" if weeks else ""
    return f"As two part-time posts at first{after}"


def _day(value: object) -> str:
    """What a date field sends, or day/month/year where a browser has none."""
    text = line(value, "earliest_start", 40)
    if not text:
        return ""
    if british := _BRITISH.fullmatch(text):
        text = f"{british[3]}-{int(british[2]):02d}-{int(british[1]):02d}"
    try:
        day = date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise refuse("earliest_start", "Enter a real date, like 7/12/2026.")
    return day.isoformat()
