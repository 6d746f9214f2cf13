"""How far and how long, from moves (N25): pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.hiring import plots
from jobboard.hiring.domain import LIFECYCLE, Stage
from jobboard.hiring.figures import Move, Passage, passage, reached, standing, waiting

DAY = timedelta(days=1)
ARRIVED = datetime(2026, 11, 2, 9, tzinfo=UTC)


def way(*steps: tuple[str, float], alone: bool = False) -> Passage:
    """Moves of the life cycle by name, each so many days after it arrived."""
    stage, moves = Stage.NEW, []
    for name, days in steps:
        stage = LIFECYCLE.after(name, stage)
        moves.append(Move(ARRIVED + days * DAY, name, stage))
    return passage(ARRIVED, moves, is_alone=alone)


@st.composite
def walks(draw: st.DrawFn) -> Passage:
    stage, moves, at = Stage.NEW, [], ARRIVED
    for _ in range(draw(st.integers(0, 7))):
        names = LIFECYCLE.moves_from(stage)
        if not names:
            break
        name = draw(st.sampled_from(names))
        stage = LIFECYCLE.after(name, stage)
        at += timedelta(hours=draw(st.integers(0, 400)))
        moves.append(Move(at, name, stage))
    return passage(ARRIVED, moves, is_alone=draw(st.booleans()))


def test_a_pair_that_was_shortlisted_unread_has_been_read() -> None:
    assert reached([way(("shortlist", 2))]) == [1, 1, 1, 0, 0, 0]
    assert reached([way(("start_reading", 1), ("not_select", 3))]) == [1, 1, 0, 0, 0, 0]
    assert reached([way(("not_select", 3))]) == [1, 0, 0, 0, 0, 0]


def test_time_in_a_stage_leaves_out_the_days_that_somebody_decides() -> None:
    found = way(("shortlist", 2), ("partner_leaves", 5), ("resume_shortlisted", 11),
                ("interview", 12))  # fmt: skip
    assert {each.stage: (each.days, each.still) for each in waiting([found])} == {
        Stage.NEW: ((2.0,), 0),
        Stage.SHORTLISTED: ((4.0,), 0),
        Stage.INTERVIEWING: ((), 1),
    }


def test_whoever_goes_on_alone_counts_as_a_pair_up_to_then() -> None:
    found = way(("shortlist", 2), ("partner_leaves", 5), ("resume_shortlisted", 6),
                ("interview", 9), ("offer", 12), alone=True)  # fmt: skip
    assert reached([found]) == [1, 1, 1, 0, 0, 0]
    assert standing([found])["alone"] == 1
    assert [each.stage for each in waiting([found])] == [Stage.NEW, Stage.SHORTLISTED]


@given(st.lists(walks(), max_size=20), st.randoms())
def test_every_pair_is_counted_once_and_the_order_does_not_matter(ways, dice) -> None:
    numbers = reached(ways)
    assert numbers[0] == len(ways) == sum(standing(ways).values())
    assert numbers == sorted(numbers, reverse=True), "whoever got further got this far too"
    mixed = list(ways)
    dice.shuffle(mixed)
    assert (reached(mixed), waiting(mixed)) == (numbers, waiting(ways))


@given(st.lists(walks(), max_size=30))
def test_a_median_lies_in_the_middle_and_is_only_said_of_five(ways) -> None:
    for each in waiting(ways):
        assert len(each.days) + each.still <= len(ways)
        assert all(number >= 0 for number in each.days)
        if each.middle is None:
            assert len(each.days) < 5
        else:
            low, middle, high = each.middle
            assert each.days[0] <= low <= middle <= high <= each.days[-1]
            assert middle == pytest.approx(median(each.days))


def test_there_is_no_percentage_under_ten() -> None:
    few = plots.how_far([way(("shortlist", 2))] * 9)
    assert "%<" not in str(few.drawing) + str(few.rows)
    assert few.rows[2] == ("Shortlisted", "9", "too few to compare")
    enough = plots.how_far([way(("shortlist", 2))] * 5 + [way()] * 5)
    assert enough.rows[2] == ("Shortlisted", "5", "50%")


def test_four_that_left_a_stage_are_shown_as_they_are() -> None:
    few = plots.how_long([way(("start_reading", days)) for days in (1, 3, 2, 4)])
    assert few.drawing is None
    assert few.rows[0] == ("New", "4", "0", "too few to compare", "each: 1, 2, 3, 4 days")
    enough = plots.how_long([way(("start_reading", days)) for days in (1, 3, 2, 4, 10)])
    assert enough.rows[0] == ("New", "5", "0", "3 days", "2 to 4 days")
    assert enough.drawing is not None


def test_views_fall_into_weeks_from_monday_and_older_ones_stay_in_the_sum() -> None:
    sunday, monday, long_ago = date(2026, 11, 22), date(2026, 11, 23), date(2026, 6, 1)
    plot = plots.looked_at({long_ago: 4, sunday: 2, monday: 3}, date(2026, 11, 27))
    assert plot.rows[-2:] == (("Week of 16 November", "2"), ("Week of 23 November", "3"))
    assert sum(int(row[1]) for row in plot.rows) == 5
    assert plot.finding == "Looked at 9 times since 1 June 2026."
    assert plots.looked_at({}, monday).drawing is None
