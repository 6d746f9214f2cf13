"""What Nadia and Helen asked each other, how they divide the work, what a colleague says."""

from __future__ import annotations

from datetime import datetime, timedelta

from jobboard.applications import service as applications
from jobboard.applications.domain import SectionKind
from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships import service
from jobboard.partnerships.call_card import CardFields
from jobboard.partnerships.duty_map import Duty, DutyMap, Lead
from jobboard.partnerships.feedback import FeedbackWords
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.prompts import prompt
from jobboard.partnerships.queries import feedback as asked
from jobboard.partnerships.queries import referees
from jobboard.partnerships.queries.templates import templates_of

DAY = 24
PAIR, NADIA, HELEN = "okafor-marsh", "nadia", "helen"
SHARED = (
    ("drivers.1", ("impact", ""), ("people", "I stay where I like the people.")),
    ("disagree.1", ("today", ""), ("sleep", "I say things at six that I would not say at nine.")),
    ("credit.1", ("both", ""), ("both", "")),
    (
        "stop.1",
        ("", "If we became two half-time directors with separate teams."),
        ("", "If I could no longer be in on Thursdays. I would say so early."),
    ),
    (
        "leaving.1",
        ("", "Before anybody else, and half a year ahead if life allows it."),
        ("", "On the day I start to think of it, not on the day I know."),
    ),
)
"""Question, Nadia's answer, Helen's: two of them are things to talk about."""
WAITING = (("first90.1", "One name on the door. Nobody asks any more whose week it is."),)
COACHING = (
    (
        "learn.1",
        ("", "How you make a room laugh before the hard item."),
        ("", "How you hold a silence until the other side fills it."),
    ),
)
PLACES = DutyMap(
    (
        Duty("The northern hospitals", Lead.A, "Nadia decides, Helen is told the same day"),
        Duty("The southern hospitals", Lead.B, "Helen decides, Nadia is told the same day"),
        Duty("Board and executive", Lead.JOINT, "Whoever is in decides, tells by 6pm"),
    )
)
SUBJECTS = DutyMap(
    (
        Duty("Board and executive", Lead.JOINT, "Whoever is in decides, tells by 6pm"),
        Duty("Pay and unions", Lead.A, "Nadia decides, Helen holds the line"),
        Duty("Leadership development", Lead.B, "Helen decides"),
        Duty("Recruitment", Lead.EITHER, "Whoever is in decides"),
        Duty("Fair treatment", Lead.JOINT, "Wait for both, or ring"),
    )
)
CARD = CardFields(
    "aaaaxxbbbb",
    "both@fellside-care.test",
    "01539 550 142",
    "Urgent, after hours: the same number. It rings with the one who worked that day. Pay and"
    " unions: Nadia first; on Thursday and Friday Helen holds the line.",
)
KEPT_FROM = "northmoor-development"
KEPT = (SectionKind.COVER, SectionKind.HANDOVER, SectionKind.RISKS)
COLLEAGUE = "sam.ward@fellside-care.test"
REFEREE_IS = "the chair of the board, Fellside Care"
REFEREES = ("chair@fellside-care.test", "medical.director@fellside-care.test")
SAID = FeedbackWords(
    works="A decision never waits for the week to turn. And I get two heads on the hard ones.",
    harder="In the first month I told things twice, to be safe.",
    advice="Put the card with your days on the ward doors too.",
)


def plan(world: World, history: History) -> None:
    story = _Story(world)
    history.add(390 * DAY, story.coach)
    history.add(380 * DAY, lambda at: story.draw(at, NADIA, PLACES, 0, ""))
    history.add(90 * DAY, story.agree)
    history.add(80 * DAY, story.look_ahead)
    history.add(
        60 * DAY,
        lambda at: story.draw(at, HELEN, SUBJECTS, 1, "Places made two of us. Subjects make one."),
    )
    history.add(59 * DAY, story.fill_card)
    history.add(12 * DAY, story.keep)
    history.add(10 * DAY, story.ask)
    history.add(8 * DAY, story.hear)
    history.add(40 * DAY, lambda at: story.refer(at, 0))
    history.add(38 * DAY, story.confirm)
    history.add(7 * DAY, lambda at: story.refer(at, 1))
    history.add(20, story.wait)


class _Story:
    def __init__(self, world: World) -> None:
        self.world = world

    @property
    def pair(self) -> Partnership:
        return self.world.pairs[PAIR]

    def _answer(self, who: str, key: str, said: tuple[str, str], at: datetime) -> None:
        found = prompt(key)
        assert found is not None
        actor = self.world.actor(who, at)
        service.answer(actor, self.pair, found, *said, 0, at)
        service.share(actor, self.pair, found, at)

    def coach(self, at: datetime) -> None:
        self._both(COACHING, at)

    def agree(self, at: datetime) -> None:
        self._both(SHARED, at)

    def _both(
        self, answers: tuple[tuple[str, tuple[str, str], tuple[str, str]], ...], at: datetime
    ) -> None:
        for key, hers, theirs in answers:
            self._answer(NADIA, key, hers, at)
            self._answer(HELEN, key, theirs, at + timedelta(minutes=1))

    def wait(self, at: datetime) -> None:
        for key, words in WAITING:
            self._answer(HELEN, key, ("", words), at)

    def look_ahead(self, at: datetime) -> None:
        nadia, helen = self.world.actor(NADIA, at), self.world.actor(HELEN, at)
        service.set_horizon(nadia, self.pair, 6, "One term as a chair somewhere small.", at)
        service.set_horizon(helen, self.pair, 3, "Back to nursing, as a trustee.", at)

    def draw(self, at: datetime, who: str, duties: DutyMap, base: int, why: str) -> None:
        service.save_map(self.world.actor(who, at), self.pair, duties, why, base, at)

    def fill_card(self, at: datetime) -> None:
        service.save_card(self.world.actor(NADIA, at), self.pair, CARD, 0, at)

    def keep(self, at: datetime) -> None:
        """Of the first application here: what they would say again anywhere."""
        row, actor = self.world.applications[PAIR, KEPT_FROM], self.world.actor(NADIA, at)
        seen = applications.stamp_of(self.pair, templates_of(self.pair.id))
        applications.keep_templates(actor, row, KEPT, seen, at)

    def ask(self, at: datetime) -> None:
        service.ask_feedback(self.world.actor(NADIA, at), self.pair, COLLEAGUE, at)

    def hear(self, at: datetime) -> None:
        session().flush()
        [row] = asked.asks(self.pair, at)
        service.give_feedback(row, SAID, at)

    def refer(self, at: datetime, number: int) -> None:
        """Somebody is asked about what the two did together; somebody else about the next."""
        session().refresh(self.pair, ["track_record"])
        nadia = self.world.actor(NADIA, at)
        service.ask_referee(nadia, self.pair.track_record[number], REFEREES[number], at)

    def confirm(self, at: datetime) -> None:
        session().flush()
        entry = self.pair.track_record[0]
        [row] = referees.asks(entry)
        service.answer_referee(Actor(), row, True, at, REFEREE_IS)
