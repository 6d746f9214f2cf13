from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from jobboard.web import filters
from jobboard.web.pagination import MAX_PAGE, Page, page_number


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (Decimal("101600"), "GBP", "£101,600"),
        (Decimal("27373.50"), "GBP", "£27,373.50"),
        (Decimal("50000"), "SEK", "50,000 SEK"),
        (None, "GBP", "not stated"),
    ],
)
def test_money_reads_as_people_write_it(amount, currency, words):
    assert filters.money(amount, currency) == words


def test_an_instant_never_goes_without_its_zone():
    at = datetime(2026, 7, 1, 11, 0, tzinfo=UTC)
    assert filters.instant(at) == "Wednesday 1 July 2026, 12:00 BST"
    assert filters.instant(at, "UTC").endswith("11:00 UTC")


def test_days_are_counted_where_the_role_is():
    closes = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    with time_machine.travel(datetime(2026, 11, 22, 23, 50, tzinfo=UTC), tick=False):
        assert filters.days_left(closes) == 1
        assert filters.days_left(closes, "America/New_York") == 0


@pytest.mark.parametrize(("half_days", "words"), [(0, "0"), (5, "2.5"), (6, "3"), (1, "0.5")])
def test_half_days_read_as_days(half_days, words):
    assert filters.days(half_days) == words


def test_tenths_read_as_fte():
    assert filters.fte(12) == "1.2"
    assert filters.fte(None) == "not stated"


def test_one_is_singular():
    assert filters.count(1, "role") == "1 role"
    assert filters.count(1204, "role") == "1,204 roles"
    assert filters.day(date(2026, 12, 7)) == "7 December 2026"


@given(st.text(max_size=10))
def test_any_text_is_a_page_that_exists(text):
    assert 1 <= page_number(text) <= MAX_PAGE


@given(st.integers(0, 5000), st.integers(1, 50))
def test_the_numbers_of_a_list_lead_from_first_to_last(total, page):
    pages = Page(items=[], total=total, page=page, per_page=20, url=str)
    shown = [number for number in pages.numbers if number is not None]
    assert shown == sorted(set(shown))
    assert shown[0] == 1
    assert shown[-1] == pages.pages
