"""The parts of a reading that are headings and texts: `Block`, and how a document becomes some.

Pure. A page, a print and a PDF go through `Block.items` in order and need to know no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jobboard.applications.answers import RISK_WORDS, WISH_WORDS, Risk, Wish
from jobboard.applications.reading.week import WeekReading
from jobboard.applications.sections.continuity import start_words, transition_words
from jobboard.applications.sections.cover import swap_words
from jobboard.planning.absence import away_words
from jobboard.roles.vacancy import VacancyKind, conditions_text, transition_sentence


@dataclass(frozen=True, slots=True)
class Item:
    """A heading and a text of one or more paragraphs (blank lines between). `side` is a or b where
    the words are one partner's own, else empty."""

    title: str
    text: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: `anchor` is its id, `hint` a line under its title or empty."""

    anchor: str
    title: str
    hint: str
    items: tuple[Item, ...]


def blocks_of(reading: WeekReading) -> tuple[Block, ...]:
    """In the order of the page. None for a document of format 1, which has none of it."""
    sections, names = reading.sections, reading.names
    if "risks" not in sections:
        return ()
    return (
        Block("away", "When one is away", "", tuple(_away(reading, sections["cover"]))),
        Block("doubts", "Doubts, answered", "Each pair answers the same questions.",
              tuple(_risks(sections["risks"]["answers"]))),
        Block("start", "How they would start", "", tuple(_start(reading, sections["continuity"]))),
        Block("each", "Each in their own words",
              "What each of them wrote alone; the other could read it and not change it.",
              tuple(_own(reading, names))),
    )  # fmt: skip


def _away(reading: WeekReading, cover: Mapping[str, Any]) -> Iterator[Item]:
    needed = reading.need.coverage.needed
    for week in away_words(reading.split.on(reading.need.shape), needed, reading.names):
        yield Item(f"The week without {week.away}", week.sentence)
    first, second = reading.names
    yield Item(
        "Half-days they can swap in",
        f"{first}: {swap_words(cover['swap_a'])}. {second}: {swap_words(cover['swap_b'])}."
        + (" They are never both off when the role needs somebody." if cover["never_both_off"]
           else ""),
    )  # fmt: skip
    yield Item("A fortnight’s leave", cover["fortnight"])
    yield Item("A long absence", cover["long_absence"])
    yield Item("Support they ask for", cover["support"] or "None beyond what the role has.")


def _risks(answers: Mapping[str, str]) -> Iterator[Item]:
    for risk in Risk:
        if risk.value in answers:
            yield Item(RISK_WORDS[risk], answers[risk.value])


def _start(reading: WeekReading, section: Mapping[str, Any]) -> Iterator[Item]:
    if asked := reading.transition:
        words = transition_sentence(VacancyKind.TRANSITIONAL, asked["review_weeks"])
        yield Item("What the role says", f"{words}\n\n{conditions_text(asked['conditions'])}")
    yield Item("Earliest start", start_words(section["earliest_start"]))
    yield Item("How", f"{transition_words(dict(section))}.")
    if section["transition"]:
        yield Item("What must be true at the review", section["conditions"])


def _own(reading: WeekReading, names: tuple[str, str]) -> Iterator[Item]:
    for at, side in enumerate("ab"):
        own = reading.sections[f"own_{side}"]
        wish = f"{WISH_WORDS[Wish(own['wish'])]}." if own["wish"] else ""
        text = "\n\n".join(filter(None, (wish, own["wish_note"])))
        yield Item(f"{names[at]}, if {names[1 - at]} ever leaves", text, side)
    for criterion in reading.criteria:
        for at, side in enumerate("ab"):
            text = reading.sections[f"own_{side}"]["evidence"].get(criterion["id"], "")
            if text:
                yield Item(f"{criterion['text']}: {names[at]}", text, side)
