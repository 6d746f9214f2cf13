"""Browsers and sites for the journeys.

Browser tests use Chromium where it is found and say plainly that they were skipped where not; with
TWOFOLD_BROWSER_REQUIRED set (CI) skipping is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.people import Person
from tests.journeys.running import Site, running_site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        message = "Chromium is not on this machine, so the browser tests did not run."
        if os.environ.get("TWOFOLD_BROWSER_REQUIRED"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("demo"), demo=True) as running:
        yield running


@pytest.fixture
def somebody(chromium: Browser, site: Site) -> Iterator[Callable[..., Person]]:
    """`somebody("Nadia Okafor", "nadia@example.test")`: a person with a browser of their own.

    At the end nobody's console may have shown an error or a refusal of the content policy.
    """
    crowd: list[Person] = []

    def arrive(name: str, address: str, *, javascript: bool = True, **options: Any) -> Person:
        context = chromium.new_context(java_script_enabled=javascript, **options)
        crowd.append(Person(context, site, name, address))
        return crowd[-1]

    yield arrive
    troubles = {person.name: person.troubles for person in crowd if person.troubles}
    for person in crowd:
        print(person.whereabouts())
        person.context.close()
    assert not troubles
