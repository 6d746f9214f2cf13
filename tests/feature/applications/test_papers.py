"""The reading on paper: for the pair in any state, for the employer what was signed."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from jobboard.applications import service, signing
from jobboard.applications.domain import SectionKind
from jobboard.core.clock import now
from jobboard.roles.domain import MayLead
from jobboard.roles.models import Duty
from tests.factories.applications import (
    actor_of,
    fill_in,
    ready_application,
    sign,
    start_application,
    submitted_application,
    visible_application,
    write,
)
from tests.factories.hiring import make_candidacy, owner_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
ARABIC_200 = ("عبد الرحمن محمد " * 13)[:200].strip()


def words_of(answer) -> str:
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.data))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def paper(browser, application, person=None):
    visitor = browser(person or application.partnership.first)
    return visitor.get(f"/applications/{application.id}/panel-view.pdf")


def test_a_draft_says_on_every_page_that_nobody_signed(browser, ready):
    answer = paper(browser, ready.application)
    words = words_of(answer)
    pages = PdfReader(io.BytesIO(answer.data)).pages
    assert all("Draft, not signed" in " ".join(page.extract_text().split()) for page in pages)
    assert "Nadia Okafor and Helen Marsh" in words
    assert "Director of People and Culture" in words
    assert "rebuilt two people functions" in words
    assert "The week in five lines" in words
    assert "Fellside Care Trust" in words
    assert "signed it on" not in words


def test_a_draft_that_one_has_signed_says_who(browser, ready):
    sign(ready.application, ready.helen)
    words = words_of(paper(browser, ready.application))
    assert "Signed by one of two, not sent" in words
    assert "Helen Marsh signed it on" in words
    assert "Nadia Okafor signed it on" not in words


def test_what_was_sent_carries_both_signatures_and_the_number_to_check(browser):
    application = submitted_application()
    words = words_of(paper(browser, application, application.partnership.second))
    assert "Signed by both and sent on" in words
    assert "Nadia Okafor signed it on" in words
    assert "Helen Marsh signed it on" in words
    assert signing.groups(application.content_hash) in words
    assert "Draft" not in words


def test_what_was_withdrawn_says_so(browser):
    application = submitted_application()
    service.withdraw(actor_of(application.partnership.first), application, now())
    assert "Withdrawn by the pair on" in words_of(paper(browser, application))
    draft = ready_application()
    service.withdraw(actor_of(draft.partnership.first), draft, now())
    assert "Withdrawn before it was sent" in words_of(paper(browser, draft))


def test_the_paper_follows_the_frozen_text_not_the_live_one(browser):
    application = visible_application()
    application.partnership.first.name = "Somebody Else"
    words = words_of(paper(browser, application, application.partnership.second))
    assert "Nadia Okafor and Helen Marsh" in words
    assert "Somebody Else" not in words


def test_it_is_a_download_with_a_plain_name_that_nobody_keeps(browser):
    pair = make_partnership(make_user("Zoë Őkafor\u200d"), make_user("李 小龍"))
    application = start_application(make_role(title='Head; of "x"/..\\'), pair)
    answer = paper(browser, application)
    name = answer.headers["Content-Disposition"]
    assert name.isascii()
    assert name == (
        'attachment; filename="zoe-okafor-and-head-of-x-northmoor-community-health-trust.pdf"'
    )
    assert answer.headers["Cache-Control"] == "no-store"
    words_of(answer)


def test_the_employer_reads_the_same_paper_on_the_candidacy(browser):
    candidacy = make_candidacy()
    owner = browser(owner_of(candidacy.role))
    page = owner.get(f"/hiring/candidacies/{candidacy.id}")
    url = f"/hiring/candidacies/{candidacy.id}/application.pdf"
    assert url in page.text
    mine = paper(browser, candidacy.application)
    assert owner.get(url).data == mine.data
    assert browser(make_user()).get(url).status_code == 404
    assert browser(candidacy.application.partnership.first).get(url).status_code == 404


def test_the_employer_has_no_paper_before_the_cool_off_is_over(browser):
    candidacy = make_candidacy(visible=False)
    url = f"/hiring/candidacies/{candidacy.id}/application.pdf"
    assert browser(owner_of(candidacy.role)).get(url).status_code == 404


def test_sixty_duties_and_a_name_of_two_hundred_arabic_letters_fit(browser):
    duties = [
        Duty(position=n, name=f"Duty {n}: " + "budgets, boards and people " * 3,
             may_lead=MayLead.EITHER)
        for n in range(1, 61)
    ]  # fmt: skip
    pair = make_partnership(make_user(ARABIC_200), make_user("Helen Marsh"))
    application = start_application(make_role(duties=duties), pair)
    fill_in(application)
    words = words_of(paper(browser, application))
    assert "Duty 60:" in words
    assert browser(pair.first).get(f"/applications/{application.id}/panel-view").status_code == 200


def test_a_plan_with_no_changeovers_is_a_paper_too(browser):
    application = start_application()
    fill_in(application, plan="aaaaaaaaaa")
    words = words_of(paper(browser, application))
    assert "0 handovers a week" in words
    assert "Never in together" in words


def test_the_page_leads_to_the_paper(browser, ready):
    page = browser(ready.nadia).get(f"/applications/{ready.application.id}/panel-view")
    assert f"/applications/{ready.application.id}/panel-view.pdf" in page.text


def test_the_largest_text_there_can_be_still_fits(browser, ready):
    text = " ".join(["proposition"] * 600)
    write(ready.application, ready.nadia, SectionKind.PROPOSITION, {"text": text})
    assert words_of(paper(browser, ready.application)).count("proposition") >= 600


@pytest.fixture
def limited(app, monkeypatch):
    monkeypatch.setitem(app.config, "RATE_LIMITS", True)


@pytest.mark.usefixtures("limited")
def test_papers_are_limited_however_they_are_asked_for(browser, ready):
    visitor = browser(ready.nadia)
    url = f"/applications/{ready.application.id}/panel-view.pdf"
    codes = {visitor.head(url).status_code for _ in range(30)}
    assert codes == {200}
    assert visitor.get(url).status_code == 429
