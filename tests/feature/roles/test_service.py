"""The verbs: who may, from which state, what is left behind."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.errors import InvalidInputError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.roles import contents, queries, service
from jobboard.roles.dates import StillOpenError
from jobboard.roles.domain import (
    CancelReason,
    NotEditableError,
    NotReadyError,
    Origin,
    ReviewedVersionChangedError,
    RoleEditedMeanwhileError,
    RoleStatus,
)
from jobboard.roles.events import RoleChanged, RolePublished
from tests.factories.people import make_user
from tests.factories.roles import CLOSES, make_content
from tests.factories.world import make_role

VERBS = {
    "publish": ({"draft", "changes_asked", "approved"}, "published"),
    "pause": ({"published"}, "paused"),
    "resume": ({"paused"}, "published"),
    "take_back": ({"in_review", "approved"}, "draft"),
    "submit_for_review": ({"draft", "changes_asked"}, "in_review"),
    "extend": ({"published", "paused"}, None),
    "relist": ({"closed_early"}, "published"),
    "close_early": ({"published", "paused"}, "closed_early"),
    "cancel": ({"published", "paused", "closed_early"}, "cancelled"),
    "fill": ({"published", "closed_early"}, "filled"),
}


def verb_of(verb: str):
    """Whether somebody has accepted is hiring's to know."""
    done = getattr(service, verb)
    return partial(done, has_accepted=True) if verb == "fill" else done


def more(verb: str) -> list:
    """What a verb is told beside the actor and the role."""
    if verb in {"extend", "relist"}:
        return [now() + timedelta(days=40), now()]
    return [now(), CancelReason.BUDGET] if verb == "cancel" else [now()]


@pytest.mark.parametrize("state", RoleStatus)
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_starts_from_its_states_and_from_no_other(actor, northmoor, told, verb, state):
    role = make_role(northmoor, status=state)
    sources, target = VERBS[verb]
    do, is_open = verb_of(verb), state in {"published", "paused"}
    if state in sources:
        do(actor, role, *more(verb))
        assert role.status == (target or state)
        assert (RoleChanged(role_id=role.id) in told) is not role.is_unpublished
        assert trail_of([role.id])
    else:
        with pytest.raises(StillOpenError if verb == "relist" and is_open else IllegalMoveError):
            do(actor, role, *more(verb))
        assert (role.status, told, trail_of([role.id])) == (state, [], [])


@pytest.mark.parametrize("verb", [*VERBS, "discard"])
def test_a_stranger_may_do_nothing(northmoor, told, verb):
    role = make_role(northmoor, status=RoleStatus.DRAFT)
    stranger = Actor(make_user().id)
    instant = [] if verb == "discard" else more(verb)
    with pytest.raises(NotAllowedError):
        verb_of(verb)(stranger, role, *instant)
    assert role.status is RoleStatus.DRAFT
    assert told == []


def test_a_stranger_neither_creates_nor_saves(northmoor):
    stranger = Actor(make_user().id)
    with pytest.raises(NotAllowedError):
        service.create(stranger, northmoor, make_content(), now())
    role = make_role(northmoor, published=False)
    with pytest.raises(NotAllowedError):
        service.save(stranger, role, make_content(), role.lock_version, now())


def test_publishing_passes_review_by_itself_and_tells_everybody(actor, northmoor, told):
    role = service.create(actor, northmoor, make_content(), now())
    service.publish(actor, role, now(), seen_version=1)
    assert role.is_open(now())
    assert role.published_at == now()
    assert told == [RolePublished(role_id=role.id), RoleChanged(role_id=role.id)]
    trail = {row.action: row.actor_id for row in trail_of([role.id])}
    assert trail == {
        "role.created": actor.user_id,
        "role.sent_for_review": actor.user_id,
        "role.approved": None,
        "role.published": actor.user_id,
    }


def test_what_is_not_complete_is_not_published(actor, northmoor, told):
    role = service.create(actor, northmoor, make_content(title="", funded_tenths=10), now())
    with pytest.raises(NotReadyError) as refused:
        service.publish(actor, role, now())
    assert [gap.field for gap in refused.value.gaps] == ["title", "funded_fte"]
    assert role.status is RoleStatus.DRAFT
    assert told == []


