"""Two versions of who leads what, laid side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.errors import InvalidInputError
from jobboard.partnerships.call_card import CardFields, asked_of, on_shape, settled
from jobboard.partnerships.duty_map import MAX_DUTIES, Duty, DutyMap, Lead
from jobboard.planning.grid import Shape

DUTIES = st.builds(Duty, st.sampled_from("abcdef"), st.sampled_from(Lead), st.sampled_from(" xy"))
MAPS = st.lists(DUTIES, max_size=6, unique_by=lambda duty: duty.name).map(
    lambda found: DutyMap(tuple(found))
)


@given(MAPS)
def test_a_map_is_read_as_it_was_written_and_does_not_differ_from_itself(one):
    assert DutyMap.read(one.plain()) == one
    assert one.changes_since(one) == []


@given(MAPS, MAPS)
def test_the_changes_lead_from_one_map_to_the_other(before, after):
    found = {duty.name: duty for duty in before.duties}
    for change in after.changes_since(before):
        assert found.get(change.name) == change.before
        if change.after is None:
            del found[change.name]
        else:
            found[change.name] = change.after
    assert set(found.values()) == set(after.duties)


@pytest.mark.parametrize(
    "duties",
    [
        (),
        (Duty("", Lead.A, "a rule alone"),),
        (Duty("Board", Lead.A), Duty("board", Lead.B)),
        (Duty("x" * 201, Lead.A),),
        tuple(Duty(f"Duty {n}", Lead.A) for n in range(MAX_DUTIES + 1)),
    ],
)
def test_a_map_that_cannot_stand_says_so(duties):
    with pytest.raises(InvalidInputError):
        DutyMap(duties).check()


def test_sixty_duties_and_a_name_of_two_hundred_arabic_characters_fit():
    names = ["م" * 197 + f"{n:03}" for n in range(MAX_DUTIES)]
    DutyMap(tuple(Duty(name, Lead.EITHER) for name in names)).check()


def test_a_week_of_two_keeps_its_habit_on_another_grid():
    assert asked_of(Shape(2, 5)) == "nnnnnnnnnn/nnnnnnnnnn"
    assert settled("aaaa~xbb.b") == "aaaa.xbb.b"
    assert on_shape("aaaaaxbbbb", Shape(2, 5)).count("x") == 2
    with pytest.raises(InvalidInputError):
        CardFields("." * 10).check()
