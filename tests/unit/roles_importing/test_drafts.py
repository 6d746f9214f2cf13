from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.domain import SingleApplicants
from jobboard.roles.importing import ImportedAdvert, parse, read_rows
from jobboard.roles.importing.drafts import CLOSED, FULL_TIME, PART_TIME, SHARED, begun
from jobboard.roles.importing.drafts import pattern_notes as notes
from jobboard.roles.importing.records import Row
from tests.unit.roles_importing.test_real_adverts import DATA

OPEN = DATA / "adverts_open.jsonl.gz"

AT = datetime(2026, 11, 27, tzinfo=UTC)
ROW = {
    "id": "csj-1",
    "title": "HEAD OF POLICY",
    "organisation": "Department of Examples",
    "description": "Lead policy.",
    "location_text": "Bristol, Leeds",
    "source": "davidread/jobadscrape",
    "sector": "Central government",
    "salary_text": "£61,793 - £65,163",
    "currency": "GBP",
    "period": "year",
    "contract_type": "Permanent",
    "closes_on": "2027-01-12",
    "working_pattern": "Flexible working, Full-time, Job share",
    "description_format": "text",
}


def advert(**changes: object) -> ImportedAdvert:
    found = parse(Row(1, ROW | changes))
    assert isinstance(found, ImportedAdvert)
    return found


def test_what_the_advert_states_is_there_and_nothing_else():
    content = begun(advert(), AT).content
    assert content.title == "Head of Policy"
    assert content.places == ("Bristol; Leeds",)
    assert (content.salary_min, content.salary_max) == (Decimal("61793"), Decimal("65163"))
    assert (content.sector, content.contract) == ("central_government", "Permanent")
    assert content.closes_at == datetime(2027, 1, 12, 23, 59, tzinfo=UTC)
    assert (content.share_types, content.level, content.work_mode) == ((), None, None)
    assert (content.coverage, content.funded_tenths, content.min_overlap) == (None, None, None)
    assert content.single_applicants is SingleApplicants.NO


def test_job_share_on_the_list_is_said_and_ticks_no_way_of_sharing():
    assert notes(("Full-time", "Job share")) == [SHARED[0], FULL_TIME]
    assert notes(("Job Share",)) == [SHARED[0]]


def test_a_list_without_job_share_says_so():
    assert notes(("Part-time", "Compressed hours")) == [
        SHARED[1],
        PART_TIME,
        "Kept as words only, because no field here means it: Compressed hours.",
    ]


def test_an_advert_that_has_closed_brings_no_closing_instant():
    start = begun(advert(closes_on="2025-01-12"), AT)
    assert start.content.closes_at is None
    assert CLOSED.format(date(2025, 1, 12)) in start.notes


@pytest.mark.parametrize(
    "changes",
    [
        {"salary_text": "£240 per day", "period": "day"},
        {"salary_text": "Competitive", "period": None},
    ],
)
def test_pay_that_is_no_range_for_a_year_is_left_open(changes):
    start = begun(advert(**changes), AT)
    assert (start.content.salary_min, start.content.salary_max) == (None, None)
    assert any("enter it by hand" in each for each in start.notes)


def test_a_contract_that_is_none_of_ours_is_named_and_left_open():
    start = begun(advert(contract_type="Permanent Loan Secondment"), AT)
    assert start.content.contract == ""
    assert any("Permanent Loan Secondment" in each for each in start.notes)


WORDS = st.lists(
    st.sampled_from(["Full-time", "Part-time", "Job share", "Flexible working", "Term time"])
    | st.text(min_size=1, max_size=20),
    max_size=8,
    unique=True,
)


@given(WORDS)
def test_every_word_of_the_list_is_answered_and_no_list_chooses_a_way_of_sharing(words):
    start = begun(replace(advert(), working_pattern=tuple(words)), AT)
    said = " ".join(start.notes).casefold()
    assert all(word.casefold().replace("-", " ") in said.replace("-", " ") for word in words)
    assert start.content.share_types == ()
    assert start.working_pattern == tuple(words)


@pytest.mark.data
@pytest.mark.skipif(not OPEN.exists(), reason="the real adverts are not beside the project")
def test_real_adverts_of_the_civil_service_all_become_drafts():
    found = [parse(row) for row in read_rows(str(OPEN)) if isinstance(row, Row)]
    adverts = [
        each
        for each in found
        if isinstance(each, ImportedAdvert) and each.source_id.startswith("csj-")
    ]
    assert len(adverts) == 249
    starts = [begun(each, AT) for each in adverts]
    offering = [each for each in starts if SHARED[0] in each.notes]
    assert len(offering) == 141
    assert all("Job share" in each.working_pattern for each in offering)
    assert not any(each.content.share_types for each in starts)
    assert sum(each.content.salary_min is not None for each in starts) >= 240
