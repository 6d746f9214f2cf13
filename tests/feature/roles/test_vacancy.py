"""A transitional role: written, read, found, signed for; a whole one says nothing of a review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.applications.snapshot import document_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.roles import contents
from jobboard.roles.content import TERMS
from jobboard.roles.finder.queries import cards
from jobboard.roles.models import Role
from jobboard.roles.service import copying
from jobboard.roles.vacancy import REVIEW_WEEKS, VacancyKind, transition_sentence
from jobboard.roles.wording import differences
from jobboard.roles.world.posting import posting
from tests.factories.applications import actor_of, start_application
from tests.factories.roles import make_content, posted
from tests.factories.world import make_role

PAPERS, ONE_ANSWER = "10 of 12 board papers out on time", "Eight of ten colleagues got one answer"
SENTENCE = (
    "It begins as two part-time posts and becomes a job share at a review 26 weeks after the first"
    " day."
)
CHANGES: dict[str, Any] = {
    "vacancy_kind": VacancyKind.TRANSITIONAL,
    "review_weeks": 26,
    "review_conditions": (PAPERS, ONE_ANSWER),
}
TRANSITIONAL = make_content(**CHANGES)


def transitional(organisation: Any, **fields: Any) -> Role:
    shown = CHANGES | {"review_conditions": [PAPERS, ONE_ANSWER]}
    return make_role(organisation, **shown, **fields)


def test_it_is_written_and_read_back_as_it_was(browser, ruth, northmoor):
    page = browser(ruth)
    data = posted(TRANSITIONAL, organisation=str(northmoor.id))
    answer = page.post("/roles/new", data=data)
    assert answer.status_code == 302
    role = session().query(Role).one()
    assert contents.of(role) == TRANSITIONAL
    again = page.get(answer.location).text
    assert PAPERS in again


def test_a_whole_role_keeps_no_review(browser, ruth, northmoor):
    data = posted(TRANSITIONAL, organisation=str(northmoor.id), vacancy_kind="whole")
    assert browser(ruth).post("/roles/new", data=data).status_code == 302
    kept = contents.of(session().query(Role).one())
    assert (kept.vacancy_kind, kept.review_weeks, kept.review_conditions) == ("whole", None, ())


def test_the_advert_says_it_and_a_whole_one_does_not(browser, northmoor):
    page = browser().get(f"/roles/{transitional(northmoor).id}").text
    for words in (SENTENCE, PAPERS, ONE_ANSWER, "From then on you hold one post"):
        assert words in page, words
    whole = browser().get(f"/roles/{make_role(northmoor).id}").text
    assert "part-time posts" not in whole
    assert "You hold one post" in whole


def test_search_engines_and_cards_say_it(northmoor):
    role, whole = transitional(northmoor), make_role(northmoor)
    assert SENTENCE in posting(role, "https://x.test", "")["jobBenefits"]
    assert "part-time posts" not in posting(whole, "https://x.test", "")["jobBenefits"]
    first, second = cards([str(role.id), str(whole.id)], now(), with_text=True)
    assert (first.vacancy, second.vacancy) == ("Two part-time posts first", "")
    assert first.description == role.description


def test_a_copy_and_a_template_carry_it(northmoor, ruth):
    role = transitional(northmoor)
    session().commit()
    actor = actor_of(ruth)
    copied = copying.copy(actor, role, now())
    begun = copying.start_from(actor, copying.keep_template(actor, role, "Ours", now()), now())
    for draft in (copied, begun):
        found = contents.of(draft)
        assert {name: getattr(found, name) for name in CHANGES} == CHANGES


@pytest.mark.parametrize("name", list(CHANGES))
def test_who_signed_relied_on_it(name):
    other = {"vacancy_kind": VacancyKind.WHOLE, "review_weeks": 27, "review_conditions": (PAPERS,)}
    changed = replace(TRANSITIONAL, **{name: other[name]})
    assert len(differences(TRANSITIONAL, changed, TERMS)) == 1


def test_what_is_signed_holds_the_review_and_nothing_new_for_a_whole_role(northmoor):
    application = start_application(role=transitional(northmoor))
    assert document_of(application, [])["role"]["transition"] == {
        "review_weeks": 26,
        "conditions": [PAPERS, ONE_ANSWER],
    }
    whole = start_application(role=make_role(northmoor))
    assert "transition" not in document_of(whole, [])["role"]


@given(st.none() | st.sampled_from(REVIEW_WEEKS))
def test_the_sentence_names_the_weeks_and_is_empty_for_a_whole_role(weeks):
    assert transition_sentence(VacancyKind.WHOLE, weeks) == ""
    said = transition_sentence(VacancyKind.TRANSITIONAL, weeks)
    assert said.endswith(".")
    assert (f" {weeks} week{'' if weeks == 1 else 's'} after" in said) == (weeks is not None)
