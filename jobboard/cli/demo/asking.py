"""What readers of Northmoor's adverts ask: one is answered for all, one waits, one is answered
alone, one was taken back."""

from __future__ import annotations

from datetime import datetime

from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.roles import service as roles
from jobboard.roles.models import RoleQuestion

DAY = 24.0
RECRUITER = "recruiter"
ROLE = "northmoor-people"
ASKED = (
    (9 * DAY, "siobhan.keane", ROLE, "Would you consider a pair where one of us works every"
     " Wednesday from home, because of the trains?"),
    (3.5 * DAY, "amara.diallo", ROLE, "Would you consider starting in September? One of us is"
     " bound by a notice of six months."),
    (5 * DAY, "nadia", ROLE, "Is the second interview in person?"),
    (4 * DAY, "helen", ROLE, "Would you consider twelve half-days instead of eleven?"),
)  # fmt: skip
ANSWER = (
    "Yes. Wednesday is the day of the union meetings, so one of you would need to be in Leeds by"
    " ten; which of you is yours to decide."
)
AMENDED = (
    f"{ANSWER} From April these meetings are on Tuesdays, and then the same holds for Tuesdays."
)
REPLY = "It is. Both of you will have a mail with the place and the time."


def plan(world: World, history: History) -> None:
    story = _Asking(world)
    for number, (hours, who, role, words) in enumerate(ASKED):
        history.add(hours, lambda at, n=number, w=who, r=role, t=words: story.ask(n, w, r, t, at))  # type: ignore[misc]
    history.add(8 * DAY, lambda at: story.answer(0, at))
    history.add(3 * DAY, lambda at: story.amend(0, at))
    history.add(4.2 * DAY, lambda at: story.decline(2, at))
    history.add(3.5 * DAY, lambda at: story.withdraw(3, at))


class _Asking:
    def __init__(self, world: World) -> None:
        self.world = world
        self.asked: dict[int, RoleQuestion] = {}

    def ask(self, number: int, who: str, role: str, words: str, at: datetime) -> None:
        advert, actor = self.world.roles[role], self.world.actor(who, at)
        self.asked[number] = roles.ask_question(actor, advert, words, at)

    def answer(self, number: int, at: datetime) -> None:
        question, actor = self.asked[number], self.world.actor(RECRUITER, at)
        roles.answer_question(actor, question, ANSWER, False, question.lock_version, at)

    def amend(self, number: int, at: datetime) -> None:
        question, actor = self.asked[number], self.world.actor(RECRUITER, at)
        roles.amend_answer(actor, question, AMENDED, False, question.lock_version, at)

    def decline(self, number: int, at: datetime) -> None:
        question, actor = self.asked[number], self.world.actor(RECRUITER, at)
        roles.decline_question(actor, question, REPLY, question.lock_version)

    def withdraw(self, number: int, at: datetime) -> None:
        question = self.asked[number]
        roles.withdraw_question(self.world.actor(ASKED[number][1], at), question)
