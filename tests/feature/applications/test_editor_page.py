"""The editor in a browser without JavaScript: saving, rearranging, what meets a stale page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from jobboard.accounts import queries as accounts
from jobboard.applications import queries
from jobboard.applications.domain import SectionKind, Status
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.planning.share_types import ShareType
from tests.factories.applications import PROPOSITION, sign, start_application
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
_K = SectionKind
Browser = Callable[..., Any]
LINES = {
    "when": ["Wednesday", "Friday"],
    "medium": ["meeting", "voice"],
    "minutes": ["60", "5"],
    "what": ["Decisions.", "The week."],
}


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def test_the_editor_shows_both_partners_and_every_section(ready: Desk, browser: Browser) -> None:
    sign(ready.application, ready.helen)
    page = words(browser(ready.nadia).get(ready.at()))
    assert page.count("<h1") == 1
    assert 'Nadia Okafor</b> <span class="muted s">(you)' in page
    assert "Signed version 11" in page
    assert "Last wrote in" in page
    for anchor in (
        "proposition", "split-plan", "responsibilities", "handover", "track-record", "terms", "sign"
    ):  # fmt: skip
        assert f'id="{anchor}"' in page
        assert f'href="#{anchor}"' in page
    assert "Shared, says the employer" in page


def test_every_id_on_the_editor_page_stands_once(ready: Desk, browser: Browser) -> None:
    ids = re.findall(r' id="([^"]+)"', words(browser(ready.nadia).get(ready.at())))
    assert sorted(ids) == sorted(set(ids))


def test_a_saved_section_leads_back_to_its_place(draft: Desk, browser: Browser) -> None:
    client = browser(draft.nadia)
    answer = client.post(draft.at("/sections/proposition"), data={"base": "0", "text": PROPOSITION})
    assert answer.status_code == 302
    assert answer.location == draft.at("#proposition")
    assert "This is version 2" in words(client.get(draft.at()))


def test_the_same_text_again_says_that_nothing_changed(draft: Desk, browser: Browser) -> None:
    client = browser(draft.nadia)
    for _ in range(2):
        client.post(draft.at("/sections/proposition"), data={"base": "0", "text": "One."})
    assert "nothing had changed" in words(client.get(draft.at()))
    assert draft.again().version == 2


def test_every_section_can_be_saved_from_its_form(draft: Desk, browser: Browser) -> None:
    client, duties = browser(draft.helen), draft.application.role.duties
    posts: dict[str, dict[str, Any]] = {
        "split_plan": {"week-a": ["0", "1", "5"], "week-b": ["5", "6"], "when_it_changes": "Ask."},
        "responsibilities": {f"lead-{duty.id}": "b" for duty in duties},
        "handover": {**LINES, "shared_inbox": "y", "urgent_rule": "Whoever is in."},
        "track_record": {"new_pair": "y"},
    }
    for kind, data in posts.items():
        assert (
            client.post(draft.at(f"/sections/{kind}"), data={"base": "0", **data}).status_code
            == 302
        )
    found = draft.again()
    assert found.content(_K.SPLIT_PLAN) == {"plan": "aa...xb...", "when_it_changes": "Ask."}
    assert list(found.content(_K.RESPONSIBILITIES)["leads"].values()) == ["joint", "b", "b"]
    assert found.content(_K.HANDOVER)["entries"][1]["minutes"] == 5
    assert found.content(_K.HANDOVER)["shared_inbox"] is True
    assert found.content(_K.TRACK_RECORD) == {"entry_ids": [], "new_pair": True}
    assert found.version == 5


def islands(draft: Desk) -> dict[str, str]:
    return {"share_type": "islands", "base": draft.application.share_type.value}


def test_terms_are_saved_and_checked(draft: Desk, browser: Browser) -> None:
    client = browser(draft.nadia)
    client.post(draft.at("/terms"), data=islands(draft))
    found = draft.again()
    assert found.share_type is ShareType.ISLANDS
    answer = client.post(draft.at("/terms"), data={"share_type": "x"})
    assert answer.status_code == 422
    assert "Choose one of the answers that are offered." in words(answer)


def test_an_unwelcome_way_of_sharing_is_said_and_not_refused(draft: Desk, browser: Browser) -> None:
    client = browser(draft.nadia)
    client.post(draft.at("/terms"), data=islands(draft))
    assert "does not list this way of sharing" in words(client.get(draft.at()))


def test_an_edit_after_a_signature_says_so(ready: Desk, browser: Browser) -> None:
    sign(ready.application, ready.nadia)
    client = browser(ready.helen)
    client.post(ready.at("/sections/proposition"), data={"base": "0", "text": "One."})
    page = words(client.get(ready.at()))
    client.post(
        ready.at("/sections/proposition"),
        data={"base": str(ready.application.section(_K.PROPOSITION).number), "text": "Two."},
    )
    page = words(client.get(ready.at()))
    assert "Your signatures no longer count" in page
    assert "The text has changed since then, so Nadia needs to sign again." in page


# Rearranging without JavaScript


def test_a_preset_fills_and_recomputes_without_saving(draft: Desk, browser: Browser) -> None:
    answer = browser(draft.nadia).post(
        draft.at("/sections/split_plan"),
        data={"base": "0", "preset": "aaaaxxbbbb", "when_it_changes": "As typed."},
    )
    page = words(answer)
    assert answer.status_code == 200
    assert "not saved yet" in page
    assert "Every half-day the role needs is covered." in page
    assert "As typed." in page
    assert draft.again().version == 1


def test_updating_totals_recomputes_what_is_ticked(draft: Desk, browser: Browser) -> None:
    data = {"base": "0", "totals": "1", "week-a": [str(n) for n in range(10)]}
    page = words(browser(draft.nadia).post(draft.at("/sections/split_plan"), data=data))
    assert "Helen has no half-day yet" in page
    assert page.count("checked") >= 10


@pytest.mark.parametrize("preset", ["", "zzz", "a" * 5000, "7:" + "a" * 14, "\x00"])
def test_a_strange_preset_falls_back_to_the_ticks(
    draft: Desk, browser: Browser, preset: str
) -> None:
    data = {"base": "0", "preset": preset, "week-a": ["0", "x", "99", "-1"]}
    assert browser(draft.nadia).post(draft.at("/sections/split_plan"), data=data).status_code == 200


def test_a_handover_line_is_added_and_removed_without_saving(draft: Desk, browser: Browser) -> None:
    client, url = browser(draft.nadia), draft.at("/sections/handover")
    page = words(client.post(url, data={"base": "0", **LINES, "add": "1"}))
    assert 'id="when-2"' in page
    assert "Decisions." in page
    page = words(client.post(url, data={"base": "0", **LINES, "remove": "0"}))
    assert "Decisions." not in page
    assert "The week." in page
    assert draft.again().version == 1


def test_the_enter_key_saves_and_presses_no_other_button(ready: Desk, browser: Browser) -> None:
    page = words(browser(ready.nadia).get(ready.at()))
    forms = re.findall(r"<form[^>]*sections/(\w+)[^>]*>(.*?)</form>", page, re.S)
    assert len(forms) == 9
    for _, form in forms:
        first = re.search(r"<button([^>]*)>", form)
        assert first
        assert "name=" not in first[1]


# What cannot be taken


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("word " * 601, "This has 601 words"),
        ("x" * 200_000, "200 kB of text"),
        ("nul \x00 here", "Take out the character that cannot be stored"),
    ],
)
def test_a_text_that_cannot_be_kept_comes_back_with_a_field_error(
    draft: Desk, browser: Browser, text: str, sentence: str
) -> None:
    answer = browser(draft.nadia).post(
        draft.at("/sections/proposition"), data={"base": "0", "text": text}
    )
    page = words(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert "<title>Error: " in page
    assert 'href="#text"' in page
    assert text.replace("\x00", "").strip() in page
    assert draft.again().version == 1


def test_a_wrong_line_keeps_what_was_typed_and_names_its_field(
    draft: Desk, browser: Browser
) -> None:
    data = {"base": "0", **LINES, "minutes": ["60", "an hour"]}
    answer = browser(draft.nadia).post(draft.at("/sections/handover"), data=data)
    page = words(answer)
    assert answer.status_code == 422
    assert 'href="#minutes-1"' in page
    assert 'value="an hour"' in page
    assert "Enter whole minutes, 5 to 120." in page


def test_more_than_a_megabyte_is_refused_and_nothing_stored(draft: Desk, browser: Browser) -> None:
    answer = browser(draft.nadia).post(
        draft.at("/sections/proposition"), data={"base": "0", "text": "x" * 1_100_000}
    )
    assert answer.status_code == 413
    assert draft.again().version == 1


@pytest.mark.parametrize("kind", ["terms", "x", "PROPOSITION", "proposition%00"])
def test_an_unknown_section_is_not_found(draft: Desk, browser: Browser, kind: str) -> None:
    answer = browser(draft.nadia).post(draft.at(f"/sections/{kind}"), data={"base": "0"})
    assert answer.status_code == 404


# Stale pages


def test_a_stale_proposition_keeps_both_texts(draft: Desk, browser: Browser) -> None:
    nadia, helen = browser(draft.nadia), browser(draft.helen)
    url = draft.at("/sections/proposition")
    nadia.post(url, data={"base": "0", "text": "We agree. Nadia wrote this."})
    answer = helen.post(url, data={"base": "0", "text": "We agree. Helen wrote that."})
    page = words(answer)
    assert answer.status_code == 409
    assert "Nadia wrote this." in page
    assert "Helen wrote that." in page
    assert '<mark class="t-b">' in page
    assert 'name="base" value="1"' in page
    assert "Nothing is lost" in page
    plain = re.sub(r"<span class=\"vh\">[^<]*</span>", "", page)
    assert "<del>Nadia</del><ins>Helen</ins> wrote" in plain
    assert "<del>this.</del><ins>that.</ins>" in plain
    chosen = helen.post(url, data={"base": "1", "text": "We agree. Both wrote.", "mine": "x"})
    assert chosen.status_code == 302
    assert draft.again().content(_K.PROPOSITION)["text"] == "We agree. Both wrote."


def test_passages_fill_the_text_on_the_server(draft: Desk, browser: Browser) -> None:
    nadia, helen = browser(draft.nadia), browser(draft.helen)
    url = draft.at("/sections/proposition")
    nadia.post(url, data={"base": "0", "text": "We agree. Nadia wrote this."})
    data = {"base": "1", "mine": "We agree. Helen wrote that.", "fill": "1", "passage-0": "both"}
    answer = helen.post(url, data={**data, "text": "whatever"})
    page = words(answer)
    assert answer.status_code == 200
    assert re.search(r"<textarea[^>]*>\s*We agree. Helen wrote that.\s+Nadia wrote this.", page)
    assert draft.again().version == 2


def merge_fields(page: str) -> dict[str, list[str]]:
    """The hidden inputs of the form on the page with both texts, as a browser would send them."""
    form = page[page.index('aria-labelledby="m-choose"') :].split("</form>")[0]
    sent: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form):
        if name != "csrf_token":
            sent.setdefault(name, []).append(value)
    return sent


def both_texts(draft: Desk, browser: Browser) -> tuple[Any, str, dict[str, list[str]], str]:
    """Helen meets Nadia's newer proposition: her browser, the address, what the form holds."""
    nadia, helen = browser(draft.nadia), browser(draft.helen)
    url = draft.at("/sections/proposition")
    nadia.post(url, data={"base": "0", "text": "We agree.\n\nNadia wrote this."})
    page = words(helen.post(url, data={"base": "0", "text": "We agree."}))
    return helen, url, merge_fields(page), page


