"""One application in a list: the week, whose turn it is, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.accounts.naming import first_name
from jobboard.applications import readiness, snapshot
from jobboard.applications.desk import turn_of
from jobboard.applications.domain import SectionKind, Status
from jobboard.applications.leaving import Answer
from jobboard.applications.models import Application, Departure
from jobboard.applications.sections import Frame
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.totals import Totals, totals
from jobboard.web.filters import count, day


@dataclass(frozen=True, slots=True)
class Card:
    """`turn` says what happens next; `view` is the page that shows it, `action` its words.
    `sums`: hours beside what is funded, and what nobody covers: "1.0 of 1.2 FTE, 1 gap"."""

    application: Application
    names: tuple[str, str]
    plan: str
    sums: str
    turn: str
    view: str
    action: str
    goes_on: bool
    is_urgent: bool = False


def card_of(
    application: Application,
    viewer_id: UUID | None,
    at: datetime,
    departure: Departure | None = None,
) -> Card:
    """`departure` where one of the two has left it."""
    entries = application.partnership.track_record
    frame = snapshot.frame_for(application, entries, viewer_id, today=at.date())
    if departure is None:
        turn, view, action, is_urgent = _next(application, frame, viewer_id, at)
    else:
        turn, view, action, is_urgent = _left(application, departure, viewer_id, at)
    plan = SplitPlan.from_text(application.content(SectionKind.SPLIT_PLAN)["plan"])
    sums = totals(plan, frame.need, frame.names)
    return Card(
        application=application,
        names=frame.names,
        plan=sums.text,
        sums=_sums(sums),
        turn=turn,
        view=view,
        action=action,
        goes_on=goes_on(application, departure, viewer_id, at),
        is_urgent=is_urgent,
    )


def _sums(sums: Totals) -> str:
    missing = f", {count(sums.gap_count, 'gap')}" if sums.gap_count else ""
    return f"{sums.fte_text} of {sums.funded_text} FTE{missing}"


def goes_on(
    application: Application, row: Departure | None, viewer_id: UUID | None, at: datetime
) -> bool:
    """Whether it is under way for this person. For whoever has left it is past; for the other it
    goes on while there is something to decide or to hear."""
    if row is None:
        return application.is_live
    is_theirs = row.left_by_id != viewer_id
    return is_theirs and (row.is_waiting(at) or row.answer is Answer.ALONE)


_Next = tuple[str, str, str, bool]


def _next(application: Application, frame: Frame, viewer_id: UUID | None, at: datetime) -> _Next:
    if application.status is Status.WITHDRAWN:
        view = "submission" if application.submitted_at else "panel_view"
        return "Withdrawn. What you wrote is kept for you both.", view, "Read it", False
    if application.status is Status.SUBMITTED:
        return _sent(application, at), "submission", "See what you sent", False
    if not application.takes_signatures(at):
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


_BECAME = {
    Answer.CLOSED: "Closed after one of you left. What you wrote is kept for you both.",
    Answer.KEPT: "Closed after one of you left. You have a copy of the text to begin from.",
    Answer.ALONE: "You go on alone, where the two of you stood.",
    Answer.NEW_PARTNER: "You go on with a new partner, in an application of its own.",
    Answer.WITHDRAWN: "Withdrawn after one of you left.",
    Answer.LAPSED: "Ended: nobody decided in time after one of you left.",
}


def _left(
    application: Application, departure: Departure, viewer_id: UUID | None, at: datetime
) -> _Next:
    view = "submission" if application.submitted_at else "panel_view"
    if departure.left_by_id == viewer_id:
        return "You have left it. You can read what the two of you wrote.", view, "Read it", False
    if departure.is_waiting(at):
        name = first_name(application.partnership.partner_of(viewer_id), viewer_id)
        words = f"{name} has left. You decide until {day(departure.answer_by)}."
        return words, "decision", "Decide", True
    answer = departure.answer or Answer.LAPSED
    return _BECAME[answer], view, "Read it", False


def _sent(application: Application, at: datetime) -> str:
    visible = application.visible_from
    if visible is not None and at < visible:
        return "Signed by you both. The employer does not see it yet: you may take it back."
    return "Sent. The employer can read it."
