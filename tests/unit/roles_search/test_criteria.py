"""The criteria of the search page and their URL. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.finder.criteria import FACETS, MAX_WORDS, NOT_STATED, Criteria, SortBy

AT = datetime(2026, 11, 22, 12, 0, 0, 500_000, tzinfo=UTC)

anything = st.dictionaries(
    st.sampled_from(["q", "sort", "page", "nonsense", *(facet.name for facet in FACETS)]),
    st.lists(
        st.one_of(
            st.text(max_size=300),
            st.sampled_from([value for facet in FACETS for value in facet.words]),
            st.sampled_from([by.value for by in SortBy]),
            st.integers(-5, 99).map(str),
        ),
        max_size=5,
    ),
)


def read(query: str) -> Criteria:
    return Criteria.from_query(parse_qs(query.removeprefix("?"), keep_blank_values=True))


@given(anything)
def test_the_canonical_url_of_anything_reads_back_as_the_same_criteria(
    query: dict[str, list[str]],
) -> None:
    criteria = Criteria.from_query(query)
    again = read(criteria.query())
    assert again == criteria
    assert again.query() == criteria.query()


@given(anything)
def test_whatever_stands_in_a_url_the_engine_gets_a_sound_question(
    query: dict[str, list[str]],
) -> None:
    request = Criteria.from_query(query).request(AT)
    assert 1 <= request.page <= 50
    assert len(request.text) <= MAX_WORDS
    for facet in FACETS:
        assert set(request.filters[facet.field]) <= set(facet.words)


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("?q=+head++of+care+", "?q=head+of+care"),
        ("?mode=remote&sector=health&sector=charity", "?sector=health&sector=charity&mode=remote"),
        ("?sector=charity&sector=health&sector=health", "?sector=health&sector=charity"),
        ("?sector=mining&level=king&share=&mode=", ""),
        ("?sort=newest", ""),
        ("?q=care&sort=newest", "?q=care&sort=newest"),
        ("?q=care&sort=relevance", "?q=care"),
        ("?sort=relevance", ""),
        ("?sort=alphabet&page=zero", ""),
        ("?page=1", ""),
        ("?page=99999", "?page=50"),
        ("?q=a%00b", "?q=a+b"),
        ("?q=one&q=two", "?q=two"),
        (f"?level={NOT_STATED}", f"?level={NOT_STATED}"),
    ],
)
def test_urls_that_mean_the_same_become_one(query: str, canonical: str) -> None:
    assert read(query).query() == canonical


def test_a_role_that_closes_this_second_is_not_asked_for() -> None:
    low, high = Criteria().request(AT).ranges["closes_at"]
    assert low == int(AT.timestamp()) + 1
    assert high is None


def test_dropping_one_filter_keeps_the_others_and_goes_to_page_one() -> None:
    criteria = read("?q=care&sector=health&sector=charity&mode=remote&page=3")
    assert criteria.without(FACETS[0], "health").query() == "?q=care&sector=charity&mode=remote"
    assert criteria.without_any(FACETS[0]).query() == "?q=care&mode=remote"
    assert criteria.without_words().query() == "?sector=health&sector=charity&mode=remote"


def test_best_match_is_offered_only_with_words() -> None:
    assert SortBy.RELEVANCE not in [value for value, _ in Criteria().sorts()]
    assert read("?q=care").sorts()[0] == (SortBy.RELEVANCE, "Best match")
    assert read("?q=care").without_words().sort is SortBy.NEWEST
