"""What pairs answered to the same questions, one row a question: the longer half of a comparison.

Pure, from the frozen documents alone. Long answers are cut here and read in full where the whole
application stands; a row that no pair answers is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jobboard.applications.answers import RISK_WORDS, RULE_WORDS, WISH_WORDS, DecisionRule, Wish
from jobboard.applications.reading import Reading
from jobboard.applications.sections.continuity import start_words, transition_words
from jobboard.applications.sections.cover import swap_words
from jobboard.planning.load import hours_share, percent

WORDS = 45
"""Of one answer: enough to compare by."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a cell: who or what, and the answer; `side` is a or b for one partner's own."""

    who: str
    text: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`anchor` is where a whole application says it; a cell without lines says nothing of it."""

    label: str
    hint: str
    anchor: str
    cells: tuple[tuple[Said, ...], ...]


_Lines = Callable[[Reading], Iterator[Said]]


def rows_of(readings: Sequence[Reading]) -> list[Row]:
    """In the order of a whole application; one cell a reading, in the order given."""
    found = [
        Row(label, hint, anchor, tuple(tuple(lines(reading)) for reading in readings))
        for label, hint, anchor, lines in (*_ROWS, *_risk_rows(), *_evidence_rows(readings))
    ]
    return [row for row in found if any(row.cells)]


def cut(text: str) -> str:
    """The first words, with an ellipsis where it goes on."""
    words = text.split()
    return " ".join(words[:WORDS]) + ("…" if len(words) > WORDS else "")


def _load(reading: Reading) -> Iterator[Said]:
    carried, hours = reading.carried, hours_share(reading.split)
    if carried is None or hours is None:
        return
    first = percent(hours)
    for at, (side, worked) in enumerate(zip("ab", (first, 100 - first), strict=True)):
        yield Said(reading.names[at], f"{carried[at]}% in {worked}% of the hours", side)


def _decisions(reading: Reading) -> Iterator[Said]:
    rules = reading.sections["responsibilities"].get("rules", {})
    for rule in DecisionRule:
        duties = [name for key, name in reading.duty_names if rules.get(key) == rule]
        if duties:
            yield Said(RULE_WORDS[rule], ", ".join(duties))


def _handover(reading: Reading) -> Iterator[Said]:
    if reading.review:
        yield Said("Looking further ahead", reading.review)
    if reading.urgent_rule:
        yield Said("When it is urgent", cut(reading.urgent_rule))
    if reading.sample_note:
        yield Said("A sample note", cut(reading.sample_note))


def _section(reading: Reading, kind: str) -> Mapping[str, Any] | None:
    """None where the document is of a format that did not ask for it."""
    found: Mapping[str, Any] | None = reading.sections.get(kind)
    return found


def _cover(reading: Reading) -> Iterator[Said]:
    section = _section(reading, "cover")
    if section is None:
        return
    for at, (side, key) in enumerate((("a", "swap_a"), ("b", "swap_b"))):
        yield Said(f"{reading.names[at]} can swap in", swap_words(section[key]), side)
    for words, key in (("A fortnight’s leave", "fortnight"), ("A long absence", "long_absence")):
        if section[key]:
            yield Said(words, cut(section[key]))
    yield Said("Support asked for", cut(section["support"]) or "None beyond what the role has")


def _start(reading: Reading) -> Iterator[Said]:
    section = _section(reading, "continuity")
    if section is None:
        return
    yield Said("Earliest start", start_words(section["earliest_start"]))
    yield Said("How", transition_words(dict(section)))
    if section["transition"] and section["conditions"]:
        yield Said("At the review", cut(section["conditions"]))


def _wishes(reading: Reading) -> Iterator[Said]:
    for at, side in enumerate("ab"):
        section = _section(reading, f"own_{side}")
        if section is not None and section["wish"]:
            name, other = reading.names[at], reading.names[1 - at]
            yield Said(f"{name}, if {other} leaves", WISH_WORDS[Wish(section["wish"])], side)


_ROWS: tuple[tuple[str, str, str, _Lines], ...] = (
    ("Load against hours", "Part of the duties, by size where it is said", "first", _load),
    ("How they decide", "", "first", _decisions),
    ("Beyond the handover", "", "handover", _handover),
    ("When one is away", "", "away", _cover),
    ("How they would start", "", "start", _start),
    ("If one ever leaves", "", "each", _wishes),
)


def _risk_rows() -> Iterator[tuple[str, str, str, _Lines]]:
    for risk, words in RISK_WORDS.items():

        def lines(reading: Reading, key: str = risk.value) -> Iterator[Said]:
            section = _section(reading, "risks")
            text = section["answers"].get(key, "") if section else ""
            if text:
                yield Said("", cut(text))

        yield words, "A doubt, answered", "doubts", lines


def _evidence_rows(readings: Sequence[Reading]) -> Iterator[tuple[str, str, str, _Lines]]:
    """A row for each criterion that any of them was asked about, as it stood when it was signed."""
    texts = {one["id"]: one["text"] for reading in readings for one in reading.criteria}
    for key, words in texts.items():

        def lines(reading: Reading, key: str = key) -> Iterator[Said]:
            for at, side in enumerate("ab"):
                text = (_section(reading, f"own_{side}") or {}).get("evidence", {}).get(key, "")
                if text:
                    yield Said(reading.names[at], cut(text), side)

        yield words, "Each one’s own evidence", "each", lines
