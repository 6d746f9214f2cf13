"""An open role as structured data, and how other sites know a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobboard.roles.domain import Origin, RoleStatus, SalaryPeriod, WorkMode
from tests.factories.world import make_role
from tests.feature.roles.test_pages import IMPORTED
from tests.schema_org import documents_in, violations

BASE = "http://127.0.0.1:5000"


def told(browser, role):
    found = documents_in(browser().get(f"/roles/{role.id}").text)
    assert len(found) == 1
    assert violations(found[0]) == []
    return found[0]


def test_an_open_role_is_a_job_posting_of_schema_org(browser, northmoor):
    northmoor.website = "https://northmoor.example.org"
    role = make_role(northmoor)
    document = told(browser, role)
    assert document["@type"] == "JobPosting"
    assert document["title"] == "Director of People and Culture"
    assert document["url"] == f"{BASE}/roles/{role.id}"
    assert document["identifier"]["value"] == str(role.id)
    assert document["hiringOrganization"]["name"] == northmoor.name
    assert document["hiringOrganization"]["sameAs"] == "https://northmoor.example.org"
    assert document["datePosted"] == "2026-12-31T09:00:00+00:00"
    assert document["validThrough"] == "2027-01-25T09:00:00+00:00"
    assert document["jobLocation"][0]["address"]["addressLocality"] == "Leeds"
    assert document["directApply"] is True
    assert document["baseSalary"]["currency"] == "GBP"
    assert document["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 95000,
        "maxValue": 101600,
        "unitText": "YEAR",
    }


def test_a_job_share_is_said_in_words_and_each_contract_is_part_time(browser, northmoor):
    document = told(browser, make_role(northmoor, contract="Fixed term, 12 months"))
    assert document["employmentType"] == ["PART_TIME", "TEMPORARY"]
    assert "two people hold this post together" in document["jobBenefits"]
    assert "two people hold this post together" in document["description"]
    assert "share everything" in document["jobBenefits"]
    assert "10 half-days a week" in document["workHours"]
    assert "Each partner is paid for their share" in document["baseSalary"]["description"]


def test_a_closing_time_carries_the_offset_of_its_zone(browser, northmoor):
    role = make_role(northmoor, closes_zone="America/New_York")
    assert told(browser, role)["validThrough"] == "2027-01-25T04:00:00-05:00"


def test_a_remote_role_says_from_where_one_may_apply(browser, northmoor):
    document = told(browser, make_role(northmoor, work_mode=WorkMode.REMOTE, places=["Wales"]))
    assert document["jobLocationType"] == "TELECOMMUTE"
    assert document["applicantLocationRequirements"] == [
        {"@type": "AdministrativeArea", "name": "Wales"}
    ]
    assert "jobLocation" not in document


def test_coordinates_belong_to_the_only_place(browser, northmoor):
    where = {"postcode": "LS1 4AP", "latitude": 53_800_000, "longitude": -1_549_000}
    place = told(browser, make_role(northmoor, **where))["jobLocation"][0]
    assert place["geo"]["latitude"] == 53.8
    assert place["address"]["postalCode"] == "LS1 4AP"
    many = told(browser, make_role(northmoor, places=["Leeds", "York"], **where))["jobLocation"]
    assert [one["name"] for one in many] == ["Leeds", "York"]
    assert all("geo" not in one and "postalCode" not in one["address"] for one in many)


def test_an_imported_advert_says_no_more_than_it_states(browser, northmoor):
    document = told(browser, make_role(northmoor, **IMPORTED | {"source_id": "NHS-1"}))
    for name in ("baseSalary", "employmentType", "workHours", "jobBenefits", "validThrough"):
        assert name not in document, name
    assert document["directApply"] is False
    assert document["identifier"]["value"] == "NHS-1"
    assert "two people" not in document["description"]


@pytest.mark.parametrize(
    ("pay", "value"),
    [
        (
            {"salary_min": Decimal("20.50"), "salary_max": Decimal("20.50")},
            {"value": 20.5, "unitText": "HOUR"},
        ),
        ({"salary_min": Decimal(20), "salary_max": None}, {"minValue": 20, "unitText": "HOUR"}),
        ({"salary_min": None, "salary_max": Decimal(30)}, {"maxValue": 30, "unitText": "HOUR"}),
    ],
)
def test_pay_of_which_only_one_end_is_stated(browser, northmoor, pay, value):
    role = make_role(northmoor, **IMPORTED | {"salary_period": SalaryPeriod.HOUR} | pay)
    found = told(browser, role)["baseSalary"]["value"]
    assert found == {"@type": "QuantitativeValue"} | value


@pytest.mark.parametrize("period", list(SalaryPeriod))
def test_every_period_of_pay_has_a_unit(browser, northmoor, period):
    role = make_role(northmoor, origin=Origin.IMPORTED, salary_period=period)
    assert told(browser, role)["baseSalary"]["value"]["unitText"] == period.value.upper()


def test_nothing_in_a_text_ends_the_block(browser, northmoor):
    nasty = "</script><script>alert(1)</script> <!-- & ' \" \u2028"
    role = make_role(northmoor, title=nasty, places=[nasty], requirements=nasty)
    page = browser().get(f"/roles/{role.id}").text
    assert "<script>alert" not in page
    document = documents_in(page)[0]
    assert document["title"] == nasty
    assert violations(document) == []


@pytest.mark.parametrize("state", [RoleStatus.PAUSED, RoleStatus.CLOSED_EARLY, RoleStatus.FILLED])
def test_only_an_open_role_is_told_to_search_engines(browser, northmoor, state):
    for role in (make_role(northmoor, status=state), make_role(northmoor, closed=True)):
        answer = browser().get(f"/roles/{role.id}")
        assert documents_in(answer.text) == []
        assert answer.headers["X-Robots-Tag"] == "noindex"


def test_an_invented_property_would_be_seen():
    document = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Head"}
    assert violations(document) == []
    assert violations(document | {"jobShare": True}) == ["jobShare: no such property"]
    assert violations(document | {"title": 3})
    assert violations(document | {"jobLocation": "Leeds"})
    assert violations(document | {"validThrough": "next week"})
    assert violations(document | {"hiringOrganization": {"@type": "Place", "name": "x"}})
    assert violations(document | {"identifier": {"@type": "PropertyValue", "currency": "GBP"}})
    assert violations(document | {"@type": "JobShare"})


def test_a_role_has_one_address_and_a_card_for_other_sites(browser, northmoor):
    role = make_role(northmoor, title='Head of "A" & <B>')
    page = browser().get(f"/roles/{role.id}?utm_source=elsewhere").text
    address = f"{BASE}/roles/{role.id}"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page
    title = "Head of &#34;A&#34; &amp; &lt;B&gt;, Northmoor Community Health Trust"
    assert f'<meta property="og:title" content="{title}">' in page
    assert "open to two people who apply as one" in page


def test_an_imported_advert_does_not_claim_to_be_open_to_two(browser, northmoor):
    page = browser().get(f"/roles/{make_role(northmoor, **IMPORTED).id}").text
    assert "does not say whether two people may share it" in page
    assert "open to two people who apply as one" not in page


def test_a_search_has_one_address_in_one_spelling(browser, db):
    del db
    page = browser().get("/roles?mode=remote&sector=health&nonsense=1&sector=health").text
    canonical = f"{BASE}/roles?sector=health&amp;mode=remote"
    assert f'<link rel="canonical" href="{canonical}">' in page


@pytest.mark.parametrize(
    "path", ["/for-pairs", "/for-employers", "/guides", "/accessibility", "/privacy"]
)
def test_pages_about_the_product_have_theirs(browser, path):
    page = browser().get(f"{path}?x=1").text
    assert f'<link rel="canonical" href="{BASE}{path}">' in page
    assert page.count('property="og:image"') == 1


def test_the_picture_of_the_card_is_there(browser):
    page = browser().get("/for-pairs").text
    address = page.split('property="og:image" content="')[1].split('"')[0]
    answer = browser().get(address.removeprefix(BASE))
    assert answer.status_code == 200
    assert answer.mimetype == "image/png"


def test_a_draft_has_no_card(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    page = browser(ruth).get(f"/roles/{role.id}").text
    assert "canonical" not in page
    assert documents_in(page) == []
