"""A role's facts as its readers see them; templates know this module as `role_words`.

Empty where the role does not state the fact: imported adverts leave much open.
"""

from __future__ import annotations

from decimal import Decimal

from jobboard.planning import levels
from jobboard.planning.feasibility import feasibility_of
from jobboard.planning.grid import DAY_NAMES
from jobboard.planning.sectors import SECTORS
from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS, ShareType
from jobboard.planning.wording import fte_text
from jobboard.roles import content, steps
from jobboard.roles.domain import (
    HELD_BY_WORDS,
    PERIOD_WORDS,
    WORK_MODE_WORDS,
    HeldBy,
    SalaryPeriod,
)
from jobboard.roles.models import Criterion, Duty, Role
from jobboard.roles.redesign import (
    ASSESSMENT_WORDS,
    BAR_WORDS,
    KIND_WORDS,
    RULE_WORDS,
    AssessmentMode,
)
from jobboard.roles.vacancy import transition_sentence

REASON_DAYS = ("Every day", *DAY_NAMES)


def level(role: Role) -> str:
    return levels.level(role.level).label if role.level else ""


def sector(role: Role) -> str:
    return SECTORS.get(role.sector, "")


def work_mode(role: Role) -> str:
    return WORK_MODE_WORDS[role.work_mode] if role.work_mode else ""


def period(role: Role) -> str:
    """`a year`, `an hour`: what the salary is paid for."""
    return PERIOD_WORDS[role.salary_period]


def sharing(role: Role) -> list[tuple[str, str]]:
    """(words, hint) of each way of sharing the employer welcomes."""
    return [(SHARE_TYPE_WORDS[k], SHARE_TYPE_HINTS[k]) for k in map(ShareType, role.share_types)]


def transition(role: Role) -> str:
    """`It begins as two part-time posts …`; empty where it is shared from the first day."""
    return transition_sentence(role.vacancy_kind, role.review_weeks)


def hours(role: Role) -> str:
    """`37.5 hours`."""
    if role.full_time_hours is None:
        return ""
    text = f"{role.full_time_hours:.2f}".rstrip("0").rstrip(".")
    return f"{text} hours"


def pay_of_each(role: Role) -> list[Decimal]:
    """Least and most a year for one of two who take half each."""
    tenths, pay = role.funded_tenths, (role.salary_min, role.salary_max)
    if tenths is None or role.salary_period is not SalaryPeriod.YEAR or None in pay:
        return []
    return [content.pay_of_each(amount, tenths) for amount in pay if amount is not None]


def each_fte(role: Role) -> str:
    """Half of what is funded: `0.6`, `0.55`."""
    return fte_text(role.funded_tenths, 2) if role.funded_tenths else ""


def fits(role: Role) -> bool:
    """Whether some pair could fill its week; True while the week is not said yet."""
    return role.need is None or feasibility_of(role.need).is_feasible


def size(duty: Duty) -> str:
    """`25% of the job`; empty where the employer did not say how much of the job it is."""
    return f"{duty.weight}% of the job" if duty.weight else ""


def duty_facts(duty: Duty) -> str:
    """`25% of the job. People. Both must agree`: what is said about it, in one line."""
    found = [size(duty)]
    found += [KIND_WORDS[duty.kind]] if duty.kind else []
    found += [RULE_WORDS[duty.decision_rule]] if duty.decision_rule else []
    return ". ".join(words for words in found if words)


def reasons(role: Role) -> list[tuple[str, str]]:
    """(day, why somebody must be in), in the order of the week; "Every day" first."""
    return [(day, text) for day, text in zip(REASON_DAYS, role.need_reasons, strict=False) if text]


def choosing(role: Role) -> list[tuple[str, str]]:
    """(what, how) the employer meets and judges a pair, as far as it says."""
    found = []
    if role.assessment_mode:
        found.append(("How we meet you", ASSESSMENT_WORDS[role.assessment_mode]))
    if role.bar_rule:
        found.append(("When a pair is good enough", BAR_WORDS[role.bar_rule]))
    return found


def step_of(field: str) -> str:
    """The step of the designer in which a field stands."""
    return steps.step_of(field)


def meeting(role: Role) -> str:
    """The last step of applying, in a sentence."""
    if role.assessment_mode in (None, AssessmentMode.JOINT_ONLY):
        return "One interview, together."
    return f"{ASSESSMENT_WORDS[role.assessment_mode]}."


def promises(role: Role) -> list[tuple[str, str]]:
    """(what, how) of the time after the choice, as far as the employer says."""
    found = []
    if role.first_refusal is not None:
        first = "The other is asked first whether they want the whole post"
        found.append(
            ("If one leaves later", first if role.first_refusal else "Nobody is asked first")
        )
    if role.replacement_weeks:
        found.append(("A new partner", f"We look for one for {role.replacement_weeks} weeks"))
    if role.trial_weeks is not None:
        found.append(("Trial", f"{role.trial_weeks} weeks" if role.trial_weeks else "None"))
    offers = [words for said, words in ((role.offers_support, "administrative support"),
              (role.offers_coaching, "coaching for the two of you")) if said]  # fmt: skip
    if offers:
        found.append(("You get", " and ".join(offers).capitalize()))
    return found


def evidence(criterion: Criterion) -> str:
    """Who is asked to show it, where the role asks for evidence of each."""
    return (
        "Each of you writes" if criterion.held_by is HeldBy.EACH else "One of you writes, or both"
    )


def held_by(criterion: Criterion) -> str:
    return HELD_BY_WORDS[criterion.held_by]
