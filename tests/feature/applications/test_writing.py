from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from jobboard.applications import queries, service
from jobboard.applications.domain import SectionKind, StaleSectionError, Status
from jobboard.applications.events import SignaturesCleared
from jobboard.applications.service import Saved
from jobboard.core.clock import now
from jobboard.core.errors import InvalidInputError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import NotAllowedError
from jobboard.planning.share_types import ShareType
from tests.factories.applications import actor_of, sign, submitted_application, write
from tests.factories.people import make_user
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")

_K = SectionKind
PROSE = _K.PROPOSITION


def save(
    desk: Desk, who: Any, text: str, *, base: int | None = None, at: datetime | None = None
) -> Saved:
    number = desk.application.section(PROSE).number if base is None else base
    content = {"text": text}
    return service.save_section(
        actor_of(who), desk.application, PROSE, number, content, at or now()
    )


def history(application_id: UUID) -> list[tuple[str, int]]:
    found = queries.versions_of(application_id, PROSE)
    return [(row.content["text"], row.version) for row in found]


def test_each_accepted_save_makes_a_version(draft: Desk) -> None:
    assert save(draft, draft.nadia, "one") == Saved(changed=True)
    assert save(draft, draft.helen, "two") == Saved(changed=True)
    found = draft.again()
    assert found.version == 3
    assert found.section(PROSE).number == 2
    assert found.section(PROSE).saved_by_id == draft.helen.id
    assert history(found.id) == [("one", 2), ("two", 3)]


def test_a_failing_rule_never_blocks_a_draft(draft: Desk) -> None:
    write(draft.application, draft.nadia, _K.SPLIT_PLAN, {"plan": "a.........."[:10]})
    assert draft.again().content(_K.SPLIT_PLAN)["plan"] == "a........."


def test_the_same_content_again_is_no_edit(draft: Desk) -> None:
    save(draft, draft.nadia, "one")
    assert save(draft, draft.helen, " one\r\n") == Saved(changed=False)
    assert save(draft, draft.helen, "one", base=0) == Saved(changed=False)
    assert draft.again().version == 2


def test_a_stale_base_answers_both_texts_and_overwrites_nothing(draft: Desk) -> None:
    save(draft, draft.nadia, "hers")
    with pytest.raises(StaleSectionError) as caught:
        save(draft, draft.helen, "mine", base=0)
    assert caught.value.mine == {"text": "mine"}
    assert caught.value.theirs == {"text": "hers"}
    assert caught.value.number == 1
    assert draft.again().content(PROSE) == {"text": "hers"}
    assert draft.application.version == 2


@pytest.mark.parametrize("base", [-1, 1, 99])
def test_a_base_that_never_was_is_stale(draft: Desk, base: int) -> None:
    with pytest.raises(StaleSectionError):
        save(draft, draft.nadia, "one", base=base)


def test_two_may_write_in_two_sections_on_the_same_version(draft: Desk) -> None:
    save(draft, draft.nadia, "one", base=0)
    plan = {"plan": "aaaaaxbbbb"}
    service.save_section(draft.as_helen, draft.application, _K.SPLIT_PLAN, 0, plan, now())
    assert draft.again().version == 3


# Ten minutes (decisions.md 6)


def test_saves_of_one_person_within_ten_minutes_replace_each_other(draft: Desk) -> None:
    at = now()
    save(draft, draft.nadia, "one", at=at)
    save(draft, draft.nadia, "two", at=at + timedelta(minutes=10))
    assert history(draft.application.id) == [("two", 3)]
    assert draft.again().section(PROSE).number == 2


def test_a_replaced_text_still_makes_older_pages_stale(draft: Desk) -> None:
    at = now()
    save(draft, draft.nadia, "one", at=at)
    save(draft, draft.nadia, "two", at=at + timedelta(minutes=1))
    with pytest.raises(StaleSectionError):
        save(draft, draft.helen, "on what I saw", base=1)


