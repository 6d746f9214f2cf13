"""People with a browser each, who speak the words of the product: `nadia.sign(application)`."""

from __future__ import annotations

from tests.journeys.employers import EmployerWords
from tests.journeys.pairs import PairWords
from tests.journeys.visitor import PASSWORD

__all__ = ["PASSWORD", "Person"]


class Person(EmployerWords, PairWords):
    """Anybody may do anything here, as on the site; what they may not is for the site to say."""

    def sign_up(self, reason: str = "I want to share a job") -> None:
        self.open("/sign-up")
        self.tick(reason)
        self.write("Your name", self.name)
        self.write("Email address", self.address)
        self.write("Password", self.password)
        self.tick("I have read")
        self.press("Create account")

    def confirm_address(self) -> None:
        """Through the link in the mail; opening it alone changes nothing."""
        self.open(self.site.post.link_to(self.address, "confirm"))
        self.press("Confirm this address")

    def sign_in(self) -> None:
        self.open("/sign-in")
        self.write("Email address", self.address)
        self.write("Password", self.password)
        self.press("Sign in", self.page.get_by_role("main"), exact=True)
        self.sees(f"Your account, {self.first_name}")

    def sign_out(self) -> None:
        self.open("/account")
        self.press("Sign out", exact=True)

    def joins(self, reason: str = "I want to share a job") -> Person:
        """Signs up, confirms and signs in, all in one go."""
        self.sign_up(reason)
        self.confirm_address()
        self.sign_in()
        return self
