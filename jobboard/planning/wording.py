"""Numbers and lists in plain words, the same on every page. Exact: no floats anywhere."""

from __future__ import annotations

from collections.abc import Sequence


def half_days(count: int) -> str:
    """`1 half-day`, `2 half-days`."""
    return f"{count} half-day" if count == 1 else f"{count} half-days"


def listed(words: Sequence[str]) -> str:
    """`Nadia`, `Nadia and Helen`, `a, b and c`; empty for nothing."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def fte_text(count: int, weeks: int) -> str:
    """FTE of `count` half-days in a cycle of `weeks` (10 a week are 1.0): `0.6`, `0.55`, `1.0`."""
    units, hundredths = divmod(count * (10 // weeks), 100)
    text = f"{units}.{hundredths:02d}"
    return text.removesuffix("0")


def days_text(count: int, weeks: int) -> str:
    """Days a week of `count` half-days in a cycle of `weeks`: `3`, `2.5`, `2.75`."""
    units, hundredths = divmod(count * (50 // weeks), 100)
    return f"{units}.{hundredths:02d}".rstrip("0").rstrip(".")


def days_phrase(count: int, weeks: int) -> str:
    """`3 days`, `1 day`, `2.5 days`: a week, whatever the cycle."""
    text = days_text(count, weeks)
    return f"{text} day" if text == "1" else f"{text} days"


def over_the_cycle(weeks: int) -> str:
    """What follows a count of half-days where the cycle is two weeks."""
    return " over the two weeks" if weeks == 2 else ""
