"""The planner: the best splits of a week for two people, why none exists, what would mend it.

Formulae and the worked example: matching.md §4. Pure; integers only, in 1/10000.
"""

from __future__ import annotations

from jobboard.planning.planner.conflicts import Bound, Change, Conflicts, conflicts
from jobboard.planning.planner.cycles import best_of_two_weeks
from jobboard.planning.planner.feasible import exists
from jobboard.planning.planner.problem import EmptyWeekError, Person, Plan, Problem
from jobboard.planning.planner.search import best_of_a_week

__all__ = [
    "Bound",
    "Change",
    "Conflicts",
    "EmptyWeekError",
    "Person",
    "Plan",
    "Problem",
    "conflicts",
    "exists",
    "plans",
]


def plans(problem: Problem, a: Person, b: Person, count: int = 5) -> list[Plan]:
    """At most `count` plans, the best first; any two differ in at least two half-days."""
    if not exists(problem, a, b):
        return []
    best = best_of_two_weeks if problem.weeks == 2 else best_of_a_week
    return best(problem, a, b, count)
