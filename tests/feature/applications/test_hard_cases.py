"""Sixty duties, a name of two hundred Arabic letters, a plan in which nothing changes hands, and
strings that break things on paper."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.roles.domain import MayLead
from jobboard.roles.models import Duty
from tests.factories.applications import HANDOVER, fill_in, sign, start_application, write
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
NASTY = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"
HARD = [
    "\u202e",
    "{{ 7*7 }}",
    "<script>alert(1)</script>",
    "\u0628\u0633\u0645",
    "Z\u0351\u036b\u0343",
    "#set page(width: 1pt)",
    "$ integral $",
    "\U0001f469\u200d\U0001f469",
]
ARABIC_200 = ("عبد الرحمن محمد " * 13)[:200].strip()
DUTIES = 60


@pytest.fixture
def large() -> Desk:
    """Sixty duties, and a partner A whose name is two hundred Arabic letters."""
    duties = [
        Duty(position=n, name=f"Duty {n}: boards and budgets", may_lead=MayLead.EITHER, weight=3)
        for n in range(1, DUTIES + 1)
    ]
    pair = make_partnership(make_user(ARABIC_200), make_user("Helen Marsh"))
    application = start_application(make_role(duties=duties), pair)
    fill_in(application)
    return Desk(application)


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))


def paper(browser: Browser, application: Application) -> str:
    url = f"/applications/{application.id}/panel-view.pdf"
    answer = browser(application.partnership.first).get(url)
    assert answer.status_code == 200
    pages = PdfReader(io.BytesIO(answer.data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_sixty_duties_are_divided_in_the_editor_and_read_by_the_panel(
    large: Desk, browser: Browser
) -> None:
    client = browser(large.nadia)
    page = text(client.get(large.at()))
    assert page.count('class="resp__rule"') == DUTIES
    leads = {f"lead-{duty.id}": "ab"[n % 2] for n, duty in enumerate(large.application.role.duties)}
    number = large.again().section(SectionKind.RESPONSIBILITIES).number
    saved = client.post(large.at("/sections/responsibilities"), data={"base": number, **leads})
    assert saved.status_code == 302
    assert len(large.again().content(SectionKind.RESPONSIBILITIES)["leads"]) == DUTIES
    assert "By weight" in text(client.get(large.at()))
    view = text(client.get(large.at("/panel-view")))
    assert "Duty 60: boards and budgets" in view
    assert "Of 60 duties" in view
    assert "By weight" in view


@pytest.mark.parametrize("view", ["", "/panel-view", "/signature", "/history"])
def test_a_name_of_two_hundred_arabic_letters_stands_on_every_page(
    large: Desk, browser: Browser, view: str
) -> None:
    for person in (large.nadia, large.helen):
        assert ARABIC_200.split()[0] in text(browser(person).get(large.at(view)))


def test_it_stands_in_the_letters_too(
    large: Desk, work: Callable[[], int], sink: list[EmailMessage]
) -> None:
    work()
    sink.clear()
    sign(large.application, large.nadia)
    work()
    receipt, told = sorted(sink, key=lambda letter: letter["To"] == large.helen.address)
    assert "Helen has not yet" in receipt["Subject"]
    for kind in ("plain", "html"):
        body = told.get_body((kind,))
        assert body is not None
        assert ARABIC_200.split()[0] in body.get_content()


def test_it_is_sent_as_it_is_written(large: Desk) -> None:
    sign(large.application, large.nadia)
    assert sign(large.again(), large.helen) is True
    assert large.again().partnership.first.name == ARABIC_200


TOGETHER = ("22222-----", 4, "xxxxx-----")
"""Both are in whenever the role is open: nobody hands anything to anybody."""


def together() -> Desk:
    """Complete but for its handovers, of which it has none."""
    coverage, overlap, plan = TOGETHER
    role = make_role(coverage=coverage, min_overlap=overlap, funded_tenths=10)
    desk = Desk(start_application(role))
    fill_in(desk.application, plan=plan)
    write(desk.application, desk.nadia, SectionKind.HANDOVER, {**HANDOVER, "entries": []})
    return desk


def test_a_plan_in_which_nothing_changes_hands_needs_no_handover(browser: Browser) -> None:
    desk = together()
    assert "Add at least one handover" not in text(browser(desk.nadia).get(desk.at()))
    sign(desk.application, desk.nadia)
    assert sign(desk.again(), desk.helen) is True
    assert "0 handovers a week" in paper(browser, desk.again())


def test_whole_weeks_by_turns_change_hands_at_the_weekend_only(browser: Browser) -> None:
    role = make_role(coverage="nnnnnnnnnn/nnnnnnnnnn", min_overlap=0, funded_tenths=10)
    desk = Desk(start_application(role))
    fill_in(desk.application, plan="aaaaaaaaaa/bbbbbbbbbb")
    view = text(browser(desk.nadia).get(desk.at("/panel-view")))
    assert "handovers in two weeks" in view
    assert "Never in together" in view
    sign(desk.application, desk.nadia)
    assert sign(desk.again(), desk.helen) is True


def nasty() -> list[str]:
    return json.loads(NASTY.read_text(encoding="utf-8")) if NASTY.exists() else []


def test_strings_that_break_things_are_printed(ready: Desk, browser: Browser) -> None:
    """A slice of all of them in every text of the application, in one paper."""
    texts = [one for one in [*HARD, *nasty()[::7]] if one.strip()]
    lines = [{"when": one[:80] or "x", "medium": "voice", "minutes": 5, "what": one[:300] or "x"}
             for one in texts[:20]]  # fmt: skip
    together = "\n\n".join(texts)
    for kind, content in {
        SectionKind.HANDOVER: {**HANDOVER, "entries": lines},
        SectionKind.PROPOSITION: {"text": " ".join(together.split()[:590])},
        SectionKind.RISKS: {"answers": {"cost": " ".join(texts[:12])[:400]}},
    }.items():
        write(ready.application, ready.nadia, kind, content)
    said = paper(browser, ready.again()).replace(" ", "")
    assert "#setpage(width:1pt)" in said
    assert "{{7*7}}" in said
