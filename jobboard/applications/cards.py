"""One application in a list: the week, whose turn it is, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.applications import readiness, snapshot
from jobboard.applications.desk import turn_of
from jobboard.applications.domain import SectionKind, Status
from jobboard.applications.models import Application
from jobboard.applications.sections import Frame
from jobboard.planning.split_plan import SplitPlan


@dataclass(frozen=True, slots=True)
class Card:
    """`turn` says what happens next; `view` is the page that shows it, `action` its words."""

    application: Application
    names: tuple[str, str]
    plan: str
    turn: str
    view: str
    action: str
    is_urgent: bool = False


def card_of(application: Application, viewer_id: UUID | None, at: datetime) -> Card:
    entries = application.partnership.track_record
    frame = snapshot.frame_for(application, entries, viewer_id)
    turn, view, action, is_urgent = _next(application, frame, viewer_id, at)
    plan = SplitPlan.from_text(application.content(SectionKind.SPLIT_PLAN)["plan"])
    return Card(
        application=application,
        names=frame.names,
        plan=plan.on(frame.need.shape).to_text(frame.need.coverage.needed),
        turn=turn,
        view=view,
        action=action,
        is_urgent=is_urgent,
    )


_Next = tuple[str, str, str, bool]


def _next(application: Application, frame: Frame, viewer_id: UUID | None, at: datetime) -> _Next:
    if application.status is Status.WITHDRAWN:
        view = "submission" if application.submitted_at else "panel_view"
        return "Withdrawn. What you wrote is kept for you both.", view, "Read it", False
    if application.status is Status.SUBMITTED:
        return _sent(application, at), "submission", "See what you sent", False
    if not application.role.takes_applications(at):
        words = "The role closed before this was sent. What you wrote is kept."
        return words, "panel_view", "Read it", False
    contents = snapshot.contents_of(application, frame)
    found = readiness.in_sections(contents, frame)
    is_ready = not found and not readiness.around(application, at)
    words = turn_of(application, len({blocker.kind for blocker in found}), viewer_id)
    is_mine = application.signature_of(viewer_id) is None
    if is_ready and is_mine:
        return words, "signature", "Read and sign", bool(application.signatures)
    return words, "edit", "Go on writing" if is_mine else "Open it", False


def _sent(application: Application, at: datetime) -> str:
    visible = application.visible_from
    if visible is not None and at < visible:
        return "Signed by you both. The employer does not see it yet: you may take it back."
    return "Sent. The employer can read it."
