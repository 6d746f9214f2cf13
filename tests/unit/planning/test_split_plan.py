from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.checks import CheckKind, CheckLevel, check, failures
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import (
    SplitPlan,
    changeovers,
    coverage,
    gaps,
    longest_run,
    passes,
    restless_days,
)
from jobboard.planning.totals import totals
from jobboard.planning.week import Shape, Week

from .strategies import needs, needs_on, plans, plans_on, shapes

NAMES = ("Nadia", "Helen")
FULL = Need.from_text("nnnnnnnnnn", 1, 12)


def said(plan: str, need: Need = FULL) -> dict[CheckKind, tuple[str, str]]:
    lines = check(SplitPlan.from_text(plan), need, NAMES)
    return {line.kind: (line.level.value, line.sentence) for line in lines}


def test_three_days_each_meeting_on_wednesday_passes_everything() -> None:
    assert said("aaaaxxbbbb", Need.from_text("nnnnn2nnnn", 1, 12)) == {
        CheckKind.COVERAGE: ("pass", "Every half-day the role needs is covered."),
        CheckKind.BOTH: ("pass", "You are both in on Wednesday afternoon, as the role asks."),
        CheckKind.OVERLAP: (
            "pass",
            "You are in together for 2 half-days. The role asks for at least 1.",
        ),
        CheckKind.FUNDED: ("pass", "Your total is 1.2 FTE, within the 1.2 the role funds."),
        CheckKind.BALANCE: ("pass", "Your split is no wider than 60 to 40."),
    }


GAP = "Nobody is in on Friday afternoon. The role asks for all 10 half-days."


@pytest.mark.parametrize(
    ("plan", "need", "kind", "level", "sentence"),
    [
        ("aaaaaxbbb.", FULL, "coverage", "fail", GAP),
        (
            "aaaaxbbb..",
            Need.from_text("nnnnnnnnn-", 1, 12),
            "coverage",
            "fail",
            "Nobody is in on Friday morning. The role asks for 9 half-days.",
        ),
        (
            "aaaaaabbbb",
            Need.from_text("nnnnn2nnnn", 0, 12),
            "both",
            "fail",
            "The role asks for you both on Wednesday afternoon. Add Helen on Wednesday afternoon.",
        ),
        (
            "aaaaa.bbbb",
            Need.from_text("n2nnn2nnnn", 0, 12),
            "both",
            "fail",
            "The role asks for you both on Monday afternoon, Wednesday afternoon. Add Nadia on "
            "Wednesday afternoon and Helen on Monday afternoon, Wednesday afternoon.",
        ),
        (
            "aaaaabbbbb",
            FULL,
            "overlap",
            "fail",
            "You need at least 1 half-day together. Right now you have 0.",
        ),
        (
            "aaaaabbbbb",
            Need.from_text("nnnnnnnnnn", 0, 10),
            "overlap",
            "warn",
            "You are never in together. The role allows it, as long as every changeover has a "
            "handover in writing or by voice.",
        ),
        (
            "aaaaxbbbbb",
            Need.from_text("nnnnnnnnnn", 0, 12),
            "overlap",
            "pass",
            "You are in together for 1 half-day. The role asks for none.",
        ),
        (
            "aaaaxxxbbb",
            FULL,
            "funded",
            "fail",
            "Your total is 1.3 FTE. The role funds 1.2, so drop 1 half-day.",
        ),
        (
            "aaaaaaaaaa",
            FULL,
            "nobody",
            "fail",
            "Helen has no half-day yet. A share needs you both.",
        ),
        (
            "..........",
            FULL,
            "nobody",
            "fail",
            "Neither of you has a half-day yet. Start with a few each.",
        ),
        (
            "xaaaaaaaa.",
            FULL,
            "person",
            "fail",
            "Helen has 0.1 FTE. A share starts at 0.2, so add 1 half-day for Helen.",
        ),
        (
            "aaaaaaaaaa",
            FULL,
            "person",
            "fail",
            "Nadia has 1.0 FTE. A share ends at 0.9, so take 1 half-day from Nadia.",
        ),
        (
            "aaaaaaxbbb",
            FULL,
            "person",
            "warn",
            "Nadia has 0.7 FTE. Most pairs have between 0.4 and 0.6 each.",
        ),
        (
            "aaaaaaxbbb",
            FULL,
            "balance",
            "warn",
            "Nadia has 0.7 and Helen has 0.4 FTE. More than 60 to 40, or 0.2 FTE apart, the work "
            "tends to drift to whoever is in more.",
        ),
        (
            "abxaaabbbb",
            FULL,
            "changeovers",
            "warn",
            "The work changes hands more than once a day on Monday. Longer stretches need fewer "
            "handovers.",
        ),
        (
            "7:aaaaaaaaaaaabb",
            Need.from_text("7:nnnnnnnnnnnnnn", 0, 14),
            "run",
            "warn",
            "Nadia works 6 days in a row without a day off.",
        ),
    ],
)
def test_each_rule_says_what_is_wrong_and_what_to_do(
    plan: str, need: Need, kind: str, level: str, sentence: str
) -> None:
    assert said(plan, need)[CheckKind(kind)] == (level, sentence)