def test_after_ten_minutes_both_texts_are_kept(draft: Desk) -> None:
    at = now()
    save(draft, draft.nadia, "one", at=at)
    save(draft, draft.nadia, "two", at=at + timedelta(minutes=10, seconds=1))
    assert history(draft.application.id) == [("one", 2), ("two", 3)]


def test_the_partners_save_in_between_keeps_all_three(draft: Desk) -> None:
    for who, text in ((draft.nadia, "one"), (draft.helen, "two"), (draft.nadia, "three")):
        save(draft, who, text)
    assert [text for text, _ in history(draft.application.id)] == ["one", "two", "three"]


def test_a_signed_text_is_never_replaced(ready: Desk) -> None:
    before = history(ready.application.id)
    sign(ready.application, ready.nadia)
    save(ready, ready.nadia, "after the signature")
    save(ready, ready.nadia, "and once more")
    assert history(ready.application.id) == [*before, ("and once more", 13)]


def test_a_text_signed_and_cleared_elsewhere_is_not_replaced_either(ready: Desk) -> None:
    before = history(ready.application.id)
    sign(ready.application, ready.helen)
    write(ready.application, ready.nadia, _K.SPLIT_PLAN, {"plan": "aaaaxxbbbb"})
    save(ready, ready.nadia, "within ten minutes of the signed one")
    assert len(history(ready.application.id)) == len(before) + 1


# Editing after a signature


def test_an_edit_clears_the_signature_and_tells_both(ready: Desk, emitted: list[Any]) -> None:
    sign(ready.application, ready.nadia)
    emitted.clear()
    assert save(ready, ready.helen, "other words") == Saved(changed=True, cleared=True)
    found = ready.again()
    assert found.status is Status.DRAFT
    assert found.signatures == []
    assert queries.signatures_of(found.id)[0].cleared_at is not None
    assert emitted == [
        SignaturesCleared(application_id=found.id, by_id=ready.helen.id, version=found.version)
    ]


def test_the_same_content_again_leaves_the_signature(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    content = ready.application.content(_K.HANDOVER)
    assert not write(ready.application, ready.helen, _K.HANDOVER, content).changed
    assert ready.again().signature_of(ready.nadia.id)


def test_an_edit_of_what_was_only_asked_for_tells_nobody(ready: Desk, emitted: list[Any]) -> None:
    service.ask_for_signatures(ready.as_nadia, ready.application, now())
    emitted.clear()
    assert save(ready, ready.helen, "other words") == Saved(changed=True)
    assert ready.again().status is Status.DRAFT
    assert emitted == []


def test_terms_are_an_edit_too(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    args = (ready.application, ShareType.TWIN, ready.application.share_type, now())
    assert service.set_share_type(ready.as_helen, *args) == Saved(changed=True, cleared=True)
    assert service.set_share_type(ready.as_helen, *args) == Saved(changed=False)
    assert ready.again().version == 12
    assert ready.application.signatures == []


# Who may


def test_strangers_write_nothing(draft: Desk) -> None:
    with pytest.raises(NotAllowedError):
        save(draft, make_user("Eve"), "mine")
    with pytest.raises(NotAllowedError):
        service.set_share_type(
            actor_of(make_user("Eve")), draft.application, ShareType.TWIN, "hybrid", now()
        )


def test_what_was_sent_or_withdrawn_cannot_be_edited() -> None:
    desk = Desk(submitted_application())
    with pytest.raises(IllegalMoveError):
        save(desk, desk.nadia, "one more word")
    service.withdraw(desk.as_nadia, desk.application, now())
    with pytest.raises(IllegalMoveError):
        save(desk, desk.nadia, "one more word")


def test_what_cannot_be_stored_changes_nothing(draft: Desk) -> None:
    with pytest.raises(InvalidInputError):
        save(draft, draft.nadia, "a\x00b")
    assert draft.again().version == 1
