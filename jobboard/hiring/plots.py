"""The figures of a role in words, drawings and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from jobboard.hiring.domain import STAGE_WORDS
from jobboard.hiring.figures import (
    STEPS,
    TOO_FEW_FOR_SHARES,
    Passage,
    Waiting,
    reached,
    waiting,
)
from jobboard.web.charts import Bar, Plot, Spread, bars, spreads
from jobboard.web.filters import count

TOO_FEW = "too few to compare"
WEEKS = 8


def looked_at(by_day: Mapping[date, int], today: date) -> Plot:
    """Of the last eight weeks, from Monday to Sunday."""
    this = today - timedelta(days=today.weekday())
    weeks = [this - timedelta(weeks=n) for n in reversed(range(WEEKS))]
    sums = dict.fromkeys(weeks, 0)
    for day, number in by_day.items():
        monday = day - timedelta(days=day.weekday())
        if monday in sums:
            sums[monday] += number
    total = sum(by_day.values())
    finding = f"Looked at {count(total, 'time')}."
    if by_day:
        first = min(by_day)
        finding = f"Looked at {count(total, 'time')} since {_day(first)} {first.year}."
    lines = [Bar(f"Week of {_day(week)}", number, f"{number:,}") for week, number in sums.items()]
    return Plot(
        "views",
        "Views of the advert",
        finding,
        bars(lines, f"Bars: views in each of the last {WEEKS} weeks") if by_day else None,
        ("Week", "Views"),
        tuple((line.label, str(line.value)) for line in lines),
    )


def how_far(passages: Sequence[Passage]) -> Plot:
    numbers = reached(passages)
    sent = numbers[0]
    lines = [
        Bar(step, number, f"{number}, {share}" if (share := _share(number, sent)) else str(number))
        for step, number in zip(STEPS, numbers, strict=True)
    ]
    finding = f"{count(sent, 'pair')} sent an application."
    if 0 < sent < TOO_FEW_FOR_SHARES:
        finding += f" That is {TOO_FEW} in percent."
    return Plot(
        "stages",
        "How far pairs get",
        finding,
        bars(lines, f"Bars: {_list(numbers)}") if sent else None,
        ("Stage reached", "Pairs", "Of those who sent"),
        tuple((line.label, str(line.value), _share(line.value, sent) or TOO_FEW) for line in lines),
    )


def how_long(passages: Sequence[Passage]) -> Plot:
    stages = waiting(passages)
    drawn = [
        Spread(STAGE_WORDS[each.stage], *each.middle, f"{_days(each.middle[1])}, half within"
               f" {_number(each.middle[0])} to {_number(each.middle[2])}")
        for each in stages if each.middle
    ]  # fmt: skip
    finding = "Days in each stage, of pairs that have left it. The line is the median, the bar the"
    finding += " middle half."
    return Plot(
        "time",
        "Time in stage",
        finding if drawn else "Too few pairs have left a stage to compare. The days are below.",
        spreads(drawn, f"Median days: {_list_of_medians(drawn)}") if drawn else None,
        ("Stage", "Pairs that left it", "Still in it", "Median", "Middle half"),
        tuple(_row(each) for each in stages),
    )


def _row(each: Waiting) -> tuple[str, ...]:
    name, left, still = STAGE_WORDS[each.stage], str(len(each.days)), str(each.still)
    if each.middle is None:
        days = ", ".join(_number(number) for number in each.days)
        return name, left, still, TOO_FEW, f"each: {days} days" if days else "–"
    low, middle, high = each.middle
    return name, left, still, _days(middle), f"{_number(low)} to {_number(high)} days"


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole >= TOO_FEW_FOR_SHARES else ""


def _number(days: float) -> str:
    return f"{days:.1f}".removesuffix(".0")


def _days(days: float) -> str:
    return f"{_number(days)} {'day' if _number(days) == '1' else 'days'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(
        f"{step.lower()} {number}" for step, number in zip(STEPS, numbers, strict=True)
    )


def _list_of_medians(drawn: Sequence[Spread]) -> str:
    return ", ".join(f"{line.label.lower()} {_days(line.middle)}" for line in drawn)
