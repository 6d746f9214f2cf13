"""The pair's half of the main story: two people find each other, write, sign and send."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

from playwright.sync_api import expect

from jobboard.core.clock import now
from tests.journeys import seed
from tests.journeys.pairs import PROPOSITION
from tests.journeys.people import PASSWORD
from tests.journeys.story import Story
from tests.journeys.story_of_the_employer import words_of

WEEK = {
    "Nadia": {"Monday", "Tuesday", "Wednesday"},
    "Helen": {"Wednesday afternoon", "Thursday", "Friday"},
}


def two_people_become_a_pair(story: Story) -> None:
    nadia, helen = story.nadia, story.helen
    nadia.joins()
    nadia.write_profile("People director who rebuilds teams", likes=("Monday", "Tuesday"))
    to_nobody = nadia.invite_partner(f"nobody-{story.tag}@example.test".lower(), "Shall we?")
    to_somebody = nadia.invite_partner(story.ruth.address, "Shall we?")
    assert to_nobody == to_somebody
    nadia.invite_partner(helen.address, "You know the wards, I know the board.")
    invitation = story.site.post.link_to(helen.address, "share a role")
    helen.accept_invitation(invitation, "Nadia Okafor", PASSWORD)
    helen.write_profile("Ward manager turned director", likes=("Thursday", "Friday"))
    helen.confirm_pair()
    nadia.confirm_pair()
    nadia.sees("You are a pair")
    nadia.name_the_pair(f"Okafor and Marsh {story.tag}")
    nadia.add_to_track_record("Fellside Care", "Joint deputies", "Turnover below the average.")
    helen.write_shared_proposition("We have both kept wards open through a hard winter.")


def they_start_and_write_together(story: Story) -> None:
    nadia, helen = story.nadia, story.helen
    application = nadia.start_application(story.places["role"])
    story.places["application"] = application
    story.site.post.wait_for(helen.address, "has started your application")
    nadia.sees("We have both kept wards open through a hard winter.")
    helen.open("/applications")
    helen.sees(story.advert.title)
    helen.open(application)
    helen.say_who_leads({"Pay and union negotiations": "Helen"})
    helen.sees("Who leads")
    locked = helen.group("The board seat and its vote")
    expect(locked.get_by_label("Jointly")).to_be_checked()
    expect(locked.get_by_label("Nadia")).to_be_disabled()
    helen.describe_handover("Wednesday, 1pm", "Open decisions", "Whoever is in decides.")
    nadia.choose_track_record("Joint deputies, Fellside Care")
    nadia.sees("nothing had changed, so this is still version 3")


def one_passage_is_written_twice(story: Story) -> None:
    nadia, helen = story.nadia, story.helen
    for person in (nadia, helen):
        person.open(story.places["application"])
    helen.write_proposition(f"{PROPOSITION}Helen closes with the wards.")
    nadia.write_proposition(f"{PROPOSITION}Nadia closes with the board.")
    assert nadia.status == 409
    nadia.is_at("You both wrote in")
    texts = nadia.group("Both texts")
    expect(texts).to_contain_text("Helen closes with the wards.")
    expect(texts).to_contain_text("Nadia closes with the board.")
    expect(nadia.field("One text from both")).to_have_value("")
    nadia.press("Keep the one I chose")
    nadia.sees("Choose which text you keep")
    nadia.tick("Both")
    nadia.press("Fill the text below")
    expect(nadia.field("One text from both")).to_have_value(
        re.compile("Nadia closes with the board")
    )
    nadia.press("Keep the one I chose")
    saved = nadia.field("Your proposition").input_value()
    assert "Helen closes with the wards." in saved
    assert "Nadia closes with the board." in saved


def they_answer_everything_else(story: Story) -> None:
    """Doubts, cover and the start are anybody's; wish and "together or either" each one's own."""
    nadia, helen = story.nadia, story.helen
    helen.open(story.places["application"])
    helen.say_how_you_cover("12", "16")
    helen.answer_doubts("We have thought about it.")
    helen.say_how_you_would_start((now() + timedelta(days=130)).date().isoformat())
    helen.write_own_words("Find a new partner")
    helen.answer_together("Either of us")
    helen.sees("You have answered. Nadia has not yet.")
    nadia.open(story.places["application"])
    nadia.sees("Helen has answered. Yours is missing.", "Find a new partner")
    nadia.answer_together("Together only")
    for person in (nadia, helen):
        person.open(story.places["application"])
        person.sees("You two do not have one answer yet")
    helen.does_not_see("Nadia shows you")
    helen.answer_together("Together only")
    helen.sees("Your new answer is kept")
    nadia.open(story.places["application"])
    nadia.sees("You two do not have one answer yet")
    nadia.answer_together("Together only")
    nadia.sees("You both answered: together only")
    nadia.write_own_words("Take the whole post")


def a_gap_is_said_and_mended(story: Story) -> None:
    nadia = story.nadia
    nadia.split_the_week({**WEEK, "Helen": WEEK["Helen"] - {"Friday"} | {"Friday morning"}})
    nadia.save_split_plan()
    assert nadia.totals()["gaps, half-days"] == "1"
    assert any("Nobody is in on Friday afternoon" in line for line in nadia.checks())
    nadia.sees("You can both sign once this is settled")
    nadia.tick_half_day("Helen", "Friday afternoon")
    nadia.save_split_plan()
    assert nadia.totals()["gaps, half-days"] == "0"
    assert nadia.totals()["total FTE, 1.1 funded"] == "1.1"
    nadia.does_not_see("You can both sign once this is settled")


def both_sign_an_edit_clears_and_both_sign_again(story: Story) -> None:
    nadia, helen, post = story.nadia, story.helen, story.site.post
    application = story.places["application"]
    story.site.move_clock(minutes=6)
    nadia.sign(application, PASSWORD)
    nadia.sees("Signed this version")
    post.wait_for(helen.address, "has signed version")
    helen.open(application)
    helen.write_proposition(f"{PROPOSITION}We close together.")
    helen.sees("Your signatures no longer count")
    for person in (nadia, helen):
        post.wait_for(person.address, "needs both signatures again")
    nadia.open(application)
    nadia.sees("you need to sign again")
    helen.sign(application, PASSWORD)
    nadia.sign(application)
    nadia.is_at("What you sent")
    story.places["submission"] = nadia.url()


def what_was_sent_is_frozen_and_the_employer_waits(story: Story) -> None:
    nadia, helen, ngozi = story.nadia, story.helen, story.ngozi
    nadia.sees("You can still take it back", "unchanged to the letter")
    helen.open(story.places["submission"])
    shown = re.sub(r"\s", "", helen.page.locator("#signatures .code").inner_text())
    sent = helen.context.request.get(f"{story.places['submission']}.json").body()
    assert hashlib.sha256(sent).hexdigest() == shown
    role_id = story.places["role"].rpartition("/")[2]
    story.site.run("-m", "tests.journeys.seed", "apply", role_id, story.tag.lower())
    ngozi.open_applications(story.advert.title)
    ngozi.sees("No joint application yet")
    ngozi.does_not_see("Helen", seed.FIRST)
    subject = "You have applied together"
    mails = [story.site.post.wait_for(p.address, subject) for p in (nadia, helen)]
    assert words_of(mails[0]) == words_of(mails[1])
    assert not story.site.post.to(ngozi.address, "joint application")
