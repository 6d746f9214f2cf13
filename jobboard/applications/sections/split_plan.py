"""Who is in when: {"plan", "when_it_changes"}; the checks are those of planning."""

from __future__ import annotations

from functools import lru_cache

from jobboard.applications.sections.frame import Content, Frame, Raw, prose, refuse
from jobboard.planning.checks import check, failures
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import Names, SplitPlan

MAX_CHANGE_WORDS = 150


def default(frame: Frame, /) -> Content:
    return {"plan": SplitPlan.empty(frame.need.shape).to_text(), "when_it_changes": ""}


def clean(raw: Raw, frame: Frame, /) -> Content:
    """The plan on the role's grid; a plan drawn for another grid is carried over."""
    try:
        plan = SplitPlan.from_text(str(raw.get("plan") or ""))
    except ValueError as error:
        raise refuse("week-a", str(error)) from None
    return {
        "plan": plan.on(frame.need.shape).to_text(),
        "when_it_changes": prose(raw.get("when_it_changes"), "when_it_changes", MAX_CHANGE_WORDS),
    }


def fit(content: Content, frame: Frame, /) -> Content:
    """As it was saved: what does not suit a changed role is said by the checks, not mended."""
    return {**default(frame), **content}


def problems(content: Content, frame: Frame, /) -> list[str]:
    return list(_failures(content["plan"], frame.need, frame.names))


@lru_cache(maxsize=256)
def _failures(text: str, need: Need, names: Names) -> tuple[str, ...]:
    """Cached: the same plan is judged on each page of its application."""
    lines = check(SplitPlan.from_text(text), need, names)
    return tuple(line.sentence for line in failures(lines))


def summary(content: Content, frame: Frame, /) -> list[tuple[str, str]]:
    plan = SplitPlan.from_text(content["plan"]).on(frame.need.shape)
    return [
        ("The week", plan.describe(frame.names, frame.need.coverage.needed)),
        ("When the week changes", content["when_it_changes"] or "Nothing said"),
    ]
