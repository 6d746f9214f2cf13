"""A role in a few plain sentences, for feeds and for lists on other sites."""

from __future__ import annotations

from decimal import Decimal

from jobboard.planning.wording import listed
from jobboard.roles.finder.cards import Card
from jobboard.web.filters import instant, money


def summary(card: Card) -> str:
    """`Leeds, hybrid. £95,000 to £101,600 full time, £57,000 to £60,960 each at 0.6 FTE. …`"""
    parts = [card.place, pay(card), listed(card.sharing), closing(card)]
    return " ".join(f"{part.removesuffix('.')}." for part in parts if part)


def pay(card: Card) -> str:
    if not card.pay:
        return f"Salary: {card.salary_text}" if card.salary_text else ""
    whole = f"{card.pay_lead}{_range(card.pay, card.currency)} {card.pay_basis}"
    if not card.pay_each:
        return whole
    return f"{whole}, {_range(card.pay_each, card.currency)} each at {card.each_fte} FTE"


def closing(card: Card) -> str:
    """`Closes Monday 25 January 2027, 09:00 GMT`."""
    return f"Closes {instant(card.closes_at, card.closes_zone)}" if card.closes_at else ""


def _range(amounts: tuple[Decimal, ...], currency: str) -> str:
    return " to ".join(money(amount, currency) for amount in amounts)
