"""Employers come in, invite a colleague and advertise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from jobboard.cli.demo import agency
from jobboard.cli.demo.hirers import HIRERS
from jobboard.cli.demo.history import History
from jobboard.cli.demo.known import PROMISES
from jobboard.cli.demo.organisations import EMPLOYERS
from jobboard.cli.demo.promises import manager_of, sheet_of
from jobboard.cli.demo.roles import ADVERTS, content_of
from jobboard.cli.demo.shapes import Advert, Employer
from jobboard.cli.demo.world import World
from jobboard.core.policy import Actor
from jobboard.organisations import queries as organisation_queries
from jobboard.organisations import service as organisations
from jobboard.organisations.domain import MemberKind
from jobboard.roles import service as roles
from jobboard.roles.domain import CancelReason
from jobboard.roles.manager import KEYS
from jobboard.roles.queries import managers

DAY = 24.0
BEGAN = 455 * DAY
"""When the first employer came to this site."""
_OWNERS = {employer.key: employer.owner for employer in EMPLOYERS}
_TEAMS = {employer.key: (employer.owner, *employer.recruiters) for employer in EMPLOYERS}


def plan(world: World, history: History) -> None:
    for number, person in enumerate(HIRERS):
        history.add(BEGAN - number * DAY, lambda at, one=person: world.welcome(one, at))  # type: ignore[misc]
    for number, employer in enumerate(EMPLOYERS):
        _Founding(world, employer).plan(history, BEGAN - 20 * DAY - number * 6 * DAY)
    for number, advert in enumerate(ADVERTS):
        _Advertising(world, advert, number).plan(history)


class _Founding:
    def __init__(self, world: World, employer: Employer) -> None:
        self.world, self.employer = world, employer

    def plan(self, history: History, hours_ago: float) -> None:
        history.add(hours_ago, self.found)
        for key in self.employer.recruiters:
            history.add(hours_ago - 2 * DAY, self.invite)
            history.add(hours_ago - 3 * DAY, lambda at, who=key: self.join(who, at))  # type: ignore[misc]

    def found(self, at: datetime) -> None:
        one, actor = self.employer, self.world.actor(self.employer.owner, at)
        self.world.employers[one.key] = organisations.create(
            actor, one.name, one.about, one.website, at, PROMISES.get(one.key, "")
        )

    def invite(self, at: datetime) -> None:
        actor = self.world.actor(self.employer.owner, at)
        organisation = self.world.employers[self.employer.key]
        for key in self.employer.recruiters:
            address = self.world.people[key].address or ""
            organisations.invite(actor, organisation, address, MemberKind.RECRUITER, at)

    def join(self, key: str, at: datetime) -> None:
        address = self.world.people[key].address or ""
        organisation = self.world.employers[self.employer.key]
        row = organisation_queries.open_invitation_to(organisation.id, address, at)
        assert row is not None
        organisations.accept(self.world.actor(key, at), row.token(), at)


class _Advertising:
    """A draft first, a few days of thought, then the public; some take it back again."""

    def __init__(self, world: World, advert: Advert, number: int) -> None:
        self.world, self.advert, self.number = world, advert, number
        self.is_run_by_agency = advert.key == agency.RUNS

    def plan(self, history: History) -> None:
        self.today = history.now.date()
        published = self.advert.published
        if published is None:
            history.add((3 + self.number % 5) * DAY, self.write)
            return
        history.add((published + 2 + self.number % 4) * DAY, self.write)
        history.add(published * DAY + self.number % 7, self.publish)
        history.add(published * DAY / 2 + self.number % 5, self.confirm_manager)
        if self.advert.state != "published":
            history.add(published * DAY / 4, self.take_back)

    def actor(self, at: datetime) -> Actor:
        if self.is_run_by_agency:
            return self.world.actor(agency.OWNER.key, at)
        team = _TEAMS[self.advert.employer]
        return self.world.actor(team[self.number % len(team)], at)

    def write(self, at: datetime) -> None:
        organisation = self.world.employers[self.advert.employer]
        content = content_of(self.advert, self.today)
        desk = self.world.employers[agency.OWNER.key] if self.is_run_by_agency else None
        role = roles.create(self.actor(at), organisation, content, at, desk)
        self.world.roles[self.advert.key] = role
        if sheet := sheet_of(self.number, self.advert.state == "draft"):
            roles.answer(self.actor(at), role, sheet, 0, at)
            if self.number % 2 == 0:
                roles.share_selection(self.actor(at), role, 90, at)

    def publish(self, at: datetime) -> None:
        roles.publish(self.actor(at), self.world.roles[self.advert.key], at)

    def confirm_manager(self, at: datetime) -> None:
        """Some managers answer by their link, for some a colleague ticks, some are still asked."""
        role, actor = self.world.roles[self.advert.key], self.actor(at)
        if role.is_gone or (named := manager_of(self.number)) is None:
            return
        roles.name_manager(actor, role, *named, 0, at)
        if self.number % 3 == 0:
            roles.tick(actor, role, KEYS[:-1], 1, at)
            return
        roles.ask_manager(actor, role, f"manager-{self.number}@demo.twofold.test", at)
        check = managers.of_role(role.id)
        if self.number % 3 == 1 and check and (ask := managers.open_ask(check, at)):
            roles.answer_as_manager(ask, role, KEYS, at)

    def take_back(self, at: datetime) -> None:
        verbs: dict[str, Callable[..., Any]] = {
            "paused": roles.pause,
            "closed_early": roles.close_early,
            "cancelled": partial(roles.cancel, reason=CancelReason.REDESIGNED),
            "filled": partial(roles.fill, has_accepted=True),
        }
        verbs[self.advert.state](self.actor(at), self.world.roles[self.advert.key], at)
