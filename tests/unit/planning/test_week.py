from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.availability import Availability
from jobboard.planning.coverage import Coverage, Need, NeedError
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import (
    HalfDay,
    OutsideWeekError,
    Shape,
    Week,
    WeekLengthError,
    WeekMismatchError,
    WeekShapeError,
    WeekSymbolError,
    WeekTextError,
    read_symbols,
)

from .strategies import needs, shapes, texts, weeks_on

TWO_WEEKS, WEEKEND = Shape(weeks=2), Shape(days=7)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nnnnn-----", "Monday, Tuesday, Wednesday morning"),
        ("-n------n-", "Monday afternoon, Friday morning"),
        ("----------", ""),
        ("7:----------nn-n", "Saturday, Sunday afternoon"),
        ("nn--------/nn--------", "Monday in both weeks"),
        ("nn--------/--------nn", "Monday in week 1; Friday in week 2"),
        ("----------/----nn----", "Wednesday in week 2"),
        ("----------/----------", ""),
    ],
)
def test_a_week_is_said_in_whole_days_where_it_can_be(text: str, words: str) -> None:
    assert Week.from_text(text).spans() == words


def test_a_half_day_has_a_name_a_key_and_its_place_in_the_cycle() -> None:
    monday, friday = HalfDay(0, 0, 0), HalfDay(1, 4, 1)
    assert (monday.name, monday.key) == ("Monday morning", "mon-am")
    assert (friday.name, friday.key) == ("Friday afternoon", "w2-fri-pm")
    assert TWO_WEEKS.name(friday) == "Friday afternoon, week 2"
    assert Shape().name(monday) == "Monday morning"
    assert monday.day_name == "Monday"
    assert sorted([friday, HalfDay(0, 4, 1), HalfDay(0, 0, 1), monday])[0] == monday


def test_a_row_of_the_week_table_is_one_half_of_every_day() -> None:
    assert [half.name for half in Shape().row(0, 1)][:2] == [
        "Monday afternoon",
        "Tuesday afternoon",
    ]
    assert WEEKEND.day_names()[-1] == "Sunday"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nnnnnnnnn",
        "nnnnnnnnnnn",
        "nnnnnnnnnn/",
        "/nnnnnnnnnn",
        "nnnnnnnnnn/nnnnnnnnnn/nnnnnnnnnn",
        "5:nnnnnnnnnn",
        "7:nnnnnnnnnn",
        "8:nnnnnnnnnnnnnnnn",
        "7:",
        "n" * 200_000,
    ],
)
def test_a_text_of_the_wrong_length_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(WeekLengthError) as refusal:
        Week.from_text(text)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("symbol", ["N", "x", " ", "\x00", "\ud800", "٢", "é", "/"])
@pytest.mark.parametrize("kind", [Week, Coverage, Availability])
def test_an_unknown_mark_is_refused_and_never_repeated(
    kind: type[Week | Coverage | Availability], symbol: str
) -> None:
    with pytest.raises(WeekTextError) as refusal:
        kind.from_text("---" + symbol + "------")
    assert symbol not in str(refusal.value) or symbol == " "


def test_the_refusal_names_the_half_day() -> None:
    with pytest.raises(WeekSymbolError, match="Tuesday afternoon, week 2"):
        SplitPlan.from_text("aaaaaaaaaa/aaanaaaaaa")


@pytest.mark.parametrize(("weeks", "days"), [(0, 5), (3, 5), (1, 4), (1, 8), (-1, 5)])
def test_a_cycle_has_one_or_two_weeks_of_five_to_seven_days(weeks: int, days: int) -> None:
    with pytest.raises(WeekShapeError):
        Shape(weeks, days)


def test_half_days_outside_the_grid_are_refused() -> None:
    for outside in (HalfDay(0, 5, 0), HalfDay(1, 0, 0), HalfDay(0, 0, 2), HalfDay(0, -1, 0)):
        with pytest.raises(OutsideWeekError):
            Week.of([outside])
    for mask in (-1, 1 << 10):
        with pytest.raises(OutsideWeekError):
            Week(mask)
    with pytest.raises(OutsideWeekError):
        Week.from_keys(["mon-am", "sat-am"])


def test_weeks_of_different_grids_do_not_mix() -> None:
    with pytest.raises(WeekMismatchError):
        Week() | Week(0, WEEKEND)
    for kind in (Coverage, Availability, SplitPlan):
        with pytest.raises(WeekMismatchError):
            kind(Week(), Week(0, TWO_WEEKS))


