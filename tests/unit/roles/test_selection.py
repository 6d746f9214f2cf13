"""Ten questions: every answer counts, none is without a reason, better ones never harm."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.selection import printed
from jobboard.roles.selection.questions import QUESTIONS
from jobboard.roles.selection.shapes import KINDS
from jobboard.roles.selection.verdicts import Fit, known, result

sheets = st.fixed_dictionaries(
    {},
    optional={one.key: st.sampled_from([a.value for a in one.answers]) for one in QUESTIONS},
)
whole = st.fixed_dictionaries(
    {one.key: st.sampled_from([a.value for a in one.answers]) for one in QUESTIONS}
)


def fits(answers):
    return {one.kind: one.fit for one in result(answers).verdicts}


def test_there_are_ten_and_their_keys_carry_a_version():
    keys = [one.key for one in QUESTIONS]
    assert len(keys) == len(set(keys)) == 10
    assert all(key.endswith(".1") for key in keys)


@given(sheets)
def test_no_answer_is_without_a_reason(answers):
    found = result(answers)
    assert found.answered == len(answers)
    assert len(found.verdicts) == (len(KINDS) if answers else 0)
    for one in found.verdicts:
        assert one.reasons
        assert len(set(one.reasons)) == len(one.reasons)
    assert found.headline
    assert [one.fit for one in found.verdicts] == sorted(
        (one.fit for one in found.verdicts), reverse=True
    )


@given(whole, st.sampled_from(QUESTIONS), st.sampled_from(KINDS))
def test_an_answer_that_speaks_more_for_a_way_never_makes_it_worse(answers, question, kind):
    ranked = sorted(question.answers, key=lambda one: one.towards(kind))
    steps = [fits({**answers, question.key: one.value})[kind] for one in ranked]
    assert steps == sorted(steps)


def _moves(question, first, second) -> bool:
    random = Random(question.key)
    for _ in range(3000):
        base = {one.key: random.choice(one.answers).value for one in QUESTIONS}
        if fits({**base, question.key: first.value}) != fits({**base, question.key: second.value}):
            return True
    return False


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.key)
def test_each_answer_can_change_a_verdict(question):
    for index, first in enumerate(question.answers):
        for second in question.answers[index + 1 :]:
            if first.points != second.points:
                assert _moves(question, first, second), (question.key, first.value, second.value)
    assert len({one.points for one in question.answers}) >= 2, "the question asks for nothing"


def test_the_best_and_the_worst_role_are_told_apart():
    best = {one.key: max(one.answers, key=lambda a: sum(a.points)).value for one in QUESTIONS}
    worst = {one.key: min(one.answers, key=lambda a: sum(a.points)).value for one in QUESTIONS}
    assert result(best).headline == "This role suits two people"
    assert result(worst).headline == "As it is, this role is hard to share"
    assert all(one.fit is Fit.HARD for one in result(worst).verdicts)
    assert result(worst).best == ()
    assert len(result(worst).changes) >= 6
    assert result({}).headline == "Nothing is answered yet"


def test_what_is_not_known_is_left_out():
    assert known({"week.1": "all", "week.9": "all", "pace.1": "never"}) == {"week.1": "all"}
    assert result({"week.9": "all", "pace.1": "never"}).answered == 0


@given(sheets)
def test_paper_says_every_question_and_every_reason(answers):
    ways, changes, said = printed.sections(answers)
    assert len(said["blocks"][0]["items"]) == 10
    assert changes["blocks"][0]["items"]
    points = [
        one for block in ways["blocks"] if block["kind"] == "points" for one in block["items"]
    ]
    for one in result(answers).verdicts:
        assert set(one.reasons) <= set(points)
