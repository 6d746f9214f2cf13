"""Pattern text in, words and a drawing out."""

from __future__ import annotations

import pytest

from jobboard.web import weeks


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (
            "aaaaaxbbb.",
            "Nadia: Monday, Tuesday, Wednesday. Helen: Wednesday afternoon, Thursday, "
            "Friday morning. Together: Wednesday afternoon. Uncovered: Friday afternoon.",
        ),
        (
            "nnnnn2nnn-",
            "Cover needed: Monday, Tuesday, Wednesday, Thursday, Friday morning. "
            "Both in together: Wednesday afternoon.",
        ),
        ("~~~~nnnnnn", "Cover needed: Wednesday, Thursday, Friday."),
        ("ppcc------", "Nadia: would like Monday; could work Tuesday; cannot work Wednesday, "
         "Thursday, Friday."),
        ("..........", "Nadia: no days. Helen: no days. Uncovered: Monday, Tuesday, Wednesday, "
         "Thursday, Friday."),
        (
            "aaaaaaaaaa/bbbbbbbbbb",
            "Nadia: Monday, Tuesday, Wednesday, Thursday, Friday in week one. "
            "Helen: Monday, Tuesday, Wednesday, Thursday, Friday in week two.",
        ),
        ("7:----------abab", "Nadia: Saturday morning, Sunday morning. "
         "Helen: Saturday afternoon, Sunday afternoon."),
    ],
)  # fmt: skip
def test_a_week_is_said_in_words(pattern: str, said: str) -> None:
    assert weeks.week_summary(pattern, "Nadia", "Helen") == said


def test_a_drawn_week_carries_its_words_as_a_label() -> None:
    drawn = weeks.week_svg("aaaaxxbbbb", "Nadia", "Helen", "m")
    assert 'role="img"' in drawn
    assert f'aria-label="{weeks.week_summary("aaaaxxbbbb", "Nadia", "Helen")}"' in drawn


@pytest.mark.parametrize("name", ['<script>"', "O'Neill & Daughter"])
def test_a_name_cannot_break_out_of_the_label(name: str) -> None:
    label = weeks.week_svg("aaaaxxbbbb", name, "Helen").split('aria-label="')[1].split('"')[0]
    assert "<" not in label
    assert label.startswith(name.translate({34: "&#34;", 38: "&amp;", 39: "&#39;", 60: "&lt;",
                                            62: "&gt;"}))  # fmt: skip


def test_an_ordinary_week_costs_few_nodes() -> None:
    assert weeks.week_svg("nnnnn2nnnn").count("<path") == 3
    assert weeks.week_svg("aaaaxxbbbb").count("<path") == 5


def test_every_half_day_is_drawn_in_its_own_cell() -> None:
    drawn = weeks.week_svg("aaaaaaaaaa")
    for day in range(5):
        for top in (4.5, 20.5):
            assert f"M{day * 16 + 4.5:g} {top:g}h7" in drawn


@pytest.mark.parametrize(
    ("pattern", "box"),
    [
        ("aaaaxxbbbb", "0 0 80 32"),
        ("aaaaxxbbbb/bbbbxxaaaa", "0 0 80 68"),
        ("7:aaaaxxbbbb----", "0 0 112 32"),
    ],
)
def test_the_drawing_is_as_wide_and_tall_as_the_cycle(pattern: str, box: str) -> None:
    assert f'viewBox="{box}"' in weeks.week_svg(pattern)


def test_the_layout_numbers_half_days_over_both_weeks() -> None:
    rows = weeks.week_layout("aaaaxxbbbb/bbbbxxaaaa")
    numbers = [half.number for row in rows for day in row.days for half in day.halves]
    assert numbers == list(range(20))
    assert [row.title for row in rows] == ["Week one", "Week two"]
    assert rows[1].days[0].halves[1].label == "Week two, Monday afternoon"


def test_a_posted_grid_reads_back_as_the_same_pattern() -> None:
    pattern = "7:nnnnn2nnn---n-"
    posted = {f"need-{i}": mark for i, mark in enumerate(pattern[2:])}
    assert weeks.pattern_from(posted, "need", pattern, "-n2") == pattern


@pytest.mark.parametrize("mark", ["", "x", "nn", "\x00"])
def test_a_half_day_with_a_strange_mark_is_no_pattern(mark: str) -> None:
    posted = {f"need-{i}": "n" for i in range(10)} | {"need-3": mark}
    assert weeks.pattern_from(posted, "need", "nnnnnnnnnn", "-n2") is None


@pytest.mark.parametrize(
    ("first", "second", "coverage", "plan"),
    [
        (["0", "1"], ["1", "2"], "nn-n", "axb."),
        ([], [], "n-2n", ".-.."),
        (["99", "x", "-1"], ["3"], "nnnn", "...b"),
        (["0"], ["4"], "nnnn/nn--", "a.../b.--"),
    ],
)
def test_ticks_become_a_plan_judged_by_what_the_role_needs(
    first: list[str], second: list[str], coverage: str, plan: str
) -> None:
    assert weeks.plan_from(first, second, coverage) == plan
