"""What they show of their past: {"entry_ids", "new_pair"}. A new pair is a good answer too."""

from __future__ import annotations

from collections.abc import Sequence

from jobboard.applications.sections.frame import Content, Frame, Raw


def default(frame: Frame, /) -> Content:
    """Everything the pair has written down; they take out what does not help here."""
    return {"entry_ids": [entry.id for entry in frame.entries], "new_pair": False}


def clean(raw: Raw, frame: Frame, /) -> Content:
    """Only entries the pair has, in the order of its record. Chosen entries win over "new pair"."""
    given = raw.get("entry_ids")
    wanted = {str(one) for one in given} if isinstance(given, Sequence) else set()
    ids = [entry.id for entry in frame.entries if entry.id in wanted]
    return {"entry_ids": ids, "new_pair": bool(raw.get("new_pair")) and not ids}


def fit(content: Content, frame: Frame, /) -> Content:
    """Entries that were removed from the record are no longer chosen."""
    return clean(content, frame)


def problems(content: Content, _frame: Frame, /) -> list[str]:
    if content["entry_ids"] or content["new_pair"]:
        return []
    return ["Choose at least one entry of your track record, or say that you are a new pair."]


def summary(content: Content, frame: Frame, /) -> list[tuple[str, str]]:
    titles = {entry.id: entry.title for entry in frame.entries}
    if content["new_pair"]:
        return [("Shown", "We are a new pair")]
    return [("Shown", titles[one]) for one in content["entry_ids"]] or [("Shown", "Nothing yet")]
