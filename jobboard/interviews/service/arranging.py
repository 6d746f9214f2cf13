"""What the employer's people do: propose, move, cancel, say that it was held."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from jobboard.accounts.models import User
from jobboard.accounts.naming import display_name, first_name
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.interviews import queries
from jobboard.interviews.domain import (
    SIDES,
    Answer,
    ChangedMeanwhileError,
    ClashError,
    Kind,
    LeftAlreadyError,
    NotForInterviewError,
    NotYetError,
    OfThePairError,
    Panelist,
    Slot,
    check_panel,
    check_reason,
)
from jobboard.interviews.models import Interview, InterviewAnswer, PanelMember
from jobboard.interviews.service import telling


@dataclass(frozen=True, slots=True)
class Proposal:
    """`members` are colleagues by id, `others` people whom a name and maybe an address stand for;
    an address of a colleague counts as that colleague."""

    kind: Kind
    slot: Slot
    members: tuple[UUID, ...]
    others: tuple[Panelist, ...] = ()


def propose(actor: Actor, candidacy: Candidacy, wanted: Proposal, at: datetime) -> Interview:
    """Invite the named people; a shortlisted pair moves to the stage of interviews with it.

    Raises NotForInterviewError, ClashError, and UserErrors that name their field.
    """
    with transaction():
        require(actor, "interview.propose", candidacy)
        candidacy = queries.hold_candidacy(candidacy)
        if candidacy.stage is Stage.SHORTLISTED:
            hiring.move(actor, candidacy, "interview", at)
        if candidacy.stage is not Stage.INTERVIEWING:
            raise NotForInterviewError
        wanted.slot.check(at)
        named, panel = named_people(candidacy, wanted.kind), _panel(candidacy, wanted)
        _check_free(candidacy, wanted.slot, named.values(), panel, None)
        row = _row(actor, candidacy, wanted, at)
        row.answers = [
            InterviewAnswer(user_id=person.id, user=person, position=side)
            for side, person in named.items()
        ]
        row.panel = [
            PanelMember(position=n, name=one.name, address=one.address, user_id=one.user_id)
            for n, one in enumerate(panel)
        ]
        session().add(row)
        session().flush()
        record(actor, "interview.proposed", row, kind=row.kind.value)
        telling.invite(row)
    return row


def _row(actor: Actor, candidacy: Candidacy, wanted: Proposal, at: datetime) -> Interview:
    assert actor.user_id is not None
    return Interview(
        id=uuid4(),
        candidacy_id=candidacy.id,
        candidacy=candidacy,
        kind=wanted.kind,
        starts_at=wanted.slot.starts_at,
        minutes=wanted.slot.minutes,
        place=wanted.slot.place,
        proposed_by_id=actor.user_id,
        proposed_at=at,
        changed_at=at,
    )


def named_people(candidacy: Candidacy, kind: Kind) -> dict[int, User]:
    """By side of the pair; whoever has left is not named. Raises LeftAlreadyError if nobody is."""
    people = candidacy.application.partnership.people
    alone = candidacy.alone_id
    found = {side: people[side] for side in SIDES[kind] if alone in (None, people[side].id)}
    if not found:
        raise LeftAlreadyError
    return found


def _panel(candidacy: Candidacy, wanted: Proposal) -> tuple[Panelist, ...]:
    staff = queries.staff(candidacy.role)
    found = [_colleague(person) for person in staff if person.id in wanted.members]
    for one in wanted.others:
        owner = next((each for each in staff if one.address and each.owns(one.address)), None)
        found.append(_colleague(owner) if owner else one)
    panel = tuple(found)
    pair = candidacy.application.partnership
    theirs = {one.address for person in pair.people for one in person.addresses}
    if any(pair.includes(one.user_id) or one.address in theirs for one in panel):
        raise OfThePairError
    check_panel(panel)
    return panel


def _colleague(person: User) -> Panelist:
    return Panelist(display_name(person)[:120], "", person.id)


def _check_free(
    candidacy: Candidacy,
    slot: Slot,
    named: Collection[User],
    panel: Collection[Panelist],
    besides: UUID | None,
) -> None:
    """Nobody sits in two interviews of this employer at once. Raises ClashError."""
    for other in queries.at_the_same_time(candidacy.role.organisation_id, slot, besides):
        for person in named:
            if other.answer_of(person.id):
                raise ClashError(first_name(person))
        users = {one.user_id for one in other.panel if one.user_id}
        addresses = {one.address for one in other.panel if one.address}
        for one in panel:
            if one.user_id in users or one.address in addresses:
                raise ClashError(one.name)


def move(actor: Actor, row: Interview, slot: Slot, seen: int, at: datetime) -> None:
    """To another time or place: everybody is asked anew. `seen` is the `sequence` on the page.

    Raises IllegalMoveError, ChangedMeanwhileError, ClashError, UserErrors that name their field.
    """
    with transaction():
        require(actor, "interview.arrange", row)
        candidacy = queries.hold_candidacy(row.candidacy)
        row = _held(row, seen)
        row.advance("move", at)
        slot.check(at)
        panel = [Panelist(one.name, one.address, one.user_id) for one in row.panel]
        _check_free(candidacy, slot, [one.user for one in row.answers], panel, row.id)
        row.starts_at, row.minutes, row.place = slot.starts_at, slot.minutes, slot.place
        for one in row.answers:
            one.answer, one.words, one.answered_at = Answer.WAITING, "", None
        session().flush()
        record(actor, "interview.moved", row, sequence=row.sequence)
        telling.invite(row)


def cancel(actor: Actor, row: Interview, words: str, seen: int, at: datetime) -> None:
    """With a reason that everybody reads. Raises IllegalMoveError, ChangedMeanwhileError."""
    with transaction():
        require(actor, "interview.arrange", row)
        row = _held(row, seen)
        check_reason(words, "Say why in a few words. Everybody who was invited reads it.")
        row.advance("cancel", at)
        row.words, row.cancelled_by_id = words, actor.user_id
        session().flush()
        record(actor, "interview.cancelled", row, by="employer")
        telling.cancelled(row)


def hold(actor: Actor, row: Interview, seen: int, at: datetime) -> None:
    """It took place. Raises NotYetError, IllegalMoveError, ChangedMeanwhileError."""
    with transaction():
        require(actor, "interview.arrange", row)
        row = _held(row, seen)
        if at < row.starts_at:
            raise NotYetError
        row.advance("hold", at)
        record(actor, "interview.held", row)


def _held(row: Interview, seen: int) -> Interview:
    row = queries.hold(row)
    if row.sequence != seen:
        raise ChangedMeanwhileError
    return row
