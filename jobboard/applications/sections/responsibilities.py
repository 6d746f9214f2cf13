"""Whose phone rings first: {"leads": {duty id: a | b | either | joint}, "rules": {duty id: rule}}.

A duty that has a lead has a decision rule: the one chosen, else the usual one of its lead
(`answers.USUAL_RULE`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.applications.answers import RULE_WORDS, USUAL_RULE, DecisionRule
from jobboard.applications.domain import Lead
from jobboard.applications.sections.frame import Content, DutyLine, Frame, Raw
from jobboard.planning.load import Weighed, check_load, hours_share, load, percent

_KNOWN = frozenset(lead.value for lead in Lead)
_RULES = frozenset(rule.value for rule in DecisionRule)


def default(frame: Frame, /) -> Content:
    return _content({}, {}, frame.duties)


def clean(raw: Raw, frame: Frame, /) -> Content:
    """Only duties of the role and known answers. Where the employer says joint, it is joint."""
    return _content(_mapping(raw.get("leads")), _mapping(raw.get("rules")), frame.duties)


def fit(content: Content, frame: Frame, /) -> Content:
    """For the duties the role has today: gone ones fall away, newly joint ones are joint."""
    return _content(content.get("leads", {}), content.get("rules", {}), frame.duties)


def problems(content: Content, frame: Frame, /) -> list[str]:
    leads, rules = content["leads"], content["rules"]
    found = [f"Say who leads on: {duty.name}." for duty in frame.duties if duty.id not in leads]
    found += [
        f"Nobody leads alone on {duty.name}, so the lead cannot decide. Choose another rule."
        for duty in frame.duties
        if rules.get(duty.id) == DecisionRule.LEAD
        and leads[duty.id] in {Lead.EITHER.value, Lead.JOINT.value}
    ]
    return found


def warnings(content: Content, frame: Frame, /) -> list[str]:
    """What the load by weight says beside the hours and the way of sharing."""
    lines = check_load(
        weighed(content["leads"], frame.duties), frame.plan, frame.share_type, frame.names
    )
    return [line.sentence for line in lines]


def load_words(content: Content, frame: Frame, /) -> str:
    """`By weight Nadia carries 55% and Helen 45%; of the hours Nadia works 60% and Helen 40%.`
    Empty while a duty has nobody."""
    found = load(weighed(content["leads"], frame.duties))
    hours = hours_share(frame.plan) if frame.plan else None
    if found is None:
        return ""
    a, b = frame.names
    said = f"By weight {a} carries {found.percents[0]}% and {b} {found.percents[1]}%"
    if hours is None:
        return f"{said}."
    first = percent(hours)
    return f"{said}; of the hours {a} works {first}% and {b} {100 - first}%."


def weighed(leads: Mapping[str, str], duties: tuple[DutyLine, ...]) -> tuple[Weighed, ...]:
    """Each duty's weight and side: a, b, shared, or None where nobody is named yet."""
    sides = {Lead.A.value: "a", Lead.B.value: "b"}
    return tuple(
        Weighed(duty.weight, sides.get(leads[duty.id], "shared") if duty.id in leads else None)
        for duty in duties
    )


def summary(content: Content, frame: Frame, /) -> list[tuple[str, str]]:
    leads, rules = content["leads"], content["rules"]
    return [
        (duty.name, _words(leads.get(duty.id), rules.get(duty.id), frame.names))
        for duty in frame.duties
    ]


def lead_words(lead: str | None, names: tuple[str, str]) -> str:
    """`Nadia leads`, `Jointly`, `Either of you`, `Not decided`."""
    words = {
        Lead.A: f"{names[0]} leads",
        Lead.B: f"{names[1]} leads",
        Lead.EITHER: "Either, whoever is in",
        Lead.JOINT: "Jointly",
    }
    return words[Lead(lead)] if lead in _KNOWN else "Not decided"


def usual_rule(lead: str) -> str:
    return USUAL_RULE[Lead(lead)].value


def _words(lead: str | None, rule: str | None, names: tuple[str, str]) -> str:
    found = lead_words(lead, names)
    return f"{found}. {RULE_WORDS[DecisionRule(rule)]}" if rule in _RULES else found


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _content(
    given: Mapping[str, object], chosen: Mapping[str, object], duties: tuple[DutyLine, ...]
) -> Content:
    leads = {
        duty.id: Lead.JOINT.value if duty.is_joint else str(given[duty.id])
        for duty in duties
        if duty.is_joint or given.get(duty.id) in _KNOWN
    }
    rules = {
        key: str(chosen[key]) if chosen.get(key) in _RULES else usual_rule(lead)
        for key, lead in leads.items()
    }
    return {"leads": leads, "rules": rules}
