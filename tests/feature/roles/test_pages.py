"""The pages around an advert: public, preview, publication, changes of state, the list."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound

from jobboard.core.clock import now
from jobboard.core.db import db, session
from jobboard.roles import contents, queries, service
from jobboard.roles.domain import Origin, RoleStatus, SalaryPeriod, SingleApplicants
from jobboard.roles.models import Role
from tests.factories.people import make_user
from tests.factories.roles import make_content
from tests.factories.world import BEFORE_DESIGN, make_organisation, make_role


@contextmanager
def counted():
    seen = []

    def count(*args):
        seen.append(args[2])

    sa.event.listen(db.engine, "before_cursor_execute", count)
    try:
        yield seen
    finally:
        sa.event.remove(db.engine, "before_cursor_execute", count)


def fresh(role: Role) -> Role:
    session().expire_all()
    return session().get_one(Role, role.id)


def test_anybody_reads_a_published_role(browser, northmoor):
    role = make_role(northmoor)
    answer = browser().get(f"/roles/{role.id}")
    assert answer.status_code == 200
    assert "X-Robots-Tag" not in answer.headers
    for words in (
        "Northmoor Community Health Trust",
        "Share everything",
        "<strong>one</strong>",
        "10 half-days to cover, and at least 1 half-day with both of you in",
        "Always shared",
        "Either may lead",
        "63%",
        "Each of you",
        "£95,000 to £101,600",
        "£57,000 to £60,960",
        "each at 0.6 FTE",
        "15 days left.",
        "Monday 25 January 2027, 09:00 GMT",
        f'href="/roles/{role.id}/application"',
    ):
        assert words in answer.text, words
    assert answer.text.count("<h1") == 1


def test_a_closed_role_stays_readable_and_says_what_to_do_next(browser, northmoor):
    role = make_role(northmoor, closed=True)
    answer = browser().get(f"/roles/{role.id}")
    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "This role has closed." in answer.text
    assert "/application" not in answer.text


@pytest.mark.parametrize("state", [RoleStatus.PAUSED, RoleStatus.CLOSED_EARLY, RoleStatus.FILLED])
def test_no_application_starts_while_a_role_is_not_open(browser, northmoor, state):
    answer = browser().get(f"/roles/{make_role(northmoor, status=state).id}")
    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "/application" not in answer.text


@pytest.mark.parametrize("state", [RoleStatus.CANCELLED, RoleStatus.ARCHIVED])
def test_what_was_taken_down_is_gone(browser, northmoor, state):
    answer = browser().get(f"/roles/{make_role(northmoor, status=state).id}")
    assert answer.status_code == 410
    assert "This role has been taken down" in answer.text


@pytest.mark.parametrize(
    "state",
    [RoleStatus.DRAFT, RoleStatus.IN_REVIEW, RoleStatus.CHANGES_ASKED, RoleStatus.APPROVED],
)
def test_before_publication_only_the_organisation_reads_it(browser, ruth, northmoor, state):
    role = make_role(northmoor, status=state)
    assert browser().get(f"/roles/{role.id}").status_code == 404
    assert browser(make_user()).get(f"/roles/{role.id}").status_code == 404
    own = browser(ruth).get(f"/roles/{role.id}")
    assert own.status_code == 200
    assert own.headers["X-Robots-Tag"] == "noindex"
    assert "Only your organisation sees this page." in own.text
    with pytest.raises(NoResultFound):
        queries.public_role(role.id)


def test_an_empty_draft_can_be_looked_at(browser, ruth, actor, northmoor):
    from jobboard.roles.content import Content

    role = service.create(actor, northmoor, Content(), now())
    for page in ("", "/preview", "/edit", "/publication"):
        assert browser(ruth).get(f"/roles/{role.id}{page}").status_code == 200


IMPORTED = {
    "origin": Origin.IMPORTED,
    "level": None,
    "work_mode": None,
    "contract": "",
    "salary_min": None,
    "salary_max": None,
    "full_time_hours": None,
    "funded_tenths": None,
    "share_types": [],
    "coverage": None,
    "min_overlap": None,
    "closes_at": None,
    "duties": [],
    "criteria": [],
    "source": "nhs-jobs",
}


def test_an_imported_advert_says_what_it_does_not_state_and_takes_no_application(browser, db):
    del db
    role = make_role(**IMPORTED)
    answer = browser().get(f"/roles/{role.id}")
    assert answer.status_code == 200
    assert answer.text.lower().count("not stated") >= 5
    assert "Ask this employer" in answer.text
    assert "/application" not in answer.text


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        ({"salary_min": Decimal("20.50"), "salary_max": Decimal("20.50")}, "£20.50</b>"),
        ({"salary_min": Decimal(20), "salary_max": None}, "From £20</b>"),
        ({"salary_min": None, "salary_max": Decimal(30)}, "Up to £30</b>"),
        ({"salary_text": "Negotiable"}, "Negotiable</b>"),
    ],
)
@pytest.mark.usefixtures("db")
def test_imported_pay_is_said_as_it_was_stated(browser, pay, words):
    role = make_role(**IMPORTED | {"salary_period": SalaryPeriod.HOUR} | pay)
    page = browser().get(f"/roles/{role.id}").text
    assert words in page
    assert "each at" not in page


def test_a_website_that_is_no_web_address_is_no_link(browser, northmoor):
    northmoor.website = "javascript:alert(1)"
    role = make_role(northmoor, **IMPORTED)
    assert "javascript:alert" not in browser().get(f"/roles/{role.id}").text


def test_hostile_markdown_stays_words(browser, northmoor):
    nasty = "<script>alert(1)</script>\n\n[x](javascript:alert(1))"
    role = make_role(northmoor, description=nasty, title="<b>Head</b>")
    page = browser().get(f"/roles/{role.id}").text
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "&lt;b&gt;Head&lt;/b&gt;" in page


def questions(client, url: str) -> int:
    """Statements of one request that finds nothing in memory."""
    db.session.remove()
    with counted() as asked:
        assert client.get(url).status_code == 200
    return sum(text.startswith("SELECT") for text in asked)


def test_the_public_page_needs_five_questions_at_most_and_fewer_once_it_is_drawn(
    browser, ruth, northmoor
):
    url = f"/roles/{make_role(northmoor).id}"
    anybody, member = browser(), browser(ruth)
    assert questions(anybody, url) <= 5
    assert questions(anybody, url) <= 2
    assert questions(member, url) <= 4


def test_the_preview_holds_the_very_part_the_public_gets(browser, ruth, actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    page = browser(ruth)

    def article(path: str) -> str:
        text = page.get(path).text
        body = text[text.index("<article") : text.index("</article>")]
        return re.sub(
            r'<section[^>]*aria-labelledby="questions".*?</section>', "", body, flags=re.S
        ).strip()

    before = article(f"/roles/{role.id}/preview")
    service.publish(actor, role, now())
    assert article(f"/roles/{role.id}") == before
    assert browser(make_user()).get(f"/roles/{role.id}/preview").status_code == 404


def test_publication_asks_first_and_then_does_it(browser, ruth, actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    page = browser(ruth)
    asked = page.get(f"/roles/{role.id}/publication")
    assert "Publish this role?" in asked.text
    assert fresh(role).status is RoleStatus.DRAFT
    done = page.post(f"/roles/{role.id}/publication", data={"seen_version": "1"})
    assert done.location == f"/roles/{role.id}"
    assert fresh(role).status is RoleStatus.PUBLISHED
    assert page.get(f"/roles/{role.id}/publication").status_code == 409
    assert page.post(f"/roles/{role.id}/publication", data={"seen_version": "1"}).status_code == 409


def test_publication_lists_what_is_missing_with_a_way_to_each_field(
    browser, ruth, actor, northmoor
):
    role = service.create(actor, northmoor, make_content(title="", duties=()), now())
    url = f"/roles/{role.id}"
    for answer in (
        browser(ruth).get(f"{url}/publication"),
        browser(ruth).post(f"{url}/publication", data={"seen_version": "1"}),
    ):
        assert "Not ready yet" in answer.text
        assert (
            f'<a href="{url}/steps/about?check=1#title">Enter the title of the role.</a>'
            in answer.text
        )
        assert f'href="{url}/steps/duties?check=1#duties"' in answer.text
    assert answer.status_code == 422
    form = browser(ruth).get(f"{url}/edit?check=1").text
    for anchor in ("title", "duties", "duties-0"):
        assert f'id="{anchor}"' in form


@pytest.mark.parametrize("seen", ["7", "", "x"])
def test_what_changed_since_it_was_read_is_not_published(browser, ruth, actor, northmoor, seen):
    role = service.create(actor, northmoor, make_content(), now())
    answer = browser(ruth).post(f"/roles/{role.id}/publication", data={"seen_version": seen})
    assert answer.status_code == 409
    assert "The role changed while you were looking at it." in answer.text
    assert 'name="seen_version" type="hidden" value="1"' in answer.text
    assert fresh(role).status is RoleStatus.DRAFT


NOUNS = [
    ("pausing", "published", "paused"),
    ("resumption", "paused", "published"),
    ("closing", "published", "closed_early"),
    ("closing", "paused", "closed_early"),
    ("cancellation", "published", "cancelled"),
    ("retraction", "approved", "draft"),
]
ANSWERS = {"cancellation": {"reason": "budget"}}


@pytest.mark.parametrize(("noun", "before", "after"), NOUNS)
def test_a_change_of_state_is_asked_by_get_and_done_by_post(
    browser, ruth, northmoor, noun, before, after
):
    role = make_role(northmoor, status=RoleStatus(before))
    page, url = browser(ruth), f"/roles/{role.id}/{noun}"
    assert page.get(url).status_code == 200
    assert fresh(role).status == before
    assert page.post(url, data=ANSWERS.get(noun)).location == "/roles/mine"
    assert fresh(role).status == after
    assert (page.get(url).status_code, page.post(url).status_code) == (409, 409) or after in {
        source for other, source, _ in NOUNS if other == noun
    }


@pytest.mark.parametrize(
    "noun", ["publication", "pausing", "closing", "cancellation", "removal", "edit"]
)
def test_a_step_that_is_not_open_any_more_says_how_the_role_stands(browser, ruth, northmoor, noun):
    role = make_role(northmoor, status=RoleStatus.CANCELLED)
    answer = browser(ruth).get(f"/roles/{role.id}/{noun}")
    assert answer.status_code == 409
    assert "It is “Cancelled” now" in answer.text
    assert "Nothing was changed" in answer.text
    assert 'href="/roles/mine"' in answer.text
    assert "a moment faster" not in answer.text


CHANGES = ["pausing", "resumption", "closing", "cancellation", "removal", "extension", "relisting"]
CHANGES += ["retraction", "copy", "template"]


@pytest.mark.parametrize("noun", CHANGES)
def test_a_stranger_is_told_of_no_role_to_change(browser, northmoor, noun):
    role = make_role(northmoor)
    url = f"/roles/{role.id}/{noun}"
    assert browser(make_user()).get(url).status_code == 404
    assert browser(make_user()).post(url).status_code == 404
    assert "/sign-in" in browser().get(url).location


def test_a_draft_is_deleted_after_a_question(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    page, url = browser(ruth), f"/roles/{role.id}/removal"
    assert "Delete this draft?" in page.get(url).text
    assert page.post(url).status_code == 302
    assert page.get(f"/roles/{role.id}").status_code == 404
    assert page.get(f"/roles/{make_role(northmoor).id}/removal").status_code == 409


def test_the_list_of_an_employer_without_roles_says_what_to_do(browser, ruth, northmoor):
    del northmoor
    page = browser(ruth).get("/roles/mine").text
    assert "No roles yet" in page
    assert 'href="/roles/new"' in page


def test_the_list_shows_each_role_in_the_state_the_clock_makes_of_it(browser, ruth, northmoor):
    make_role(northmoor, title="A draft", published=False, coverage=None, closes_at=None)
    make_role(northmoor, title="An open one")
    make_role(northmoor, title="A closed one", closed=True)
    make_role(northmoor, title="A paused one", status=RoleStatus.PAUSED)
    make_role(northmoor, title="", status=RoleStatus.CANCELLED)
    make_role(make_organisation("Elsewhere"), title="Not mine")
    page = browser(ruth)
    everything = page.get("/roles/mine").text
    for words in ("Draft", "Open", "Closed", "Paused", "Cancelled", "Untitled role"):
        assert words in everything
    assert "Not mine" not in everything
    shelves = {
        "drafts": {"A draft"},
        "open": {"An open one"},
        "paused": {"A paused one"},
        "closed": {"A closed one", "Untitled role"},
    }
    titles = set().union(*shelves.values())
    for shelf, expected in shelves.items():
        text = page.get(f"/roles/mine?state={shelf}").text
        assert {title for title in titles if f">{title}<" in text} == expected
    assert page.get("/roles/mine?state=<x>&page=-1").status_code == 200


def test_a_long_list_has_pages(browser, ruth, northmoor):
    for number in range(21):
        make_role(northmoor, title=f"Role {number:02d}", updated_at=now() + timedelta(days=number))
    page = browser(ruth)
    first, second = page.get("/roles/mine").text, page.get("/roles/mine?page=2").text
    assert "Role 20" in first
    assert "Role 00" not in first
    assert "Role 00" in second
    assert "Nothing here" in page.get("/roles/mine?page=3&state=drafts").text


def test_the_list_asks_the_database_the_same_for_one_role_and_for_twenty(browser, ruth, northmoor):
    busy = make_user()
    big = make_organisation("Fellside Care", owner=busy)
    make_role(northmoor)
    for _ in range(20):
        make_role(big)
    few, many = browser(ruth), browser(busy)
    assert questions(few, "/roles/mine") == questions(many, "/roles/mine") <= 5


def test_the_advert_shows_the_design_of_the_role_and_an_older_one_stays_silent(browser, northmoor):
    role = make_role(northmoor, **BEFORE_DESIGN)
    silent = browser().get(f"/roles/{role.id}").text
    for words in ("Why these half-days", "How we choose", "What we promise"):
        assert words not in silent
    contents.put(role, make_content(single_applicants=SingleApplicants.WILL_MATCH))
    session().commit()
    page = browser().get(f"/roles/{role.id}").text
    for words in (
        "The executive meets in the afternoon",
        "40% of the job. Boards and rules. Both must agree",
        "Both together only",
        "Both must be good enough",
        "We look for one for 26 weeks",
        "Administrative support",
        "The employer would also look for a partner for one person.",
        "Only pairs can apply here so far.",
    ):
        assert words in page, words


def test_the_advert_says_how_large_duties_are_and_who_shows_evidence(browser, northmoor):
    role = make_role(northmoor, asks_evidence=True)
    role.duties[0].weight = 40
    session().commit()
    page = browser().get(f"/roles/{role.id}").text
    assert "40% of the job" in page
    assert "The percentages say how much of the job each duty is" in page
    assert "asks each of you for evidence in your own words" in page
    assert page.count("Each of you writes") == page.count("One of you writes, or both") == 1
    silent = browser().get(f"/roles/{make_role(northmoor).id}").text
    assert "of the job each" not in silent
    assert "evidence" not in silent
