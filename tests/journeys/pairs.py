"""What two people do: find each other, write together, sign, look for a role."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

PROPOSITION = (
    "We have led two people functions through hard years, and we would do it again as one. "
    "Between us the board has one voice and the wards have two pairs of ears. "
) * 6
NOTE = "The hearing has moved to Thursday and you chair it. " * 6
DOUBTS = (
    "What happens if one of you leaves?",
    "Who is there when one of you is on leave?",
    "Who decides when only one of you is in?",
    "What if one of you is better at it",
    "Why is it worth what two people cost?",
    "Which one of you do I call?",
    "How do we know that your manager",
)


class PairWords(Visitor):
    def write_profile(self, headline: str, likes: tuple[str, ...]) -> None:
        self.open("/profile")
        self.write("Headline", headline)
        self.pick("Level", "Director")
        self.write("Place", "Leeds, up to an hour by train")
        self.tick("Health and care")
        self.write("Skills", "Negotiation, Workforce planning")
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
            answer = "I would like to" if day in likes else "I could"
            for half in ("morning", "afternoon"):
                self.tick(answer, self.page.get_by_role("group", name=f"{day} {half}"))
        self.press("Save your profile")
        self.sees("As your partner reads it", headline)

    def invite_partner(self, address: str, words: str) -> str:
        """What the page answers, which must not depend on whether the address is known."""
        self.open("/partnerships/invitations/new")
        self.write("Their email address", address)
        self.write("A few words from you", words)
        self.press("Send the invitation")
        said = self.page.locator(".flashes").inner_text()
        return said.replace(address, "ADDRESS")

    def accept_invitation(self, link: str, inviter: str, password: str) -> None:
        """Somebody new answers through the mailed link and has an account with it."""
        self.open(link)
        self.sees(inviter)
        self.write("Your name", self.name)
        self.write("Password", password)
        self.tick("I have read")
        self.press("Accept and create your account")
        self.sees(inviter)

    def confirm_pair(self) -> None:
        self.open_partnership()
        self.follow("Read and confirm")
        self.press("Yes, we are a pair")

    def open_partnership(self) -> None:
        self.open("/partnerships")
        self.follow(re.compile("."), self.page.get_by_role("heading", level=2))
        self.is_at("Your partnership")

    def name_the_pair(self, name: str) -> None:
        self.open_partnership()
        self.follow("Change how you present yourselves")
        self.write("Name of your pair", name)
        self.press("Save for you both")
        self.sees(name)

    def write_shared_proposition(self, text: str) -> None:
        self.open_partnership()
        self.follow("Start writing")
        self.write("Your proposition", text)
        self.press("Save for you both")

    def add_to_track_record(self, organisation: str, role: str, outcome: str) -> None:
        self.open_partnership()
        self.follow("Add an entry")
        self.tick(re.compile("as a pair|shared", re.IGNORECASE), self.group("What it was"))
        self.tick("Both of us", self.group("Whose it was"))
        self.write("Organisation", organisation)
        self.write("Role", role)
        self.write("From", "March 2018")
        self.write("To", "June 2023")
        self.write("What came of it", outcome)
        self.write("A figure that shows it", "agency spend down by a third")
        self.press("Save for you both")
        self.sees(role, outcome)

    # One application

    def start_application(self, role_address: str) -> str:
        """From the page of the role to the editor; its address."""
        self.open(role_address)
        self.follow("Start a joint application")
        self.press("Start your joint application")
        self.is_at("Your joint application")
        return self.url()

    def write_proposition(self, text: str = PROPOSITION) -> None:
        self.write("Your proposition", text)
        self.press("Save proposition")

    def tick_half_day(self, name: str, half_day: str, *, on: bool = True) -> None:
        self.page.get_by_role("checkbox", name=f"{name}, {half_day}").set_checked(on, force=True)

    def split_the_week(self, ticks: Mapping[str, set[str]]) -> None:
        """`ticks` says for each first name the half-days they are in; the rest is left clear."""
        for name, half_days in ticks.items():
            for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
                for half in ("morning", "afternoon"):
                    there = bool({day, f"{day} {half}"} & half_days)
                    self.tick_half_day(name, f"{day} {half}", on=there)

    def save_split_plan(self) -> None:
        self.press("Save split plan")

    def split_section(self) -> Locator:
        return self.region("Your split of the week")

    def totals(self) -> dict[str, str]:
        """The sums under the grid as they stand on the page: words to number."""
        lines = self.split_section().locator("dl > div").all()
        return {
            re.sub(r"\s+", " ", line.locator("dt").inner_text()).strip(): line.locator("dd")
            .inner_text()
            .strip()
            for line in lines
        }

    def checks(self) -> list[str]:
        return self.split_section().locator(".checks li").all_inner_texts()

    def say_who_leads(self, leads: Mapping[str, str]) -> None:
        for duty, who in leads.items():
            self.tick(who, self.group(duty))
        self.press("Save who leads")

    def describe_handover(self, when: str, what: str, urgent: str) -> None:
        section = self.region("How you hand over")
        self.write("When, handover 1", when)
        self.pick("How, handover 1", "Meeting")
        self.write("Minutes, handover 1", "45")
        self.write("What you pass on, handover 1", what)
        self.tick("One shared inbox", section)
        self.tick("One shared diary", section)
        self.write("When it is urgent", urgent)
        self.tick("Every month", section)
        self.press("Start from headings")
        note = self.field("A handover note as you would leave it").input_value()
        assert "Need to know now:" in note
        self.write("A handover note as you would leave it", f"{note} {NOTE}")
        self.press("Save handover")

    def say_how_you_cover(self, *swaps: str) -> None:
        section = self.region("When one of you is away")
        for name, count in zip(("Nadia", "Helen"), swaps, strict=True):
            self.write(name, count, section.get_by_role("group"))
        self.tick("We are never both off", section)
        self.write("A fortnight", "The one who stays adds a day in each week.")
        self.write("A long absence", "The other holds the role with an interim beside them.")
        self.press("Save how you cover")

    def answer_doubts(self, answer: str) -> None:
        for question in DOUBTS:
            self.write(question, f"{answer} {question}")
        self.press("Save your answers")

    def say_how_you_would_start(self, day: str) -> None:
        self.write("The first day you could both start", day)
        self.press("Save how you would start")

    def write_own_words(self, wish: str) -> None:
        self.tick(wish, self.region("Your own words"))
        self.press("Save your own words")

    def answer_together(self, answer: str) -> None:
        self.tick(answer, self.region("Together only, or either?"))
        self.press("Keep my answer")

    def choose_track_record(self, *entries: str) -> None:
        for entry in entries:
            self.tick(entry, self.region("Your track record"))
        self.press("Save track record")

    def sign(self, application: str, password: str = "") -> None:
        """Reads and signs what stands there now; types the password where it is asked."""
        self.open(f"{application}/signature")
        again = self.page.get_by_role("link", name="Type your password, then sign")
        if password:
            expect(again).to_be_visible()
            self.follow("Type your password, then sign")
            self.write("Password", password)
            self.press("Go on")
        self.is_at("Read and sign")
        self.tick("I have read version")
        self.press("Sign version")

    def withdraw(self, application: str) -> None:
        self.open(f"{application}/withdrawal")
        self.press("Withdraw for you both")

    # Looking for a role

    def find_role(self, words: str) -> None:
        self.open("/roles")
        self.write("Role, organisation or place", words)
        self.press("Search")

    def results(self) -> list[str]:
        """The titles of the cards on this page of results, in their order."""
        return [
            title.strip()
            for title in self.region(re.compile("role", re.IGNORECASE))
            .get_by_role("heading", level=3)
            .all_inner_texts()
        ]
