from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.content import contract_parts, contract_text, pay_of_each
from jobboard.roles.redesign import shares


@given(st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_shares_are_whole_and_add_up_to_a_hundred(weights):
    found = shares(weights)
    assert sum(found) == 100
    total = sum(weights)
    assert all(
        abs(share - weight * 100 / total) < 1 for share, weight in zip(found, weights, strict=True)
    )


def test_shares_follow_the_weights():
    assert shares([5, 3]) == [63, 37]
    assert shares([1, 1, 1]) == [34, 33, 33]
    assert shares([]) == []


@pytest.mark.parametrize(
    ("kind", "months", "text"),
    [
        ("permanent", None, "Permanent"),
        ("permanent", 6, "Permanent"),
        ("fixed", 1, "Fixed term, 1 month"),
        ("fixed", 12, "Fixed term, 12 months"),
        ("fixed", None, "Fixed term"),
        ("", None, ""),
    ],
)
def test_a_contract_is_written_in_words_and_read_back(kind, months, text):
    assert contract_text(kind, months) == text
    assert contract_parts(text) == (kind, None if kind == "permanent" else months)


def test_the_free_words_of_an_imported_advert_are_no_contract_of_ours():
    assert contract_parts("Bank / locum") == ("", None)


def test_each_of_two_earns_half_of_what_is_funded():
    assert pay_of_each(Decimal(101600), 12) == Decimal(60960)
    assert pay_of_each(Decimal("95000.50"), 11) == Decimal(52250)