def test_a_person_without_a_day_off_is_told() -> None:
    need = Need.from_text("7:nnnnnnnnnnnnnn", 0, 14)
    lines = check(SplitPlan.from_text("7:abababababab.a"), need, NAMES)
    assert [line.sentence for line in lines if line.kind is CheckKind.RUN] == [
        "Nadia has no day off at all.",
        "Helen works 6 days in a row without a day off.",
    ]


def test_half_days_worked_that_the_role_does_not_need_are_no_fault() -> None:
    need = Need.from_text("nnnnnnnn--", 1, 12)
    assert not failures(check(SplitPlan.from_text("aaaaxxbbbb"), need))


def test_sixty_to_forty_is_still_even_enough_and_one_half_day_more_is_not() -> None:
    need = Need.from_text("nnnnnnnnnn", 0, 12)
    assert said("aaaaaabbbb", need)[CheckKind.BALANCE][0] == "pass"
    assert said("aaaaaaabbb", need)[CheckKind.BALANCE][0] == "warn"


def test_more_than_a_fifth_of_a_post_apart_is_told_even_within_sixty_to_forty() -> None:
    need = Need.from_text("nnnnnnnnnn/nnnnnnnnnn", 0, 14)
    assert said("xxxxxxxaaa/aaaaaabbbb", need)[CheckKind.BALANCE][0] == "warn"
    assert said("xxxxxxxaaa/aaaaabbbbb", need)[CheckKind.BALANCE][0] == "pass"


def test_five_days_in_a_row_are_an_ordinary_week() -> None:
    assert CheckKind.RUN not in said("ababababab")


def test_in_two_weeks_the_sum_is_over_the_cycle_and_each_week_may_differ() -> None:
    need = Need.from_text("nnnnnnnnnn/nnnnnnnnnn", 2, 11)
    lines = said("aaaaaxbbbb/aaaaxbbbbb", need)
    assert lines[CheckKind.FUNDED] == (
        "pass",
        "Your total is 1.1 FTE, within the 1.1 the role funds.",
    )
    assert "over the two weeks" in lines[CheckKind.OVERLAP][1]
    over = said("aaaaaxbbbb/aaaaxxbbbb", need)
    assert over[CheckKind.FUNDED] == (
        "fail",
        "Your total is 1.15 FTE. The role funds 1.1, so drop 1 half-day over the two weeks.",
    )


def test_a_plan_on_another_grid_fails_once_and_is_judged_as_carried_over() -> None:
    need = Need.from_text("nnnnnnnnnn/nnnnnnnnnn", 2, 12)
    lines = check(SplitPlan.from_text("aaaaxxbbbb"), need)
    assert [line.kind for line in failures(lines)] == [CheckKind.GRID]
    assert totals(SplitPlan.from_text("aaaaxxbbbb"), need).text == "aaaaxxbbbb/aaaaxxbbbb"


@pytest.mark.parametrize(
    ("plan", "changes", "hands"),
    [
        ("aaaaabbbbb", 2, 2),
        ("aaaaxxbbbb", 3, 2),
        ("ababababab", 10, 10),
        ("xxxxxxxxxx", 0, 0),
        ("aaaaaaaaaa", 0, 0),
        ("..........", 0, 0),
        ("aaaa..bbbb", 2, 2),
        ("aa..aa....", 0, 0),
        ("aaaaaxaaaa", 2, 0),
        ("aaaaaaaaaa/bbbbbbbbbb", 2, 2),
    ],
)
def test_changeovers_go_round_the_cycle_and_skip_half_days_with_nobody(
    plan: str, changes: int, hands: int
) -> None:
    read = SplitPlan.from_text(plan)
    assert (len(changeovers(read)), len(passes(read))) == (changes, hands)


def test_a_lunchtime_swap_with_time_together_before_it_is_one_change_of_hands() -> None:
    assert not restless_days(SplitPlan.from_text("aaaaxbbbbb"))
    assert restless_days(SplitPlan.from_text("abaaaabbbb")).spans() == "Monday"


