"""An advert as columns of a role. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.domain import SalaryPeriod
from jobboard.roles.importing import ImportedAdvert, Place, Salary
from jobboard.roles.importing.columns import (
    calm,
    closing,
    columns,
    contract,
    organisation_key,
    published,
    sector,
    slug,
)

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADVERT = ImportedAdvert(
    source_id="x-1",
    source="a/source",
    title="HEAD OF CARE",
    organisation="Northmoor Trust",
    description_md="Care.",
    requirements_md="",
    places=(Place("LEEDS", "LS1 4AP", 53_800_000, -1_549_000),),
    country="GB",
    sector="Healthcare",
    salary=Salary(Decimal(40_000), Decimal(50_000), "GBP", "year", "£40,000\nto £50,000"),
    posted_on=date(2026, 7, 1),
    closes_on=date(2026, 12, 1),
)


def test_an_advert_keeps_what_it_states() -> None:
    assert columns(ADVERT, AT, None) == {
        "title": "Head of Care",
        "sector": "health",
        "description": "Care.",
        "requirements": "",
        "places": ["Leeds"],
        "postcode": "LS1 4AP",
        "latitude": 53_800_000,
        "longitude": -1_549_000,
        "salary_min": Decimal(40_000),
        "salary_max": Decimal(50_000),
        "salary_currency": "GBP",
        "salary_period": SalaryPeriod.YEAR,
        "salary_text": "£40,000 to £50,000",
        "contract": "",
        "source": "a/source",
        "closes_at": datetime(2026, 12, 1, 23, 59, tzinfo=UTC),
    }


@pytest.mark.parametrize(
    ("text", "kept"), [("-", ""), (None, ""), ("On  request", "On request"), ("£9.02", "£9.02")]
)
def test_a_salary_is_kept_in_words_that_say_something(text: str | None, kept: str) -> None:
    assert columns(replace(ADVERT, salary=Salary(text=text)), AT, None)["salary_text"] == kept


def test_a_long_salary_is_cut_after_a_word() -> None:
    said = columns(replace(ADVERT, salary=Salary(text="pay " * 90)), AT, None)["salary_text"]
    assert len(said) <= 200
    assert said.endswith("pay…")


def test_several_places_have_no_single_point_on_the_map() -> None:
    found = columns(replace(ADVERT, places=(Place("York"), Place("Hull"))), AT, None)
    assert (found["places"], found["postcode"], found["latitude"]) == (["York", "Hull"], "", None)


def test_days_begin_and_end_in_london() -> None:
    assert published(ADVERT, AT) == datetime(2026, 6, 30, 23, tzinfo=UTC)
    assert published(replace(ADVERT, posted_on=None), AT) == AT
    summer = closing(date(2026, 7, 1), "x", AT, None)
    assert summer == datetime(2026, 7, 1, 22, 59, tzinfo=UTC)
    assert closing(None, "x", AT, None) is None


@given(st.text(min_size=1), st.integers(1, 366))
def test_a_reopened_advert_closes_within_the_days_and_always_on_the_same(
    source_id: str, days: int
) -> None:
    source_id = source_id.encode("utf-8", "replace").decode()
    found = closing(date(2020, 1, 1), source_id, AT, days)
    assert found is not None
    assert 1 <= (found.date() - AT.date()).days <= days
    assert closing(None, source_id, AT, days) == found


@pytest.mark.parametrize(
    ("stated", "key"),
    [
        ("Healthcare", "health"),
        ("Hospital & Health Care", "health"),
        ("Central government", "central_government"),
        ("Financial Services", "finance"),
        ("Computer Software", "technology"),
        ("Law Practice", "professional"),
        ("Lawn mowing", "other"),
        ("Underwater basket weaving", "other"),
        (None, "other"),
    ],
)
def test_their_sectors_become_ours(stated: str | None, key: str) -> None:
    assert sector(stated) == key


def test_the_contract_is_said_in_the_words_of_the_source() -> None:
    advert = replace(ADVERT, contract_type="Fixed term", employment_type="FULL_TIME, PART_TIME")
    assert contract(advert) == "Fixed term, full time, part time"
    assert len(contract(replace(advert, contract_type="very " * 19))) <= 80


@pytest.mark.parametrize(
    ("line", "calmed"),
    [
        ("HEAD OF HR AND THE ESTATE", "Head of HR and the Estate"),
        ("THE NHS CAMHS LEAD, BAND 8A", "The NHS CAMHS Lead, Band 8A"),
        ("WOMEN'S SERVICES", "Women's Services"),
        ("RMN/RGN", "RMN/RGN"),
        ("GP", "GP"),
        ("Head of HR", "Head of HR"),
        ("HEAD of care", "HEAD of care"),
        ("", ""),
    ],
)
def test_only_lines_that_shout_are_calmed(line: str, calmed: str) -> None:
    assert calm(line) == calmed


@given(st.text(max_size=200))
def test_keys_and_slugs_fit_their_columns(name: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    key = organisation_key(name)
    assert len(key) <= 200
    assert len(slug(name, key)) <= 120


def test_one_employer_has_one_key_however_it_is_written() -> None:
    assert organisation_key("Care UK") == organisation_key("CARE uk")
    assert organisation_key("Haus Straße") == organisation_key("HAUS STRASSE")
    assert slug("Care UK", "care uk").startswith("care-uk-")
    long = "ß" * 200
    assert organisation_key(long) != organisation_key(long[:-1] + "x")
