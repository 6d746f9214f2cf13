"""Weeks, plans and needs of every shape, for the property tests of this folder."""

from __future__ import annotations

from hypothesis import strategies as st

from jobboard.planning.coverage import Coverage, Need
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import Shape, Week, write_symbols

shapes = st.builds(Shape, weeks=st.sampled_from([1, 2]), days=st.sampled_from([5, 6, 7]))


def weeks_on(shape: Shape) -> st.SearchStrategy[Week]:
    return st.builds(Week, st.integers(0, (1 << shape.size) - 1), st.just(shape))


def texts(alphabet: str) -> st.SearchStrategy[str]:
    return shapes.flatmap(
        lambda shape: st.lists(
            st.sampled_from(alphabet), min_size=shape.size, max_size=shape.size
        ).map(lambda symbols: write_symbols(shape, symbols))
    )


def plans_on(shape: Shape) -> st.SearchStrategy[SplitPlan]:
    return st.builds(SplitPlan, weeks_on(shape), weeks_on(shape))


plans = shapes.flatmap(plans_on)


def needs_on(shape: Shape) -> st.SearchStrategy[Need]:
    coverage = st.tuples(weeks_on(shape), weeks_on(shape), weeks_on(shape)).map(
        lambda three: Coverage(three[0], three[0] & three[1] & three[2])
    )
    return st.builds(Need, coverage, st.integers(0, 4), st.integers(10, 14))


needs = shapes.flatmap(needs_on)