def test_of_two_texts_none_is_chosen_before_somebody_chooses(draft: Desk, browser: Browser) -> None:
    helen, url, held, page = both_texts(draft, browser)
    form = page[page.index('aria-labelledby="m-choose"') :].split("</form>")[0]
    assert " checked" not in form
    assert re.search(r"<textarea[^>]*>\s*</textarea>", form)
    answer = helen.post(url, data={**held, "text": "", "passage-0": "theirs"})
    assert answer.status_code == 422
    assert "Choose which text you keep" in words(answer)
    again = words(answer)
    assert merge_fields(again)["mine"] == ["We agree."]
    assert 'value="theirs" checked' in again, "what was chosen for a passage stays"
    assert draft.again().content(_K.PROPOSITION)["text"] == "We agree.\n\nNadia wrote this."


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"choice": "mine", "text": ""}, "We agree."),
        ({"choice": "theirs", "text": ""}, "We agree.\n\nNadia wrote this."),
        ({"choice": "merged", "text": "We both wrote."}, "We both wrote."),
        ({"text": "We both wrote."}, "We both wrote."),
    ],
)
def test_of_two_texts_the_one_that_was_chosen_is_kept(
    draft: Desk, browser: Browser, sent: dict[str, str], kept: str
) -> None:
    helen, url, held, _ = both_texts(draft, browser)
    assert helen.post(url, data={**held, **sent}).status_code == 302
    assert draft.again().content(_K.PROPOSITION)["text"] == kept


