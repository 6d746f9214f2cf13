"""Writing a role in the browser: drafts, refusals that lose nothing, two colleagues at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.domain import MemberKind
from jobboard.roles import contents, queries
from jobboard.roles.content import Content
from jobboard.roles.domain import RoleStatus
from jobboard.roles.models import Role
from tests.factories.people import make_user
from tests.factories.roles import COMPLETE, make_content, posted
from tests.factories.world import BEFORE_DESIGN, add_member, make_organisation, make_role

BLNS = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def only_role() -> Role:
    session().expire_all()
    return session().query(Role).one()


def test_a_complete_role_is_written_and_read_back_as_it_was(browser, ruth, northmoor):
    answer = browser(ruth).post(
        "/roles/new", data=posted(organisation=str(northmoor.id)), follow_redirects=False
    )
    role = only_role()
    assert answer.status_code == 302
    assert answer.location == f"/roles/{role.id}/edit"
    assert contents.of(role) == COMPLETE
    assert role.status is RoleStatus.DRAFT
    assert role.created_by_id == ruth.id
    assert [row.action for row in trail_of([role.id])] == ["role.created"]


def test_a_draft_may_be_as_good_as_empty(browser, ruth, northmoor):
    page = browser(ruth)
    answer = page.post("/roles/new", data={"organisation": str(northmoor.id)} | week("-" * 10))
    assert answer.status_code == 302
    assert "Untitled role" in page.get(answer.location).text


def week(pattern: str) -> dict[str, str]:
    return {f"need-{index}": mark for index, mark in enumerate(pattern)}


def test_somebody_without_an_organisation_is_shown_the_way_to_one(browser, ruth):
    assert "/organisations/new" in browser(ruth).get("/roles/new").text


@pytest.mark.usefixtures("northmoor")
def test_with_two_organisations_one_has_to_be_chosen(browser, ruth):
    other = make_organisation("Fellside Care", owner=ruth)
    page = browser(ruth)
    refused = page.post("/roles/new", data=posted(organisation=""))
    assert refused.status_code == 422
    assert "Choose the organisation" in refused.text
    assert page.post("/roles/new", data=posted(organisation=str(other.id))).status_code == 302
    assert only_role().organisation_id == other.id


def test_nobody_writes_a_role_for_an_organisation_that_is_not_theirs(browser, northmoor):
    stranger = make_user()
    make_organisation("Somewhere else", owner=stranger)
    answer = browser(stranger).post("/roles/new", data=posted(organisation=str(northmoor.id)))
    assert answer.status_code == 422
    role = make_role(northmoor, published=False)
    assert browser(stranger).get(f"/roles/{role.id}/edit").status_code == 404
    assert browser(stranger).post(f"/roles/{role.id}/edit", data=posted()).status_code == 404


def test_a_recruiter_writes_too(browser, northmoor):
    ngozi = make_user("Ngozi Farrow")
    add_member(northmoor, ngozi, MemberKind.RECRUITER)
    data = posted(organisation=str(northmoor.id))
    assert browser(ngozi).post("/roles/new", data=data).status_code == 302


WRONG = [
    ({"title": "x" * 121}, "This has 121 characters. Use 120 at most."),
    ({"title": "Nul\x00l"}, "Take out the character that cannot be stored"),
    ({"level": "9"}, "Choose one of those offered."),
    ({"sector": "piracy"}, "Choose one of those offered."),
    ({"description": "x" * 20_001}, "Shorten it to 20 kB"),
    ({"place": "x" * 121}, "This has 121 characters"),
    ({"work_mode": "underwater"}, "Choose one of those offered."),
    ({"contract_kind": "eternal"}, "Choose one of those offered."),
    ({"contract_months": "61"}, "Enter the number of months, 1 to 60."),
    ({"salary_min": "a lot"}, "Enter the salary for a full year as a number"),
    ({"salary_min": "0"}, "Enter the salary for a full year as a number"),
    ({"salary_max": "50,000"}, "The highest salary is below the lowest."),
    ({"salary_currency": "DOGE"}, "Choose one of those offered."),
    ({"full_time_hours": "29.9"}, "a number between 30 and 48"),
    ({"full_time_hours": "48.5"}, "a number between 30 and 48"),
    ({"share_types": ["twin", "triplet"]}, "Tick only what is offered."),
    ({"need-3": "3"}, "Say for each half-day how many people you need."),
    ({"need-9": None}, "Say for each half-day how many people you need."),
    ({"funded_fte": "1.5"}, "Choose one of those offered."),
    ({"min_overlap": "5"}, "Choose one of those offered."),
    ({"duties-0-name": "x" * 201}, "This has 201 characters"),
    ({"duties-0-may_lead": "nobody"}, "Choose one of those offered."),
    ({"duties-0-weight": "0"}, "Enter a whole number, 1 to 100."),
    ({"duties-0-weight": "101"}, "Enter a whole number, 1 to 100."),
    ({"duties-0-weight": "a lot"}, "Enter a whole number, 1 to 100."),
    ({"duties-1-kind": "fun"}, "Choose one of those offered."),
    ({"duties-1-decision_rule": "coin"}, "Choose one of those offered."),
    ({"reasons-0": "x" * 201}, "This has 201 characters"),
    ({"assessment_mode": "duel"}, "Choose one of those offered."),
    ({"bar_rule": "none"}, "Choose one of those offered."),
    ({"single_applicants": "maybe"}, "Choose one of those offered."),
    ({"first_refusal": "perhaps"}, "Choose one of those offered."),
    ({"replacement_weeks": "12"}, "Enter a whole number, 13 to 26."),
    ({"vacancy_kind": "half"}, "Choose one of those offered."),
    ({"review_weeks": "0"}, "Enter a whole number, 1 to 52."),
    ({"review_weeks": "53"}, "Enter a whole number, 1 to 52."),
    ({"conditions-0": "x" * 201}, "This has 201 characters"),
    ({"trial_weeks": "13"}, "Enter a whole number, 0 to 12."),
    ({"criteria-0-text": "x" * 201}, "This has 201 characters"),
    ({"criteria-0-weight": "6"}, "Choose one of those offered."),
    ({"criteria-1-held_by": "them"}, "Choose one of those offered."),
    ({"closes_on": "2027-02-30"}, "Enter a real date"),
    ({"closes_on": "1066-10-14"}, "Enter a real date"),
    ({"closes_time": "25:00"}, "Enter the time of day"),
    ({"closes_time": ""}, "Enter the closing time"),
    ({"closes_zone": "Mars/Olympus"}, "Choose one of those offered."),
    ({"closes_on": "2027-03-28", "closes_time": "01:30"}, "The clocks go forward that night"),
    ({"interview_dates-2": "soon"}, "Enter a real date"),
]


@pytest.mark.parametrize(("wrong", "sentence"), WRONG)
def test_each_rule_of_shape_speaks_and_keeps_what_was_typed(
    browser, ruth, northmoor, wrong, sentence
):
    data = posted(organisation=str(northmoor.id)) | wrong
    answer = browser(ruth).post(
        "/roles/new", data={name: value for name, value in data.items() if value is not None}
    )
    assert answer.status_code == 422
    assert answer.text.count(sentence) >= 2, "in the summary and at the field"
    assert "Disagrees well" in answer.text
    assert "People strategy at scale" in answer.text


def test_more_lines_than_allowed_come_back_all_the_same(browser, ruth, northmoor):
    data = posted(organisation=str(northmoor.id))
    data |= {f"duties-{index}-name": f"Duty number {index}" for index in range(31)}
    answer = browser(ruth).post("/roles/new", data=data)
    assert answer.status_code == 422
    assert "These are 31 duties. Keep 30 at most." in answer.text
    assert "Duty number 30" in answer.text


def test_buttons_add_and_remove_lines_and_store_nothing(browser, ruth, actor, northmoor):
    page = browser(ruth)
    data = posted(organisation=str(northmoor.id), title="Half written")
    added = page.post("/roles/new", data=data | {"act": "add:duties"})
    assert added.status_code == 200
    assert 'name="duties-2-name"' in added.text
    assert "Half written" in added.text
    fewer = page.post("/roles/new", data=data | {"act": "drop:criteria:0"})
    assert "Has led people strategy at scale" not in fewer.text
    assert 'name="criteria-0-text" type="text" value="Disagrees well"' in fewer.text
    assert "Counts for 100%" in fewer.text
    assert queries.roles_of_member(actor, now()) == []


def test_weights_that_do_not_sum_are_kept_in_a_draft_and_stand_in_the_way_of_publishing(
    browser, ruth, northmoor
):
    page = browser(ruth)
    data = posted(organisation=str(northmoor.id)) | {"duties-1-weight": "54"}
    kept = page.post("/roles/new", data=data)
    assert "Your duties add up to 94. 6 points left." in page.get(kept.location).text
    refused = page.post("/roles/new", data=data | {"act": "publish"})
    assert refused.status_code == 422
    assert refused.text.count("6 points left") >= 2
    evened = page.post("/roles/new", data=data | {"act": "even:duties"})
    assert "The percentages add up to 100" in evened.text
    assert 'name="duties-0-weight" type="text" value="43"' in evened.text


def test_the_time_together_is_priced_beside_what_it_buys(browser, ruth, northmoor):
    data = posted(organisation=str(northmoor.id), act="check")
    page = words(browser(ruth).post("/roles/new", data=data))
    assert "Hours above one post 0.2 FTE" in page
    assert "£19,000 to £20,320" in page
    assert "£23,750 to £25,400" in page
    assert "at least 2 half-days with both in a week" in page


def test_a_published_role_from_before_these_rules_can_be_mended(browser, ruth, northmoor):
    role = make_role(northmoor, **BEFORE_DESIGN)
    data = posted(contents.of(role), lock_version=str(role.lock_version), title="A better title")
    assert browser(ruth).post(f"/roles/{role.id}/edit", data=data).status_code == 302
    assert only_role().title == "A better title"


@pytest.mark.parametrize(
    "act", ["drop:duties:99", "drop:title:0", "add:once", "fix:magic", "start:x", "?"]
)
def test_a_button_nobody_drew_does_no_harm(browser, ruth, northmoor, act):
    data = posted(organisation=str(northmoor.id), act=act)
    answer = browser(ruth).post("/roles/new", data=data)
    assert answer.status_code == 200
    assert "Director of People and Culture" in answer.text


def test_a_common_week_can_be_the_start(browser, ruth, northmoor):
    data = posted(organisation=str(northmoor.id), act="start:nnnnnnnnn-")
    page = words(browser(ruth).post("/roles/new", data=data))
    assert "9 to cover + 2 together = 11 half-days of work of 12 you fund" in page


TIGHT = make_content(coverage="nnnn2nnnnn", funded_tenths=10, min_overlap=1)


def test_a_week_that_cannot_fit_is_refused_with_the_sum_in_words(browser, ruth, northmoor):
    data = posted(TIGHT, organisation=str(northmoor.id), act="publish")
    answer = browser(ruth).post("/roles/new", data=data)
    assert answer.status_code == 422
    assert "You ask for 11 half-days of work and fund 10." in answer.text
    assert "10 to cover + 1 together = 11 half-days of work of 10 you fund" in words(answer)
    assert 'href="#funded_fte"' in answer.text


@pytest.mark.parametrize("kind", ["fund", "cover", "overlap"])
def test_each_way_out_works_alone(browser, ruth, northmoor, kind):
    tight = make_content(coverage="nnnnnnnnnn", funded_tenths=10, min_overlap=1)
    page = browser(ruth)
    data = posted(tight, organisation=str(northmoor.id))
    assert f'value="fix:{kind}"' in page.post("/roles/new", data=data | {"act": "check"}).text
    mended = page.post("/roles/new", data=data | {"act": f"fix:{kind}"})
    assert mended.status_code == 200
    assert "Save to keep it" in mended.text
    assert "Yes, with nothing to spare." in mended.text


def test_the_sums_can_be_checked_without_saving(browser, ruth, actor, northmoor):
    data = posted(organisation=str(northmoor.id), act="check")
    page = browser(ruth)
    assert page.post("/roles/new", data=data).status_code == 200
    assert page.post("/roles/new", data=posted(TIGHT, act="check")).status_code == 422
    assert queries.counts_of_member(actor, now())[queries.Shelf.ALL] == 0


def test_a_draft_with_a_tight_week_is_kept_and_says_so(browser, ruth, northmoor):
    page = browser(ruth)
    answer = page.post("/roles/new", data=posted(TIGHT, organisation=str(northmoor.id)))
    shown = page.get(answer.location)
    assert shown.status_code == 200
    assert shown.text.count("You ask for 11 half-days of work and fund 10.") >= 2


@pytest.mark.parametrize(
    ("act", "target"), [("save", "edit"), ("preview", "preview"), ("publish", "publication")]
)
def test_each_button_leads_on(browser, ruth, northmoor, act, target):
    answer = browser(ruth).post("/roles/new", data=posted(organisation=str(northmoor.id), act=act))
    assert answer.location == f"/roles/{only_role().id}/{target}"


def test_a_second_save_from_an_old_page_is_answered_with_both_texts(browser, ruth, northmoor):
    page = browser(ruth)
    page.post("/roles/new", data=posted(organisation=str(northmoor.id)))
    role = only_role()
    url, base = f"/roles/{role.id}/edit", str(role.lock_version)
    first = page.post(url, data=posted(lock_version=base, title="Saved by Ngozi"))
    assert first.status_code == 302
    late = page.post(url, data=posted(lock_version=base, title="Typed by Ruth", place="Hull"))
    assert late.status_code == 409
    for words in ("Saved by Ngozi", "Typed by Ruth", "Leeds, two days on site", "Hull"):
        assert words in late.text
    assert only_role().title == "Saved by Ngozi"
    again = str(only_role().lock_version)
    assert f'name="lock_version" type="hidden" value="{again}"' in late.text
    assert page.post(url, data=posted(lock_version=again, title="Typed by Ruth")).status_code == 302
    assert only_role().title == "Typed by Ruth"


def test_a_made_up_base_counts_as_an_old_page(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    answer = browser(ruth).post(f"/roles/{role.id}/edit", data=posted(lock_version="latest"))
    assert answer.status_code == 409


def test_a_published_role_stays_complete(browser, ruth, northmoor):
    role = make_role(northmoor)
    stored = contents.of(role)
    data = posted(stored, lock_version=str(role.lock_version), title="", salary_min="")
    answer = browser(ruth).post(f"/roles/{role.id}/edit", data=data)
    assert answer.status_code == 422
    assert answer.text.count("Enter the title of the role.") >= 2
    assert "Enter the lowest salary" in answer.text
    assert contents.of(only_role()) == stored


def test_editing_a_published_role_makes_its_version_grow_only_if_something_changed(
    browser, ruth, northmoor
):
    role = make_role(northmoor)
    url, before = f"/roles/{role.id}/edit", contents.of(role)
    same = posted(before, lock_version=str(role.lock_version))
    assert browser(ruth).post(url, data=same).status_code == 302
    assert only_role().version == 1
    assert contents.of(only_role()) == before, "the form knows minutes, the instant keeps seconds"
    browser(ruth).post(url, data=same | {"title": "Director of People"})
    assert only_role().version == 2


def test_the_page_of_a_role_that_was_taken_down_cannot_be_edited(browser, ruth, northmoor):
    role = make_role(northmoor, status=RoleStatus.CANCELLED)
    assert browser(ruth).get(f"/roles/{role.id}/edit").status_code == 409


def test_what_is_missing_is_shown_at_its_field_on_request(browser, ruth, northmoor):
    page = browser(ruth)
    answer = page.post("/roles/new", data=posted(Content(), organisation=str(northmoor.id)))
    plain = page.get(answer.location).text
    assert "Enter the title of the role." not in plain
    checked = page.get(f"{answer.location}?check=1").text
    assert checked.count("Enter the title of the role.") == 2
    assert checked.count("Name at least one duty") == 2


@pytest.mark.data
def test_every_nasty_string_in_every_field_gets_an_answer(browser, ruth, northmoor):
    if not BLNS.exists():
        pytest.skip(f"{BLNS} is not here")
    page = browser(ruth)
    fields = [name for name in posted() if not name.endswith("is_essential")]
    strings = json.loads(BLNS.read_text(encoding="utf-8"))
    for text in strings:
        data = dict.fromkeys(fields, text) | {"organisation": str(northmoor.id), "act": "check"}
        assert page.post("/roles/new", data=data).status_code == 422
    for start in range(0, len(strings), 30):
        some = strings[start : start + 30]
        data = posted(organisation=str(northmoor.id), act="preview")
        data |= {f"duties-{index}-name": text[:200] for index, text in enumerate(some)}
        data |= {f"criteria-{index}-text": text[:200] for index, text in enumerate(some)}
        data |= {"title": some[0][:120], "place": some[-1][:120]}
        data |= {"description": "\n\n".join(some)[:9000], "requirements": "\n".join(some)[:9000]}
        answer = page.post("/roles/new", data=data)
        assert answer.status_code in {302, 422}
        if answer.location:
            assert page.get(answer.location).status_code == 200


def test_a_week_of_two_that_alternate_is_drawn_and_stored(browser, ruth, northmoor):
    page = browser(ruth)
    base = {**posted(organisation=str(northmoor.id)), "need-grid": "1x5"}
    redrawn = page.post("/roles/new", data={**base, "need-shape": "2x5", "act": "redraw"})
    assert redrawn.status_code == 200
    assert 'name="need-19"' in redrawn.text
    assert session().query(Role).count() == 0
    both = {**base, **week("nnnnnnnnnn" + "nnnnn2nn--"), "need-grid": "2x5", "need-shape": "2x5"}
    assert page.post("/roles/new", data=both).status_code == 302
    role = only_role()
    assert role.coverage == "nnnnnnnnnn/nnnnn2nn--"
    assert "Week two" in page.get(f"/roles/{role.id}/edit").text


def test_a_common_week_is_put_on_the_grid_that_is_drawn(browser, ruth, northmoor):
    data = {**posted(organisation=str(northmoor.id)), **week("n" * 14), "need-grid": "1x7"}
    answer = browser(ruth).post("/roles/new", data={**data, "act": "start:nnnnn2nnnn"})
    assert 'name="need-grid" value="1x7"' in answer.text
    assert re.search(r'name="need-5"[^>]*value="2" checked', answer.text)
    assert re.search(r'name="need-13"[^>]*value="-" checked', answer.text)
