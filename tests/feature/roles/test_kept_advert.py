"""An advert is drawn once and kept: whatever it shows must still never be old."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import time_machine

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.roles import contents, service
from jobboard.roles.content import DutyLine
from jobboard.roles.domain import CancelReason
from tests.factories.world import make_role


def shown(browser, role) -> str:
    return browser().get(f"/roles/{role.id}").text


def test_an_edit_of_a_duty_is_on_the_page_at_once(browser, northmoor, actor):
    role = make_role(northmoor)
    before = shown(browser, role)
    content = replace(contents.of(role), duties=(DutyLine("Winter planning"),))
    assert service.save(actor, role, content, role.lock_version, now())
    after = shown(browser, role)
    assert "Winter planning" not in before
    assert "Winter planning" in after
    assert "Pay and union negotiations" not in after


def test_a_new_name_of_the_employer_is_on_the_page_at_once(browser, northmoor):
    role = make_role(northmoor)
    shown(browser, role)
    northmoor.name = "Northmoor and Westfield"
    session().commit()
    assert shown(browser, role).count("Northmoor and Westfield") > 1
    assert "Northmoor Community" not in shown(browser, role)


def test_the_days_that_are_left_and_the_closing_follow_the_clock(browser, northmoor):
    role = make_role(northmoor)
    assert "15 days left." in shown(browser, role)
    with time_machine.travel(now() + timedelta(days=1), tick=False):
        assert "14 days left." in shown(browser, role)
    with time_machine.travel(role.closes_at, tick=False):
        closed = shown(browser, role)
    assert "Nothing more can be sent for it." in closed
    assert "Start a joint application" not in closed


def test_a_role_that_is_taken_down_is_gone_although_it_was_drawn(browser, northmoor, actor):
    role = make_role(northmoor)
    shown(browser, role)
    service.cancel(actor, role, now(), CancelReason.MISTAKE)
    assert browser().get(f"/roles/{role.id}").status_code == 410


def test_what_only_a_member_reads_is_not_kept_for_others(browser, northmoor, ruth):
    role = make_role(northmoor)
    own = browser(ruth).get(f"/roles/{role.id}").text
    assert "This role belongs to your organisation." in own
    assert "This role belongs to your organisation." not in shown(browser, role)
