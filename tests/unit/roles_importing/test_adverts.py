"""One object to one advert or one reject: what is believed, what is left out, and why."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.importing import ImportedAdvert, Place, Reject, Row, parse, read_adverts
from jobboard.roles.importing import adverts as room
from jobboard.roles.importing.markdown import CUT_NOTE

MADE_UP: dict[str, object] = {
    "id": "made-1",
    "source": "made up for tests",
    "title": "Head of  Orchard\u200b Planning",
    "organisation": "Quince & Partners",
    "location_text": "Mill House, Leeds",
    "postcode": "ls14ap",
    "country": "GB",
    "lat": 53.7955,
    "lon": -1.5432,
    "description": "<p>Lead <b>us</b>. Job share considered.</p>",
    "description_format": "html",
    "requirements": "<ul><li>Trees</li></ul>",
    "benefits": "Pears",
    "sector": "Farming",
    "salary_min": 41210.0,
    "salary_max": 52480.0,
    "currency": "GBP",
    "period": "year",
    "salary_text": "£41,210 - £52,480",
    "posted_on": "2026-01-02",
    "closes_on": "2026-02-03",
    "working_pattern": "Full-time, Job share, Full-time",
    "contract_type": "Permanent",
    "employment_type": "FULL_TIME",
    "mentions": ["job_share"],
}


def advert(**changes: object) -> ImportedAdvert:
    found = parse(Row(1, MADE_UP | changes))
    assert isinstance(found, ImportedAdvert)
    return found


def reason(**changes: object) -> str:
    found = parse(Row(7, MADE_UP | changes, "raw line"))
    assert isinstance(found, Reject)
    assert (found.line_no, found.excerpt) == (7, "raw line")
    return found.reason


def test_a_whole_advert_arrives_clean() -> None:
    found = advert()
    assert found.title == "Head of Orchard Planning"
    assert found.description_md == ("Lead **us**. Job share considered.\n\n### Benefits\n\nPears")
    assert found.requirements_md == "- Trees"
    assert found.places == (Place("Mill House, Leeds", "LS1 4AP", 53_795_500, -1_543_200),)
    assert (found.posted_on, found.closes_on) == (date(2026, 1, 2), date(2026, 2, 3))
    assert found.salary.is_annual
    assert found.notes == ()


def test_a_mention_of_job_share_is_never_an_offer() -> None:
    names = {field.name for field in dataclasses.fields(ImportedAdvert)}
    assert not [name for name in names if "share" in name or "mention" in name]
    assert advert().working_pattern == ("Full-time", "Job share")
    assert advert().work_mode is None


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("organisation", None, room.NO_ORGANISATION),
        ("organisation", " \u200b ", room.NO_ORGANISATION),
        ("organisation", 12, room.NO_ORGANISATION),
        ("title", None, room.NO_TITLE),
        ("description", "<p> </p>", room.NO_DESCRIPTION),
        ("description", None, room.NO_DESCRIPTION),
        ("id", None, room.NO_ID),
        ("id", "", room.NO_ID),
        ("id", "x" * 101, room.NO_ID),
        ("id", "a\nb", room.NO_ID),
        ("id", True, room.NO_ID),
        ("title", "NUL \x00", room.NOT_TEXT),
        ("description", "half \ud83d", room.NOT_TEXT),
    ],
)
def test_what_cannot_be_an_advert_is_a_reject_with_a_reason(
    field: str, value: object, expected: str
) -> None:
    assert reason(**{field: value}) == expected


def test_a_number_may_be_an_id() -> None:
    assert advert(id=123).source_id == "123"


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"lat": 91.0}, "coordinates_not_usable"),
        ({"lat": None}, "coordinates_not_usable"),
        ({"lat": 0.0, "lon": 0.0}, "coordinates_not_usable"),
        ({"lat": float("nan")}, "coordinates_not_usable"),
        ({"lat": "53"}, "coordinates_not_usable"),
        ({"postcode": "no code"}, "postcode_not_readable"),
        ({"closes_on": "soon"}, "closes_on_not_a_date"),
        ({"closes_on": "0001-01-01"}, "closes_on_not_a_date"),
        ({"posted_on": 5}, "posted_on_not_a_date"),
        ({"salary_min": "x"}, "salary_min_not_a_number"),
        ({"salary_max": float("inf")}, "salary_max_not_a_number"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_noted(changes: dict[str, object], note: str) -> None:
    assert advert(**changes).notes == (note,)


def test_half_a_postcode_is_kept() -> None:
    assert advert(postcode=" me14 ").places[0].postcode == "ME14"


def test_full_time_is_not_believed_where_the_site_sets_it_by_itself() -> None:
    assert advert(source="stochastictalk/nhs_jobs_data").employment_type is None
    assert advert().employment_type == "FULL_TIME"


def test_a_source_that_lists_places_gives_one_place_each() -> None:
    listed = {"source": "davidread/jobadscrape", "postcode": None, "lat": None, "lon": None}
    found = advert(**listed, location_text="Wales, London (region), Wales, Leeds").places
    assert [place.location_text for place in found] == ["Wales", "London (region)", "Leeds"]
    sentence = "This position is based at 9 Pear Lane, Leeds"
    assert [p.location_text for p in advert(**listed, location_text=sentence).places] == [sentence]


def test_a_long_title_is_shortened_at_a_word() -> None:
    title = advert(title="Orchards " * 30).title
    assert 190 < len(title) <= 200
    assert title.endswith(" Orchards…")


def test_an_unknown_format_with_tags_is_read_as_html() -> None:
    assert advert(description_format=None).description_md.startswith("Lead **us**")


def test_only_the_start_of_an_enormous_field_is_parsed_and_that_is_said() -> None:
    found = advert(description="<p>Start</p>" + "<ul><li>" * 100_000 + "end")
    assert found.description_md.startswith("Start\n\n")
    assert found.description_md.split("\n\n")[1] == CUT_NOTE


def test_every_line_of_a_file_is_an_advert_or_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "adverts.jsonl"
    lines = [json.dumps(MADE_UP), "{", json.dumps(MADE_UP | {"organisation": None})]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [type(one) for one in read_adverts(str(path))] == [ImportedAdvert, Reject, Reject]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(MADE_UP)), JSON, max_size=8), st.booleans())
def test_no_json_object_makes_it_fail(changes: dict[str, object], whole: bool) -> None:
    found = parse(Row(1, (MADE_UP if whole else {}) | changes))
    stored = json.dumps(dataclasses.asdict(found), default=str, ensure_ascii=False)
    assert stored.encode("utf-8")
    assert "\x00" not in stored