def test_a_merged_text_must_be_there_and_each_passage_chosen(draft: Desk, browser: Browser) -> None:
    helen, url, held, _ = both_texts(draft, browser)
    empty = helen.post(url, data={**held, "choice": "merged", "text": " "})
    assert (empty.status_code, "Write the text below first" in words(empty)) == (422, True)
    fill = helen.post(url, data={**held, "fill": "1", "text": "Half of it"})
    assert (fill.status_code, "Choose for each passage" in words(fill)) == (422, True)
    assert "Half of it" in words(fill)
    assert draft.again().version == 2


def test_keeping_theirs_changes_nothing(draft: Desk, browser: Browser) -> None:
    url = draft.at("/sections/proposition")
    browser(draft.nadia).post(url, data={"base": "0", "text": "Hers."})
    answer = browser(draft.helen).post(url, data={"base": "1", "text": "Mine.", "choice": "theirs"})
    assert answer.status_code == 302
    assert draft.again().content(_K.PROPOSITION)["text"] == "Hers."


STALE: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "split_plan": ({"week-a": ["0"]}, {"week-b": ["1"], "when_it_changes": "I typed."}, "I typed."),
    "handover": (
        {"urgent_rule": "Hers."},
        {**LINES, "urgent_rule": "Mine."},
        "Meeting, 60 minutes. Decisions.",
    ),
    "track_record": ({}, {"new_pair": "y"}, "We are a new pair"),
}


