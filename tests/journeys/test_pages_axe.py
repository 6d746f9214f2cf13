"""Every page, as everybody who may see it: no violation of axe, no error on the console, nothing
that the content policy refuses, nothing that scrolls sideways. `make test-pages`."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from jobboard.cli.demo import PASSWORD
from tests.journeys import refusals
from tests.journeys.audit import NO_PAGES, audit, walk
from tests.journeys.conftest import ARGUMENTS, CHROMIUM
from tests.journeys.people import Person
from tests.journeys.running import ROOT, Site

pytestmark = [pytest.mark.browser, pytest.mark.pages]
WALKERS = {
    "anonymous": "Anybody",
    "nadia": "Nadia",
    "helen": "Helen",
    "recruiter": "Ngozi",
    "employer": "Ruth",
}
REFUSED = "refusals"
LETTERS = "letters"
TASKS = ("nadia", "employer", "helen", "recruiter", "anonymous", REFUSED, LETTERS)


@dataclass
class Findings:
    visited: set[str] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def found(app: Flask, chromium: Browser, demo_site: Site) -> dict[str, Findings]:
    """Everything is looked at once, by two browsers at a time."""
    del chromium
    catalogue = json.loads(demo_site.run("-m", "tests.journeys.catalogue"))
    tasks = iter(TASKS)

    def work(_: int) -> dict[str, Findings]:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            return {task: _tried(task, browser, app, demo_site, catalogue) for task in tasks}

    threads = int(os.environ.get("AXE_THREADS", "2"))
    with ThreadPoolExecutor(threads) as pool:
        return dict(chain.from_iterable(part.items() for part in pool.map(work, range(threads))))


def _tried(
    task: str, browser: Browser, app: Flask, site: Site, catalogue: dict[str, Any]
) -> Findings:
    """What broke off is a finding of its own, so that the others are still told."""
    findings = Findings()
    with browser.new_context(reduced_motion="reduce") as context:
        try:
            _look(task, context, app, site, catalogue, findings)
        except Exception:
            findings.troubles.append(f"{task} broke off: {traceback.format_exc()}")
    return findings


def _look(
    task: str,
    context: BrowserContext,
    app: Flask,
    site: Site,
    catalogue: dict[str, Any],
    findings: Findings,
) -> None:
    address = f"{task}@demo.twofold.test"
    person = Person(context, site, WALKERS.get(task, "Ruth"), address, password=PASSWORD)
    if task == LETTERS:
        _letters(person, catalogue["letters"], findings)
    elif task == REFUSED:
        _refusals(person, context, catalogue["errors"], findings)
    else:
        if task != "anonymous":
            person.sign_in()
        start = ["/", *catalogue["links"].get(task, [])]
        for endpoint, path in walk(person, start, app.url_map.bind("localhost")):
            findings.visited.add(endpoint)
            findings.troubles += audit(person.page, f"{task} {path}")
    findings.troubles += person.troubles


def _letters(person: Person, letters: dict[str, str], findings: Findings) -> None:
    for template, html in letters.items():
        person.page.set_content(html)
        findings.visited.add(template)
        findings.troubles += audit(person.page, template)


def _refusals(
    person: Person, context: BrowserContext, errors: dict[str, str], findings: Findings
) -> None:
    for code, html in errors.items():
        context.route(f"**/error-{code}", lambda route, _, html=html: route.fulfill(
            status=200, content_type="text/html", body=html))  # fmt: skip
        person.open(f"/error-{code}")
        findings.troubles += audit(person.page, f"error {code}")
    for refusal in refusals.ALL:
        status = refusal(person)
        findings.visited.add(str(status))
        findings.troubles += audit(person.page, f"{refusal.__name__} ({status})")


BROKEN = """<!doctype html><html lang="en"><title>Broken</title><main><h1>Broken</h1>
<input><p style="color:#ccc;background:#fff">Faint</p><div style="width:2000px">Wide</div></main>"""


def test_the_audit_sees_a_missing_label_a_faint_word_and_a_wide_box(chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.set_content(BROKEN)
        said = " ".join(audit(page, "broken"))
    assert all(words in said for words in ("label:", "color-contrast:", "scrolls sideways", "dark"))


@pytest.mark.parametrize("task", TASKS)
def test_nothing_is_wrong_with_the_pages_of(found: dict[str, Findings], task: str) -> None:
    assert found[task].visited
    assert found[task].troubles == []


def test_every_page_was_looked_at(found: dict[str, Findings], app: Flask) -> None:
    routes = {
        rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or set())
    }
    visited: set[str] = set().union(*(each.visited for each in found.values()))
    assert sorted(routes - visited - NO_PAGES) == []


def test_every_kind_of_refusal_was_looked_at(found: dict[str, Findings]) -> None:
    assert found[REFUSED].visited >= {"403", "404", "409", "413", "422"}


def _templates() -> Iterator[str]:
    return (file.stem for file in Path(ROOT / "templates/mail").glob("*.html"))


def test_every_mail_was_looked_at(found: dict[str, Findings]) -> None:
    assert sorted(set(_templates()) - found[LETTERS].visited) == []
