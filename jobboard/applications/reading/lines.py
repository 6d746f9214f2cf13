"""The lines of a reading: partners, handovers, entries of the track record, who leads what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from jobboard.applications.answers import DecisionRule
from jobboard.applications.domain import Lead
from jobboard.applications.sections import DutyLine
from jobboard.applications.sections.handover import entry_words
from jobboard.applications.sections.responsibilities import weighed
from jobboard.core.text import initials
from jobboard.partnerships.domain import KIND_WORDS, RecordKind
from jobboard.partnerships.record import months_as_pair
from jobboard.partnerships.referees import confirmed_words
from jobboard.planning.load import load


@dataclass(frozen=True, slots=True)
class Partner:
    """One of the two as the document names them; `side` is a or b."""

    side: str
    id: UUID
    name: str

    @property
    def initials(self) -> str:
        return initials(self.name)


@dataclass(frozen=True, slots=True)
class HandoverLine:
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """An entry of the track record; `side` is a, b or both, `who` names whose it is."""

    side: str
    who: str
    when: str
    title: str
    kind: str
    outcome: str
    measure: str
    confirmed: str = ""
    """`Confirmed by the chair of the board`; empty where nobody outside has."""


_REMARKS = {
    Lead.A: "leads, the other can act",
    Lead.B: "leads, the other can act",
    Lead.EITHER: "whoever is in",
    Lead.JOINT: "both agree",
}
_RULES = {
    DecisionRule.ON_DUTY: "whoever is on duty decides",
    DecisionRule.LEAD: "the lead decides",
    DecisionRule.BOTH: "both agree",
    DecisionRule.ESCALATE: "they ask the line manager",
}
_PLACES = {Lead.A: "a", Lead.B: "b", Lead.EITHER: "shared", Lead.JOINT: "shared"}


def by_lead(
    duties: Iterable[Mapping[str, Any]], leads: Mapping[str, str], rules: Mapping[str, str]
) -> dict[str, list[tuple[str, str]]]:
    """Duties under a, b, shared and open (nobody yet); each with a remark: its decision rule where
    the document has one."""
    found: dict[str, list[tuple[str, str]]] = {"a": [], "b": [], "shared": [], "open": []}
    for duty in duties:
        given = leads.get(duty["id"])
        lead = Lead(given) if given else None
        place = _PLACES[lead] if lead else "open"
        found[place].append((duty["name"], _remark(lead, rules.get(duty["id"]))))
    return found


def _remark(lead: Lead | None, rule: str | None) -> str:
    if lead is None:
        return "not decided"
    return _RULES[DecisionRule(rule)] if rule else _REMARKS[lead]


def weighed_words(
    duties: Sequence[Mapping[str, Any]], leads: Mapping[str, str], names: tuple[str, str]
) -> str:
    """A sentence for a reader, with a blank before it; empty where nothing was weighed."""
    if not any(duty.get("weight") for duty in duties):
        return ""
    found = carried(duties, leads)
    if found is None:
        return ""
    return f" By weight {names[0]} carries {found[0]}% and {names[1]} {found[1]}%."


def carried(
    duties: Sequence[Mapping[str, Any]], leads: Mapping[str, str]
) -> tuple[int, int] | None:
    """Whole percent of A and of B, 100 together; None while a duty has no lead."""
    lines = tuple(DutyLine(duty["id"], duty["name"], weight=duty.get("weight")) for duty in duties)
    found = load(weighed(leads, lines))
    return found.percents if found else None


def handover_line(entry: Mapping[str, Any]) -> HandoverLine:
    return HandoverLine(entry["when"] or "No time yet", entry_words(entry))


def record_line(
    entry: Mapping[str, Any], names: tuple[str, str], shown_as: str | None = None
) -> RecordLine:
    """`shown_as`: how the referee who confirmed it may be named; None where nobody has."""
    since = _day(entry["started_on"]).year
    until = _day(entry["ended_on"]).year if entry["ended_on"] else "now"
    return RecordLine(
        side=entry["who"],
        who={"a": names[0], "b": names[1]}.get(entry["who"], "Together"),
        when=f"{since}" if since == until else f"{since} to {until}",
        title=f"{entry['role']}, {entry['organisation']}",
        kind=KIND_WORDS[RecordKind(entry["kind"])],
        outcome=entry["outcome"],
        measure=entry["measure"],
        confirmed="" if shown_as is None else confirmed_words(shown_as),
    )


def months_shared(entries: Iterable[Mapping[str, Any]], until: date) -> int:
    """Whole months shared in a role; entries that overlap count once (domain.md §3.3)."""
    spans = [
        (_day(entry["started_on"]), _day(entry["ended_on"]) if entry["ended_on"] else None)
        for entry in entries
        if entry["kind"] == RecordKind.AS_PAIR
    ]
    return months_as_pair(spans, until)


def halves(number: int) -> str:
    """Half duties as duties: 7 becomes 3.5."""
    return f"{number // 2}.5" if number % 2 else str(number // 2)


def _day(text: str) -> date:
    return date.fromisoformat(text)
