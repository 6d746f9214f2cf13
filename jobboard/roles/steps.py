"""The steps in which a role is written: which cards, which fields, what of the content. Pure.

Every step is kept on its own and has a number of its own (`Role.step_numbers`), so two colleagues
in different steps never meet. The names of fields are those of the form, the names of the content
those of `Content`; each of both stands in exactly one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jobboard.roles.content import Content


@dataclass(frozen=True, slots=True)
class Card:
    """A part of the page with a heading; `fields` of the form stand in it."""

    id: str
    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    key: str
    title: str
    cards: tuple[Card, ...]
    holds: tuple[str, ...]
    """Names of Content."""

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(name for card in self.cards for name in card.fields)

    def into(self, stored: Content, typed: Content) -> Content:
        """What is stored, with this step as it was typed."""
        return replace(stored, **{name: getattr(typed, name) for name in self.holds})

    def differs(self, one: Content, other: Content) -> bool:
        return any(getattr(one, name) != getattr(other, name) for name in self.holds)


STEPS = (
    Step(
        "about",
        "About the role",
        (
            Card("post", "The post", ("organisation", "title", "level", "sector")),
            Card("vacancy", "What is vacant", ("vacancy_kind", "review_weeks", "conditions")),
            Card("words", "In your words", ("description", "requirements")),
            Card("where", "Place", ("place", "work_mode")),
            Card("sharing", "Ways of sharing", ("share_types",)),
        ),
        (
            *("title", "level", "sector", "description", "requirements", "places", "work_mode"),
            *("share_types", "vacancy_kind", "review_weeks", "review_conditions"),
        ),
    ),
    Step("duties", "Duties", (Card("duties-card", "Duties", ("duties",)),), ("duties",)),
    Step(
        "week",
        "The week",
        (Card("week", "The week", ("need", "reasons", "funded_fte", "min_overlap")),),
        ("coverage", "need_reasons", "funded_tenths", "min_overlap"),
    ),
    Step(
        "money",
        "Hours and money",
        (
            Card(
                *("pay", "Pay and hours"),
                ("salary_currency", "salary_min", "salary_max", "full_time_hours"),
            ),
            Card("contract", "Contract", ("contract_kind", "contract_months")),
        ),
        ("salary_currency", "salary_min", "salary_max", "full_time_hours", "contract"),
    ),
    Step(
        "choosing",
        "How you choose",
        (
            Card("criteria-card", "What you look for", ("criteria", "asks_evidence")),
            Card(
                *("choosing", "How you choose"),
                ("assessment_mode", "bar_rule", "single_applicants"),
            ),
            Card("dates", "Dates", ("closes_on", "closes_time", "closes_zone", "interview_dates")),
        ),
        (
            *("criteria", "asks_evidence", "assessment_mode", "bar_rule", "single_applicants"),
            *("closes_at", "closes_zone", "interview_dates"),
        ),
    ),
    Step(
        "promises",
        "Promises",
        (
            Card(
                *("promises", "Promises"),
                (
                    *("if_one_leaves", "first_refusal", "replacement_weeks", "trial_weeks"),
                    *("offers_support", "offers_coaching"),
                ),
            ),
        ),
        (
            *("if_one_leaves", "first_refusal", "replacement_weeks", "trial_weeks"),
            *("offers_support", "offers_coaching"),
        ),
    ),
)
_BY_KEY = {step.key: step for step in STEPS}
_BY_FIELD = {name: step for step in STEPS for name in step.fields}


def step_called(key: str) -> Step | None:
    return _BY_KEY.get(key)


def step_of(field: str) -> str:
    """The key of the step in which this field of the form stands."""
    return _BY_FIELD[field].key


def after(step: Step) -> Step | None:
    """The one that follows; None after the last, where the role is read and published."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def raised(numbers: Mapping[str, int], steps: Iterable[Step]) -> dict[str, int]:
    """The numbers of all steps after these were saved once more."""
    return {**numbers, **{step.key: numbers.get(step.key, 0) + 1 for step in steps}}
