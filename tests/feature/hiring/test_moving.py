from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.hiring import service
from jobboard.hiring.domain import (
    EMPLOYER_MOVES,
    LIFECYCLE,
    EmptyNoteError,
    MovedMeanwhileError,
    OtherReasonError,
    Reason,
    ReasonMissingError,
    Stage,
    TooManyWordsError,
)
from jobboard.hiring.models import Candidacy
from jobboard.organisations.domain import MemberKind
from tests.conftest import Browser
from tests.factories.hiring import PATHS, make_candidacy, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation

pytestmark = pytest.mark.usefixtures("db")


def _acts(candidacy: Candidacy) -> list[tuple[str, dict[str, object]]]:
    found = sa.select(Activity).where(Activity.subject_id == candidacy.id).order_by(Activity.at)
    return [(act.action, act.codes) for act in session().scalars(found)]


def test_a_move_leaves_the_stage_and_a_row_of_codes() -> None:
    candidacy = make_candidacy()
    service.move(recruiter_of(candidacy.role), candidacy, "shortlist", now(), note="Strong on pay.")
    assert candidacy.stage is Stage.SHORTLISTED
    assert [note.text for note in candidacy.notes] == ["Strong on pay."]
    assert _acts(candidacy) == [
        ("candidacy.moved", {"move": "shortlist", "to": "shortlisted"}),
        ("candidacy.noted", {}),
    ]


@pytest.mark.parametrize("stage", list(PATHS))
def test_the_employer_makes_legal_moves_only(stage: Stage) -> None:
    candidacy = make_candidacy(stage=stage)
    actor = recruiter_of(candidacy.role)
    for move in LIFECYCLE.steps:
        if move in EMPLOYER_MOVES and LIFECYCLE.allows(move, stage):
            continue
        with pytest.raises(IllegalMoveError):
            service.move(actor, candidacy, move, now(), reason=Reason.CRITERIA)
        assert candidacy.stage is stage


def test_who_is_not_of_the_house_may_not_move_it() -> None:
    candidacy = make_candidacy()
    partner = candidacy.application.partnership.first
    for user in (partner, make_user(), owner_of(make_candidacy().role)):
        with pytest.raises(NotAllowedError):
            service.move(Actor(user_id=user.id), candidacy, "shortlist", now())
        with pytest.raises(NotAllowedError):
            service.add_note(Actor(user_id=user.id), candidacy, "A note", now())


def test_a_no_needs_its_reason_and_says_it_to_both() -> None:
    candidacy = make_candidacy()
    actor = recruiter_of(candidacy.role)
    with pytest.raises(ReasonMissingError):
        service.move(actor, candidacy, "not_select", now(), words="Sorry.")
    with pytest.raises(OtherReasonError):
        service.move(actor, candidacy, "not_select", now(), reason=Reason.OTHER, words="  ")
    with pytest.raises(TooManyWordsError) as caught:
        service.move(actor, candidacy, "not_select", now(), reason=Reason.CRITERIA,
                     words="no " * 151)  # fmt: skip
    assert caught.value.field == "words"
    assert candidacy.stage is Stage.NEW
    assert candidacy.refusal is None
    service.move(actor, candidacy, "not_select", now(), reason=Reason.CRITERIA, words="no " * 150)
    assert candidacy.refusal is not None
    assert candidacy.refusal.reason is Reason.CRITERIA


def test_a_note_has_words_and_not_too_many() -> None:
    candidacy = make_candidacy()
    actor = recruiter_of(candidacy.role)
    with pytest.raises(EmptyNoteError):
        service.add_note(actor, candidacy, " \n ", now())
    with pytest.raises(TooManyWordsError):
        service.add_note(actor, candidacy, "word " * 101, now())
    with pytest.raises(TooManyWordsError) as caught:
        service.move(actor, candidacy, "shortlist", now(), note="word " * 101)
    assert caught.value.field == "note"
    assert candidacy.stage is Stage.NEW
    assert candidacy.notes == []


def test_who_decided_on_an_older_stage_is_stopped() -> None:
    candidacy = make_candidacy()
    actor, seen = recruiter_of(candidacy.role), candidacy.lock_version
    service.move(actor, candidacy, "start_reading", now(), seen=seen)
    with pytest.raises(MovedMeanwhileError):
        service.move(actor, candidacy, "shortlist", now(), seen=seen)
    assert candidacy.stage is Stage.UNDER_REVIEW


def test_two_recruiters_at_once_get_one_move_and_one_page_with_the_words_kept(
    browser: Browser,
) -> None:
    candidacy = make_candidacy()
    colleague = make_user("Dev Chaudhry")
    add_member(candidacy.role.organisation, colleague, MemberKind.RECRUITER)
    path = f"/hiring/candidacies/{candidacy.id}/stage"
    seen = candidacy.lock_version
    ruth, dev = browser(owner_of(candidacy.role)), browser(colleague)
    assert ruth.post(f"{path}?move=shortlist", data={"seen": seen}).status_code == 303
    answer = dev.post(
        f"{path}?move=not_select",
        data={"seen": seen, "reason": "criteria", "words": "Thank you for a fine text."},
    )
    assert answer.status_code == 409
    assert "A colleague moved this pair" in answer.text
    assert "Thank you for a fine text." in answer.text
    assert f'name="seen" type="hidden" value="{seen + 1}"' in answer.text
    again = dev.post(f"{path}?move=shortlist", data={"seen": seen + 1})
    assert again.status_code == 409
    session().expire_all()
    assert session().get_one(Candidacy, candidacy.id).stage is Stage.SHORTLISTED


