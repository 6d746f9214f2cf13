"""The employer's half of the main story: a role is written, two applications are answered."""

from __future__ import annotations

import re
from email.message import EmailMessage

from playwright.sync_api import expect

from tests.journeys import seed
from tests.journeys.people import PASSWORD
from tests.journeys.story import Story

REASON = "Another application was stronger against the criteria"
OUR_WORDS = "The panel liked how you hand over on Wednesdays."
NOTE = "Ask them who signs the payroll."


def an_employer_sets_up(story: Story) -> None:
    ruth, ngozi = story.ruth, story.ngozi
    ruth.joins("I have a role to fill")
    ruth.create_organisation(story.organisation)
    ruth.invite_colleague(ngozi.address, story.organisation)
    link = story.site.post.link_to(ngozi.address, "invit")
    story.owen.joins("I have a role to fill")
    story.owen.create_organisation(f"Elsewhere {story.tag}")
    story.owen.open(link)
    assert story.owen.status == 403
    story.owen.sees("This invitation went to another address", "Nothing was changed")
    ngozi.accept_place(link, story.organisation, PASSWORD)
    ngozi.open(link)
    assert ngozi.status == 410
    ngozi.is_at("This invitation no longer works")


def a_role_is_written_mended_and_published(story: Story) -> None:
    ruth = story.ruth
    ruth.write_role(story.advert)
    ruth.is_at("Not ready yet")
    ruth.follow("You ask for 11 half-days")
    ruth.sees("You ask for 11 half-days of work and fund 10. Fund 1.1 FTE or ask for")
    ways = ruth.page.get_by_role("group", name="Ways to fix it").get_by_role("button")
    assert ways.count() >= 2
    ruth.press("Fund 1.1 FTE")
    ruth.sees("Changed: Fund 1.1 FTE", "Yes, with nothing to spare.")
    ruth.press("Save", exact=True)
    ruth.follow("Preview as a pair sees it")
    ruth.sees("Below is the page exactly as a pair will see it", "one set of objectives")
    story.places["role"] = ruth.url().removesuffix("/preview")
    story.nadia.finds_nothing_at(story.places["role"])
    ruth.follow("Go on writing")
    assert ruth.publish() == story.places["role"]


def the_recruiter_reads_and_decides(story: Story) -> None:
    ngozi, title = story.ngozi, story.advert.title
    story.site.move_clock(minutes=11)
    letter = ngozi.letter(f"new joint application for {title}")
    assert "half-day" in letter
    ngozi.open_applications(title)
    expect(ngozi.row("Nadia Okafor and Helen Marsh")).to_contain_text("1.1")
    expect(ngozi.row(seed.FIRST)).to_contain_text("New")
    for column in ("FTE", "Overlap", "Arrived"):
        ngozi.follow(column, ngozi.page.get_by_role("columnheader"))
        expect(ngozi.page.get_by_role("columnheader", name=column)).to_have_attribute(
            "aria-sort", "descending"
        )
    ngozi.open_application_of(title, "Nadia Okafor")
    story.places["candidacy"] = ngozi.url()
    ngozi.sees("Who is in, when", "Whose phone rings", "We close together.", "Open decisions")
    ngozi.start_reading()
    ngozi.shortlist(NOTE)
    ngozi.sees(NOTE, "shortlisted them")
    ngozi.compare(title, ["Nadia Okafor and Helen Marsh", f"{seed.FIRST} and {seed.SECOND}"])
    story.places["comparison"] = ngozi.page.url
    ngozi.open(story.places["candidacy"])
    ngozi.invite_to_interview()
    ngozi.open_application_of(title, seed.FIRST)
    ngozi.say_no(REASON, OUR_WORDS)
    both_partners_read_the_same(story)


def both_partners_read_the_same(story: Story) -> None:
    """One mail each for each decision, with the same words; nothing of the private note."""
    title, tag = story.advert.title, story.tag.lower()
    pair = [story.nadia.address, story.helen.address]
    others = [f"tomasz-{tag}@example.test", f"priya-{tag}@example.test"]
    no = f"has decided on {title}"
    news = [(pair, "shortlisted for"), (pair, "invited to interview for"), (others, no)]
    for addresses, subject in news:
        letters = [story.site.post.wait_for(address, subject) for address in addresses]
        texts = [words_of(letter) for letter in letters]
        assert texts[0] == texts[1]
        assert NOTE not in texts[0]
        assert subject != no or (REASON in texts[0] and OUR_WORDS in texts[0])
        for address in addresses:
            assert len(story.site.post.to(address, subject)) == 1
    for person in (story.nadia, story.helen):
        person.open(story.places["submission"])
        person.does_not_see(NOTE)


def words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return re.sub(r"\s+", " ", str(body.get_content()))


def nobody_else_learns_of_it(story: Story) -> None:
    """404 for the owner of another organisation and for nobody at all, wherever they try."""
    title = story.advert.title
    hiring = story.places["comparison"].partition("/comparison")[0]
    hidden = [story.places[name] for name in ("application", "submission", "candidacy")]
    hidden += [hiring, story.places["comparison"], f"{story.places['candidacy']}/stage"]
    hidden += [f"{story.places['submission']}.json", f"{story.places['role']}/edit"]
    for address in hidden:
        story.owen.finds_nothing_at(address)
    story.owen.open("/hiring")
    story.owen.does_not_see(title)
    for address in hidden[:3]:
        story.ruth.open(address)
        assert (story.ruth.status == 200) == (address == story.places["candidacy"])
