"""The pages of a pair card: the pair's own, and the reader's."""

from __future__ import annotations

from jobboard.cards.views import own, proposing, reading
from jobboard.cards.views.room import blueprint

__all__ = ["blueprint", "own", "proposing", "reading"]