def test_the_confirm_page_says_who_is_told_and_changes_nothing(browser: Browser) -> None:
    candidacy = make_candidacy()
    client = browser(owner_of(candidacy.role))
    path = f"/hiring/candidacies/{candidacy.id}/stage"
    told = client.get(f"{path}?move=shortlist").text
    assert "Shortlist Nadia Okafor and Helen Marsh" in told
    assert "each get the same mail, at the same moment" in told
    quiet = client.get(f"{path}?move=longlist").text
    assert "Nobody outside your organisation is told" in quiet
    assert client.get(f"{path}?move=interview").status_code == 409
    assert client.get(f"{path}?move=hire").status_code == 404
    assert client.get(path).status_code == 404
    assert _acts(candidacy) == []


def test_reading_begins_by_a_post_and_never_by_a_get(browser: Browser) -> None:
    candidacy = make_candidacy()
    client = browser(owner_of(candidacy.role))
    assert client.get(f"/hiring/candidacies/{candidacy.id}").status_code == 200
    assert candidacy.stage is Stage.NEW
    data = {"seen": candidacy.lock_version}
    url = f"/hiring/candidacies/{candidacy.id}/stage?move=start_reading"
    page = client.post(url, data=data, follow_redirects=True).text
    assert "Ruth Calloway started reading" in page
    assert candidacy.stage is Stage.UNDER_REVIEW


def test_a_form_that_is_wrong_comes_back_with_what_was_typed(browser: Browser) -> None:
    candidacy = make_candidacy()
    client = browser(owner_of(candidacy.role))
    url = f"/hiring/candidacies/{candidacy.id}/stage?move=not_select"
    data = {"seen": candidacy.lock_version, "words": "Kept words"}
    answer = client.post(url, data=data)
    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert "Choose the reason that both partners will read." in answer.text
    assert 'href="#reason-0"' in answer.text
    assert "Kept words" in answer.text
    bent = client.post(url, data={**data, "reason": "because"})
    assert bent.status_code == 422
    note = f"/hiring/candidacies/{candidacy.id}/notes"
    assert client.post(note, data={"text": ""}).status_code == 422
    long = client.post(note, data={"text": "word " * 101})
    assert long.status_code == 422
    assert "This has 101 words" in long.text


def test_a_double_click_counts_once(browser: Browser) -> None:
    candidacy = make_candidacy()
    client = browser(owner_of(candidacy.role))
    once = uuid4().hex
    note = f"/hiring/candidacies/{candidacy.id}/notes"
    for _ in range(2):
        assert client.post(note, data={"text": "Once", "once": once}).status_code in (302, 303)
    session().expire_all()
    assert [n.text for n in session().get_one(Candidacy, candidacy.id).notes] == ["Once"]
    data = {"seen": candidacy.lock_version, "once": uuid4().hex}
    url = f"/hiring/candidacies/{candidacy.id}/stage?move=shortlist"
    assert client.post(url, data=data).status_code == 303
    assert client.post(url, data=data).status_code in (302, 303)


def test_a_recruiter_may_do_what_an_owner_may(browser: Browser) -> None:
    candidacy = make_candidacy()
    recruiter = make_user("Ngozi Eze")
    add_member(candidacy.role.organisation, recruiter, MemberKind.RECRUITER)
    url = f"/hiring/candidacies/{candidacy.id}/stage?move=shortlist"
    data = {"seen": candidacy.lock_version, "note": "See their track record."}
    page = browser(recruiter).post(url, data=data, follow_redirects=True).text
    assert "Ngozi Eze shortlisted them" in page
    assert "See their track record." in page


def test_a_note_is_read_by_the_house_alone(browser: Browser) -> None:
    candidacy = make_candidacy()
    service.add_note(recruiter_of(candidacy.role), candidacy, "Very private words", now())
    pair = candidacy.application.partnership
    for path in ("/applications", f"/applications/{candidacy.application_id}/submission"):
        assert "Very private words" not in browser(pair.first).get(path).text
    other = browser(make_organisation().memberships[0].user)
    assert other.get(f"/hiring/candidacies/{candidacy.id}").status_code == 404


def test_who_comes_second_reads_where_the_pair_stands_and_keeps_the_typed_note(
    browser: Browser,
) -> None:
    candidacy = make_candidacy()
    colleague = make_user("Dev Chaudhry")
    add_member(candidacy.role.organisation, colleague, MemberKind.RECRUITER)
    path, seen = f"/hiring/candidacies/{candidacy.id}", candidacy.lock_version
    ruth = recruiter_of(candidacy.role)
    service.move(ruth, candidacy, "start_reading", now() - timedelta(minutes=5))
    service.move(ruth, candidacy, "shortlist", now(), note="Mine")
    dev = browser(colleague)
    data = {"seen": seen, "note": "Strong on pay, <b>ask</b> about cover."}
    answer = dev.post(f"{path}/stage?move=shortlist", data=data)
    assert answer.status_code == 409
    assert "Nadia Okafor and Helen Marsh are now at “Shortlisted”" in answer.text
    assert "Ruth Calloway shortlisted them" in answer.text
    assert "Strong on pay, &lt;b&gt;ask&lt;/b&gt; about cover.</textarea>" in answer.text
    assert f'action="{path}/notes"' in answer.text
    assert f'href="{path}"' in answer.text


def test_going_back_to_a_step_that_was_taken_says_so(browser: Browser) -> None:
    candidacy = make_candidacy()
    service.move(recruiter_of(candidacy.role), candidacy, "shortlist", now())
    client = browser(owner_of(candidacy.role))
    answer = client.get(f"/hiring/candidacies/{candidacy.id}/stage?move=shortlist")
    assert answer.status_code == 409
    assert "are now at “Shortlisted”" in answer.text
    assert "<textarea" not in answer.text
