"""Why a demo week is as it is, how pairs are chosen there, and what they are promised."""

from __future__ import annotations

from typing import Any

from jobboard.roles.domain import SingleApplicants
from jobboard.roles.redesign import AssessmentMode, BarRule, DutyKind

_REASONS = (
    ("Somebody who can decide is in whenever the office is open", "", "", "The executive meets"),
    ("Colleagues bring what cannot wait, and they bring it every day",),
    ("", "The week is planned", "Site visits", "The board and its committees meet",
     "One-to-ones with the team", "What the week left open is closed",
     "On call for the wards", "On call for the wards"),
    ("The chair and the regulator call when they call", "", "", "", "Papers go out at noon"),
)  # fmt: skip
_MODES = (
    AssessmentMode.JOINT_THEN_INDIVIDUAL,
    AssessmentMode.JOINT_ONLY,
    AssessmentMode.INDIVIDUAL_THEN_JOINT,
)
_BARS = (BarRule.BOTH_MEET, BarRule.PAIR_AVERAGE, BarRule.BOTH_MEET, BarRule.EITHER)
_SINGLE = (SingleApplicants.NO, SingleApplicants.YES, SingleApplicants.WILL_MATCH)
_WORDS = {
    DutyKind.GOVERNANCE: ("board", "committee", "govern", "risk", "regulat", "assurance", "audit"),
    DutyKind.BUDGET: ("budget", "money", "pay", "financ", "fund", "invest", "cost"),
    DutyKind.PEOPLE: ("team", "people", "staff", "leader", "union", "workforce", "recruit"),
    DutyKind.EXTERNAL: ("partner", "public", "press", "communit", "member", "minister", "supplier"),
}


def kind_of(duty: str) -> DutyKind:
    """By the first word that says it; expert work otherwise."""
    text = duty.lower()
    return next(
        (kind for kind, stems in _WORDS.items() if any(stem in text for stem in stems)),
        DutyKind.TECHNICAL,
    )


def promises_of(number: int) -> dict[str, Any]:
    """Fields of Content, varied by the number of the advert."""
    return {
        "need_reasons": _REASONS[number % len(_REASONS)],
        "assessment_mode": _MODES[number % len(_MODES)],
        "bar_rule": _BARS[number % len(_BARS)],
        "single_applicants": _SINGLE[number % len(_SINGLE)],
        "first_refusal": number % 4 != 3,
        "replacement_weeks": (26, 13, 20)[number % 3],
        "trial_weeks": (0, 12, 0, 6)[number % 4],
        "offers_support": number % 2 == 0,
        "offers_coaching": number % 3 == 0,
    }


_MANAGERS = (
    ("Margaret Oyelaran", "Chief executive"),
    ("Robert Ashdown", "Chair of the board"),
    ("Sinead Kavanagh", "Deputy chief executive"),
    ("Amit Desai", "Executive director"),
)


def manager_of(number: int) -> tuple[str, str] | None:
    """Name and job title of the line manager; some employers have not said who it is."""
    return None if number % 4 == 3 else _MANAGERS[number % len(_MANAGERS)]


_DRAFT_SHEET = {
    "week.1": "all",
    "areas.1": "partly",
    "decisions.1": "frame",
    "pace.1": "days",
    "written.1": "some",
    "contacts.1": "one",
}
_WHOLE_SHEET = {
    **_DRAFT_SHEET,
    "overlap.1": "half",
    "manager.1": "doubts",
    "team.1": "talks",
    "growing.1": "partly",
}


def sheet_of(number: int, is_draft: bool) -> dict[str, str]:
    """Answers to the ten questions: half of them for a draft, none for two roles in three."""
    if is_draft:
        return _DRAFT_SHEET
    return _WHOLE_SHEET if number % 3 == 0 else {}
