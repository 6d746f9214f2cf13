from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.candidates.domain import ProfileFields, tidy_skills
from jobboard.core.errors import InvalidInputError


def test_skills_stand_one_a_line_or_between_commas() -> None:
    typed = "Negotiation,  pay and unions\n\nnegotiation; Coaching ,COACHING"
    assert tidy_skills(typed) == ("Negotiation", "pay and unions", "Coaching")


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=("Cs",))))
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy_skills(text)
    assert tidy_skills("\n".join(once)) == once
    assert len({skill.casefold() for skill in once}) == len(once)


def test_an_empty_profile_and_a_full_one_stand() -> None:
    ProfileFields().check()
    ProfileFields(
        headline="x" * 120,
        level=8,
        sectors=("health", "education", "charity", "finance", "science"),
        place="Leeds",
        availability="ppppcc----",
        skills=tuple(f"skill {n}" for n in range(12)),
    ).check()


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"headline": "x" * 121}, "headline"),
        ({"level": 0}, "level"),
        ({"level": 9}, "level"),
        ({"sectors": ("alchemy",)}, "sectors"),
        (
            {"sectors": ("health", "education", "charity", "finance", "science", "other")},
            "sectors",
        ),
        ({"place": "x" * 121}, "place"),
        ({"availability": "pppp"}, "availability"),
        ({"availability": "pppp?cccc-"}, "availability"),
        ({"skills": tuple(f"skill {n}" for n in range(13))}, "skills"),
        ({"skills": ("x" * 61,)}, "skills"),
    ],
)
def test_what_cannot_stand_is_named_at_its_field(fields: dict[str, object], named: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        ProfileFields(**fields).check()  # type: ignore[arg-type]
    assert list(caught.value.errors) == [named]
