"""One person blocks another: who may, what stops, and that nothing tells the other of it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine
from flask.testing import FlaskClient

from jobboard.accounts.models import User
from jobboard.applications.leaving import Answer, choices
from jobboard.applications.queries import leaving
from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import InvitationSpentError, PartnershipStatus
from jobboard.partnerships.ending import NOTICE, Outcome, Wish
from jobboard.partnerships.models import Block, Partnership
from tests.factories.applications import start_application, visible_application
from tests.factories.pairs import actor_of, make_invitation
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., FlaskClient]
P = PartnershipStatus


def in_state(state: PartnershipStatus) -> Partnership:
    """A pair of two, brought to this state through the verbs; A is who acts."""
    pair = make_partnership(formed=state not in (P.CONNECTED, P.PARTED))
    first, second = (actor_of(person) for person in pair.people)
    if state is P.PARTED:
        service.part(first, pair, now())
    if state is P.PAUSED:
        service.pause(first, pair, "", now())
    if state in (P.DISSOLVING, P.DISSOLVED):
        service.start_dissolving(second, pair, "", now())
    if state is P.DISSOLVED:
        service.wish(first, pair, Wish.END, now())
    return pair


def pages(pair: Partnership, client: FlaskClient) -> dict[str, str]:
    """What the person reads of the pair, without what differs on any two views of one page."""
    urls = ("/", "/applications", "/partnerships", f"/partnerships/{pair.id}", "/messages")
    return {url: _masked(client.get(url, follow_redirects=True).text) for url in urls}


def said(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).casefold()


def _masked(page: str) -> str:
    plain = re.sub(r'(value|nonce|datetime|content)="[^"]{20,}"', "", page)
    return re.sub(r"\d+ (seconds?|minutes?) ago|just now", "", plain)


@pytest.mark.parametrize("state", list(P))
@pytest.mark.parametrize("side", [0, 1])
def test_either_blocks_in_any_state_and_a_live_pair_ends_at_once(
    state: PartnershipStatus, side: int
) -> None:
    pair = in_state(state)
    blocker, other = pair.people[side], pair.people[1 - side]
    service.block(actor_of(blocker), pair, now())
    service.block(actor_of(blocker), pair, now())
    [row] = session().scalars(sa.select(Block))
    assert (row.blocker_id, row.blocked_id) == (blocker.id, other.id)
    session().refresh(pair)
    ends_as = P.PARTED if state in (P.CONNECTED, P.PARTED) else P.DISSOLVED
    assert pair.status is ends_as
    assert pair.parted_at is not None
    assert queries.open_breaks([pair.id]) == {}


def test_nobody_blocks_for_somebody_else(browser: Browser) -> None:
    pair = make_partnership()
    eve = make_user("Eve")
    for actor in (actor_of(eve), Actor()):
        with pytest.raises(NotAllowedError):
            service.block(actor, pair, now())
    service.block(actor_of(pair.first), pair, now())
    with pytest.raises(NotAllowedError):
        service.unblock(actor_of(eve), pair)
    service.unblock(actor_of(pair.second), pair)
    assert session().scalar(sa.select(sa.func.count(Block.id))) == 1, "it is not the other's"
    assert browser(eve).get(f"/partnerships/{pair.id}/blocking").status_code == 404


def test_the_other_reads_the_same_as_of_any_pair_that_ended(browser: Browser) -> None:
    pair = in_state(P.DISSOLVED)
    helen = browser(pair.second)
    before = pages(pair, helen)
    service.block(actor_of(pair.first), pair, now())
    assert pages(pair, helen) == before
    for path in ("blocking", "unblocking"):
        asked = helen.get(f"/partnerships/{pair.id}/{path}")
        assert asked.status_code == (200 if path == "blocking" else 302)
    service.unblock(actor_of(pair.first), pair)
    assert pages(pair, helen) == before


def test_the_trail_of_the_pair_does_not_say_it() -> None:
    pair = make_partnership()
    service.block(actor_of(pair.first), pair, now())
    acts = session().scalars(sa.select(Activity).where(Activity.action.contains("block"))).all()
    assert [act.subject_kind for act in acts] == ["person_blocks"]
    assert all(act.subject_id != pair.id for act in acts)


def test_the_letters_are_those_of_any_end(
    sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    pair = make_partnership()
    service.block(actor_of(pair.first), pair, now())
    work()
    assert sorted(str(one["Subject"]) for one in sink) == [
        "Your partnership with Helen has ended",
        "Your partnership with Nadia has ended",
    ]
    for one in sink:
        assert "block" not in said(one)


def test_whoever_is_blocked_invites_into_the_void_and_is_answered_as_ever(
    browser: Browser, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    pair = in_state(P.DISSOLVED)
    nadia, helen = pair.people
    service.block(actor_of(nadia), pair, now())
    work()
    sink.clear()
    client = browser(helen)
    told = []
    for address in (nadia.address, "nobody@example.test"):
        client.post("/partnerships/invitations/new", data={"address": address, "message": "Once"})
        page = html.unescape(client.get("/partnerships").text)
        told.append(page.count("Invitations you sent") and page.count(str(address)))
    assert told[0] == told[1]
    work()
    assert [str(one["To"]) for one in sink] == ["nobody@example.test"]
    assert queries.received_by(actor_of(nadia), now()) == []
    assert "would like to share a role" not in browser(nadia).get("/").text


def test_a_link_that_was_mailed_before_connects_them_no_more(browser: Browser) -> None:
    pair = in_state(P.DISSOLVED)
    nadia, helen = pair.people
    theirs = make_invitation(helen, str(nadia.address))
    mine = make_invitation(nadia, str(helen.address))
    service.block(actor_of(nadia), pair, now())
    with pytest.raises(InvitationSpentError):
        service.accept(actor_of(nadia), theirs, now())
    with pytest.raises(InvitationSpentError):
        service.accept(actor_of(helen), mine, now())
    session().refresh(mine)
    assert mine.cancelled_at is not None
    session().refresh(theirs)
    assert theirs.cancelled_at is None, "to Helen it looks as sent as any"
    spent = browser(nadia).post(
        f"/invitations/partnership/{theirs.token()}", data={"answer": "accept"}
    )
    assert spent.status_code == 410


def test_after_the_block_is_taken_back_an_invitation_arrives() -> None:
    pair = in_state(P.DISSOLVED)
    nadia, helen = pair.people
    service.block(actor_of(nadia), pair, now())
    service.unblock(actor_of(nadia), pair)
    theirs = make_invitation(helen, str(nadia.address))
    assert list(queries.received_by(actor_of(nadia), now())) == [theirs]
    assert service.accept(actor_of(nadia), theirs, now()).status is P.CONNECTED
    session().refresh(pair)
    assert pair.status is P.DISSOLVED


def test_drafts_close_and_what_is_sent_is_the_others_to_decide() -> None:
    pair = make_partnership()
    draft = start_application(make_role(), pair)
    sent = visible_application(make_role(), pair)
    service.block(actor_of(pair.first), pair, now())
    found = leaving.departures([draft.id, sent.id])
    assert {row.left_by_id for row in found.values()} == {pair.first_id}
    assert Answer.NEW_PARTNER in choices(found[sent.id].was_visible, sent.role.if_one_leaves)
    assert Answer.KEPT in choices(found[draft.id].was_visible, draft.role.if_one_leaves)


def test_whoever_asked_for_the_end_first_stays_the_one_who_leaves() -> None:
    pair = in_state(P.DISSOLVING)
    draft = start_application(make_role(), _formed_again(pair))
    service.start_dissolving(actor_of(pair.second), pair, "", now())
    service.block(actor_of(pair.first), pair, now())
    assert leaving.departures([draft.id])[draft.id].left_by_id == pair.second_id


def _formed_again(pair: Partnership) -> Partnership:
    for person in pair.people:
        service.wish(actor_of(person), pair, Wish.STAY, now())
    return pair


def test_a_pause_and_a_notice_are_over_and_the_worker_does_nothing_more(
    work: Callable[[], int],
) -> None:
    pair = in_state(P.DISSOLVING)
    row = queries.open_breaks([pair.id])[pair.id]
    service.block(actor_of(pair.first), pair, now())
    session().refresh(row)
    assert row.outcome is Outcome.DISSOLVED
    ended = pair.parted_at
    with time_machine.travel(now() + NOTICE + timedelta(hours=1), tick=False):
        work()
    session().refresh(pair)
    assert pair.parted_at == ended


def test_the_pages_lead_through_and_back(browser: Browser) -> None:
    pair = make_partnership()
    nadia = browser(pair.first)
    url = f"/partnerships/{pair.id}"
    assert "Block Helen" in nadia.get(url).text
    assert nadia.get(f"{url}/unblocking").status_code == 302
    asked = html.unescape(nadia.get(f"{url}/blocking").text)
    assert "We tell nobody that anybody was blocked" in asked
    for _ in range(2):
        assert nadia.post(f"{url}/blocking").status_code == 302
    page = html.unescape(nadia.get(url).text)
    assert "You have blocked Helen" in page
    assert nadia.get(f"{url}/blocking").status_code == 302
    assert "does not come back by this" in nadia.get(f"{url}/unblocking").text
    assert nadia.post(f"{url}/unblocking").status_code == 302
    assert "You have blocked" not in nadia.get(url).text
    helen = browser(pair.second)
    assert "You have blocked" not in helen.get(url).text


def test_an_invitation_is_declined_and_its_sender_blocked_in_one_step(
    browser: Browser, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    nadia, helen = make_user("Nadia Okafor"), make_user("Helen Marsh")
    first = make_invitation(nadia, str(helen.address))
    link = f"/invitations/partnership/{first.token()}"
    assert "No, and block Nadia" in browser(helen).get(link).text
    _refused_to(browser, nadia, make_user("Eve"), link)
    assert browser(helen).post(link, data={"answer": "block"}).status_code == 200
    work()
    assert [str(one["Subject"]) for one in sink] == ["About your invitation"]
    assert "block" not in said(sink[0])
    again = make_invitation(nadia, str(helen.address))
    assert queries.received_by(actor_of(helen), now()) == []
    with pytest.raises(InvitationSpentError):
        service.accept(actor_of(helen), again, now())


def _refused_to(browser: Browser, inviter: User, stranger: User, link: str) -> None:
    for who in (None, inviter, stranger):
        answer: Any = browser(who).post(link, data={"answer": "block"})
        assert (
            answer.status_code in {302, 403, 404, 409, 410, 422} or "went to another" in answer.text
        )
    assert session().scalar(sa.select(sa.func.count(Block.id))) == 0
