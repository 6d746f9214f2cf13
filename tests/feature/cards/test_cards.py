"""A card takes two to show and one to end; its reader needs no account and learns nothing else."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine
from pypdf import PdfReader

from jobboard.applications.answers import RISK_WORDS, Risk
from jobboard.applications.domain import SectionKind
from jobboard.cards import composing, service
from jobboard.cards.domain import (
    MAX_OPEN,
    CardState,
    NotAPairYetError,
    OtherContentError,
    SettledCardError,
    TooManyCardsError,
)
from jobboard.cards.models import PairCard
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.models import PartnershipTemplate
from jobboard.partnerships.queries import referees
from tests.factories.applications import submitted_application
from tests.factories.cards import live_card, make_card
from tests.factories.pairs import actor_of, make_entry
from tests.factories.people import make_user
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def link(card: PairCard) -> str:
    return f"/card/{card.token()}"


def again(card: PairCard) -> PairCard:
    session().expire_all()
    return session().scalars(sa.select(PairCard).where(PairCard.id == card.id)).one()


def test_one_partner_alone_shows_nothing(browser: Browser) -> None:
    card = make_card(make_partnership())
    assert browser().get(link(card)).status_code == 404
    with pytest.raises(NotAllowedError):
        service.agree(actor_of(card.partnership.first), card, card.content_hash, now())
    assert again(card).agreed_at is None


def test_with_both_the_link_opens_without_an_account(browser: Browser) -> None:
    pair = make_partnership()
    make_entry(pair, organisation="Aire Vale")
    answer = browser().get(link(live_card(pair)))
    page = words(answer)
    assert answer.status_code == 200
    assert pair.first.name in page
    assert "Aire Vale" in page
    assert pair.first.address not in page
    assert "for Dr Shah" not in page
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_never_was_has_run_out_or_was_revoked_looks_the_same(browser: Browser) -> None:
    pair = make_partnership()
    revoked, old = live_card(pair), live_card(pair, at=now() - timedelta(days=15))
    service.end(actor_of(pair.first), revoked, now())
    never = browser().get("/card/" + "A" * 43)
    pages = [browser().get(link(card)) for card in (revoked, old, make_card(pair))]
    assert {page.status_code for page in [never, *pages]} == {404}
    assert len({page.data for page in [never, *pages]}) == 1
    assert browser().get(link(revoked) + ".pdf").status_code == 404
    assert browser().post(link(revoked) + "/opening").status_code == 404


def test_the_days_begin_with_the_second_yes() -> None:
    start = now()
    pair = make_partnership()
    card = make_card(pair, days=7)
    later = start + timedelta(days=13)
    service.agree(actor_of(pair.second), card, card.content_hash, later)
    assert again(card).is_live(later + timedelta(days=6, hours=23))
    assert again(card).state_at(later + timedelta(days=7)) is CardState.EXPIRED


def test_a_yes_is_to_exactly_what_was_seen_and_in_time() -> None:
    pair = make_partnership()
    card, helen = make_card(pair), actor_of(pair.second)
    with pytest.raises(OtherContentError):
        service.agree(helen, card, "0" * 64, now())
    with pytest.raises(SettledCardError):
        service.agree(helen, card, card.content_hash, now() + timedelta(days=14))
    service.end(actor_of(pair.first), card, now())
    with pytest.raises(SettledCardError):
        service.agree(helen, card, card.content_hash, now())


def test_cards_end_when_one_asks_to_part_and_do_not_come_back(browser: Browser) -> None:
    pair = make_partnership()
    card = live_card(pair)
    partnerships.start_dissolving(actor_of(pair.first), pair, "", now())
    assert browser().get(link(card)).status_code == 404
    assert again(card).state_at(now()) is CardState.PARTED


def test_cards_rest_while_the_pair_does_and_can_still_be_revoked(browser: Browser) -> None:
    pair = make_partnership()
    card, other = live_card(pair), live_card(pair)
    first, page = actor_of(pair.first), f"/partnerships/{pair.id}/cards/{card.id}"
    partnerships.pause(first, pair, "", now())
    assert browser().get(link(card)).status_code == 404
    assert again(card).state_at(now()) is CardState.RESTING
    resting = browser(pair.second).get(page).text
    assert "opens nothing. It works again when one of you goes on" in resting
    service.end(first, other, now())
    partnerships.resume(first, again(card).partnership, now())
    assert browser().get(link(card)).status_code == 200
    assert browser().get(link(other)).status_code == 404


def test_a_newer_text_changes_no_card(browser: Browser) -> None:
    pair = make_partnership()
    card = live_card(pair)
    before = browser().get(link(card)).data
    make_entry(pair, organisation="Somewhere else entirely")
    assert browser().get(link(card)).data == before


def test_only_a_pair_shows_cards_and_not_too_many() -> None:
    with pytest.raises(NotAPairYetError):
        make_card(make_partnership(formed=False))
    pair = make_partnership()
    for _ in range(MAX_OPEN):
        make_card(pair)
    with pytest.raises(TooManyCardsError):
        make_card(pair)


def test_openings_are_counted_and_nobody_is_remembered(browser: Browser) -> None:
    pair = make_partnership()
    card = live_card(pair)
    reader = browser()
    reader.get(link(card))
    assert again(card).opened_count == 0, "looking changes nothing"
    assert reader.post(link(card) + "/opening").status_code == 204
    assert browser(pair.first).post(link(card) + "/opening").status_code == 204
    assert again(card).opened_count == 1, "a partner who looks is not counted"
    assert "Set-Cookie" not in reader.get(link(card)).headers


def test_a_card_from_an_application_names_no_employer(browser: Browser) -> None:
    pair = make_partnership()
    application = submitted_application(partnership=pair)
    nadia, address = browser(pair.first), f"/partnerships/{pair.id}/cards/new?from={application.id}"
    form = {"label": "for Dr Shah", "days": "14", "parts": ["proposition", "cover"], "look": "1"}
    page = words(nadia.post(address, data=form))
    seen = page.partition('name="seen"')[2].partition('value="')[2].partition('"')[0]
    assert len(seen) == 64
    done = nadia.post(address, data={**form, "seen": seen, "propose": "1", "once": "b" * 32})
    assert done.status_code == 302
    card = session().scalars(sa.select(PairCard)).one()
    shown = card.payload.decode()
    assert application.role.title not in shown
    assert application.role.organisation.name not in shown
    assert str(pair.first_id) not in shown


def test_a_stranger_may_not_show_somebody_elses_application(browser: Browser) -> None:
    pair, others = make_partnership(), submitted_application()
    page = browser(pair.first).get(f"/partnerships/{pair.id}/cards/new?from={others.id}")
    assert page.status_code == 404


def test_the_whole_way_in_pages_and_letters(
    browser: Browser, work: Callable[[], int], sink: list[Any]
) -> None:
    pair = make_partnership()
    card = make_card(pair)
    proposed = card.token()
    work()
    base = f"/partnerships/{pair.id}/cards/{card.id}"
    helen, nadia = browser(pair.second), browser(pair.first)
    assert "waits for your answer" in words(helen.get(f"/partnerships/{pair.id}"))
    assert card.content_hash in words(helen.get(f"{base}/consent"))
    assert helen.post(f"{base}/consent", data={"seen": card.content_hash}).status_code == 302
    work()
    assert proposed not in words(nadia.get(base)), "the proposal's link is another one"
    assert again(card).token() in words(nadia.get(base))
    assert nadia.post(f"{base}/revocation", data={}).status_code == 302
    work()
    assert [str(letter["To"]) for letter in sink] == [
        pair.second.address, pair.first.address, pair.second.address
    ]  # fmt: skip
    assert not any("/card/" in letter.as_string() for letter in sink)


def test_a_card_of_the_shared_text_says_what_a_referee_confirmed(browser: Browser) -> None:
    pair = make_partnership()
    entry = make_entry(pair)
    partnerships.ask_referee(actor_of(pair.first), entry, "chair@example.test", now())
    row = referees.standing(entry)
    assert row is not None
    partnerships.answer_referee(Actor(), row, True, now(), "the chair of the board")
    page = words(browser().get(link(live_card(pair))))
    assert "Confirmed by the chair of the board" in page
    assert "chair@example.test" not in page


def test_a_card_of_the_shared_text_may_show_the_answers_that_are_kept(browser: Browser) -> None:
    pair = make_partnership()
    kept = {"answers": {Risk.ONE_LEAVES.value: "The other stays.", Risk.COST.value: ""}}
    session().add(
        PartnershipTemplate(
            partnership_id=pair.id,
            kind=SectionKind.RISKS,
            content={"text": kept, "duties": [], "role": "Director"},
            saved_by_id=pair.first_id,
            saved_at=now(),
        )
    )
    session().commit()
    page = words(browser().get(link(live_card(pair))))
    assert RISK_WORDS[Risk.ONE_LEAVES] in page
    assert "The other stays." in page
    assert RISK_WORDS[Risk.COST] not in page


def test_the_paper_of_a_card_is_tagged_and_says_when_both_agreed(browser: Browser) -> None:
    card = live_card(make_partnership())
    answer = browser().get(link(card) + ".pdf")
    assert answer.mimetype == "application/pdf"
    paper = PdfReader(BytesIO(answer.data))
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "both agreed" in " ".join(page.extract_text() for page in paper.pages)


def test_no_nasty_string_breaks_a_card(browser: Browser) -> None:
    if not NASTY.exists():
        pytest.skip("data/nasty/blns.json is not here")
    strings = json.loads(NASTY.read_text("utf-8"))
    pair = make_partnership(make_user("أ" * 200), make_user("Helen Marsh"))
    pair.proposition = "\n\n".join(strings)
    session().commit()
    card = live_card(pair)
    assert browser().get(link(card)).status_code == 200
    assert browser().get(link(card) + ".pdf").status_code == 200
    nadia = browser(pair.first)
    address = f"/partnerships/{pair.id}/cards/new"
    for text in strings[::5]:
        form = {"label": text, "days": text, "parts": [text], "seen": text, "propose": "1"}
        assert nadia.post(address, data=form).status_code in {422, 409}


def test_a_strangers_claim_to_a_part_is_not_offered(browser: Browser) -> None:
    pair = make_partnership()
    form = {"label": "x", "days": "8", "parts": ["agreement"], "look": "1"}
    page = browser(pair.first).post(f"/partnerships/{pair.id}/cards/new", data=form)
    assert page.status_code == 422
    assert (
        composing.of_pair(pair, None, {}, now().date(), {}, {})
        .payload(["agreement"])
        .count(b"anchor")
        == 0
    )


def test_letters_that_came_too_late_are_not_sent(work: Callable[[], int], sink: list[Any]) -> None:
    pair = make_partnership()
    make_card(pair)
    with time_machine.travel(now() + timedelta(days=15), tick=False):
        work()
    assert sink == []