@pytest.mark.parametrize("kind", [*STALE, "responsibilities"])
def test_every_kind_of_section_keeps_both_and_can_choose_mine(
    draft: Desk, browser: Browser, kind: str
) -> None:
    duty = draft.application.role.duties[1]
    leads = ({f"lead-{duty.id}": "a"}, {f"lead-{duty.id}": "b"}, "Helen leads")
    theirs, mine, shown = STALE.get(kind, leads)
    url = draft.at(f"/sections/{kind}")
    browser(draft.nadia).post(url, data={"base": "0", **theirs})
    helen = browser(draft.helen)
    answer = helen.post(url, data={"base": "0", **mine})
    page = words(answer)
    assert answer.status_code == 409
    assert shown in page
    assert "<ins>" in page[page.index("m-words") : page.index("m-choose")]
    sent = merge_fields(page)
    assert sent["base"] == ["1"]
    undecided = helen.post(url, data=sent)
    assert undecided.status_code == 422
    assert shown in words(undecided)
    assert merge_fields(words(undecided)) == sent
    assert helen.post(url, data={**sent, "choice": "mine"}).status_code == 302
    found = draft.again().section(SectionKind(kind))
    assert found.saved_by_id == draft.helen.id
    assert found.number == 2


def test_the_409_page_is_met_again_if_the_partner_saves_again(
    draft: Desk, browser: Browser
) -> None:
    nadia, helen, url = (
        browser(draft.nadia), browser(draft.helen), draft.at("/sections/proposition")
    )  # fmt: skip
    nadia.post(url, data={"base": "0", "text": "One."})
    nadia.post(url, data={"base": "1", "text": "Two."})
    answer = helen.post(url, data={"base": "1", "text": "Mine."})
    assert answer.status_code == 409
    assert 'name="base" value="2"' in words(answer)


