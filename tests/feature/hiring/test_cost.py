from __future__ import annotations

import html
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from jobboard.core.db import session
from jobboard.roles.domain import SalaryPeriod
from tests.factories.hiring import make_candidacy, owner_of

pytestmark = pytest.mark.usefixtures("db")


def page(browser: Callable[..., Any], **changed: object) -> str:
    candidacy = make_candidacy()
    for name, value in changed.items():
        setattr(candidacy.role, name, value)
    session().commit()
    answer = browser(owner_of(candidacy.role)).get(f"/hiring/candidacies/{candidacy.id}")
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))


def test_the_employer_reads_what_the_overlap_costs_and_what_it_buys(
    browser: Callable[..., Any],
) -> None:
    shown = page(browser, salary_min=Decimal(80_000), salary_max=Decimal(90_000))
    assert "£88,000 to £99,000, 1.1 FTE" in shown
    assert "£8,000 to £9,000" in shown
    assert "£10,000 to £11,250" in shown
    assert "(1.1 − 1) × £80,000 = £8,000" in shown
    assert "times 1.25" in shown
    assert "It buys 1 half-day with both in" in shown
    assert "Illustrative" in shown


def test_pay_by_the_hour_makes_no_sum(browser: Callable[..., Any]) -> None:
    assert "What sharing costs" not in page(browser, salary_period=SalaryPeriod.HOUR)