def test_ticked_boxes_make_a_week() -> None:
    assert Week.from_keys(["wed-pm", "mon-am", "mon-am"]).to_text() == "n----n----"
    assert Week.from_keys(["w2-fri-pm"], TWO_WEEKS).to_text() == "----------/---------n"


def test_a_week_moves_to_another_grid_by_keeping_the_habit() -> None:
    assert Week.from_text("nn--------").on(TWO_WEEKS).to_text() == "nn--------/nn--------"
    assert Week.from_text("nn--------/--nn------").on(Shape()).to_text() == "nn--------"
    assert Week.from_text("n---------").on(WEEKEND).to_text() == "7:n-------------"
    assert Week.from_text("7:n----------nnn").on(Shape()).to_text() == "n---------"


def test_a_coverage_says_each_half_day_in_a_word() -> None:
    coverage = Coverage.from_text("nnnnn2nn--")
    words = [coverage.word_at(half) for half in coverage.shape.half_days()]
    assert words[4:10] == ["One", "Both", "One", "One", "Not needed", "Not needed"]
    assert coverage.describe() == (
        "Cover needed: Monday, Tuesday, Wednesday, Thursday. Both in together: Wednesday afternoon."
    )
    assert Coverage.from_text("----------").describe() == "Cover needed: none."


def test_an_availability_knows_liked_from_possible() -> None:
    availability = Availability.from_text("ppppcc--c-")
    assert availability.able.spans() == "Monday, Tuesday, Wednesday, Friday morning"
    assert availability.word_at(HalfDay(0, 2, 0)) == "I could"
    assert availability.describe("Nadia") == (
        "Nadia would like: Monday, Tuesday. Could also: Wednesday, Friday morning."
    )
    assert Availability.from_text("-" * 10).describe("Helen") == "Helen would like: no half-days."


def test_a_half_day_for_both_must_be_one_to_cover_and_a_liked_one_is_not_also_a_could() -> None:
    with pytest.raises(NeedError):
        Coverage(Week(), Week(1))
    with pytest.raises(WeekSymbolError):
        Availability(Week(1), Week(3))


@pytest.mark.parametrize(("overlap", "tenths"), [(-1, 12), (5, 12), (1, 9), (1, 15)])
def test_a_need_outside_its_bounds_is_refused(overlap: int, tenths: int) -> None:
    with pytest.raises(NeedError):
        Need.from_text("nnnnnnnnnn", overlap, tenths)


@given(texts("n-"), texts("-n2"), texts("pc-"), texts("abx."))
def test_every_text_comes_back_as_it_was(week: str, need: str, av: str, plan: str) -> None:
    assert Week.from_text(week).to_text() == week
    assert Coverage.from_text(need).to_text() == need
    assert Availability.from_text(av).to_text() == av
    assert SplitPlan.from_text(plan).to_text() == plan


@given(texts("abx.-"))
def test_not_needed_in_a_plan_reads_as_nobody(text: str) -> None:
    assert SplitPlan.from_text(text).to_text() == text.replace("-", ".")


@given(st.text())
def test_any_text_is_a_week_or_is_refused(text: str) -> None:
    with suppress(WeekTextError):
        shape, symbols = read_symbols(text, "n-")
        assert len(symbols) == shape.size


@given(shapes.flatmap(lambda shape: st.tuples(weeks_on(shape), weeks_on(shape))))
def test_weeks_are_sets(pair: tuple[Week, Week]) -> None:
    one, two = pair
    first, second = set(one), set(two)
    assert set(one | two) == first | second
    assert set(one & two) == first & second
    assert set(one - two) == first - second
    assert one.count == len(one) == len(first) == sum(one.counts())
    assert one.is_within(two) == (first <= second)
    assert bool(one) == bool(first)


@given(shapes.flatmap(weeks_on), shapes)
def test_a_week_is_its_half_days_in_order(week: Week, other: Shape) -> None:
    assert week.half_days() == sorted(week.half_days())
    assert Week.of(week, week.shape) == week
    assert Week.from_keys([half.key for half in week], week.shape) == week
    assert week.on(week.shape) == week
    assert week.on(other).shape == other


@given(needs)
def test_the_words_for_a_need_name_every_day_it_asks_for(need: Need) -> None:
    words = need.coverage.needed.spans()
    assert all(half.day_name in words for half in need.coverage.needed)
