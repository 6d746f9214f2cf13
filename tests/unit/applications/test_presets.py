from __future__ import annotations

import pytest

from jobboard.applications.weeks import presets
from jobboard.planning.checks import check
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import SplitPlan

NEEDS = [
    Need.from_text("nnnnn2nnnn", 1, 12),
    Need.from_text("nnnnnnnnnn", 0, 10),
    Need.from_text("nnnn--nnnn", 0, 10),
    Need.from_text("7:nnnnnnnnnn----", 1, 12),
    Need.from_text("nnnnn2nnnn/nnnnn2nnnn", 2, 12),
]


@pytest.mark.parametrize("need", NEEDS)
def test_every_pattern_offered_would_pass(need: Need) -> None:
    offered = presets(need)
    assert offered
    for _, text in offered:
        assert not any(line.is_fail for line in check(SplitPlan.from_text(text), need))


@pytest.mark.parametrize("need", NEEDS)
def test_no_pattern_is_offered_twice(need: Need) -> None:
    plans = [text for _, text in presets(need)]
    assert len(plans) == len(set(plans))


def test_common_patterns_come_first_where_the_role_allows_them() -> None:
    assert presets(Need.from_text("nnnnn2nnnn", 1, 12))[0][1] == "aaaaxxbbbb"
    assert "aaaaxxbbbb" not in [text for _, text in presets(Need.from_text("n" * 10, 0, 10))]
