"""A fortnight after closing: did you fill it, with a pair, through us?"""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from jobboard.core.clock import now
from jobboard.roles import service
from jobboard.roles.dates import StillOpenError
from jobboard.roles.domain import CancelReason
from jobboard.roles.models import Role
from jobboard.roles.outcomes import Ending, OutcomeMeanwhileError
from jobboard.roles.queries.outcomes import outcome
from tests.conftest import Browser
from tests.factories.hiring import owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_role

pytestmark = pytest.mark.usefixtures("db")
FORM = {"seen_version": "0", "ending": "pair", "through_us": "yes", "words": "A longer deadline."}


def _publish(role: Role) -> None:
    service.publish(recruiter_of(role), role, now())


def test_the_answer_is_kept_shown_and_can_be_changed(browser: Browser) -> None:
    role = make_role(closed=True)
    path, client = f"/roles/{role.id}/outcome", browser(owner_of(role))
    assert "What stands now" not in client.get(path).text
    assert client.post(path, data=FORM).status_code == 303
    row = outcome(role.id)
    assert (row.ending, row.through_us, row.words) == (Ending.PAIR, True, "A longer deadline.")
    shown = client.get(path).text
    assert "Yes, with a pair." in shown
    assert "Yes, they applied here." in shown
    stale = client.post(path, data={**FORM, "ending": "nobody", "once": "b" * 32})
    assert stale.status_code == 409
    assert "A colleague answered" in stale.text
    assert "Yes, with a pair." in stale.text
    seen = str(outcome(role.id).lock_version)
    again = {**FORM, "seen_version": seen, "ending": "nobody", "once": "c" * 32}
    assert client.post(path, data=again).status_code == 303
    row = outcome(role.id)
    assert (row.ending, row.through_us) == (Ending.NOBODY, None), "nobody came through anybody"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ending": ""}, "Choose how it ended."),
        ({"through_us": ""}, "Say whether they applied here."),
        ({"ending": "banana"}, "Choose one of those offered."),
        ({"words": "word " * 101}, "This has 101 words."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(browser: Browser, wrong, said) -> None:
    role = make_role(closed=True)
    answer = browser(owner_of(role)).post(f"/roles/{role.id}/outcome", data={**FORM, **wrong})
    assert answer.status_code == 422
    assert said in answer.text
    assert wrong.get("words", FORM["words"])[:18] in answer.text
    assert outcome(role.id) is None


def test_an_open_role_has_no_end_and_of_two_the_second_is_told(browser: Browser) -> None:
    role = make_role()
    assert browser(owner_of(role)).get(f"/roles/{role.id}/outcome").status_code == 409
    actor = recruiter_of(role)
    with pytest.raises(StillOpenError):
        service.say_outcome(actor, role, Ending.NOBODY, None, "", now(), seen=0)
    closed = make_role(closed=True)
    actor = recruiter_of(closed)
    service.say_outcome(actor, closed, Ending.LOOKING, None, "", now(), seen=0)
    with pytest.raises(OutcomeMeanwhileError):
        service.say_outcome(actor, closed, Ending.NOBODY, None, "", now(), seen=0)


def test_each_recruiter_is_asked_once_a_fortnight_after_closing(sink, work) -> None:
    role = make_role(published=False)
    add_member(role.organisation, make_user("Ngozi Adeyemi"))
    closes = role.closes_at
    _publish(role)
    with time_machine.travel(closes + timedelta(days=1), tick=False):
        service.relist(recruiter_of(role), role, closes + timedelta(days=10), now())
    with time_machine.travel(closes + timedelta(days=15), tick=False):
        work()
        assert [m for m in sink if "Did you fill" in m["Subject"]] == [], "it closed later"
    for days in (24, 25, 60):
        with time_machine.travel(closes + timedelta(days=days, hours=1), tick=False):
            work()
        assert len([m for m in sink if "Did you fill" in m["Subject"]]) == 2


def test_nobody_is_asked_of_a_withdrawn_role_or_one_that_was_answered(sink, work) -> None:
    withdrawn, answered = make_role(published=False), make_role(published=False)
    for role in (withdrawn, answered):
        _publish(role)
        service.close_early(recruiter_of(role), role, now())
    service.cancel(recruiter_of(withdrawn), withdrawn, now(), CancelReason.BUDGET)
    service.say_outcome(recruiter_of(answered), answered, Ending.ONE, False, "", now(), seen=0)
    with time_machine.travel(now() + timedelta(days=60), tick=False):
        work()
    assert [m for m in sink if "Did you fill" in m["Subject"]] == []
