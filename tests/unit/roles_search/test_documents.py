"""What search knows of a role. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from jobboard.roles.domain import Origin, SalaryPeriod, WorkMode
from jobboard.roles.finder.documents import FAR_FUTURE, Searchable, document, plain
from jobboard.roles.vacancy import VacancyKind

POSTED = Searchable(
    id=UUID(int=7),
    title="Director of People",
    organisation="Northmoor Trust",
    description="One **seat**.",
    requirements="- Has led",
    places=["Leeds", "York"],
    sector="health",
    level=6,
    share_types=["twin", "hybrid"],
    work_mode=WorkMode.HYBRID,
    origin=Origin.POSTED,
    published_at=datetime(2026, 11, 1, tzinfo=UTC),
    closes_at=datetime(2026, 12, 1, tzinfo=UTC),
    salary_min=Decimal("95000.00"),
    salary_max=Decimal("101600.75"),
    salary_currency="GBP",
    salary_period=SalaryPeriod.YEAR,
    latitude=53_800_000,
    longitude=-1_549_000,
)


def numbers(**changes: Any) -> dict[str, int]:
    return dict(document(POSTED._replace(**changes)).numbers)


def test_a_transitional_role_is_found_by_that_word_and_others_are_not() -> None:
    assert "ransitional" not in document(POSTED).body
    found = document(POSTED._replace(vacancy_kind=VacancyKind.TRANSITIONAL)).body
    assert found.startswith("One seat.\nHas led\nTransitional role. It begins as two part-time")


def test_a_posted_role_says_everything() -> None:
    found = document(POSTED)
    assert (found.id, found.kind, found.title) == (str(POSTED.id), "role", "Director of People")
    assert found.names == "Northmoor Trust\nLeeds\nYork"
    assert found.body == "One seat.\nHas led"
    assert found.keywords == {
        "sector": ("health",),
        "level": ("director",),
        "share_type": ("twin", "hybrid"),
        "work_mode": ("hybrid",),
        "origin": ("posted",),
    }
    assert found.numbers == {
        "published_at": 1793491200,
        "closes_at": 1796083200,
        "salary_min": 95000,
        "salary_max": 101600,
        "latitude": 53_800_000,
        "longitude": -1_549_000,
    }


def test_what_an_imported_advert_leaves_open_counts_as_not_stated() -> None:
    row = POSTED._replace(
        level=None, work_mode=None, share_types=[], origin=Origin.IMPORTED, sector="unheard of"
    )
    assert document(row).keywords == {
        "sector": ("other",),
        "level": ("not_stated",),
        "share_type": ("not_stated",),
        "work_mode": ("not_stated",),
        "origin": ("imported",),
    }


def test_a_role_without_a_closing_date_never_closes_by_the_clock() -> None:
    assert numbers(closes_at=None)["closes_at"] == FAR_FUTURE


@pytest.mark.parametrize(
    "changes",
    [{"salary_period": SalaryPeriod.HOUR}, {"salary_currency": "EUR"}, {"salary_period": "day"}],
)
def test_only_yearly_pounds_are_compared(changes: dict[str, Any]) -> None:
    assert not {"salary_min", "salary_max"} & numbers(**changes).keys()


def test_one_stated_end_of_a_salary_is_sorted_by_itself() -> None:
    assert numbers(salary_max=None)["salary_max"] == 95000
    assert "salary_min" not in numbers(salary_min=None)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("# Head\n\n- one\n* two\n3. three\n> said", "Head\n\none\ntwo\nthree\nsaid"),
        ("**bold** and *soft* and `code`", "bold and soft and code"),
        ("see [our page](https://x.test/a_b) now", "see our page now"),
        ("a \\* star, 2 \\_ lines, snake_case_name", "a * star, 2 _ lines, snake_case_name"),
        ("£5 - £6, C++ and 1.5 FTE", "£5 - £6, C++ and 1.5 FTE"),
        ("first\\\nsecond", "first\nsecond"),
    ],
)
def test_markdown_becomes_the_words_a_reader_sees(markdown: str, words: str) -> None:
    assert plain(markdown) == words
