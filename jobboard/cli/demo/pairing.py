"""People come in, ask one another, agree, and write down what they have done together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jobboard.cli.demo.hirers import HIRERS
from jobboard.cli.demo.history import History
from jobboard.cli.demo.more_people import EVERYBODY
from jobboard.cli.demo.pairs_other import PAIRS
from jobboard.cli.demo.shapes import Pair, Record
from jobboard.cli.demo.world import World
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.domain import Terms
from jobboard.partnerships.models import PartnershipInvitation
from jobboard.partnerships.record import EntryFields
from jobboard.planning.share_types import ShareType

DAY = 24.0
MESSAGE = "We have talked about it often enough. Shall we put our names down as a pair?"
UNCONFIRMED = Pair(
    "osei-oyelaran",
    "marguerite.osei",
    "tamsin.oyelaran",
    ShareType.ISLANDS,
    *("", "", (), "", ""),
    formed=4,
)
"""Connected, and only one of the two has said yes so far."""
ASKING = (
    (
        "wren.tallis",
        "philippa.crane@demo.twofold.test",
        30.0,
        "A hospice near Harrogate will need a joint director of resources in the spring. Money and"
        " people, in one post, shared by somebody who can count and somebody who can listen. Shall"
        " we talk on Thursday?",
    ),
    (
        "tamsin.oyelaran",
        "delphine.roux@demo.twofold.test",
        5 * DAY,
        "You said on the train that you would never again do communications alone. Nor would I."
        " This is the place I mentioned; have a look before you say no.",
    ),
)
"""Invitations that nobody has answered yet: who asks, whom, hours ago, in which words."""


def plan(world: World, history: History) -> None:
    first_pair = {key: pair for pair in reversed(PAIRS) for key in (pair.first, pair.second)}
    staff = {person.key for person in HIRERS}
    for number, person in enumerate(one for one in EVERYBODY if one.key not in staff):
        pair = first_pair.get(person.key)
        joined = (pair.formed + 8 if pair else 60) * DAY + number % 9
        history.add(joined, lambda at, one=person: world.welcome(one, at))  # type: ignore[misc]
    for pair in PAIRS:
        _Pairing(world, pair).plan(history)
    _plan_open_ends(world, history)


class _Pairing:
    invitation: PartnershipInvitation

    def __init__(self, world: World, pair: Pair) -> None:
        self.world, self.pair = world, pair

    def plan(self, history: History) -> None:
        self.today = history.now.date()
        formed = self.pair.formed * DAY
        history.add(formed + 3 * DAY, self.ask)
        history.add(formed + 2 * DAY, self.accept)
        history.add(formed + DAY, lambda at: self.confirm(self.pair.first, at))
        history.add(formed, lambda at: self.confirm(self.pair.second, at))
        history.add(formed - DAY, self.settle)
        history.add(formed - 2 * DAY, self.write_template)
        history.add(formed - 3 * DAY, self.write_records)

    def ask(self, at: datetime) -> None:
        address = self.world.people[self.pair.second].address or ""
        actor = self.world.actor(self.pair.first, at)
        self.invitation = partnerships.invite(actor, address, MESSAGE, at)

    def accept(self, at: datetime) -> None:
        actor = self.world.actor(self.pair.second, at)
        self.world.pairs[self.pair.key] = partnerships.accept(actor, self.invitation, at)

    def confirm(self, key: str, at: datetime) -> None:
        partnerships.confirm(self.world.actor(key, at), self.world.pairs[self.pair.key], at)

    def settle(self, at: datetime) -> None:
        pair, row = self.pair, self.world.pairs[self.pair.key]
        terms = Terms(pair.name or row.name, pair.share_type, pair.acceptance)
        partnerships.settle(self.world.actor(pair.first, at), row, terms, row.terms.mark)

    def write_template(self, at: datetime) -> None:
        row = self.world.pairs[self.pair.key]
        actor = self.world.actor(self.pair.second, at)
        partnerships.save_proposition(actor, row, self.pair.template, 0, at)

    def write_records(self, at: datetime) -> None:
        row = self.world.pairs[self.pair.key]
        for number, record in enumerate(self.pair.records):
            writer = self.pair.second if number % 2 else self.pair.first
            fields = _fields(record, self.today)
            partnerships.add_entry(self.world.actor(writer, at), row, fields, at)


def _plan_open_ends(world: World, history: History) -> None:
    pairing = _Pairing(world, UNCONFIRMED)
    history.add(6 * DAY, pairing.ask)
    history.add(5 * DAY - 2, pairing.accept)
    history.add(4 * DAY, lambda at: pairing.confirm(UNCONFIRMED.first, at))
    for who, address, hours_ago, message in ASKING:
        history.add(hours_ago, _Asking(world, who, address, message))


@dataclass(frozen=True, slots=True)
class _Asking:
    world: World
    who: str
    address: str
    message: str

    def __call__(self, at: datetime) -> None:
        partnerships.invite(self.world.actor(self.who, at), self.address, self.message, at)


def _fields(record: Record, today: date) -> EntryFields:
    until = None if record.until is None else _months_before(today, record.until)
    return EntryFields(
        record.kind,
        record.who,
        record.organisation,
        record.role,
        _months_before(today, record.since),
        until,
        record.outcome,
        record.measure,
    )


def _months_before(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, 1)
