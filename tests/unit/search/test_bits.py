from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jobboard.search.bits import bits_of, flags_of, numbers_in


@given(st.sets(st.integers(0, 99)))
def test_a_set_of_numbers_survives_as_bits(numbers: set[int]) -> None:
    bits = bits_of(numbers, 100)
    assert bits.bit_count() == len(numbers)
    assert numbers_in(bits, 100) == sorted(numbers)
    assert flags_of(bits, 100).count("1") == len(numbers)


def test_an_empty_index_has_an_empty_set() -> None:
    assert bits_of([], 0) == 0
    assert numbers_in(0, 0) == []
