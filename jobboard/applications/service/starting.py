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
    SamePairError,
    SecondApplicationError,
    SectionKind,
)
from jobboard.applications.events import ApplicationStarted
from jobboard.applications.models import Applicant, Application, KeptText, Section
from jobboard.applications.queries.carrying import latest_of_partnership
from jobboard.applications.sections import Frame
from jobboard.applications.sections.carrying import carried, still_right
from jobboard.applications.service.copies import fill
from jobboard.applications.service.settling import note, person_behind
from jobboard.applications.service.templates import Source, at_day, sources_of
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
    for mine in queries.live_for_role(role.id, [person_behind(actor)]):
        is_same = mine.partnership_id == partnership.id
        raise SamePairError if is_same else OwnSecondApplicationError
    if queries.live_for_role(role.id, [partnership.first_id, partnership.second_id]):
        raise SecondApplicationError


def draft(actor: Actor, role: Role, partnership: Partnership, at: datetime) -> Application:
    entries = queries.track_record(partnership.id)
    again = latest_of_partnership(partnership.id, role.id)
    application = Application(
        id=uuid4(),
        role=role,
        partnership=partnership,
        started_by_id=person_behind(actor),
        status=LIFECYCLE.start,
        version=1,
        share_type=again.share_type if again else partnership.share_type,
        acceptance=partnership.acceptance,
        created_at=at,
        updated_at=at,
        sections=_first_sections(role, partnership, entries, at, again),
        applicants=[
            Applicant(role_id=role.id, user_id=person.id, is_live=True)
            for person in partnership.people
        ],
    )
    application.content_hash = snapshot.hash_of(application, entries)
    return application


def _first_sections(
    role: Role,
    partnership: Partnership,
    entries: list[TrackRecordEntry],
    at: datetime,
    again: Application | None,
) -> list[Section]:
    """From `again`, the pair's earlier application for this very role. Else from what the pair
    keeps as its templates or its last application, the words from its shared text; else as a
    section begins."""
    frame = snapshot.frame_of(role, partnership, entries)
    if again is not None:
        return _taken_up(again, frame, at)
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


def _taken_up(again: Application, frame: Frame, at: datetime) -> list[Section]:
    """The whole of it, as it fits beside the role of today."""
    words = f"your application of {at_day(again.created_at)} for this role"
    return [
        Section(
            kind=kind,
            number=0,
            content=still_right(kind, again.content(kind), frame, at.date()),
            began_from=words,
        )
        for kind in SectionKind
    ]


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
