"""One partner's own words: {"wish", "wish_note", "evidence": {criterion id: text}}.

Only that partner writes them (policy `application.write_own`); the other reads them. Evidence is
asked for where the role asks for it; a criterion for each is shown by both, another one by at
least one of the two.
"""

from __future__ import annotations

from collections.abc import Mapping

from jobboard.applications.answers import WISH_WORDS, Wish
from jobboard.applications.sections.frame import (
    Content,
    CriterionLine,
    Frame,
    Raw,
    known,
    prose,
)
from jobboard.partnerships.domain import Who

MAX_NOTE_WORDS = 80
MAX_EVIDENCE_WORDS = 250
_WISHES = frozenset(wish.value for wish in Wish)


class Own:
    """The rules for one of the two; `side` is Who.A or Who.B."""

    def __init__(self, side: Who) -> None:
        self.at = 0 if side is Who.A else 1

    def default(self, _frame: Frame, /) -> Content:
        return {"wish": "", "wish_note": "", "evidence": {}}

    def clean(self, raw: Raw, frame: Frame, /) -> Content:
        """Errors stand at `evidence-<criterion id>`. Texts for other criteria are not kept."""
        found = raw.get("evidence")
        given = found if isinstance(found, Mapping) else {}
        texts = {
            one.id: prose(given.get(one.id), f"evidence-{one.id}", MAX_EVIDENCE_WORDS)
            for one in frame.criteria
        }
        return {
            "wish": known(raw.get("wish"), "wish", _WISHES),
            "wish_note": prose(raw.get("wish_note"), "wish_note", MAX_NOTE_WORDS),
            "evidence": {key: text for key, text in texts.items() if text},
        }

    def fit(self, content: Content, frame: Frame, /) -> Content:
        """Evidence for criteria that are gone, or no longer asked for, falls away."""
        asked = {one.id for one in frame.criteria}
        texts = content.get("evidence", {})
        return {
            "wish": content.get("wish", ""),
            "wish_note": content.get("wish_note", ""),
            "evidence": {key: text for key, text in texts.items() if key in asked},
        }

    def problems(self, content: Content, frame: Frame, /) -> list[str]:
        name, partner = frame.names[self.at], frame.names[1 - self.at]
        found = []
        if not content["wish"]:
            found.append(f"{name} says what to do if {partner} ever leaves.")
        for one in frame.criteria:
            found += self._missing(one, content, frame)
        return found

    def _missing(self, one: CriterionLine, content: Content, frame: Frame) -> list[str]:
        if one.by_each:
            name = frame.names[self.at]
            return [] if one.id in content["evidence"] else [f"{name} gives evidence: {one.text}"]
        is_there = one.id in frame.evidenced or one.id in content["evidence"]
        return [] if is_there else [f"One of you gives evidence: {one.text}"]

    def summary(self, content: Content, frame: Frame, /) -> list[tuple[str, str]]:
        partner = frame.names[1 - self.at]
        wish = WISH_WORDS[Wish(content["wish"])] if content["wish"] else "Nothing said"
        found = [
            (f"If {partner} leaves", wish),
            ("In a few words", content["wish_note"] or "Nothing said"),
        ]
        texts = content["evidence"]
        return [*found, *((one.text, texts.get(one.id) or "Nothing yet") for one in frame.criteria)]
