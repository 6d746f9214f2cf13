"""Each answers alone; both read both at the same moment, once both have said that they may."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.clock import year_after
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.partnerships import queries
from jobboard.partnerships.domain import PartnershipEndedError, PartnershipStatus, Who
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.agreement import (
    AgreementCheck,
    AnswerVersion,
    PromptAnswer,
    PromptReveal,
)
from jobboard.partnerships.prompts import Deck, Prompt
from jobboard.partnerships.queries import agreement as asked
from jobboard.partnerships.service.telling import tell, tell_both
from jobboard.partnerships.sharing import (
    AnsweredElsewhereError,
    NothingToShareError,
    NotSharedError,
    StaleNoteError,
    check_note,
)


def answer(
    actor: Actor,
    partnership: Partnership,
    prompt: Prompt,
    choice: str,
    words: str,
    base: int,
    at: datetime,
) -> None:
    """Keep one's own answer. Before the reveal it is private and no longer ready to share; after
    it, both read the new version beside the old. `base` is the answer's `lock_version`, 0 for none.

    Raises UserError, AnsweredElsewhereError, PartnershipEndedError.
    """
    with transaction():
        partnership = writable(actor, partnership)
        prompt.check(choice, words)
        row = asked.answer_of(partnership, actor.user_id, prompt.key)
        if row is not None and (row.choice, row.words) == (choice, words):
            return
        if base != (row.lock_version if row else 0):
            raise AnsweredElsewhereError(*_as_saved(row))
        row = row or _new(actor, partnership, prompt)
        row.choice, row.words, row.written_at = choice, words, at
        if asked.reveal_of(partnership, prompt.key) is None:
            row.ready_at = None
        else:
            _show(partnership, row, at)
        session().flush()
        record(actor, "agreement.answered", row)


def _as_saved(row: PromptAnswer | None) -> tuple[str, str, int]:
    return (row.choice, row.words, row.lock_version) if row else ("", "", 0)


def _new(actor: Actor, partnership: Partnership, prompt: Prompt) -> PromptAnswer:
    row = PromptAnswer(
        id=uuid4(), partnership_id=partnership.id, user_id=actor.user_id, prompt=prompt.key
    )
    session().add(row)
    return row


def _show(partnership: Partnership, row: PromptAnswer, at: datetime) -> None:
    """Copy one answer to where both read."""
    number = asked.newest_number(partnership, row.user_id, row.prompt) + 1
    session().add(
        AnswerVersion(
            partnership_id=partnership.id,
            user_id=row.user_id,
            prompt=row.prompt,
            number=number,
            choice=row.choice,
            words=row.words,
            at=at,
        )
    )


def share(actor: Actor, partnership: Partnership, prompt: Prompt, at: datetime) -> bool:
    """Say that one's answer may be shown; with the partner's yes both are, for good.

    Returns whether both read it now. Raises NothingToShareError.
    """
    with transaction():
        partnership = writable(actor, partnership)
        row = asked.answer_of(partnership, actor.user_id, prompt.key)
        if row is None:
            raise NothingToShareError
        if asked.reveal_of(partnership, prompt.key) is not None:
            return True
        if row.ready_at is not None:
            return False
        row.ready_at = at
        record(actor, "agreement.ready", row)
        other = queries.with_people(partnership.id).partner_of(actor.user_id)
        theirs = asked.answer_of(partnership, other.id, prompt.key)
        day = at.date().isoformat()
        code = f"{prompt.deck.value}:{partnership.id}:{other.id}:{day}"
        if theirs is None or theirs.ready_at is None:
            tell(partnership, other.id, "ready", code, deck=prompt.deck.value)
            return False
        _reveal(actor, partnership, prompt, (row, theirs), at)
        tell(partnership, other.id, "revealed", code, deck=prompt.deck.value)
        return True


def _reveal(
    actor: Actor,
    partnership: Partnership,
    prompt: Prompt,
    both: tuple[PromptAnswer, PromptAnswer],
    at: datetime,
) -> None:
    row = PromptReveal(id=uuid4(), partnership_id=partnership.id, prompt=prompt.key, revealed_at=at)
    session().add(row)
    for one in both:
        _show(partnership, one, at)
    session().flush()
    record(actor, "agreement.revealed", row)
    if prompt.deck is Deck.AGREEMENT and asked.newest_check(partnership.id) is None:
        _plan_check(partnership, 1, at)


def keep_back(actor: Actor, partnership: Partnership, prompt: Prompt) -> None:
    """Not ready after all. Once both have read it, nothing can be kept back: no change."""
    with transaction():
        partnership = writable(actor, partnership)
        row = asked.answer_of(partnership, actor.user_id, prompt.key)
        if row is None or asked.reveal_of(partnership, prompt.key) is not None:
            return
        row.ready_at = None
        record(actor, "agreement.kept_back", row)


def talk(
    actor: Actor, partnership: Partnership, prompt: Prompt, note: str, base: int, at: datetime
) -> None:
    """Write down what the two decided. `base` is the reveal's `lock_version`. StaleNoteError."""
    with transaction():
        partnership = writable(actor, partnership)
        row = asked.reveal_of(partnership, prompt.key)
        if row is None:
            raise NotSharedError
        check_note(note)
        if base != row.lock_version and note != row.note:
            raise StaleNoteError(row.note, row.lock_version)
        row.note, row.talked_at = note, at
        record(actor, "agreement.talked", row)


def still_holds(actor: Actor, partnership: Partnership, at: datetime) -> bool:
    """One of the two has looked again; with the second, the next look is a year away.

    Returns whether both have. Nothing is due: no change.
    """
    with transaction():
        partnership = writable(actor, partnership)
        check = asked.newest_check(partnership.id)
        if check is None or not check.is_due(at):
            return False
        if partnership.side_of(actor.user_id) is Who.A:
            check.first_done_at = check.first_done_at or at
        else:
            check.second_done_at = check.second_done_at or at
        record(actor, "agreement.checked", check)
        if check.is_done:
            _plan_check(partnership, check.number + 1, at)
        return check.is_done


def _plan_check(partnership: Partnership, number: int, at: datetime) -> None:
    check = AgreementCheck(
        id=uuid4(), partnership_id=partnership.id, number=number, due_at=year_after(at)
    )
    session().add(check)
    session().flush()
    jobs.enqueue(
        "partnerships.check",
        run_at=check.due_at,
        unique_key=f"partnership.check:{check.id}",
        check_id=str(check.id),
    )


def check_due(check_id: UUID, at: datetime) -> None:
    """For the worker: write to both once that a year has passed. Again: nobody hears twice."""
    with transaction():
        check = asked.one_check(check_id)
        partnership = queries.locked(queries.with_people(check.partnership_id))
        session().refresh(check)
        if check.told_at is not None or not check.is_due(at):
            return
        check.told_at = at
        if partnership.status is PartnershipStatus.FORMED:
            tell_both(partnership, "check_due", str(check.id))


def writable(actor: Actor, partnership: Partnership) -> Partnership:
    require(actor, "partnership.edit", partnership)
    if actor.user_id is None:
        raise NotAllowedError("nobody is signed in")
    partnership = queries.locked(partnership)
    if not partnership.is_live:
        raise PartnershipEndedError
    return partnership
