"""What a role needs before anybody may apply for it. Source: issue 2, story 1; domain.md §3.3."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobboard.planning.coverage import Coverage
from jobboard.planning.feasibility import Feasibility, feasibility
from jobboard.planning.grid import DAY_NAMES
from jobboard.planning.sectors import SECTORS
from jobboard.planning.wording import listed
from jobboard.roles.closing import closing_gap
from jobboard.roles.content import Content
from jobboard.roles.domain import Gap, WorkMode
from jobboard.roles.redesign import weights_words
from jobboard.roles.vacancy import VacancyKind


def gaps(content: Content, at: datetime, stored_closing: datetime | None = None) -> list[Gap]:
    """Everything missing or wrong, in the order of the form; empty means ready.

    `stored_closing` is the closing already published, or None before the first publication.
    """
    return [
        *_post(content),
        *_vacancy(content),
        *_terms(content),
        *_sharing(content),
        *_lines(content),
        *_promises(content),
        *closing_gap(content.closes_at, at, stored_closing),
        *_interviews(content),
    ]


def sums(content: Content) -> Feasibility | None:
    """The arithmetic of the week, once all three numbers are there."""
    if content.coverage is None or content.min_overlap is None or content.funded_tenths is None:
        return None
    return feasibility(content.coverage, content.min_overlap, content.funded_tenths)


def week_gaps(content: Content) -> list[Gap]:
    """Why no pair could fill this week; empty where one can, or where it is not said yet."""
    found = sums(content)
    if found is None or found.is_feasible:
        return []
    return [Gap("funded_fte" if found.spare < 0 else "need", found.error)]


def _post(content: Content) -> Iterator[Gap]:
    if not content.title:
        yield Gap("title", "Enter the title of the role.")
    if content.level is None:
        yield Gap("level", "Choose the level of the role.")
    if content.sector not in SECTORS:
        yield Gap("sector", "Choose a sector.")
    if not content.description:
        yield Gap("description", "Describe the role. Pairs read this first.")


def _vacancy(content: Content) -> Iterator[Gap]:
    if content.vacancy_kind is VacancyKind.WHOLE:
        return
    if content.review_weeks is None:
        yield Gap("review_weeks", "Say after how many weeks you review the two posts, 52 at most.")
    if not content.review_conditions:
        yield Gap("conditions", "Say what must be true at the review, so that it can be measured.")


def _terms(content: Content) -> Iterator[Gap]:
    if not content.places and content.work_mode is not WorkMode.REMOTE:
        yield Gap("place", "Say where the work is.")
    if content.work_mode is None:
        yield Gap("work_mode", "Choose how the work is done: on site, hybrid or remote.")
    if not content.contract:
        yield Gap("contract_kind", "Say whether the contract is permanent or for a fixed term.")
    if content.contract == "Fixed term":
        yield Gap("contract_months", "Enter the length of the fixed term in months.")
    if content.salary_min is None:
        yield Gap("salary_min", "Enter the lowest salary you would pay full time.")
    if content.salary_max is None:
        yield Gap("salary_max", "Enter the highest salary you would pay full time.")
    if content.full_time_hours is None:
        yield Gap("full_time_hours", "Enter the hours of a full-time week.")


def _sharing(content: Content) -> Iterator[Gap]:
    if not content.share_types:
        yield Gap("share_types", "Tick at least one way of sharing that you welcome.")
    if content.coverage is None:
        yield Gap("need", "Say for each half-day how many people you need.")
    if content.funded_tenths is None:
        yield Gap("funded_fte", "Choose what you fund.")
    if content.min_overlap is None:
        yield Gap("min_overlap", "Choose the least time together.")
    yield from week_gaps(content)
    if days := unexplained(content):
        yield Gap("reasons", f"Say why somebody must be in on {listed(days)}.")


def _lines(content: Content) -> Iterator[Gap]:
    if not content.duties:
        yield Gap("duties", "Name at least one duty: the pair will say who leads it.")
    elif words := weights_words([duty.weight for duty in content.duties]):
        yield Gap("duties", words)
    if not content.criteria:
        yield Gap("criteria", "Name at least one thing you look for.")


def _promises(content: Content) -> Iterator[Gap]:
    if content.assessment_mode is None:
        yield Gap("assessment_mode", "Say how you meet a pair: together, alone, or both.")
    if content.bar_rule is None:
        yield Gap("bar_rule", "Say when a pair is good enough.")
    if content.first_refusal is None:
        yield Gap("first_refusal", "Say whether the other is asked first when one leaves.")
    if content.replacement_weeks is None:
        yield Gap("replacement_weeks", "Say for how many weeks you look for a new partner.")
    if content.trial_weeks is None:
        yield Gap("trial_weeks", "Enter the weeks of trial, 0 for none.")


def unexplained(content: Content) -> list[str]:
    """Days on which somebody must be in and nobody said why; none where one reason is for all."""
    said = content.need_reasons
    if content.coverage is None or (said and said[0]):
        return []
    needed = {half.day for half in Coverage.from_text(content.coverage).needed.half_days()}
    return [DAY_NAMES[day] for day in sorted(needed) if len(said) <= day + 1 or not said[day + 1]]


def _interviews(content: Content) -> Iterator[Gap]:
    if content.closes_at is None:
        return
    closing_day = content.closes_at.astimezone(ZoneInfo(content.closes_zone)).date()
    if any(date.fromisoformat(text) <= closing_day for text in content.interview_dates):
        yield Gap("interview_dates", "Interviews come after the closing date. Choose later days.")
