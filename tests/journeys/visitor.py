"""Anybody in front of a browser: what they press, follow, write and read.

Everything is found by the words and roles a person (or a screen reader) meets, so that the
journeys fail when a label is lost. Nothing here needs a script to run in the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.running import PATIENCE, Site

EXPECTED_NOISE = "Failed to load resource"
"""What Chromium itself writes for an answer such as 404 or 409."""
PASSWORD = "violet harbour lantern"
Words = str | re.Pattern[str]


class Visitor:
    """One person with a browser of their own. `status` is that of the last page that came."""

    def __init__(
        self,
        context: BrowserContext,
        site: Site,
        name: str,
        address: str,
        password: str = PASSWORD,
    ) -> None:
        self.context, self.site = context, site
        self.name, self.address, self.password = name, address, password
        self.first_name = name.split()[0]
        self.troubles: list[str] = []
        self.status = 0
        self.page = self.new_page()

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        return page

    def _listen(self, message: Any) -> None:
        if message.type == "error" and EXPECTED_NOISE not in message.text:
            self.troubles.append(message.text)

    # What they do

    def open(self, address: str) -> None:
        url = address if address.startswith("http") else self.site.base + address
        answer = self.page.goto(url)
        self.status = answer.status if answer else 0

    def press(self, words: Words, within: Locator | None = None, *, exact: bool = False) -> None:
        """A button that sends a form; the page that answers has come when this returns."""
        button = (within or self.page).get_by_role("button", name=words, exact=exact)
        self._and_land(lambda: button.first.click())

    def follow(self, words: Words, within: Locator | None = None) -> None:
        link = (within or self.page).get_by_role("link", name=words)
        self._and_land(lambda: link.first.click())

    def _and_land(self, act: Callable[[], None]) -> None:
        with self.page.expect_navigation() as landing:
            act()
        self.status = landing.value.status if landing.value else self.status

    def field(self, label: Words, within: Locator | None = None) -> Locator:
        """The first input, list or tick box whose label begins so."""
        inputs = self.page.locator("input, textarea, select")
        label = re.compile(rf"^\s*{re.escape(label)}") if isinstance(label, str) else label
        return (within or self.page).get_by_label(label).and_(inputs).first

    def write(self, label: Words, text: str, within: Locator | None = None) -> None:
        self.field(label, within).fill(text)

    def pick(self, label: Words, option: str, within: Locator | None = None) -> None:
        self.field(label, within).select_option(label=option)

    def tick(self, label: Words, within: Locator | None = None, *, on: bool = True) -> None:
        """A tick box or a radio button."""
        self.field(label, within).set_checked(on, force=True)

    def group(self, words: Words) -> Locator:
        return self.page.get_by_role("group", name=words).first

    def region(self, words: Words) -> Locator:
        return self.page.get_by_role("region", name=words).first

    def row(self, words: Words) -> Locator:
        return self.page.get_by_role("row", name=words).first

    # What they see

    def sees(self, *words: Words) -> None:
        for each in words:
            expect(self.page.locator("body")).to_contain_text(each)

    def does_not_see(self, *words: Words) -> None:
        for each in words:
            expect(self.page.locator("body")).not_to_contain_text(each)

    def is_at(self, heading: Words) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)

    def finds_nothing_at(self, address: str) -> None:
        self.open(address)
        assert self.status == 404, f"{self.name} gets {self.status} at {address}"

    def url(self) -> str:
        return self.page.url.partition("#")[0]

    # What they can be sure of

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Look again until the worker has done it; fails after PATIENCE with what was missed."""
        tick = self.site.post.news
        for _ in range(int(PATIENCE / 0.25)):
            if is_so():
                return
            with tick:
                tick.wait(0.25)
        raise AssertionError(f"{self.name} waited in vain for {what}; at {self.page.url}")

    def whereabouts(self) -> str:
        """For the report of a journey that failed."""
        words = self.page.locator("body").inner_text()[:1500]
        return f"--- {self.name}, {self.status} at {self.page.url}\n{words}"

    def letter(self, about: str) -> str:
        """The words of the newest mail to this person whose subject matches."""
        body = self.site.post.wait_for(self.address, about).get_body(("plain",))
        assert body is not None
        return str(body.get_content())
