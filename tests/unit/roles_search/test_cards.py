"""The words on a card. Pure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from jobboard.roles.domain import Origin, SalaryPeriod, WorkMode
from jobboard.roles.finder.cards import Card, week_caption


def card(**changes: Any) -> Card:
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "title": "Head of Care",
        "organisation": "Northmoor Trust",
        "places": ("Leeds",),
        "work_mode": WorkMode.HYBRID,
        "level": 4,
        "salary_min": Decimal(80_000),
        "salary_max": Decimal(90_000),
        "currency": "GBP",
        "period": SalaryPeriod.YEAR,
        "salary_text": "",
        "funded_tenths": 11,
        "share_types": ("twin", "islands"),
        "coverage": "nnnnnnnnnn",
        "min_overlap": 1,
        "closes_at": None,
        "closes_zone": "Europe/London",
        "origin": Origin.POSTED,
        "description": "",
    }
    return Card(**(usual | changes))


@pytest.mark.parametrize(
    ("coverage", "overlap", "words"),
    [
        ("nnnnnnnnnn", 0, "The full week. Overlap is up to you."),
        ("nnnnnnnnnn", 1, "The full week. One half-day together, when it suits you both."),
        ("nnnnnnnnnn", 2, "The full week. One day together, when it suits you both."),
        ("nnnnnnnnnn", 3, "The full week. One and a half days together, when it suits you both."),
        ("nnnnnn22n-", 1, "Four and a half days. Both in on Thursday."),
        ("nnnnn2nnnn", 1, "The full week. Both in on Wednesday afternoon."),
        ("nnnnnnnn--/nnnnnnnnnn", 0, "9 days over two weeks. Overlap is up to you."),
        ("7:nnnnnnnnnnnnnn", 0, "Seven days. Overlap is up to you."),
    ],
)
def test_the_week_is_said_in_a_sentence_or_two(coverage: str, overlap: int, words: str) -> None:
    assert week_caption(coverage, overlap) == words


def test_each_partner_sees_the_pay_for_half_of_what_is_funded() -> None:
    assert card().pay == (80_000, 90_000)
    assert card().pay_each == (44_000, 49_500)
    assert card().each_fte == "0.55"
    assert card(salary_min=Decimal(90_000)).pay == (90_000,)


def test_an_hourly_rate_is_never_turned_into_a_share_of_a_year() -> None:
    hourly = card(period=SalaryPeriod.HOUR, origin=Origin.IMPORTED, funded_tenths=None)
    assert hourly.pay_each == ()
    assert hourly.pay_basis == "an hour"


@pytest.mark.parametrize(
    ("ends", "lead"), [({}, ""), ({"salary_min": None}, "Up to "), ({"salary_max": None}, "From ")]
)
def test_one_stated_end_is_named_as_what_it_is(ends: dict[str, Any], lead: str) -> None:
    assert card(**ends).pay_lead == lead


@pytest.mark.parametrize(
    ("places", "mode", "words"),
    [
        (("Leeds",), WorkMode.ON_SITE, "Leeds, on site"),
        (("York", "Hull"), None, "York or Hull"),
        (("York", "Hull", "Leeds", "Ripon"), None, "York or Hull or 2 more"),
        ((), WorkMode.REMOTE, "remote"),
        ((), None, ""),
    ],
)
def test_places_stay_short(places: tuple[str, ...], mode: WorkMode | None, words: str) -> None:
    assert card(places=places, work_mode=mode).place == words
