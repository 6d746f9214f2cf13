"""The letters about cards. They lead to pages behind an account, never to the card's own link."""

from __future__ import annotations

from uuid import UUID

from jobboard.accounts.naming import first_name
from jobboard.cards import queries
from jobboard.cards.domain import CardState
from jobboard.cards.models import PairCard
from jobboard.core.clock import now
from jobboard.core.mail import Letter, Mail, composer
from jobboard.partnerships.wording import unlinked


@composer("cards.proposed")
def proposed(mail: Mail) -> Letter | None:
    """None once it was answered or taken back before the mail left."""
    card = _card(mail)
    if card.state_at(now()) is not CardState.PROPOSED:
        return None
    return _letter(mail, card, "{} proposes a card to show", "cards_proposed")


@composer("cards.agreed")
def agreed(mail: Mail) -> Letter | None:
    card = _card(mail)
    if not card.is_live(now()):
        return None
    return _letter(mail, card, "{} agreed: your link is ready", "cards_agreed")


@composer("cards.ended")
def ended(mail: Mail) -> Letter:
    card = _card(mail)
    subjects = {
        CardState.DECLINED: "{} would rather not show this card",
        CardState.TAKEN_BACK: "{} took a proposed card back",
    }
    subject = subjects.get(card.state_at(now()), "{} revoked a card")
    return _letter(mail, card, subject, "cards_ended")


def _letter(mail: Mail, card: PairCard, subject: str, template: str) -> Letter:
    name = unlinked(first_name(card.partnership.partner_of(mail.person_id)))
    words = {
        "card": card,
        "name": name,
        "label": unlinked(card.label),
        "state": card.state_at(now()).value,
    }
    return Letter(subject.format(name), template, words)


def _card(mail: Mail) -> PairCard:
    return queries.card(UUID(mail.refs["card_id"]))
