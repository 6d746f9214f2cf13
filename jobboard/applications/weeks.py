"""The split plan on the editor page: sums, checks, patterns, the week of one alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jobboard.planning.absence import Away, away_words
from jobboard.planning.checks import check
from jobboard.planning.coverage import Need
from jobboard.planning.feasibility import even_plan
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.totals import Totals, totals

_COMMON = (
    ("Three days each, meet Wednesday", "aaaaxxbbbb"),
    ("Swap at Wednesday lunch", "aaaaabbbbb"),
    ("Longer overlap", "aaaaxxxbbb"),
)


@dataclass(frozen=True, slots=True)
class Week:
    """The split plan on the role's grid beside what the role asks."""

    sums: Totals
    checks: tuple[tuple[str, str], ...]
    presets: tuple[tuple[str, str], ...]

    @property
    def figures(self) -> dict[str, object]:
        """For the `totals` macro."""
        return {
            "a_days": self.sums.first.days_text,
            "b_days": self.sums.second.days_text,
            "a_fte": self.sums.first.fte_text,
            "b_fte": self.sums.second.fte_text,
            "fte": self.sums.fte_text,
            "overlap": self.sums.overlap,
            "gaps": self.sums.gap_count,
        }


@lru_cache(maxsize=256)
def away_of(text: str, need: Need, names: Names) -> tuple[Away, Away]:
    plan = SplitPlan.from_text(text).on(need.shape)
    return away_words(plan, need.coverage.needed, names)


@lru_cache(maxsize=256)
def week_of(text: str, need: Need, names: Names) -> Week:
    """Cached: the same plan is looked at many times while the rest of the text is written."""
    plan = SplitPlan.from_text(text)
    return Week(
        sums=totals(plan, need, names),
        checks=tuple((line.level.value, line.sentence) for line in check(plan, need, names)),
        presets=presets(need),
    )


@lru_cache(maxsize=256)
def presets(need: Need) -> tuple[tuple[str, str], ...]:
    """Patterns to start from that this role allows: (words, plan). Common ones first. Cached,
    because it tries each of them and few needs exist."""
    even = even_plan(need)
    offered = [
        *((words, SplitPlan.from_text(text).on(need.shape)) for words, text in _COMMON),
        ("An even split of this week", even),
        ("The same, the other way round", SplitPlan(even.second, even.first)),
    ]
    found: dict[str, str] = {}
    for words, plan in offered:
        if not any(line.is_fail for line in check(plan, need)):
            found.setdefault(plan.to_text(need.coverage.needed), words)
    return tuple((words, text) for text, words in found.items())
