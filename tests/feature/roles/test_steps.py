"""The steps of a role: each kept on its own, by the button or by itself; nobody overwrites."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from jobboard.core.activity import trail_of
from jobboard.core.db import session
from jobboard.roles import contents
from jobboard.roles.content import Content, DutyLine
from jobboard.roles.domain import RoleStatus
from jobboard.roles.forms import RoleForm
from jobboard.roles.models import Role
from jobboard.roles.steps import STEPS, after, raised, step_called, step_of
from tests.factories.roles import COMPLETE, make_content, posted
from tests.factories.world import BEFORE_DESIGN, make_role


def only_role() -> Role:
    session().expire_all()
    return session().query(Role).one()


@pytest.fixture
def draft(northmoor):
    role = make_role(northmoor, published=False)
    contents.put(role, make_content())
    session().commit()
    return role


def sent(key: str, content: Content = COMPLETE, base: int = 0, **changes):
    """What a browser posts from the page of one step: nothing of the others."""
    names = step_called(key).fields
    whole = posted(content, **changes)
    return {
        "step": key,
        "lock_version": str(base),
        **{n: v for n, v in whole.items() if n == "act" or n.split("-")[0] in names},
    }


def test_every_fact_stands_in_exactly_one_step():
    held = [name for step in STEPS for name in step.holds]
    assert sorted(held) == sorted(field.name for field in fields(Content))
    drawn = [name for step in STEPS for name in step.fields]
    assert len(drawn) == len(set(drawn))


def test_every_field_of_the_form_is_drawn_in_a_step(app):
    with app.test_request_context():
        names = {field.short_name for field in RoleForm()}
    machinery = {"csrf_token", "once", "lock_version"}
    assert names - machinery == {name for step in STEPS for name in step.fields}


def test_steps_follow_each_other_and_know_their_fields():
    assert [after(step) for step in STEPS] == [*STEPS[1:], None]
    assert step_of("closes_on") == "choosing"
    assert step_called("nothing") is None
    assert raised({"week": 2}, [STEPS[0]]) == {"week": 2, "about": 1}


def test_a_new_role_is_begun_with_its_first_step_and_goes_on_to_the_next(browser, ruth, northmoor):
    page = browser(ruth)
    shown = page.get("/roles/new").text
    assert 'name="title"' in shown
    assert 'name="salary_min"' not in shown
    data = sent("about", act="next") | {"organisation": str(northmoor.id)}
    answer = page.post("/roles/new", data=data)
    role = only_role()
    assert answer.location == f"/roles/{role.id}/steps/duties"
    assert contents.of(role) == STEPS[0].into(Content(), COMPLETE)


@pytest.mark.parametrize("step", STEPS, ids=lambda one: one.key)
def test_each_step_is_kept_alone_and_leads_on(browser, ruth, northmoor, step):
    role = make_role(northmoor, published=False, **BEFORE_DESIGN, contract="")
    before = contents.of(role)
    page, url = browser(ruth), f"/roles/{role.id}/steps/{step.key}"
    assert page.get(url).status_code == 200
    answer = page.post(url, data=sent(step.key, act="next"))
    following = after(step)
    onward = f"steps/{following.key}" if following else "publication"
    assert answer.location == f"/roles/{role.id}/{onward}"
    assert contents.of(only_role()) == step.into(before, COMPLETE)
    assert only_role().step_numbers == {step.key: 1}
    saved = page.post(url, data=sent(step.key, base=1, act="save"))
    assert saved.location == url
    assert only_role().step_numbers == {step.key: 1}, "nothing changed"
    assert [row.action for row in trail_of([role.id])] == ["role.edited"]


def test_two_colleagues_in_different_steps_never_meet(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}/steps"
    for key, change in (("about", {"title": "Ruth's title"}), ("money", {"salary_min": "90,000"})):
        assert page.post(f"{url}/{key}", data=sent(key, **change)).status_code == 302
    role = only_role()
    assert role.title == "Ruth's title"
    assert role.salary_min == 90_000


def test_two_in_one_step_get_both_texts_of_that_step(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}/steps/about"
    page.post(url, data=sent("about", title="Saved by Ngozi"))
    late = page.post(url, data=sent("about", title="Typed by Ruth"))
    assert late.status_code == 409
    assert "Saved by Ngozi" in late.text
    assert "Typed by Ruth" in late.text
    assert late.text.count('data-l="Typed by you"') == 1, "only what differs is compared"
    assert only_role().title == "Saved by Ngozi"
    assert 'name="lock_version" type="hidden" value="1"' in late.text
    assert page.post(url, data=sent("about", base=1, title="Typed by Ruth")).status_code == 302
    assert only_role().title == "Typed by Ruth"


def test_the_page_with_everything_and_a_step_see_each_other(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}"
    whole = posted(lock_version=str(draft.lock_version), title="From the whole page")
    assert page.post(f"{url}/edit", data=whole).status_code == 302
    assert only_role().step_numbers == {"about": 1}
    assert page.post(f"{url}/steps/about", data=sent("about", title="Late")).status_code == 409
    assert page.post(f"{url}/steps/week", data=sent("week", act="save")).status_code == 302
    stale = page.post(f"{url}/edit", data=whole | {"title": "Late too"})
    assert stale.status_code == 409


def test_a_step_saves_itself_and_says_under_which_number(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}/steps/duties/autosave"
    lines = make_content(duties=(DutyLine("Half a du"),))
    first = page.post(url, data=sent("duties", lines))
    assert first.status_code == 200
    assert first.json == {"number": 1, "version": 2}
    assert [duty.name for duty in only_role().duties] == ["Half a du"]
    other = make_content(duties=(DutyLine("Another one"),))
    assert page.post(url, data=sent("duties", other)).json == {"why": "stale"}
    again = page.post(url, data=sent("duties", base=1))
    assert again.json == {"number": 2, "version": 3}
    refused = page.post(url, data=sent("duties", base=2) | {"duties-0-weight": "lots"})
    assert refused.status_code == 422
    assert refused.json == {"sentences": ["Enter a whole number, 1 to 100."]}
    assert contents.of(only_role()).duties == COMPLETE.duties
    assert trail_of([draft.id]) == []


def hidden_of(text: str) -> dict[str, str]:
    """What the page itself carries, as a browser would send it."""
    inputs = re.findall(r'<input[^>]*type="hidden"[^>]*>', text)
    return {
        name[1]: value[1]
        for one in inputs
        if (name := re.search(r'name="([^"]+)"', one))
        and (value := re.search(r'value="([^"]*)"', one))
    }


def test_after_it_saved_itself_again_and_again_the_button_still_counts(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}/steps/about"
    carried = {**sent("about"), **hidden_of(page.get(url).text)}
    for number, title in enumerate(("Dir", "Director of Peo"), 1):
        answer = page.post(f"{url}/autosave", data=carried | {"title": title})
        assert answer.status_code == 200
        assert answer.json["number"] == number
        carried["lock_version"] = str(number)
    pressed = page.post(url, data=carried | {"title": "Director of People", "act": "next"})
    assert pressed.location == f"/roles/{draft.id}/steps/duties"
    assert only_role().title == "Director of People"


def test_a_double_click_leads_on_and_counts_once(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}/steps/about"
    carried = {**sent("about", title="Pressed twice", act="next"), **hidden_of(page.get(url).text)}
    first, second = page.post(url, data=carried), page.post(url, data=carried)
    assert first.location == second.location == f"/roles/{draft.id}/steps/duties"
    assert only_role().step_numbers == {"about": 1}


def test_what_readers_see_is_saved_by_hand_alone(browser, ruth, northmoor):
    role = make_role(northmoor)
    answer = browser(ruth).post(f"/roles/{role.id}/steps/about/autosave", data=sent("about"))
    assert answer.status_code == 409
    assert answer.json == {"why": "public"}
    assert only_role().title == role.title
    page = browser(ruth).get(f"/roles/{role.id}/steps/about").text
    assert 'data-autosaves="no"' in page


def test_a_step_of_a_published_role_stays_complete(browser, ruth, northmoor):
    role = make_role(northmoor, **BEFORE_DESIGN)
    page, url = browser(ruth), f"/roles/{role.id}/steps"
    answer = page.post(f"{url}/about", data=sent("about", title=""))
    assert answer.status_code == 422
    assert answer.text.count("Enter the title of the role.") >= 2
    kept = page.post(f"{url}/about", data=sent("about", title="Mended", act="next"))
    assert kept.location == f"{url}/duties"
    assert only_role().title == "Mended"


def test_each_gap_leads_to_its_step_and_stands_at_its_field_there(browser, ruth, draft):
    contents.put(draft, make_content(bar_rule=None, salary_min=None))
    session().commit()
    page = browser(ruth)
    listed = page.get(f"/roles/{draft.id}/publication").text
    for key, field in (("choosing", "bar_rule"), ("money", "salary_min")):
        assert f'href="/roles/{draft.id}/steps/{key}?check=1#{field}"' in listed
        assert f'id="{field}' in page.get(f"/roles/{draft.id}/steps/{key}?check=1").text
    there = page.get(f"/roles/{draft.id}/steps/money?check=1").text
    assert there.count("Enter the lowest salary") == 2
    assert "Say when a pair is good enough" not in there


def test_buttons_of_a_step_change_the_page_and_store_nothing(browser, ruth, draft):
    page, url = browser(ruth), f"/roles/{draft.id}/steps"
    added = page.post(f"{url}/duties", data=sent("duties", act="add:duties"))
    assert 'name="duties-2-name"' in added.text
    assert "data-unsaved" in added.text
    tight = make_content(coverage="nnnnnnnnnn", funded_tenths=10, min_overlap=1)
    fixed = page.post(f"{url}/week", data=sent("week", tight, act="fix:fund"))
    assert "Changed: Fund 1.1 FTE" in fixed.text
    assert "Yes, with nothing to spare." in fixed.text
    assert contents.of(only_role()) == COMPLETE


@pytest.mark.parametrize(
    ("key", "wrong", "sentence"),
    [
        ("about", {"description": "x" * 20_001}, "Shorten it to 20 kB"),
        ("about", {"title": "x" * 121}, "This has 121 characters"),
        ("duties", {"duties-0-weight": "0"}, "Enter a whole number, 1 to 100."),
        ("week", {"need-3": "3"}, "Say for each half-day how many people you need."),
        ("money", {"salary_max": "50,000"}, "The highest salary is below the lowest."),
        ("choosing", {"closes_on": "2027-02-30"}, "Enter a real date"),
        ("promises", {"replacement_weeks": "99"}, "Enter a whole number, 13 to 26."),
    ],
)
def test_a_refused_step_gives_back_what_was_typed(browser, ruth, draft, key, wrong, sentence):
    answer = browser(ruth).post(f"/roles/{draft.id}/steps/{key}", data=sent(key) | wrong)
    assert answer.status_code == 422
    assert answer.text.count(sentence) >= 2, "in the summary and at the field"
    if key != "week":
        assert next(iter(wrong.values()))[:60] in answer.text
    assert contents.of(only_role()) == COMPLETE


def test_a_paste_from_word_is_kept_as_plain_words(browser, ruth, draft):
    text = "“One seat” – two people…\u00a0\u200bIt’s\x0bfine\r\n\u2022\tBoard"
    page, url = browser(ruth), f"/roles/{draft.id}/steps/about"
    answer = page.post(url, data=sent("about", act="save", description=text))
    assert answer.status_code in {302, 422}
    shown = answer.text if answer.status_code == 422 else page.get(url).text
    assert "“One seat” – two people…" in shown
    assert "Board" in shown


def test_a_step_that_is_not_there_and_a_role_that_is_over(browser, ruth, northmoor):
    role = make_role(northmoor, status=RoleStatus.CANCELLED)
    page = browser(ruth)
    assert page.get(f"/roles/{role.id}/steps/about").status_code == 409
    assert page.get(f"/roles/{role.id}/steps/nothing").status_code == 404
    assert page.post(f"/roles/{role.id}/steps/nothing/autosave").status_code == 404
