from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSent(Event):
    """Everybody who has a receipt of it is told, at the same moment."""

    message_id: UUID
