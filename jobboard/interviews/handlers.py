from __future__ import annotations

from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.hiring.events import CandidacyMoved
from jobboard.interviews import service
from jobboard.interviews.domain import ENDING_MOVES


@on(CandidacyMoved)
def cancel_what_is_open(event: CandidacyMoved) -> None:
    if event.move in ENDING_MOVES:
        service.end_with_candidacy(event.candidacy_id, now())