def test_longest_run_counts_days_round_the_cycle() -> None:
    assert longest_run(Week.from_text("nnnnnnnnnn")) == 5
    assert longest_run(Week.from_text("7:n-n-n-----n-n-")) == 5
    assert longest_run(Week.full(Shape(2, 7))) == 14
    assert longest_run(Week()) == 0


def test_totals_hold_what_the_page_shows() -> None:
    shown = totals(SplitPlan.from_text("aaaaaxbbb."), Need.from_text("nnnnnnnnnn", 1, 12), NAMES)
    assert (shown.first.days_text, shown.first.fte_text) == ("3", "0.6")
    assert (shown.second.days_text, shown.second.fte_text) == ("2", "0.4")
    assert (shown.fte, shown.funded_text, shown.over) == (Decimal("1.0"), "1.2", 0)
    assert (shown.overlap, shown.overlap_spans) == (1, "Wednesday afternoon")
    assert (shown.needed, shown.covered, shown.gap_count) == (10, 9, 1)
    assert shown.gap_spans == "Friday afternoon"
    assert (shown.spread, shown.spread_text) == (2, "0.2")
    assert shown.sentence == (
        "Nadia 3 days, Helen 2 days, 1.0 FTE. 1 half-day together, 1 uncovered."
    )
    assert shown.description == (
        "Nadia: Monday, Tuesday, Wednesday. Helen: Wednesday afternoon, Thursday, Friday morning. "
        "Together: Wednesday afternoon. Uncovered: Friday afternoon."
    )


def test_a_plan_is_drawn_with_what_the_role_does_not_need() -> None:
    plan, needed = SplitPlan.from_text("aaaaxxbbb."), Week.from_text("nnnnnnnnn-")
    assert plan.to_text(needed) == "aaaaxxbbb-"
    last = plan.shape.half_days()[-1]
    assert plan.word_at(last, NAMES) == "Nobody"
    assert plan.word_at(last, NAMES, needed) == "Not needed"
    assert coverage(plan, Week.full()) == Fraction(9, 10)
    assert coverage(plan, Week()) == 1


def test_two_weeks_make_quarter_days_and_hundredths_exactly() -> None:
    need = Need.from_text("nnnnnnnnnn/nnnnnnnnnn", 1, 12)
    shown = totals(SplitPlan.from_text("aaaaabbbbb/aaaaaxbbbb"), need)
    assert (shown.first.days, shown.first.fte) == (Decimal("2.75"), Decimal("0.55"))
    assert shown.first.fte + shown.second.fte == shown.fte


@given(plans)
def test_slots_of_both_are_the_covered_ones_plus_the_overlap(plan: SplitPlan) -> None:
    assert plan.first.count + plan.second.count == plan.covered.count + plan.overlap.count
    assert plan.total == plan.covered.count + plan.overlap.count


@given(plans)
def test_swapping_the_partners_changes_no_figure_of_the_pair(plan: SplitPlan) -> None:
    other = SplitPlan(plan.second, plan.first)
    assert len(changeovers(plan)) == len(changeovers(other))
    assert len(passes(plan)) == len(passes(other)) <= len(changeovers(plan))
    assert plan.spread == other.spread


@given(shapes.flatmap(lambda shape: st.tuples(plans_on(shape), needs_on(shape))))
def test_totals_and_checks_agree(both: tuple[SplitPlan, Need]) -> None:
    plan, need = both
    shown, kinds = totals(plan, need), {line.kind for line in failures(check(plan, need))}
    assert (
        (shown.gap_count > 0)
        == (CheckKind.COVERAGE in kinds)
        == bool(gaps(plan, need.coverage.needed))
    )
    assert (shown.over > 0) == (CheckKind.FUNDED in kinds)
    assert (shown.overlap < shown.together_least) == (CheckKind.OVERLAP in kinds)
    assert shown.needed == shown.covered + shown.gap_count
    assert shown.first.fte + shown.second.fte == shown.fte
    assert SplitPlan.from_text(shown.text) == plan


@given(plans, needs)
def test_every_check_is_a_sentence_whatever_the_plan(plan: SplitPlan, need: Need) -> None:
    lines = check(plan, need, NAMES)
    assert all(line.sentence[0].isupper() and line.sentence.endswith(".") for line in lines)
    assert all(line.level in CheckLevel for line in lines)
    order = [list(CheckKind).index(line.kind) for line in lines]
    assert order == sorted(order)
