"""Pairs apply, write, sign and now and then think again; employers read and decide."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle
from typing import Any

from jobboard.accounts.naming import first_name
from jobboard.applications import queries, service, snapshot
from jobboard.applications.domain import OWNED_BY, AcceptanceWish, SectionKind
from jobboard.applications.models import Application
from jobboard.cli.demo import answers
from jobboard.cli.demo.history import History
from jobboard.cli.demo.organisations import EMPLOYERS
from jobboard.cli.demo.pairs_other import PAIRS
from jobboard.cli.demo.shapes import LEADS, Pair, Step, Story
from jobboard.cli.demo.stories_elsewhere import STORIES
from jobboard.cli.demo.world import World
from jobboard.hiring import queries as hiring_queries
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import Reason
from jobboard.partnerships.domain import Who

_PAIRS = {pair.key: pair for pair in PAIRS}
_OWNERS = {employer.name: employer.owner for employer in EMPLOYERS}
_SECTIONS = {
    "r": SectionKind.RESPONSIBILITIES,
    "s": SectionKind.SPLIT_PLAN,
    "h": SectionKind.HANDOVER,
    "c": SectionKind.COVER,
    "t": SectionKind.CONTINUITY,
    "k": SectionKind.RISKS,
    "a": SectionKind.OWN_A,
    "b": SectionKind.OWN_B,
    "p": SectionKind.PROPOSITION,
}
"""In the order in which most pairs write them: the words come last."""
_WHOLE = "".join(_SECTIONS)
STARTS_AFTER = timedelta(days=120)
"""From the day they write it to the first day both could start."""


def plan(world: World, history: History) -> None:
    for story in STORIES:
        _Applying(world, story).plan(history)


def text_of(story: Story) -> str:
    """The proposition as both sign it."""
    pair = _PAIRS[story.pair]
    return story.text if story.alone else f"{pair.opening}\n\n{story.text}\n\n{pair.working}"


class _Applying:
    def __init__(self, world: World, story: Story) -> None:
        self.world, self.story = world, story
        self.pair: Pair = _PAIRS[story.pair]

    def plan(self, history: History) -> None:
        story = self.story
        history.add(story.started, self.start)
        self._plan_writing(history)
        if story.asked is not None:
            history.add(story.asked, self.ask)
        for hours, key in zip(story.signed, (self.pair.first, self.pair.second), strict=False):
            history.add(hours, lambda at, who=key: self.sign(who, at))  # type: ignore[misc]
        for step in story.steps:
            history.add(step.hours, lambda at, one=step: self.decide(one, at))  # type: ignore[misc]
        if story.withdrawn is not None:
            history.add(story.withdrawn, self.withdraw)

    def _plan_writing(self, history: History) -> None:
        """Spread over the first two thirds of the time they had; first and second by turns."""
        story = self.story
        wanted = _WHOLE if story.parts == "psrh" else story.parts
        parts = [kind for letter, kind in _SECTIONS.items() if letter in wanted]
        ends = story.asked or (story.signed[0] if story.signed else story.withdrawn or 0.0)
        space = (story.started - ends) * 2 / 3
        writers = cycle((self.pair.second, self.pair.first))
        for number, (kind, turn) in enumerate(zip(parts, writers, strict=False), 1):
            hours = story.started - space * number / len(parts)
            who = self._writer(kind, turn)
            history.add(hours, lambda at, k=kind, w=who: self.write(k, w, at))  # type: ignore[misc]

        if story.signed or story.asked:
            for who in (self.pair.first, self.pair.second):
                history.add(story.started - space, lambda at, one=who: self.answer(one, at))  # type: ignore[misc]

    def _writer(self, kind: SectionKind, turn: str) -> str:
        """Whose turn it is; one's own words are written by oneself."""
        own = {Who.A: self.pair.first, Who.B: self.pair.second}
        return own[OWNED_BY[kind]] if kind in OWNED_BY else turn

    @property
    def application(self) -> Application:
        return self.world.applications[self.story.pair, self.story.role]

    def start(self, at: datetime) -> None:
        role, row = self.world.roles[self.story.role], self.world.pairs[self.story.pair]
        actor = self.world.actor(self.pair.first, at)
        made = service.start(actor, role, row, at)
        self.world.applications[self.story.pair, self.story.role] = made

    def write(self, kind: SectionKind, who: str, at: datetime) -> None:
        row = self.application
        content, number = self._content(kind, at), row.section(kind).number
        service.save_section(self.world.actor(who, at), row, kind, number, content, at)

    def answer(self, who: str, at: datetime) -> None:
        """Each for themselves, as their partnership has it."""
        wish = AcceptanceWish(self.pair.acceptance.value)
        service.answer_acceptance(self.world.actor(who, at), self.application, wish, at)

    def _content(self, kind: SectionKind, at: datetime) -> dict[str, Any]:
        people = self.application.partnership.people
        names = first_name(people[0]), first_name(people[1])
        if kind in OWNED_BY:
            asked = snapshot.criteria_of(self.application.role)
            own = answers.own_words
            return own(self.pair, list(OWNED_BY).index(kind), [(c.id, c.text) for c in asked])
        if kind is SectionKind.COVER:
            return answers.cover(self.pair, names)
        if kind is SectionKind.RISKS:
            return answers.risks(self.pair, names)
        if kind is SectionKind.CONTINUITY:
            return answers.continuity(self.pair, (at + STARTS_AFTER).date().isoformat())
        return self._written(kind)

    def _written(self, kind: SectionKind) -> dict[str, Any]:
        if kind is SectionKind.PROPOSITION:
            return {"text": text_of(self.story)}
        if kind is SectionKind.SPLIT_PLAN:
            return {"plan": self.story.plan, "when_it_changes": self.pair.when_it_changes}
        if kind is SectionKind.RESPONSIBILITIES:
            return {"leads": self._leads()}
        return self._handover()

    def _leads(self) -> dict[str, str]:
        """Half-finished drafts name fewer duties than the role has."""
        letters = self.story.leads
        duties = self.application.role.duties
        return {
            str(duty.id): LEADS[letter].value for duty, letter in zip(duties, letters, strict=False)
        }

    def _handover(self) -> dict[str, Any]:
        pair = self.pair
        return {
            "entries": [
                {"when": one.when, "medium": one.medium, "minutes": one.minutes, "what": one.what}
                for one in pair.handover
            ],
            "shared_inbox": pair.inbox,
            "shared_diary": pair.diary,
            "urgent_rule": pair.urgent,
            **answers.handover(pair),
        }

    def ask(self, at: datetime) -> None:
        actor = self.world.actor(self.pair.first, at)
        service.ask_for_signatures(actor, self.application, at)

    def sign(self, key: str, at: datetime) -> None:
        row = self.application
        seen = snapshot.hash_of(row, queries.track_record(row.partnership_id))
        service.sign(self.world.actor(key, at), row, seen, at)

    def withdraw(self, at: datetime) -> None:
        service.withdraw(self.world.actor(self.pair.second, at), self.application, at)

    def decide(self, step: Step, at: datetime) -> None:
        candidacy = hiring_queries.of_application(self.application.id)
        assert candidacy is not None
        who = step.by or _OWNERS[candidacy.role.organisation.name]
        hiring.move(
            self.world.actor(who, at),
            candidacy,
            step.move,
            at,
            note=step.note or None,
            reason=Reason(step.reason) if step.reason else None,
            words=step.words or None,
        )
