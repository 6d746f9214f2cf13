"""A section kept as the pair's template, and an application that begins from it."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest

from jobboard.applications import service
from jobboard.applications.domain import KeptMeanwhileError, SectionKind
from jobboard.applications.templates import KEPT
from jobboard.core.clock import now
from jobboard.core.policy import NotAllowedError
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.ending import Wish
from jobboard.partnerships.queries.templates import templates_of
from tests.factories.applications import COVER, PROPOSITION, actor_of, start_application, write
from tests.factories.people import make_user
from tests.factories.world import make_role
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]


def keep(desk: Desk, *kinds: SectionKind, by: str = "nadia") -> None:
    pair = desk.application.partnership
    seen = service.stamp_of(pair, templates_of(pair.id))
    service.keep_templates(actor_of(getattr(desk, by)), desk.again(), kinds, seen, now())


def kept_of(desk: Desk) -> dict[str, Any]:
    return {row.kind: row for row in templates_of(desk.application.partnership_id)}


def next_one(desk: Desk, **role: Any) -> Desk:
    return Desk(start_application(make_role(**role), desk.again().partnership))


def words(answer: Any, code: int = 200) -> str:
    assert answer.status_code == code
    return html.unescape(answer.get_data(as_text=True))


def test_the_next_application_begins_from_what_was_kept_and_says_so(ready: Desk) -> None:
    keep(ready, SectionKind.COVER)
    other = {**COVER, "fortnight": "Something that suits the next role alone."}
    write(ready.application, ready.helen, SectionKind.COVER, other)
    made = next_one(ready).again()
    cover = made.section(SectionKind.COVER)
    assert cover.content["fortnight"] == COVER["fortnight"]
    assert cover.began_from.startswith("your template of ")
    assert ready.application.role.title in cover.began_from
    handover = made.section(SectionKind.HANDOVER)
    assert handover.began_from == f"your application for {ready.application.role.title}"


def test_leads_are_found_again_by_the_name_of_the_duty(ready: Desk) -> None:
    keep(ready, SectionKind.RESPONSIBILITIES)
    names = {duty.name for duty in ready.application.role.duties}
    made = next_one(ready).again()
    again = {duty.name: str(duty.id) for duty in made.role.duties}
    assert names == set(again)
    given = made.content(SectionKind.RESPONSIBILITIES)["leads"]
    assert {given[key] for key in again.values()} <= {"either", "joint"}
    assert set(given) == set(again.values())


def test_evidence_stays_with_its_role_and_one_keeps_only_their_own_words(ready: Desk) -> None:
    keep(ready, SectionKind.OWN_A)
    assert kept_of(ready)["own_a"].content["text"]["evidence"] == {}
    with pytest.raises(NotAllowedError):
        keep(ready, SectionKind.OWN_B)
    assert set(kept_of(ready)) == {"own_a"}


def test_the_proposition_becomes_the_next_shared_text(ready: Desk) -> None:
    number = ready.application.partnership.proposition_number
    keep(ready, SectionKind.PROPOSITION)
    pair = ready.again().partnership
    assert pair.proposition == PROPOSITION
    assert pair.proposition_number == number + 1
    assert kept_of(ready) == {}


def test_either_replaces_and_whoever_looked_at_older_ones_looks_again(ready: Desk) -> None:
    seen = service.stamp_of(ready.application.partnership, [])
    keep(ready, SectionKind.COVER)
    with pytest.raises(KeptMeanwhileError):
        service.keep_templates(ready.as_helen, ready.again(), [SectionKind.COVER], seen, now())
    assert kept_of(ready)["cover"].saved_by_id == ready.nadia.id
    keep(ready, SectionKind.COVER, by="helen")
    assert kept_of(ready)["cover"].saved_by_id == ready.helen.id
    assert len(kept_of(ready)) == 1


def test_nobody_keeps_for_a_pair_that_has_ended(ready: Desk) -> None:
    pair = ready.application.partnership
    partnerships.start_dissolving(actor_of(pair.first), pair, "", now())
    partnerships.wish(actor_of(pair.second), pair, Wish.END, now())
    with pytest.raises(NotAllowedError):
        keep(ready, SectionKind.COVER)


def test_the_page_ticks_what_was_asked_for_and_keeps_it(ready: Desk, browser: Browser) -> None:
    client = browser(ready.nadia)
    assert "Keep as our template" in words(client.get(ready.at()))
    page = words(client.get(ready.at("/template?section=cover")))
    assert page.count(" checked") == 1
    assert "Nothing of it is kept so far." in page
    whole = words(client.get(ready.at("/template")))
    assert whole.count(" checked") == len(KEPT) - 1
    seen = page.split('name="seen" type="hidden" value="')[1].split('"')[0]
    answer = client.post(ready.at("/template"), data={"seen": seen, "section": ["cover", "own_b"]})
    assert answer.status_code == 302
    assert set(kept_of(ready)) == {"cover"}
    shown = words(client.get(f"/partnerships/{ready.application.partnership_id}"))
    assert "When one is away" in shown
    assert f"From {ready.application.role.title}, kept on" in shown
    assert "by you" in shown
    theirs = words(browser(ready.helen).get(ready.at("/template?section=cover")))
    assert "Replaces what Nadia Okafor kept on" in theirs


def test_a_page_that_is_old_or_empty_is_shown_again_with_its_ticks(
    ready: Desk, browser: Browser
) -> None:
    client = browser(ready.nadia)
    none = client.post(ready.at("/template"), data={"seen": "x"})
    assert "Tick at least one section to keep." in words(none, 422)
    old = client.post(ready.at("/template"), data={"seen": "x", "section": "risks"})
    page = words(old, 422)
    assert "Your templates have changed" in page
    assert page.count(" checked") == 1
    assert kept_of(ready) == {}


@pytest.mark.parametrize(
    "kind", [one for one in KEPT if one not in (SectionKind.OWN_B, SectionKind.PROPOSITION)]
)
def test_every_kind_can_be_read_and_deleted(
    kind: SectionKind, ready: Desk, browser: Browser
) -> None:
    keep(ready, kind)
    client = browser(ready.nadia)
    at = f"/partnerships/{ready.application.partnership_id}/templates/{kind}/removal"
    assert "Delete this template?" in words(client.get(at))
    assert kept_of(ready)
    assert client.post(at).status_code == 302
    assert kept_of(ready) == {}
    assert client.get(at).status_code == 404


def test_own_words_are_read_by_both_and_deleted_by_one(ready: Desk, browser: Browser) -> None:
    keep(ready, SectionKind.OWN_A)
    at = f"/partnerships/{ready.application.partnership_id}/templates/own_a/removal"
    client = browser(ready.helen)
    assert "Only the one whose words these are" in words(client.get(at))
    client.post(at)
    assert set(kept_of(ready)) == {"own_a"}
    assert browser(make_user("A stranger")).get(at).status_code == 404
