"""What the people of an employer do: an organisation, a role, reading, deciding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor


@dataclass(frozen=True)
class Advert:
    """A role as an employer types it."""

    title: str
    funded: str = "1.1 FTE"
    sector: str = "Health and care"
    level: str = "Director"
    duties: tuple[tuple[str, str], ...] = (
        ("The board seat and its vote", "Must be joint"),
        ("Pay and union negotiations", "Either"),
    )
    criteria: tuple[tuple[str, str, str, bool], ...] = (
        ("Has led people strategy at scale", "5, decides", "Between you", False),
        ("Disagrees well", "3, weighs", "Each of you", True),
    )


class EmployerWords(Visitor):
    def create_organisation(self, name: str) -> None:
        self.open("/organisations")
        self.follow("Add an organisation")
        self.write("Name", name)
        self.write("Website", "https://northmoor.example.test")
        self.write("About", "Community care for **a million people**.")
        self.press("Add organisation")
        self.is_at(name)

    def invite_colleague(self, address: str, organisation: str, kind: str = "Recruiter") -> None:
        self.open("/organisations")
        self.follow(organisation)
        self.follow("Invite a colleague")
        self.write("Their email address", address)
        self.tick(kind)
        self.press("Send invitation")
        self.sees(address)

    def accept_place(self, link: str, organisation: str, password: str) -> None:
        """Somebody new accepts the place in an organisation and gets an account with it."""
        self.open(link)
        self.sees(organisation)
        self.write("Your name", self.name)
        self.write("Password", password)
        self.tick("I have read")
        self.press("Accept invitation")
        self.sees(organisation)

    def write_role(self, advert: Advert, employer: str = "") -> None:
        """Step by step, each kept by its button; ends where it is read and published. `employer`
        is chosen where there are several."""
        self.open("/roles/mine")
        self.follow("Write a role")
        if employer:
            self.pick("Organisation", employer)
        self.write("Title of the role", advert.title)
        self.pick("Level", advert.level)
        self.pick("Sector", advert.sector)
        self.write("Description", "One seat on the board, **one** set of objectives.")
        self.write("Requirements", "- People strategy at scale\n- A steady hand")
        self.write("Place", "Leeds, two days on site")
        self.tick("Hybrid")
        self.tick("Share everything")
        self.tick("A bit of both")
        self._go_on("Duties")
        self._write_duties(advert)
        self._go_on("The week")
        self._write_week()
        self.write("Every day", "Somebody who can decide.")
        self.pick("Hours you fund", self._funding(advert.funded))
        self.pick("Least time together", "1 half-day")
        self._go_on("Hours and money")
        self.write("Lowest salary a year", "95,000")
        self.write("Highest salary a year", "101,600")
        self.write("Hours of a full-time week", "37.5")
        self.tick("Permanent")
        self._go_on("How you choose")
        self._write_criteria(advert)
        for question in ("How you meet a pair", "When a pair is good enough"):
            self.group(question).get_by_role("radio").first.check(force=True)
        self._write_dates()
        self._go_on("Promises")
        self.tick("Yes, they are asked first")
        self.write("Weeks you look for a new partner", "26")
        self.write("Weeks of trial", "0")
        self.press("Save and read it")

    def _go_on(self, step: str) -> None:
        self.press("Save and go on")
        self.sees(f"of 6: {step}")

    def _funding(self, words: str) -> str:
        options = self.field("Hours you fund").locator("option").all_text_contents()
        return next(option for option in options if option.startswith(words))

    def _write_week(self) -> None:
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
            for half in ("morning", "afternoon"):
                need = "both in" if (day, half) == ("Wednesday", "afternoon") else "somebody in"
                self.tick(need, self.page.get_by_role("group", name=f"{day} {half}"))

    def _write_duties(self, advert: Advert) -> None:
        for _ in advert.duties[1:]:
            self.press("Add a duty")
        for number, (name, lead) in enumerate(advert.duties, 1):
            self.write(f"Duty {number}", name)
            self.tick(lead, self.page.get_by_role("radiogroup", name=f"lead duty {number}"))
            self.write(f"Percent of the job, duty {number}", str(100 // len(advert.duties)))

    def _write_criteria(self, advert: Advert) -> None:
        for _ in advert.criteria[1:]:
            self.press("Add a criterion")
        for number, (text, weight, held, essential) in enumerate(advert.criteria, 1):
            self.write(f"Criterion {number}", text)
            self.pick(f"Weight of criterion {number}", weight)
            self.tick(held, self.page.get_by_role("radiogroup", name=f"Criterion {number} is"))
            self.tick(f"Essential: criterion {number}", on=essential)

    def _write_dates(self) -> None:
        today = datetime.now(ZoneInfo("Europe/London")).date()
        self.write("Closing date", (today + timedelta(days=30)).isoformat())
        self.write("Closing time", "12:00")
        for number in (1, 2):
            self.write(f"Day {number}", (today + timedelta(days=40 + number)).isoformat())

    def publish(self) -> str:
        """From a step of the designer to the public page; its address."""
        self.follow("Read and publish")
        return self.press_publish()

    def press_publish(self) -> str:
        """On the page that asks; the address of the public page."""
        self.is_at("Publish this role?")
        self.press("Publish it")
        self.sees("Published. Pairs can find it and apply from now on.")
        return self.url()

    def open_applications(self, title: str) -> None:
        self.open("/hiring")
        self.follow(title)
        self.is_at(title)

    def open_application_of(self, title: str, person: str) -> None:
        self.open_applications(title)
        self.follow(person, self.row(person))

    def start_reading(self) -> None:
        self.press("Start reading")
        self.sees("Being read")

    def shortlist(self, note: str = "") -> None:
        self.follow("Shortlist")
        self.write("A private note", note)
        self.press("Shortlist them")
        self.sees("Shortlisted")

    def invite_to_interview(self) -> None:
        self.follow("Invite to interview")
        self.press("Invite them both")
        self.sees("Interview")

    def say_no(self, reason: str, words: str) -> None:
        self.follow("Say no")
        self.press("Say no to both")
        assert self.status == 422, "a no needs a reason"
        self.tick(reason)
        self.write("Your words to them both", words)
        self.press("Say no to both")
        self.sees("Not selected", reason, words)

    def compare(self, title: str, people: Sequence[str]) -> None:
        self.open_applications(title)
        for name in people:
            self.tick(f"Select {name}")
        self.press("Compare")
        table = self.page.get_by_role("table").first
        for name in people:
            expect(table).to_contain_text(name.split()[0])
