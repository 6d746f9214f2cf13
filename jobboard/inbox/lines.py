from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jobboard.applications.models import Application
from jobboard.inbox.models import Message
from jobboard.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Line:
    """One conversation in the list of a pair. `unread` messages that reached this viewer; `last`
    the newest one they may read; `at` its instant, or when the employer began to read."""

    application: Application | None
    unread: int
    at: datetime | None
    last: Message | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Unread messages in one pair's inbox, for the home page of one of the two."""

    partnership: Partnership
    number: int