def test_ones_own_other_window_is_told_so(draft: Desk, browser: Browser) -> None:
    client, url = browser(draft.nadia), draft.at("/sections/proposition")
    client.post(url, data={"base": "0", "text": "One."})
    answer = client.post(url, data={"base": "0", "text": "Two."})
    assert answer.status_code == 409
    assert "You saved this section elsewhere" in words(answer)


@pytest.mark.parametrize("base", ["", "x", "-1", "9" * 400, "１"])
def test_a_base_that_is_no_number_is_stale(draft: Desk, browser: Browser, base: str) -> None:
    answer = browser(draft.nadia).post(
        draft.at("/sections/proposition"), data={"base": base, "text": "Mine."}
    )
    assert answer.status_code == 409
    assert "Mine." in words(answer)


# Who sees it


PAGES = ("", "/panel-view", "/signature", "/withdrawal", "/submission", "/submission.json")


@pytest.mark.parametrize("tail", PAGES)
def test_a_stranger_gets_404_and_nobody_is_asked_to_sign_in(
    ready: Desk, browser: Browser, tail: str
) -> None:
    assert browser(make_user("Eve")).get(ready.at(tail)).status_code == 404
    answer = browser().get(ready.at(tail))
    assert answer.status_code == 302
    assert "/sign-in" in answer.location


@pytest.mark.parametrize("tail", ["/sections/proposition", "/terms", "/signature", "/withdrawal"])
def test_a_stranger_changes_nothing(ready: Desk, browser: Browser, tail: str) -> None:
    before = ready.again().version
    data = {"base": "1", "text": "Mine.", "share_type": "twin", "acceptance": "either", "read": "y"}
    assert browser(make_user("Eve")).post(ready.at(tail), data=data).status_code == 404
    assert (ready.again().version, ready.application.status) == (before, Status.DRAFT)


# The list


def test_the_list_is_empty_with_a_way_on(browser: Browser) -> None:
    page = words(browser(make_user("Solo")).get("/applications"))
    assert "You have no joint application yet" in page


def test_the_list_says_whose_turn_it_is_and_until_when(ready: Desk, browser: Browser) -> None:
    nadia, helen = browser(ready.nadia), browser(ready.helen)
    assert "Ready for you both to sign." in words(nadia.get("/applications"))
    sign(ready.application, ready.nadia)
    assert "It is Helen’s turn." in words(nadia.get("/applications"))
    assert "Your turn: Nadia has signed version 11." in words(helen.get("/applications"))
    assert "Closes " in words(helen.get("/applications"))
    sign(ready.application, ready.helen)
    assert "you may take it back" in words(nadia.get("/applications"))
    with time_machine.travel(now() + timedelta(minutes=11), tick=False):
        assert "Sent. The employer can read it." in words(browser(ready.nadia).get("/applications"))


def test_the_list_says_when_a_role_closed_before_it_was_sent(ready: Desk, browser: Browser) -> None:
    ready.application.role.closes_at = now() - timedelta(minutes=1)
    session().commit()
    assert "closed before this was sent" in words(browser(ready.nadia).get("/applications"))
    assert "This role has closed" in words(browser(ready.nadia).get(ready.at()))


# Queries


def test_the_editor_needs_at_most_eight_queries(
    ready: Desk, browser: Browser, queries_of: Callable[..., int]
) -> None:
    sign(ready.application, ready.nadia)
    assert queries_of(browser(ready.helen), ready.at()) <= 8


def test_the_list_needs_as_many_queries_for_twelve_as_for_one(
    draft: Desk, browser: Browser, queries_of: Callable[..., int]
) -> None:
    client, nadia_id = browser(draft.nadia), draft.nadia.id
    one = queries_of(client, "/applications")
    nadia = accounts.user(nadia_id)
    for _ in range(11):
        start_application(make_role(), make_partnership(first=nadia))
    assert len(queries.applications_of_person(nadia_id)) == 12
    assert queries_of(client, "/applications") == one
    assert one <= 8
