"""What a card may show, and the frozen bytes of what it does show.

A card is a head and some sections of blocks (core/documents/blocks.py). They come from an
application, as its reader would see it, or from what the pair keeps for itself. No address, no id
of a person, no agreement and nothing private is in them. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jobboard.accounts.naming import display_name
from jobboard.applications import signing
from jobboard.applications.answers import RISK_WORDS, Risk
from jobboard.applications.domain import SECTION_WORDS, SectionKind
from jobboard.applications.names import names_of
from jobboard.applications.reading import Reading
from jobboard.applications.reading.printed import sections_of
from jobboard.core.documents import blocks
from jobboard.core.documents.blocks import Block, Section
from jobboard.core.documents.paper import Person
from jobboard.partnerships.domain import KIND_WORDS
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.partnerships.record import in_words
from jobboard.partnerships.referees import confirmed_words
from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS
from jobboard.web.drawn_weeks import week_block
from jobboard.web.filters import month
from jobboard.web.week_words import week_summary

FORMAT = 1
OWN_WORDS = "In our own words. Where somebody outside has confirmed an entry, it says so."


@dataclass(frozen=True, slots=True)
class Source:
    """Everything one text has to offer; the pair ticks what is shown."""

    heading: str
    people: tuple[Person, Person]
    sections: Sequence[Section]

    def choices(self) -> list[tuple[str, str]]:
        return [(section["anchor"], section["title"]) for section in self.sections]

    def payload(self, parts: Collection[str]) -> bytes:
        """The bytes of a card with these parts, in the order of the text."""
        return signing.canonical(
            {
                "format": FORMAT,
                "heading": self.heading,
                "people": [
                    {"side": one.side, "name": one.name, "line": one.line} for one in self.people
                ],
                "sections": [one for one in self.sections if one["anchor"] in parts],
            }
        )


def of_application(reading: Reading) -> Source:
    """Names neither the role nor the employer: the pair may be showing this to another one."""
    first, second = (
        Person(person.side, display_name(person), f"{part.spans}, {part.fte_text} FTE")
        for person, part in zip(reading.people, reading.parts, strict=True)
    )
    heading = " and ".join((first.name, second.name))
    return Source(heading, (first, second), sections_of(reading))


def of_pair(
    pair: Partnership,
    together: str | None,
    headlines: Mapping[str, str],
    today: date,
    confirmed: Mapping[str, str],
    answers: Mapping[str, str],
) -> Source:
    """From the shared text, the track record and, where both said when they can, their week.

    `together` is the pattern of the two weeks laid on one; `headlines` are by side; `confirmed`
    says by id of an entry how the referee who confirmed it may be named; `answers` are those to an
    employer's doubts that the pair keeps as its template, by `Risk`.
    """
    first = Person("a", display_name(pair.first), headlines.get("a", ""))
    second = Person("b", display_name(pair.second), headlines.get("b", ""))
    sections = [
        _proposition(pair),
        _doubts(answers),
        _record(pair, today, confirmed),
        _sharing(pair),
    ]
    if together is not None:
        sections.insert(1, _week(pair, together))
    heading = " and ".join((first.name, second.name))
    return Source(heading, (first, second), [one for one in sections if one["blocks"]])


def _proposition(pair: Partnership) -> Section:
    found = [blocks.prose(pair.proposition)] if pair.proposition.strip() else []
    return blocks.section("proposition", "Why the two of us", found)


def _week(pair: Partnership, together: str) -> Section:
    names = names_of(pair.first, pair.second)
    words = week_summary(together, *names)
    return blocks.section(
        "week",
        "When we could work",
        [week_block(together, names, words)],
        "What each would like or could do, laid on one week. A role’s own week decides the rest.",
    )


def _doubts(answers: Mapping[str, str]) -> Section:
    found: list[Block] = []
    for risk in Risk:
        if text := answers.get(risk.value, ""):
            found += [blocks.subheading(RISK_WORDS[risk]), blocks.prose(text)]
    return blocks.section("doubts", SECTION_WORDS[SectionKind.RISKS], found)


def _record(pair: Partnership, today: date, confirmed: Mapping[str, str]) -> Section:
    lines = [_line(pair, entry, confirmed.get(str(entry.id))) for entry in pair.track_record]
    found = [blocks.figures([(in_words(pair.months_as_pair(today)), "of sharing a role", False)])]
    if lines:
        found.append(blocks.entries(lines))
    return blocks.section("track-record", "Track record", found, OWN_WORDS)


def _line(pair: Partnership, entry: TrackRecordEntry, shown_as: str | None) -> dict[str, str]:
    names = names_of(pair.first, pair.second)
    kind = KIND_WORDS[entry.kind]
    told = "" if shown_as is None else f"{confirmed_words(shown_as)}."
    return {
        "side": entry.who.value,
        "who": {"a": names[0], "b": names[1]}.get(entry.who.value, "Together"),
        "when": f"{month(entry.started_on)} to {month(entry.ended_on)}",
        "title": f"{entry.role}, {entry.organisation}",
        "text": " ".join(filter(None, [f"{kind}.", entry.outcome, entry.measure, told])),
    }


def _sharing(pair: Partnership) -> Section:
    words, hint = SHARE_TYPE_WORDS[pair.share_type], SHARE_TYPE_HINTS[pair.share_type]
    return blocks.section("sharing", "How we share", [blocks.facts([(words, f"{hint}.")])])


def read(payload: bytes) -> dict[str, Any]:
    """What stands on the card: heading, people, sections."""
    return signing.read(payload)
