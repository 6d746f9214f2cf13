"""Two people write one text and both sign it; the second signature sends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from jobboard.applications import signing
from jobboard.approaches import queries
from jobboard.approaches.domain import (
    LIFECYCLE,
    MAX_PROPOSITION,
    MAX_WHY,
    REPLY_WITHIN,
    AlreadyLiveError,
    NobodyReadsError,
    NotAPairNowError,
    OtherTextError,
    OwnEmployerError,
    RestsError,
    UnfinishedError,
    WrittenMeanwhileError,
    free_from,
)
from jobboard.approaches.models import Approach, ApproachSignature
from jobboard.approaches.service.telling import tell, tell_staff
from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require, require_fresh
from jobboard.core.text import count_words
from jobboard.organisations.models import Organisation
from jobboard.partnerships import queries as partnerships
from jobboard.partnerships.models import Partnership
from jobboard.planning.split_plan import SplitPlan
from jobboard.roles.asking import checked
from jobboard.roles.models import Role


@dataclass(frozen=True, slots=True)
class Words:
    """`week` is the text of a split plan."""

    proposition: str
    why: str
    week: str


def start(
    actor: Actor,
    partnership: Partnership,
    organisation: Organisation,
    role: Role | None,
    week: str,
    at: datetime,
) -> Approach:
    """A draft on the pair's own proposition. Raises the UserErrors of domain.py."""
    with transaction():
        require(actor, "approach.start", partnership)
        partnership = partnerships.locked(partnership)
        refuse_start(partnership, organisation, at)
        approach = Approach(
            id=uuid4(),
            partnership=partnership,
            organisation=organisation,
            role=role,
            started_by_id=actor.user_id,
            proposition=partnership.proposition,
            week=week,
            created_at=at,
            updated_at=at,
        )
        session().add(approach)
        session().flush()
        record(actor, "approach.started", approach)
        tell("approaches.started", approach, [partnership.partner_of(actor.user_id)])
    return approach


def refuse_start(partnership: Partnership, organisation: Organisation, at: datetime) -> None:
    if not partnership.is_formed:
        raise NotAPairNowError
    refuse_addressee(partnership, organisation)
    before = queries.earlier(partnership.id, organisation.id)
    if any(one.is_live for one in before):
        raise AlreadyLiveError
    for one in before:
        free = free_from(one.status, one.sent_at, one.settled_at)
        if free is not None and at < free:
            raise RestsError(
                f"You wrote to this employer not long ago. You can again from {free:%-d %B %Y}."
            )


def refuse_addressee(partnership: Partnership, organisation: Organisation) -> None:
    if not queries.staff(organisation.id):
        raise NobodyReadsError
    if any(organisation.has_member(person.id) for person in partnership.people):
        raise OwnEmployerError


def save(actor: Actor, approach: Approach, words: Words, base: int, at: datetime) -> bool:
    """Keep the text made on top of number `base`; both signatures clear. False: it says so
    already. Raises WrittenMeanwhileError, IllegalMoveError once it is sent, UserErrors."""
    with transaction():
        require(actor, "approach.write", approach)
        approach = queries.locked(approach.id)
        LIFECYCLE.after("send", approach.status)
        if not approach.partnership.is_formed:
            raise NotAPairNowError
        wanted = _checked(words)
        if wanted == Words(approach.proposition, approach.why, approach.week):
            return False
        if approach.number != base:
            raise WrittenMeanwhileError
        approach.proposition, approach.why, approach.week = (
            wanted.proposition,
            wanted.why,
            wanted.week,
        )
        approach.number += 1
        approach.updated_at = at
        had_signed = bool(approach.signatures)
        approach.signatures.clear()
        session().flush()
        record(actor, "approach.written", approach, number=approach.number)
        if had_signed:
            other = approach.partnership.partner_of(actor.user_id)
            tell("approaches.cleared", approach, [other], approach.number)
    return True


def _checked(words: Words) -> Words:
    """A draft may be half empty; what is there keeps to its limits."""
    for text, field, most in (
        (words.proposition, "proposition", MAX_PROPOSITION),
        (words.why, "why", MAX_WHY),
    ):
        if text.strip():
            checked(text, field, most)
    week = SplitPlan.from_text(words.week).to_text()
    return Words(words.proposition.strip(), words.why.strip(), week)


def missing(approach: Approach) -> list[str]:
    """What stands between the draft and a signature, in sentences."""
    plan = SplitPlan.from_text(approach.week)
    gaps = [
        (not approach.proposition, "Say who the two of you are and what you offer."),
        (not approach.why, "Say why you write to this employer."),
        (not plan.first or not plan.second, "Picture a week in which each of you is in."),
        (count_words(approach.proposition) > MAX_PROPOSITION,
         f"Shorten the proposition to {MAX_PROPOSITION} words."),
    ]  # fmt: skip
    return [sentence for is_missing, sentence in gaps if is_missing]


def sign(actor: Actor, approach: Approach, seen_hash: str, at: datetime) -> bool:
    """One partner signs exactly what they saw; the second signature on the same text sends it.
    True if it was sent. Signing twice changes nothing.

    Password typed at most five minutes before `at`. Raises OtherTextError, UnfinishedError,
    NotAPairNowError, NobodyReadsError, OwnEmployerError, IllegalMoveError.
    """
    with transaction():
        require(actor, "approach.sign", approach)
        require_fresh(actor, at)
        approach = queries.locked(approach.id)
        LIFECYCLE.after("send", approach.status)
        if not approach.partnership.is_formed:
            raise NotAPairNowError
        if seen_hash != approach.content_hash:
            raise OtherTextError
        if missing(approach):
            raise UnfinishedError
        refuse_addressee(approach.partnership, approach.organisation)
        if approach.has_signed(actor.user_id):
            return False
        return _add(actor, approach, seen_hash, at)


def _add(actor: Actor, approach: Approach, seen_hash: str, at: datetime) -> bool:
    """What stands under an older mark, after a name changed, makes way."""
    assert actor.user_id is not None
    stale = [one for one in approach.signatures if one.content_hash != seen_hash]
    for one in stale:
        approach.signatures.remove(one)
    session().flush()
    approach.signatures.append(
        ApproachSignature(
            user_id=actor.user_id, content_hash=seen_hash, number=approach.number, signed_at=at
        )
    )
    record(actor, "approach.signed", approach, number=approach.number)
    other = approach.partnership.partner_of(actor.user_id)
    if not approach.has_signed(other.id):
        session().flush()
        tell("approaches.signed", approach, [other], f"{approach.number}:{seen_hash[:12]}")
        return False
    approach.advance("send")
    approach.payload, approach.sent_at, approach.updated_at = approach.frozen(), at, at
    assert signing.verifies(approach.payload, seen_hash)
    session().flush()
    record(actor, "approach.sent", approach)
    tell("approaches.went", approach, [other])
    tell_staff("approaches.sent", approach)
    jobs.enqueue("approaches.lapse", run_at=at + REPLY_WITHIN, approach_id=str(approach.id))
    return True
