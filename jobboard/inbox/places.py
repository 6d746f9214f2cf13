"""Where a message is written: between the two of a pair, or with an employer about one role."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.accounts.naming import first_name
from jobboard.applications.models import Application
from jobboard.hiring.models import Candidacy
from jobboard.inbox.domain import (
    CLOSED_WORDS,
    MOVED_ON,
    PAIR_ENDED,
    PAIR_OVER,
    ROLE_GONE,
    YOU_LEFT,
    Reader,
)
from jobboard.inbox.models import Message
from jobboard.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Place:
    """Seen from one side. `application` None: between the two alone. `candidacy` None beside an
    application: the employer's end goes on with another pair."""

    partnership: Partnership
    application: Application | None = None
    candidacy: Candidacy | None = None
    is_employer: bool = False

    @property
    def pair_in_it(self) -> tuple[User, ...]:
        """Whoever of the two has not left the application."""
        left = self.application.left_by_id if self.application else None
        return tuple(one for one in self.partnership.people if one.id != left)

    @property
    def organisation(self) -> str:
        return self.application.role.employer if self.application else ""

    def closed_words(self, viewer_id: UUID | None) -> str:
        """Why nobody can write here any more, or this viewer cannot; empty where they can."""
        if self.application is None:
            return "" if self.partnership.is_live else PAIR_OVER
        if not self.is_employer and self.application.left_by_id == viewer_id:
            return YOU_LEFT
        if self.candidacy is None:
            return MOVED_ON
        if words := CLOSED_WORDS.get(self.candidacy.stage):
            return words
        if self.application.role.is_gone:
            return ROLE_GONE
        is_whole = self.application.left_by_id is None
        return PAIR_ENDED if is_whole and not self.partnership.is_live else ""

    def readers_of(self, message: Message, viewer_id: UUID | None) -> list[Reader]:
        """To whom of the pair it went, A before B."""
        found = []
        for person in message.thread.partnership.people:
            receipt = message.receipt_of(person.id)
            if receipt is not None:
                is_viewer = person.id == viewer_id
                found.append(Reader(first_name(person, viewer_id), is_viewer, receipt.read_at))
        return found
