"""What Nadia and Helen show around: one card that works, one that waits for Helen."""

from __future__ import annotations

from datetime import datetime

from jobboard.applications import queries as applications
from jobboard.applications.reading import Reading
from jobboard.candidates.queries import profiles_of
from jobboard.cards import composing, service
from jobboard.cards.composing import Source
from jobboard.cards.models import PairCard
from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.partnerships.queries.referees import confirmed_of
from jobboard.partnerships.weeks import laid_together

PAIR = "okafor-marsh"
DAY = 24.0
PARTS = frozenset({"cover", "first", "proposition", "handover", "doubts", "track-record"})
"""Of an application: not the figures, nothing that each wrote alone."""


def plan(world: World, history: History) -> None:
    showing = _Showing(world)
    history.add(6 * DAY, showing.propose)
    history.add(5 * DAY, showing.agree)
    for hours in (4 * DAY, 3 * DAY, 27.0):
        history.add(hours, showing.open)
    history.add(4.0, showing.propose_another)


class _Showing:
    card: PairCard

    def __init__(self, world: World) -> None:
        self.world = world

    def propose(self, at: datetime) -> None:
        source = self._own(at)
        parts = [value for value, _ in source.choices()]
        draft = service.Draft("For Dr Shah, who asked at the dinner", 30, source.payload(parts))
        self.card = self._propose(draft, at)

    def agree(self, at: datetime) -> None:
        service.agree(self.world.actor("helen", at), self.card, self.card.content_hash, at)

    def open(self, at: datetime) -> None:
        service.count_opening(self.card, at.date())

    def propose_another(self, at: datetime) -> None:
        """From what they sent last, or from their own text while nothing is sent."""
        sent = [one for (key, _), one in self.world.applications.items() if key == PAIR]
        frozen = [found for one in sent if (found := applications.submission_of(one.id))]
        if not frozen:
            self._propose(service.Draft("For a headhunter", 14, self._own(at).payload(PARTS)), at)
            return
        last = max(frozen, key=lambda one: one.submitted_at)
        source = composing.of_application(Reading.of_sent(last))
        payload = source.payload(PARTS)
        draft = service.Draft("For the headhunter from Leeds", 14, payload, last.application_id)
        self._propose(draft, at)

    def _propose(self, draft: service.Draft, at: datetime) -> PairCard:
        return service.propose(self.world.actor("nadia", at), self.world.pairs[PAIR], draft, at)

    def _own(self, at: datetime) -> Source:
        pair = self.world.pairs[PAIR]
        profiles = profiles_of([pair.first_id, pair.second_id])
        first, second = profiles[pair.first_id], profiles[pair.second_id]
        together = laid_together(first.availability, second.availability)
        headlines = {"a": first.headline, "b": second.headline}
        confirmed = confirmed_of(pair.track_record)
        return composing.of_pair(pair, together, headlines, at.date(), confirmed, {})
