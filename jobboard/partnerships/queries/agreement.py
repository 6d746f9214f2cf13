"""Answers of two. What is private is read with `user_id` of whoever asks, and never otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.agreement import (
    AgreementCheck,
    AnswerVersion,
    Horizon,
    PromptAnswer,
    PromptReveal,
)
from jobboard.partnerships.prompts import Deck, Prompt, of_deck
from jobboard.partnerships.sharing import is_due_for_talk


@dataclass(slots=True)
class Leaf:
    """One question as one of the two may see it."""

    prompt: Prompt
    mine: PromptAnswer | None = None
    partner_is_ready: bool = False
    reveal: PromptReveal | None = None
    versions: dict[UUID, list[AnswerVersion]] = field(default_factory=lambda: defaultdict(list))
    """By person, oldest first; empty until the reveal."""

    @property
    def newest(self) -> list[AnswerVersion]:
        return [found[-1] for found in self.versions.values() if found]

    @property
    def is_talk_point(self) -> bool:
        """Answered differently, and not talked about since."""
        if self.reveal is None or len(self.newest) < 2:
            return False
        first, second = self.newest
        has_choices, talked_at = bool(self.prompt.choices), self.reveal.talked_at
        newest = max(first.at, second.at)
        return is_due_for_talk(has_choices, first.choice, second.choice, talked_at, newest)

    @property
    def waits_for_me(self) -> bool:
        return self.partner_is_ready and self.reveal is None and not self.is_ready

    @property
    def is_ready(self) -> bool:
        return self.reveal is None and self.mine is not None and self.mine.ready_at is not None


def leaves(actor: Actor, pair: Partnership, deck: Deck | None = None) -> list[Leaf]:
    """All questions of a deck, or of both; three queries and one for the partner's readiness."""
    reveals = {row.prompt: row for row in _of_pair(PromptReveal, pair)}
    mine = {row.prompt: row for row in _mine(actor, pair)}
    ready = _ready_of(pair, pair.partner_of(actor.user_id).id)
    decks = [deck] if deck else list(Deck)
    found = {
        each.key: Leaf(
            each, mine.get(each.key), each.key in ready, reveals.get(each.key)
        )
        for one in decks
        for each in of_deck(one, [*reveals, *mine])
    }  # fmt: skip
    for version in _versions(pair, found):
        found[version.prompt].versions[version.user_id].append(version)
    return list(found.values())


def read_by_both(leaves: Iterable[Leaf], deck: Deck) -> tuple[int, int]:
    """Of a deck: how many questions both can read the answers of, talked about or not; of all."""
    opened = [each.reveal is not None for each in leaves if each.prompt.deck is deck]
    return sum(opened), len(opened)


def leaf(actor: Actor, pair: Partnership, prompt: Prompt) -> Leaf:
    return next(each for each in leaves(actor, pair, prompt.deck) if each.prompt == prompt)


def _of_pair(model: type[PromptReveal], pair: Partnership) -> Sequence[PromptReveal]:
    found = sa.select(model).where(model.partnership_id == pair.id)
    return session().scalars(found.order_by(model.prompt, model.id)).all()


def _mine(actor: Actor, pair: Partnership) -> Sequence[PromptAnswer]:
    found = sa.select(PromptAnswer).where(
        PromptAnswer.partnership_id == pair.id, PromptAnswer.user_id == actor.user_id
    )
    return session().scalars(found.order_by(PromptAnswer.prompt, PromptAnswer.id)).all()


def _ready_of(pair: Partnership, user_id: UUID) -> set[str]:
    """Keys alone: that somebody is ready is meant for the partner, what they wrote is not."""
    found = sa.select(PromptAnswer.prompt).where(
        PromptAnswer.partnership_id == pair.id,
        PromptAnswer.user_id == user_id,
        PromptAnswer.ready_at.is_not(None),
    )
    return set(session().scalars(found))


def _versions(pair: Partnership, keys: Iterable[str]) -> Sequence[AnswerVersion]:
    found = sa.select(AnswerVersion).where(
        AnswerVersion.partnership_id == pair.id, AnswerVersion.prompt.in_(list(keys))
    )
    order = (AnswerVersion.prompt, AnswerVersion.number, AnswerVersion.user_id, AnswerVersion.id)
    return session().scalars(found.order_by(*order)).all()


def answer_of(pair: Partnership, user_id: UUID | None, key: str) -> PromptAnswer | None:
    """For the verbs, after the lock on the pair."""
    found = sa.select(PromptAnswer).where(
        PromptAnswer.partnership_id == pair.id,
        PromptAnswer.user_id == user_id,
        PromptAnswer.prompt == key,
    )
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def reveal_of(pair: Partnership, key: str) -> PromptReveal | None:
    found = sa.select(PromptReveal).where(
        PromptReveal.partnership_id == pair.id, PromptReveal.prompt == key
    )
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def newest_number(pair: Partnership, user_id: UUID | None, key: str) -> int:
    found = sa.select(sa.func.max(AnswerVersion.number)).where(
        AnswerVersion.partnership_id == pair.id,
        AnswerVersion.user_id == user_id,
        AnswerVersion.prompt == key,
    )
    return session().scalar(found) or 0


def newest_check(partnership_id: UUID) -> AgreementCheck | None:
    """The yearly look that is due next, or was done last."""
    found = sa.select(AgreementCheck).where(AgreementCheck.partnership_id == partnership_id)
    order = found.order_by(AgreementCheck.number.desc(), AgreementCheck.id).limit(1)
    return session().scalars(order.execution_options(populate_existing=True)).one_or_none()


def one_check(check_id: UUID) -> AgreementCheck:
    found = sa.select(AgreementCheck).where(AgreementCheck.id == check_id)
    return session().scalars(found.execution_options(populate_existing=True)).one()


def due_checks(partnership_ids: Sequence[UUID], at: datetime) -> Sequence[AgreementCheck]:
    """Of these partnerships, what is due and not ended by both."""
    found = sa.select(AgreementCheck).where(
        AgreementCheck.partnership_id.in_(partnership_ids),
        AgreementCheck.due_at <= at,
        sa.or_(AgreementCheck.first_done_at.is_(None), AgreementCheck.second_done_at.is_(None)),
    )
    return session().scalars(found.order_by(AgreementCheck.due_at, AgreementCheck.id)).all()


def waiting_for(actor: Actor, partnership_ids: Sequence[UUID]) -> dict[UUID, int]:
    """By partnership: how many questions the partner is ready to share and this person is not."""
    other = sa.orm.aliased(PromptAnswer)
    mine_is_ready = sa.exists().where(
        other.partnership_id == PromptAnswer.partnership_id,
        other.prompt == PromptAnswer.prompt,
        other.user_id == actor.user_id,
        other.ready_at.is_not(None),
    )
    found = (
        sa.select(PromptAnswer.partnership_id, sa.func.count())
        .where(
            PromptAnswer.partnership_id.in_(partnership_ids),
            PromptAnswer.user_id != actor.user_id,
            PromptAnswer.ready_at.is_not(None),
            ~mine_is_ready,
        )
        .group_by(PromptAnswer.partnership_id)
    )
    return {pair_id: number for pair_id, number in session().execute(found)}


def horizons(pair: Partnership) -> dict[UUID, Horizon]:
    """Both, by person. For the arithmetic alone: `Outlook` says what may be shown to whom."""
    found = sa.select(Horizon).where(Horizon.partnership_id == pair.id)
    fresh = found.order_by(Horizon.id).execution_options(populate_existing=True)
    return {row.user_id: row for row in session().scalars(fresh)}
