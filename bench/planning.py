"""The planner beside a naive enumeration of the same question, in one run (matching.md §4).

Medians of thread CPU time. The naive search looks at every way to give each half-day to A, to B,
to both or to nobody, one plan at a time, and only filters: it does not even score.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import product

from bench.report import Report
from jobboard.planning.planner import Person, Problem, plans

ROUNDS = 60
WEEK = (1 << 10) - 1
_MON_WED, _WED_FRI = 0b0000111111, 0b1111110000
_A = Person(_MON_WED, 0b1111, 5, 6, 5, 2)
_B = Person(_WED_FRI, 0b1111 << 6, 4, 6, 6, 1)
_FREE = Person(WEEK, WEEK, 4, 6, 5, 2)
_ANY_HOURS = Person(WEEK, WEEK, 1, 10, 5, 2)


@dataclass(frozen=True)
class Case:
    name: str
    problem: Problem
    first: Person
    second: Person
    goal: float
    """Milliseconds."""


CASES = (
    Case("typical, three days each", Problem(WEEK, (10, 12), (0, 10), wish=2), _A, _B, 1),
    Case("both can do everything, 4 to 6", Problem(WEEK, (10, 12), (0, 10)), _FREE, _FREE, 10),
    Case("everything free, any hours", Problem(WEEK, (0, 20), (0, 10)), *[_ANY_HOURS] * 2, 10),
    Case("any nine of ten", Problem(WEEK, (0, 20), (0, 10), cover_min=9), *[_FREE] * 2, 12),
)  # fmt: skip


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begin = time.thread_time()
        work()
        taken.append((time.thread_time() - begin) * 1000)
    return statistics.median(taken)


def naive(case: Case) -> int:
    """How many plans keep every bound, by looking at all of them."""
    found, problem = 0, case.problem
    kinds = [
        [kind for kind in range(4) if not kind & 1 or case.first.can >> slot & 1
         if not kind & 2 or case.second.can >> slot & 1]
        for slot in range(10)
    ]  # fmt: skip
    for kind_of in product(*kinds):
        one = sum(1 << slot for slot, kind in enumerate(kind_of) if kind & 1)
        two = sum(1 << slot for slot, kind in enumerate(kind_of) if kind & 2)
        total = one.bit_count() + two.bit_count()
        found += (
            ((one | two) & problem.required).bit_count() >= problem.cover_min
            and case.first.least <= one.bit_count() <= case.first.most
            and case.second.least <= two.bit_count() <= case.second.most
            and problem.total[0] <= total <= problem.total[1]
            and problem.together[0] <= (one & two).bit_count() <= problem.together[1]
        )
    return found


def main() -> None:
    report = Report("planning")
    for case in CASES:
        question = case.problem, case.first, case.second
        plans(*question)
        ours = milliseconds(partial(plans, *question), ROUNDS)
        plain = milliseconds(partial(naive, case), 1)
        report.at_most(case.name, ours, case.goal, "ms")
        report.note(f"{case.name}: the naive search takes", plain / ours, "× as long")
    report.finish()


if __name__ == "__main__":
    main()
