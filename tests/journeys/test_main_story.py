"""The main story from the employer's first page to the answers two pairs read, with and without
JavaScript. Each person has a browser of their own; every mail comes through SMTP."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys import story_of_the_employer as employer
from tests.journeys import story_of_the_pair as pair
from tests.journeys.people import Person
from tests.journeys.running import Site
from tests.journeys.story import NAMES, Story

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def story(request: pytest.FixtureRequest, site: Site, somebody: Callable[..., Person]) -> Story:
    tag = "Aire" if request.param else "Calder"
    people = [
        somebody(name, f"{name.split()[0]}-{tag}@example.test".lower(), javascript=request.param)
        for name in NAMES
    ]
    return Story(site, tag, *people)


def test_a_pair_applies_and_a_recruiter_answers(story: Story) -> None:
    employer.an_employer_sets_up(story)
    employer.a_role_is_written_mended_and_published(story)
    pair.two_people_become_a_pair(story)
    pair.they_start_and_write_together(story)
    pair.one_passage_is_written_twice(story)
    pair.they_answer_everything_else(story)
    pair.a_gap_is_said_and_mended(story)
    pair.both_sign_an_edit_clears_and_both_sign_again(story)
    pair.what_was_sent_is_frozen_and_the_employer_waits(story)
    employer.the_recruiter_reads_and_decides(story)
    employer.nobody_else_learns_of_it(story)
    anybody_finds_the_role(story)


def anybody_finds_the_role(story: Story) -> None:
    """Words, facets, chips, an address to share, and an empty page that helps."""
    owen, title = story.owen, story.advert.title
    owen.sign_out()

    def is_found() -> bool:
        owen.find_role(f"people {story.tag}")
        return title in owen.results()

    owen.wait_until(is_found, "the search to know the role")
    owen.tick(re.compile("Health and care"))
    owen.tick(re.compile("A bit of both"))
    owen.press("Show roles")
    chips = owen.page.get_by_role("list", name="Filters in use")
    expect(chips).to_contain_text("Health and care")
    shared = owen.page.url
    story.helen.open(shared)
    assert title in story.helen.results()
    owen.follow(re.compile("Remove filter: Health and care"))
    expect(chips).not_to_contain_text("Health and care")
    assert title in owen.results()
    owen.find_role(f"{story.tag} astronaut")
    owen.sees("No role matches all of this", "Drop one thing")
    owen.follow(re.compile("astronaut"), owen.page.get_by_role("main"))
    assert title in owen.results()
