"""Months as a pair, months as people write them, and what an entry must hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.errors import InvalidInputError
from jobboard.partnerships.domain import RecordKind, Who
from jobboard.partnerships.record import (
    EntryFields,
    UnreadableMonthError,
    in_words,
    months_as_pair,
    read_month,
)

TODAY = date(2026, 11, 22)
months = st.builds(date, st.integers(1990, 2026), st.integers(1, 10), st.just(1))
spans = st.tuples(months, months).map(lambda two: (min(two), max(two)))


def length(span: tuple[date, date]) -> int:
    start, end = span
    return (end.year - start.year) * 12 + end.month - start.month + 1


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], 0),
        ([(date(2020, 3, 1), date(2020, 3, 1))], 1),
        ([(date(2020, 3, 1), None)], 80),
        ([(date(2026, 11, 1), None)], 0),
        ([(date(2019, 1, 1), date(2019, 3, 1)), (date(2019, 4, 1), date(2019, 6, 1))], 6),
        ([(date(2019, 1, 1), date(2019, 6, 1)), (date(2019, 2, 1), date(2019, 3, 1))], 6),
        ([(date(2018, 1, 1), date(2018, 2, 1)), (date(2020, 1, 1), date(2020, 2, 1))], 4),
        ([(date(2018, 1, 1), None), (date(2020, 1, 1), None)], 106),
    ],
)
def test_months_that_overlap_count_once(
    entries: list[tuple[date, date | None]], expected: int
) -> None:
    assert months_as_pair(entries, TODAY) == expected


@given(st.lists(spans, min_size=1))
def test_the_union_never_exceeds_the_span_nor_the_sum(entries: list[tuple[date, date]]) -> None:
    counted = months_as_pair(entries, TODAY)
    whole = (min(start for start, _ in entries), max(end for _, end in entries))
    assert max(map(length, entries)) <= counted <= length(whole)
    assert counted <= sum(map(length, entries))


@given(st.lists(spans).flatmap(lambda each: st.tuples(st.just(each), st.permutations(each))))
def test_the_order_of_entries_does_not_matter(
    both: tuple[list[tuple[date, date]], list[tuple[date, date]]],
) -> None:
    assert months_as_pair(both[0], TODAY) == months_as_pair(both[1], TODAY)


@given(spans)
def test_a_span_cut_at_any_month_is_as_long_as_before(span: tuple[date, date]) -> None:
    start, end = span
    middle = date((start.year + end.year) // 2, end.month if start.year == end.year else 1, 1)
    middle = max(start, min(middle, end))
    after = date(middle.year + middle.month // 12, middle.month % 12 + 1, 1)
    parts = [(start, middle)] + ([(after, end)] if after <= end else [])
    assert months_as_pair(parts, TODAY) == length(span)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "New pair"),
        (1, "1 month"),
        (8, "8 months"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (80, "6 years 8 months"),
    ],
)
def test_months_read_as_years_and_months(count: int, words: str) -> None:
    assert in_words(count) == words


@pytest.mark.parametrize(
    "text", ["March 2020", "mar 2020", "Mar. 2020", "2020-03", "2020-3", "03/2020", " 3/2020 "]
)
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert read_month(text) == date(2020, 3, 1)


def test_no_month_is_no_month() -> None:
    assert read_month("  ") is None


@pytest.mark.parametrize(
    "text", ["soon", "13/2020", "2020", "0000-01", "March", "٢٠٢٠-٠٣", "x 2020"]
)
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(UnreadableMonthError):
        read_month(text)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = read_month(text)
    except UnreadableMonthError:
        return
    assert found is None or found.day == 1


GOOD = {
    "kind": RecordKind.AS_PAIR,
    "who": Who.BOTH,
    "organisation": "Fellside",
    "role": "Joint directors",
    "started_on": date(2020, 3, 1),
    "ended_on": None,
    "outcome": "Turnover fell.",
}


def test_a_good_entry_stands() -> None:
    EntryFields(**GOOD).check(TODAY)
    EntryFields(**{**GOOD, "ended_on": date(2020, 3, 1), "measure": "x" * 120}).check(TODAY)
    EntryFields(**{**GOOD, "kind": RecordKind.INDIVIDUAL, "who": Who.B}).check(TODAY)
    EntryFields(**{**GOOD, "outcome": "word " * 80}).check(TODAY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"who": Who.A}, "who"),
        ({"kind": RecordKind.WORKED_TOGETHER, "who": Who.B}, "who"),
        ({"kind": RecordKind.INDIVIDUAL}, "who"),
        ({"organisation": ""}, "organisation"),
        ({"organisation": "x" * 201}, "organisation"),
        ({"role": ""}, "role"),
        ({"started_on": date(2026, 12, 1)}, "started_on"),
        ({"started_on": date(1949, 12, 1)}, "started_on"),
        ({"ended_on": date(2020, 2, 1)}, "ended_on"),
        ({"ended_on": date(2026, 12, 1)}, "ended_on"),
        ({"outcome": " \n"}, "outcome"),
        ({"outcome": "word " * 81}, "outcome"),
        ({"measure": "x" * 121}, "measure"),
    ],
)
def test_what_cannot_stand_is_named_at_its_field(change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        EntryFields(**{**GOOD, **change}).check(TODAY)
    assert list(caught.value.errors) == [field]
