"""Whose phone rings first: {"leads": {duty id: a | b | either | joint}}."""

from __future__ import annotations

from collections.abc import Mapping

from jobboard.applications.domain import Lead
from jobboard.applications.sections.frame import Content, DutyLine, Frame, Raw

_KNOWN = frozenset(lead.value for lead in Lead)


def default(frame: Frame, /) -> Content:
    return _leads({}, frame.duties)


def clean(raw: Raw, frame: Frame, /) -> Content:
    """Only duties of the role and known answers. Where the employer says joint, it is joint."""
    given = raw.get("leads")
    return _leads(given if isinstance(given, Mapping) else {}, frame.duties)


def fit(content: Content, frame: Frame, /) -> Content:
    """For the duties the role has today: gone ones fall away, newly joint ones are joint."""
    return _leads(content.get("leads", {}), frame.duties)


def problems(content: Content, frame: Frame, /) -> list[str]:
    leads = content["leads"]
    return [f"Say who leads on: {duty.name}." for duty in frame.duties if duty.id not in leads]


def summary(content: Content, frame: Frame, /) -> list[tuple[str, str]]:
    leads = content["leads"]
    return [(duty.name, lead_words(leads.get(duty.id), frame.names)) for duty in frame.duties]


def lead_words(lead: str | None, names: tuple[str, str]) -> str:
    """`Nadia leads`, `Jointly`, `Either of you`, `Not decided`."""
    words = {
        Lead.A: f"{names[0]} leads",
        Lead.B: f"{names[1]} leads",
        Lead.EITHER: "Either, whoever is in",
        Lead.JOINT: "Jointly",
    }
    return words[Lead(lead)] if lead in _KNOWN else "Not decided"


def _leads(given: Mapping[str, object], duties: tuple[DutyLine, ...]) -> Content:
    leads = {
        duty.id: Lead.JOINT.value if duty.is_joint else str(given[duty.id])
        for duty in duties
        if duty.is_joint or given.get(duty.id) in _KNOWN
    }
    return {"leads": leads}
