"""Why the two of them, for this role, now: {"text"}, 150 to 600 words."""

from __future__ import annotations

from jobboard.applications.domain import MAX_WORDS, MIN_WORDS
from jobboard.applications.sections.frame import Content, Frame, Raw, prose
from jobboard.core.text import count_words


def default(_frame: Frame, /) -> Content:
    return {"text": ""}


def clean(raw: Raw, _frame: Frame, /) -> Content:
    return {"text": prose(raw.get("text"), "text", MAX_WORDS)}


def fit(content: Content, _frame: Frame, /) -> Content:
    return {"text": content.get("text", "")}


def problems(content: Content, _frame: Frame, /) -> list[str]:
    words = count_words(content["text"])
    if not words:
        return ["Write your proposition: why the two of you, for this role, now."]
    if words < MIN_WORDS:
        said = "1 word" if words == 1 else f"{words} words"
        return [f"Your proposition has {said}. Write at least {MIN_WORDS}."]
    if words > MAX_WORDS:
        return [f"Your proposition has {words} words. Shorten it to {MAX_WORDS} at most."]
    return []


def summary(content: Content, _frame: Frame, /) -> list[tuple[str, str]]:
    return [("Text", content["text"] or "Nothing yet")]
