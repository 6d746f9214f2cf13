"""What happened when: acts are written down in any order and lived in the order of their time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from jobboard.core import clock

Act = Callable[[datetime], None]
MOST_SECONDS = 9 * 60
"""Less than the shortest time between two acts of one story, once it is pressed."""
_MORNING = timedelta(hours=8)


class History:
    """Acts of the past, each an hour count before `now`. `live` does them with the clock moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._dice = Random(2)
        self._acts: list[tuple[datetime, int, Act]] = []

    def add(self, hours_ago: float, act: Act) -> None:
        at = self.at(hours_ago) + self._minutes(hours_ago)
        self._acts.append((at, len(self._acts), act))

    def _minutes(self, hours_ago: float) -> timedelta:
        """Nobody does everything at the same minute of the hour; deterministic all the same."""
        seconds = self._dice.randrange(MOST_SECONDS)
        return timedelta(seconds=seconds if hours_ago > 48 else 0)

    def at(self, hours_ago: float) -> datetime:
        """That many hours ago. What is older than yesterday happened between eight and seven.

        The day is pressed into its working hours and never left, so that earlier stays earlier.
        """
        raw = self.now - timedelta(hours=hours_ago)
        midnight = raw.replace(hour=0, minute=0, second=0, microsecond=0)
        if raw.date() >= self.now.date() - timedelta(days=1):
            return raw
        pressed = midnight + _MORNING + (raw - midnight) * 11 / 24
        return pressed.replace(microsecond=0)

    def live(self) -> None:
        for at, _, act in sorted(self._acts, key=lambda row: row[:2]):
            with clock.at(at):
                act(at)
