from __future__ import annotations

from datetime import datetime

from jobboard.accounts.domain import check_name
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.core.text import count_words
from jobboard.partnerships import queries
from jobboard.partnerships.domain import (
    LIFECYCLE,
    MAX_NAME,
    MAX_PROPOSITION_WORDS,
    PartnershipEndedError,
    StaleTemplateError,
    StaleTermsError,
    Terms,
)
from jobboard.partnerships.events import PartnershipFormed, PartnershipRenamed
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.service.telling import tell, tell_both


def confirm(actor: Actor, partnership: Partnership, at: datetime) -> None:
    """One of the two says yes to being a pair; the second yes forms it.

    Saying it twice changes nothing. Raises IllegalMoveError once the two have parted.
    """
    with transaction():
        require(actor, "partnership.confirm", partnership)
        partnership = queries.locked(partnership)
        if partnership.has_confirmed(actor.user_id):
            return
        if not LIFECYCLE.allows("form", partnership.status):
            raise IllegalMoveError("confirm", partnership.status)
        partnership.confirm(actor.user_id, at)
        record(actor, "partnership.confirmed", partnership)
        if partnership.is_confirmed_by_both:
            _form(actor, partnership, at)


def _form(actor: Actor, partnership: Partnership, at: datetime) -> None:
    partnership.advance("form")
    partnership.formed_at = at
    record(actor, "partnership.formed", partnership)
    emit(PartnershipFormed(partnership_id=partnership.id))
    tell_both(partnership, "formed", str(partnership.id))


def part(actor: Actor, partnership: Partnership, at: datetime) -> None:
    """Go separate ways before the pair is formed; no reason is asked. Raises IllegalMoveError."""
    with transaction():
        require(actor, "partnership.part", partnership)
        partnership = queries.locked(partnership)
        partnership.advance("part")
        partnership.parted_at = at
        record(actor, "partnership.parted", partnership)
        other = queries.with_people(partnership.id).partner_of(actor.user_id)
        tell(partnership, other.id, "parted", str(partnership.id))


def settle(actor: Actor, partnership: Partnership, terms: Terms, base: str) -> None:
    """Store name, share type and acceptance. `base` is the mark of the terms the form was opened
    on. Raises StaleTermsError, PartnershipEndedError, UserError at the name.
    """
    with transaction():
        require(actor, "partnership.edit", partnership)
        partnership = queries.locked(partnership)
        _check_live(partnership)
        if not terms.name or len(terms.name) > MAX_NAME:
            raise UserError(f"Give the pair a name of at most {MAX_NAME} characters.", field="name")
        saved = partnership.terms
        if terms == saved:
            return
        if base != saved.mark:
            raise StaleTermsError(saved)
        if terms.name != saved.name:
            check_name(terms.name, "The name of your pair")
        _store(actor, partnership, terms)
        if terms.name != saved.name and actor.user_id is not None:
            session().flush()
            emit(PartnershipRenamed(partnership_id=partnership.id, actor_id=actor.user_id))


def _store(actor: Actor, partnership: Partnership, terms: Terms) -> None:
    partnership.name = terms.name
    partnership.share_type = terms.share_type
    partnership.acceptance = terms.acceptance
    record(
        actor,
        "partnership.settled",
        partnership,
        share_type=terms.share_type,
        acceptance=terms.acceptance,
    )


def save_proposition(
    actor: Actor, partnership: Partnership, text: str, base: int, at: datetime
) -> None:
    """Store the shared template; its number grows by one.

    `base` is the number the text rests on. Raises StaleTemplateError with both texts, UserError
    for more than 600 words (fewer than 150 is fine for a template), PartnershipEndedError.
    """
    with transaction():
        require(actor, "partnership.edit", partnership)
        partnership = queries.locked(partnership)
        _check_live(partnership)
        words = count_words(text)
        if words > MAX_PROPOSITION_WORDS:
            raise UserError(
                f"This has {words} words. Use {MAX_PROPOSITION_WORDS} at most; all of it is still"
                " below.",
                field="text",
            )
        if text == partnership.proposition:
            return
        if base != partnership.proposition_number:
            raise StaleTemplateError(mine=text, theirs=partnership.proposition)
        partnership.proposition = text
        partnership.proposition_number += 1
        partnership.proposition_by_id = actor.user_id
        partnership.proposition_at = at
        number = partnership.proposition_number
        record(actor, "partnership.proposition_saved", partnership, number=number)


def _check_live(partnership: Partnership) -> None:
    if not partnership.is_live:
        raise PartnershipEndedError
