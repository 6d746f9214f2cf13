"""What the page says while somebody ticks is, word for word, what the server says after a save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from flask import Flask, render_template_string
from playwright.sync_api import Browser, Page

from jobboard.applications.weeks import week_of
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import Shape, Week
from jobboard.web import assets, week_words

pytestmark = pytest.mark.browser
STATIC = Path(__file__).parents[2] / "static"
NAMES = ("Nadia", "Helen")
NEEDS = (
    Need.from_text("nnnnn2nnnn", 1, 12),
    Need.from_text("nnnnnnnnn-", 0, 10),
    Need.from_text("7:nnnnnnnnnnn-n-", 1, 13),
    Need.from_text("nnnn22nnnn/nnnnnnnnnn", 2, 11),
    Need.from_text("6:nnnnnnnnnnnn/nnnn2nnnnn--", 1, 14),
)
CHOSEN = (
    "aaaaaxbbbb",
    "ababababab",
    "..........",
    "aaaaaaaaaa",
    "aaaaxxbbbb/aaaaaabbbb",
    "aaaaxxbbbb/aaaabxbbbb",
    "abab------/abab------",
    "7:aaaaaaaaaaaaaa",
    "7:aaaaaaaaaaaaaa/bbbbbbbbbbbbbb",
)
RANDOM = 60
"""Plans a need, drawn at random but the same on every run."""
PAGE = """{% from "components/split_editor.html" import split_editor %}<form>
{{ split_editor(week.sums.text, coverage, "Nadia", "Helen", week.figures, funded, least,
                week.checks, week.presets) }}</form>"""
SHOWN = """(plan) => {
  for (const [side, symbols] of [["a", "ax"], ["b", "bx"]])
    document.querySelectorAll(`input[name="week-${side}"]`).forEach((tick, i) => {
      tick.checked = symbols.includes(plan[i]);
    });
  document.querySelector("[data-behaviour]").dispatchEvent(new Event("change"));
  return {
    lines: [...document.querySelectorAll("[data-checks] li")].map((e) =>
      [{"is-bad": "fail", "is-warn": "warn"}[e.className] || "pass", e.textContent]),
    drawn: document.querySelector("#preview").getAttribute("aria-label"),
    figures: Object.fromEntries([...document.querySelectorAll("[data-t]")].map((e) =>
      [e.dataset.t, e.textContent])),
  };
}"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def editor(app: Flask, need: Need) -> str:
    with app.test_request_context():
        body = render_template_string(
            PAGE,
            week=week_of(SplitPlan.empty(need.shape).to_text(), need, NAMES),
            coverage=need.coverage.to_text(),
            funded=need.funded_text,
            least=need.together,
        )
    script = assets.bundle_js(STATIC).decode()
    return f"<!doctype html><html><body>{body}<script>{script}</script></body></html>"


def plans_for(need: Need) -> list[SplitPlan]:
    dice, shape = Random(7), need.shape
    some = [SplitPlan.from_text(text).on(shape) for text in CHOSEN]
    for _ in range(RANDOM):
        masks = [_mask(dice, shape) for _ in NAMES]
        some.append(SplitPlan(Week(masks[0], shape), Week(masks[1], shape)))
    return some


def _mask(dice: Random, shape: Shape) -> int:
    """Few half-days and many are as likely as half of them."""
    share = dice.choice((0.1, 0.4, 0.6, 0.95))
    return sum(1 << bit for bit in range(shape.size) if dice.random() < share)


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.coverage.to_text())
def test_the_page_says_what_the_server_says(app: Flask, page: Page, need: Need) -> None:
    page.set_content(editor(app, need))
    for plan in plans_for(need):
        text = plan.to_text(need.coverage.needed)
        shown = page.evaluate(SHOWN, "".join(week_words.cells(text)))
        told = week_of(text, need, NAMES)
        assert [tuple(line) for line in shown["lines"]] == list(told.checks), text
        assert shown["drawn"] == week_words.week_summary(text, *NAMES), text
        wanted = {key: str(value) for key, value in told.figures.items()}
        assert {key: shown["figures"][key] for key in wanted} == wanted, text


def test_a_preset_counts_as_something_typed(app: Flask, page: Page) -> None:
    """It is saved by itself like a tick is, and leaving the page asks."""
    page.set_content(editor(app, NEEDS[0]))
    page.evaluate(
        "document.querySelector('form').addEventListener('input', () => (window.typed = true))"
    )
    page.click("[data-preset]")
    assert page.evaluate("window.typed") is True
    assert page.eval_on_selector_all("input:checked", "all => all.length") > 0
