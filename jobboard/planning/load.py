"""How the weight of a role's duties falls on two people, beside the hours they work. Pure.

Source: domain.md §3.3 (ResponsibilitiesMap); a duty that is joint or either counts half to each
partner (decisions.md 13). Everything here only warns; nothing keeps a pair from signing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jobboard.planning.checks import Check, CheckKind, CheckLevel
from jobboard.planning.share_types import ShareType
from jobboard.planning.split_plan import Names, SplitPlan

MIDDLE_WEIGHT = 3
"""What a duty counts that the employer did not weigh: where none is weighed, all are equal."""
POINTS = 15
"""How far load and hours may lie apart, in percentage points, before we say so."""
TWIN_MOST, ISLANDS_LEAST = 50, 30
"""Percent of the weight led by one person alone: more is no twin, less is no islands."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A duty's weight, in percent (1 to 5 in texts signed before) or None, and who carries
    it: a, b, shared, None for nobody yet."""

    weight: int | None
    side: str | None

    @property
    def counts(self) -> int:
        return MIDDLE_WEIGHT if self.weight is None else self.weight


@dataclass(frozen=True, slots=True)
class Load:
    """Parts of the whole weight, 0 to 1: `first` and `second` carry, `alone` led by one only."""

    first: Fraction
    second: Fraction
    alone: Fraction

    @property
    def percents(self) -> tuple[int, int]:
        """Whole percent of A and of B; 100 together."""
        first = percent(self.first)
        return (first, 100 - first)


def load(duties: Sequence[Weighed]) -> Load | None:
    """None while a duty has nobody, or where there is none: half a map says nothing."""
    if not duties or any(duty.side is None for duty in duties):
        return None
    total = sum(duty.counts for duty in duties)
    alone = {side: sum(d.counts for d in duties if d.side == side) for side in ("a", "b")}
    shared = Fraction(total - alone["a"] - alone["b"], 2)
    return Load(
        first=(alone["a"] + shared) / total,
        second=(alone["b"] + shared) / total,
        alone=Fraction(alone["a"] + alone["b"], total),
    )


def hours_share(plan: SplitPlan) -> Fraction | None:
    """A's part of the half-days both work, 0 to 1; None for an empty plan."""
    return Fraction(plan.first.count, plan.total) if plan.total else None


def check_load(
    duties: Sequence[Weighed], plan: SplitPlan | None, share_type: ShareType | None, names: Names
) -> list[Check]:
    """The warnings of domain.md §3.3, in a fixed order; none while the map is not whole."""
    found = load(duties)
    if found is None:
        return []
    lines: Iterable[str] = (*_beside_hours(found, plan, names), *_beside_kind(found, share_type))
    return [Check(CheckKind.LOAD, CheckLevel.WARN, line) for line in lines]


def _beside_hours(found: Load, plan: SplitPlan | None, names: Names) -> Iterator[str]:
    hours = hours_share(plan) if plan is not None else None
    if hours is None or abs(found.first - hours) * 100 <= POINTS:
        return
    heavy = 0 if found.first > hours else 1
    carried = (found.first, found.second)[heavy]
    worked = (hours, 1 - hours)[heavy]
    yield (
        f"{names[heavy]} carries {percent(carried)}% of the duties by weight in {percent(worked)}%"
        f" of the hours. More than {POINTS} points apart, one of you works for two."
    )


def _beside_kind(found: Load, share_type: ShareType | None) -> Iterator[str]:
    alone = found.alone * 100
    if share_type is ShareType.TWIN and alone > TWIN_MOST:
        yield (
            f"You say that you share everything, and {percent(found.alone)}% of the weight is led"
            " by one of you alone. Share more of it, or choose another way of sharing."
        )
    if share_type is ShareType.ISLANDS and alone < ISLANDS_LEAST:
        yield (
            "You say that you lead on different areas, and only"
            f" {percent(found.alone)}% of the weight is led by one of you alone. Divide more of"
            " it, or choose another way of sharing."
        )


def percent(part: Fraction) -> int:
    """Whole percent, half up."""
    return int(part * 100 + Fraction(1, 2))