def test_only_what_was_previewed_is_published(actor, northmoor):
    role = service.create(actor, northmoor, make_content(), now())
    service.save(actor, role, make_content(title="Another"), role.lock_version, now())
    with pytest.raises(ReviewedVersionChangedError):
        service.publish(actor, role, now(), seen_version=1)
    service.publish(actor, role, now(), seen_version=2)


def test_an_edit_of_a_public_role_is_told_and_one_of_a_draft_is_not(actor, northmoor, told):
    draft = service.create(actor, northmoor, make_content(), now())
    assert service.save(actor, draft, make_content(title="New"), draft.lock_version, now())
    assert told == []
    service.publish(actor, draft, now())
    told.clear()
    assert service.save(actor, draft, make_content(title="Newer"), draft.lock_version, now())
    assert told == [RoleChanged(role_id=draft.id)]
    assert draft.version == 3


def test_saving_what_is_there_already_changes_nothing(actor, northmoor, told):
    role = make_role(northmoor)
    before = role.lock_version
    assert not service.save(actor, role, contents.of(role), before, now())
    assert (role.version, role.lock_version, told) == (1, before, [])


def test_an_edit_from_an_old_base_is_refused(actor, northmoor):
    role = make_role(northmoor, published=False)
    with pytest.raises(RoleEditedMeanwhileError):
        service.save(actor, role, make_content(), role.lock_version - 1, now())


@pytest.mark.parametrize(
    "changes",
    [
        {"coverage": "2222222222"},
        {"title": ""},
        {"closes_at": CLOSES - timedelta(days=1)},
        {"closes_at": None},
    ],
)
def test_a_public_role_cannot_become_incomplete_or_close_sooner(actor, northmoor, changes):
    role = service.create(actor, northmoor, make_content(), now())
    service.publish(actor, role, now())
    with pytest.raises(InvalidInputError):
        service.save(actor, role, make_content(**changes), role.lock_version, now())


def test_a_closed_role_opens_again_when_its_closing_is_extended(actor, northmoor, winter):
    role = service.create(actor, northmoor, make_content(interview_dates=()), now())
    service.publish(actor, role, now())
    winter.move_to(CLOSES + timedelta(days=1))
    assert role.state_at(now()) == "closed"
    longer = make_content(interview_dates=(), closes_at=CLOSES + timedelta(days=14))
    service.save(actor, role, longer, role.lock_version, now())
    assert role.state_at(now()) == "open"


@pytest.mark.parametrize("state", [RoleStatus.FILLED, RoleStatus.CANCELLED, RoleStatus.IN_REVIEW])
def test_some_states_can_only_be_read(actor, northmoor, state):
    role = make_role(northmoor, status=state)
    with pytest.raises(NotEditableError):
        service.save(actor, role, make_content(), role.lock_version, now())


def test_nobody_edits_an_imported_advert(actor, northmoor):
    role = make_role(northmoor, origin=Origin.IMPORTED)
    with pytest.raises(NotAllowedError):
        service.save(actor, role, make_content(), role.lock_version, now())


def test_duties_keep_their_rows_when_others_come_and_go(actor, northmoor):
    role = make_role(northmoor, published=False)
    board, pay, leaders = role.duties
    lines = contents.of(role).duties
    kept = make_content(duties=(lines[2], lines[0]))
    service.save(actor, role, kept, role.lock_version, now())
    assert [duty.id for duty in role.duties] == [leaders.id, board.id]
    assert pay not in role.duties


def test_only_a_draft_can_be_deleted(actor, northmoor):
    draft = make_role(northmoor, published=False)
    service.discard(actor, draft)
    assert queries.counts_of_member(actor, now())[queries.Shelf.ALL] == 0
    assert [row.action for row in trail_of([draft.id])] == ["role.discarded"]
    for state in set(RoleStatus) - {RoleStatus.DRAFT}:
        with pytest.raises(IllegalMoveError):
            service.discard(actor, make_role(northmoor, status=state))
