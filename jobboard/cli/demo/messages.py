"""What Northmoor and a pair on its shortlist write to each other; Helen has not read the last."""

from __future__ import annotations

from datetime import datetime

from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.core.db import session
from jobboard.inbox import queries, service
from jobboard.inbox.places import Place

PAIR, ROLE = "okafor-marsh", "northmoor-development"
RECRUITER, NADIA, HELEN = "recruiter", "nadia", "helen"
TALK = (
    (
        70.0,
        RECRUITER,
        "Good morning, both. The panel liked the two kettles.\n\nOne question before we fix a day:"
        " who would the locality managers ring on a Wednesday, when you are both in?",
    ),
    (
        66.0,
        NADIA,
        "Whoever picks up first; it is one number. On a Wednesday it is usually Helen, because I am"
        " in the room with the unions until noon.",
    ),
    (
        26.0,
        RECRUITER,
        "Thank you, that is the answer they hoped for. Would the week of the interviews suit you"
        " both in person, or would one of you rather join from home?",
    ),
)
READ = ((69.0, NADIA), (68.0, HELEN), (64.0, HELEN), (60.0, RECRUITER), (25.0, NADIA))
NOTES = (
    (67.5, HELEN, "Shall I answer, or do you? You were in the room when we tried it."),
    (67.0, NADIA, "I will. Back on Thursday if they want more."),
)


def plan(world: World, history: History) -> None:
    story = _Talking(world)
    for hours, who, text in TALK:
        history.add(hours, lambda at, w=who, t=text: story.write(w, t, at))  # type: ignore[misc]
    for hours, who in READ:
        history.add(hours, lambda at, w=who: story.read(w, at))  # type: ignore[misc]
    for hours, who, text in NOTES:
        history.add(hours, lambda at, w=who, t=text: story.note(w, t, at))  # type: ignore[misc]


class _Talking:
    def __init__(self, world: World) -> None:
        self.world = world

    def _place(self, who: str, at: datetime) -> Place:
        session().flush()
        actor = self.world.actor(who, at)
        application = self.world.applications[PAIR, ROLE]
        if who != RECRUITER:
            return queries.about_application(actor, application.id, at)
        place = queries.about_application(self.world.actor(NADIA, at), application.id, at)
        assert place.candidacy is not None
        return queries.about_candidacy(actor, place.candidacy.id, at)

    def write(self, who: str, text: str, at: datetime) -> None:
        service.write(self.world.actor(who, at), self._place(who, at), text, at)

    def read(self, who: str, at: datetime) -> None:
        self._read(who, self._place(who, at), at)

    def note(self, who: str, text: str, at: datetime) -> None:
        """Answered at once, so both have read them."""
        place, other = Place(self.world.pairs[PAIR]), HELEN if who == NADIA else NADIA
        service.write(self.world.actor(who, at), place, text, at)
        self._read(other, place, at)

    def _read(self, who: str, place: Place, at: datetime) -> None:
        actor = self.world.actor(who, at)
        rows = queries.messages(place, actor.user_id, 0, 50)
        service.mark_read(actor, place, [row.id for row in rows], at)
