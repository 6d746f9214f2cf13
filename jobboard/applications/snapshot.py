"""From rows to plain data: the frame the sections stand in, and the document that is signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.applications import sections, signing
from jobboard.applications.domain import OWNED_BY, SectionKind
from jobboard.applications.models import Application
from jobboard.applications.names import names_of
from jobboard.applications.sections import Content, CriterionLine, DutyLine, EntryLine, Frame
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import SplitPlan
from jobboard.roles import face as role_words
from jobboard.roles.domain import HeldBy, MayLead
from jobboard.roles.models import Role
from jobboard.roles.vacancy import VacancyKind

Entries = Sequence[TrackRecordEntry]


def frame_for(
    application: Application,
    entries: Entries,
    viewer_id: UUID | None = None,
    *,
    today: date | None = None,
) -> Frame:
    """The frame of an application as it is stored: with its plan and what evidence there is."""
    frame = frame_of(application.role, application.partnership, entries, viewer_id)
    plan = SplitPlan.from_text(application.content(SectionKind.SPLIT_PLAN)["plan"])
    return replace(
        frame,
        plan=plan.on(frame.need.shape),
        share_type=application.share_type,
        today=today,
        evidenced=_evidenced(application) if frame.criteria else frozenset(),
    )


def frame_of(
    role: Role, partnership: Partnership, entries: Entries, viewer_id: UUID | None = None
) -> Frame:
    """Before there is an application; else `frame_for`."""
    return Frame(
        need=need_of(role),
        duties=duties_of(role),
        criteria=criteria_of(role),
        begins=role_words.transition(role),
        review_by=role.review_weeks,
        names=names_of(partnership.first, partnership.second, viewer_id),
        entries=tuple(
            EntryLine(str(entry.id), f"{entry.role}, {entry.organisation}") for entry in entries
        ),
    )


def duties_of(role: Role) -> tuple[DutyLine, ...]:
    return tuple(
        DutyLine(str(duty.id), duty.name, duty.may_lead is MayLead.JOINT, duty.weight)
        for duty in role.duties
    )


def criteria_of(role: Role) -> tuple[CriterionLine, ...]:
    """Those evidence is asked for; reads the criteria only where the role asks."""
    if not role.asks_evidence:
        return ()
    return tuple(
        CriterionLine(str(one.id), one.text, one.held_by is HeldBy.EACH) for one in role.criteria
    )


def _evidenced(application: Application) -> frozenset[str]:
    texts = (application.content(kind).get("evidence", {}) for kind in OWNED_BY)
    return frozenset(key for given in texts for key, text in given.items() if text)


def need_of(role: Role) -> Need:
    """A published posted role has all three (a CHECK holds it); others take no application."""
    return Need.from_text(role.coverage or "", role.min_overlap or 0, role.funded_tenths or 0)


def contents_of(application: Application, frame: Frame) -> dict[SectionKind, Content]:
    """Every section as it stands beside today's role and track record, in page order."""
    return {kind: sections.fit(kind, application.content(kind), frame) for kind in SectionKind}


def document_of(application: Application, entries: Entries) -> dict[str, Any]:
    """What both would sign now (decisions.md 5)."""
    role, pair = application.role, application.partnership
    contents = contents_of(application, frame_for(application, entries))
    chosen = set(contents[SectionKind.TRACK_RECORD]["entry_ids"])
    return signing.document(
        role=_role(role),
        partnership={
            "id": str(pair.id),
            "name": pair.name,
            "partners": [_person(person) for person in pair.people],
        },
        sections={kind.value: content for kind, content in contents.items()},
        track_record=[_entry(entry) for entry in entries if str(entry.id) in chosen],
        share_type=application.share_type.value,
        acceptance=settled.value if (settled := application.settled_acceptance) else "",
    )


def bytes_of(application: Application, entries: Entries) -> bytes:
    return signing.canonical(document_of(application, entries))


def hash_of(application: Application, entries: Entries) -> str:
    return signing.digest(bytes_of(application, entries))


def _role(role: Role) -> dict[str, Any]:
    return {
        "id": str(role.id),
        "version": role.version,
        "title": role.title,
        "organisation": role.employer,
        "coverage": role.coverage,
        "min_overlap": role.min_overlap,
        "funded_tenths": role.funded_tenths,
        "asks_evidence": role.asks_evidence,
        **_transition(role),
        "duties": [
            {
                "id": str(duty.id),
                "name": duty.name,
                "may_lead": duty.may_lead.value,
                "weight": duty.weight,
            }
            for duty in role.duties
        ],
        "criteria": [
            {
                "id": str(criterion.id),
                "text": criterion.text,
                "weight": criterion.weight,
                "is_essential": criterion.is_essential,
                "held_by": criterion.held_by.value,
            }
            for criterion in role.criteria
        ],
    }


def _transition(role: Role) -> dict[str, Any]:
    """Nothing where the post is whole from the first day, so that older hashes stay as they are."""
    if role.vacancy_kind is VacancyKind.WHOLE:
        return {}
    said = {"review_weeks": role.review_weeks, "conditions": list(role.review_conditions)}
    return {"transition": said}


def _person(person: User) -> dict[str, str]:
    """The name as it is written in the account: what is signed does not depend on the reader."""
    return {"id": str(person.id), "name": person.name}


def _entry(entry: TrackRecordEntry) -> dict[str, Any]:
    return {
        "id": str(entry.id),
        "kind": entry.kind.value,
        "who": entry.who.value,
        "organisation": entry.organisation,
        "role": entry.role,
        "started_on": entry.started_on.isoformat(),
        "ended_on": entry.ended_on.isoformat() if entry.ended_on else None,
        "outcome": entry.outcome,
        "measure": entry.measure,
    }
