from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning import levels
from jobboard.planning.levels import LEVELS, Band, UnknownLevelError


def test_there_are_eight_in_order_each_told_apart_by_its_scope() -> None:
    assert [level.number for level in LEVELS] == list(range(1, 9))
    assert list(LEVELS) == sorted(LEVELS)
    for field in ("key", "label", "scope"):
        assert len({getattr(level, field) for level in LEVELS}) == 8
    assert all(level.scope.endswith(".") and "year" not in level.scope for level in LEVELS)


def test_every_word_of_the_adverts_has_its_levels() -> None:
    assert [level.key for level in levels.in_band(Band.SENIOR_SPECIALIST)][1] == "senior_specialist"
    assert [len(levels.in_band(band)) for band in Band] == [3, 1, 1, 1, 1, 1]
    assert Band.DEPUTY_DIRECTOR.label == "Deputy director"
    bands = [list(Band).index(level.band) for level in LEVELS]
    assert bands == sorted(bands)


def test_at_or_above_mine_is_no_step_down() -> None:
    assert [level.key for level in levels.at_or_above(6)] == ["director", "executive", "board"]
    assert levels.is_at_or_above(6, 6)
    assert not levels.is_at_or_above(5, 6)
    assert levels.distance(2, 7) == levels.distance(7, 2) == 5


@pytest.mark.parametrize(
    ("text", "number"),
    [("6", 6), (6, 6), (" Director ", 6), ("deputy-director", 5), ("Deputy Director", 5)],
)
def test_a_level_is_read_from_a_number_or_a_key(text: object, number: int) -> None:
    found = levels.parse(text)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize("text", ["", "0", "9", "-1", "06", "6.0", None, "²", "٣", "boss", "\x00"])
def test_what_is_no_level_is_none(text: object) -> None:
    assert levels.parse(text) is None


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert levels.parse(text) in (*LEVELS, None)


@pytest.mark.parametrize("number", [0, 9, -1])
def test_a_number_outside_is_refused(number: int) -> None:
    with pytest.raises(UnknownLevelError):
        levels.level(number)


def test_keys_and_choices_lead_back_to_the_level() -> None:
    assert all(levels.by_key(level.key) is level for level in LEVELS)
    assert levels.by_key("boss") is None
    assert levels.choices()[0] == ("1", "Specialist lead")
    assert [levels.parse(value) for value, _ in levels.choices()] == list(LEVELS)
