"""How an application begins: from the pair's templates, else from its last application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from jobboard.applications import queries, sections, snapshot
from jobboard.applications.domain import (
    LIFECYCLE,
    Cause,
    NotFormedError,
    NotOpenHereError,
    OwnSecondApplicationError,
    SecondApplicationError,
    SectionKind,
)
from jobboard.applications.events import ApplicationStarted
from jobboard.applications.models import Applicant, Application, KeptText, Section
from jobboard.applications.sections import Frame
from jobboard.applications.sections.carrying import carried
from jobboard.applications.service.copies import fill
from jobboard.applications.service.settling import note, person_behind
from jobboard.applications.service.templates import Source, sources_of
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.partnerships.ending import WHY_NOT_APPLYING
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.planning.split_plan import SplitPlan
from jobboard.roles.domain import RoleClosedError
from jobboard.roles.models import Role

STARTED = Cause.STARTED


def start(
    actor: Actor,
    role: Role,
    partnership: Partnership,
    at: datetime,
    kept: KeptText | None = None,
) -> Application:
    """A draft with the pair's shared proposition, share type, acceptance and whole track record.

    With `kept` it begins from the copy that this person kept when an earlier partner left.
    RoleClosedError, NotOpenHereError, NotFormedError, or SecondApplicationError where one of the
    two already stands in a live application for this role, also under a race.
    """
    with transaction() as current:
        require(actor, "application.start", partnership)
        _check_may_start(actor, role, partnership, at)
        application = draft(actor, role, partnership, at)
        current.add(application)
        try:
            current.flush()
        except IntegrityError as error:
            raise _as_second(error) from None
        if kept is not None and kept.owner_id == actor.user_id:
            fill(application, kept, actor.user_id)
        note(application, Cause.STARTED, person_behind(actor), at)
        record(actor, "application.started", application, role_id=str(role.id))
        emit(ApplicationStarted(application_id=application.id, by_id=person_behind(actor)))
        return application


def _check_may_start(actor: Actor, role: Role, partnership: Partnership, at: datetime) -> None:
    if role.is_imported:
        raise NotOpenHereError
    if not role.takes_applications(at):
        raise RoleClosedError
    if not partnership.is_formed:
        raise NotFormedError(WHY_NOT_APPLYING[partnership.status])
    if queries.live_for_role(role.id, [person_behind(actor)]):
        raise OwnSecondApplicationError
    if queries.live_for_role(role.id, [partnership.first_id, partnership.second_id]):
        raise SecondApplicationError


def draft(actor: Actor, role: Role, partnership: Partnership, at: datetime) -> Application:
    entries = queries.track_record(partnership.id)
    application = Application(
        id=uuid4(),
        role=role,
        partnership=partnership,
        started_by_id=person_behind(actor),
        status=LIFECYCLE.start,
        version=1,
        share_type=partnership.share_type,
        acceptance=partnership.acceptance,
        created_at=at,
        updated_at=at,
        sections=_first_sections(role, partnership, entries, at),
        applicants=[
            Applicant(role_id=role.id, user_id=person.id, is_live=True)
            for person in partnership.people
        ],
    )
    application.content_hash = snapshot.hash_of(application, entries)
    return application


def _first_sections(
    role: Role, partnership: Partnership, entries: list[TrackRecordEntry], at: datetime
) -> list[Section]:
    """From what the pair keeps as its templates, else from its last application, the words from
    its shared text; else as a section begins."""
    frame = snapshot.frame_of(role, partnership, entries)
    found = [
        Section(kind=kind, number=0, content=sections.default(kind, frame), began_from="")
        for kind in SectionKind
    ]
    _carry(sources_of(partnership, at), found, frame, at)
    template = partnership.proposition.strip()
    if template:
        words = next(one for one in found if one.kind is SectionKind.PROPOSITION)
        words.content, words.began_from = {"text": template}, "your shared template"
    return found


def _carry(
    sources: Mapping[SectionKind, Source], found: list[Section], frame: Frame, at: datetime
) -> None:
    """Where the earlier text says something; each section then tells where it came from."""
    if SectionKind.SPLIT_PLAN in sources:
        plan = SplitPlan.from_text(sources[SectionKind.SPLIT_PLAN][0].content["plan"])
        frame = replace(frame, plan=plan.on(frame.need.shape))
    for one in found:
        if one.kind not in sources:
            continue
        source, words = sources[one.kind]
        content = carried(one.kind, source.content, source.duties, frame, at.date())
        if content != one.content:
            one.content, one.began_from = content, words[:200]


def _as_second(error: IntegrityError) -> Exception:
    """The partial unique index on applicants spoke: somebody started a moment before."""
    return SecondApplicationError() if "applicants" in str(error.orig) else error
