"""Between what stands in the form and what it means."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from jobboard.planning import levels
from jobboard.planning.coverage import FUNDED_TENTHS, MOST_OVERLAP
from jobboard.planning.share_types import ShareType
from jobboard.planning.wording import fte_text
from jobboard.roles.closing import ZONES, NoSuchTimeError, instant_of, local_parts
from jobboard.roles.content import Content, contract_parts, contract_text
from jobboard.roles.domain import WorkMode
from jobboard.roles.forms import promises, vacancy

_TENTHS = {fte_text(tenths, 1): tenths for tenths in FUNDED_TENTHS}
_OVERLAPS = {str(count): count for count in range(MOST_OVERLAP + 1)}


def typed(content: Content) -> dict[str, Any]:
    """Field name to what would have been typed for this content."""
    kind, months = contract_parts(content.contract)
    return {
        "title": content.title,
        "level": _text(content.level),
        "sector": content.sector,
        "description": content.description,
        "requirements": content.requirements,
        "place": "; ".join(content.places),
        "work_mode": content.work_mode.value if content.work_mode else None,
        "contract_kind": kind or None,
        "contract_months": _text(months),
        "salary_currency": content.salary_currency,
        "salary_min": _money(content.salary_min),
        "salary_max": _money(content.salary_max),
        "full_time_hours": _plain(content.full_time_hours),
        "share_types": [kind.value for kind in content.share_types],
        "need": content.coverage,
        "funded_fte": fte_text(content.funded_tenths, 1) if content.funded_tenths else None,
        "min_overlap": _text(content.min_overlap),
        "asks_evidence": content.asks_evidence,
        **promises.typed(content),
        **vacancy.typed(content),
        **_lines(content),
        **_closing(content),
    }


def _lines(content: Content) -> dict[str, Any]:
    return {
        "duties": [
            {
                "name": one.name,
                "may_lead": one.may_lead.value,
                "weight": _text(one.weight) or "",
                "kind": one.kind.value if one.kind else "",
                "decision_rule": one.decision_rule.value if one.decision_rule else "",
            }
            for one in content.duties
        ],
        "criteria": [
            {
                "text": one.text,
                "weight": str(one.weight),
                "is_essential": one.is_essential,
                "held_by": one.held_by.value,
            }
            for one in content.criteria
        ],
        "interview_dates": list(content.interview_dates),
    }


def _closing(content: Content) -> dict[str, Any]:
    if content.closes_at is None:
        return {"closes_zone": content.closes_zone}
    day, clock = local_parts(content.closes_at, content.closes_zone)
    return {
        "closes_on": day.isoformat(),
        "closes_time": f"{clock:%H:%M}",
        "closes_zone": content.closes_zone,
    }


def content(form: Any) -> Content:
    """What a RoleForm says; what cannot be understood counts as not said."""
    level = levels.parse(form.level.data or "")
    mode = form.work_mode.data
    return Content(
        title=form.title.data or "",
        level=level.number if level else None,
        sector=form.sector.data or "",
        description=form.description.data or "",
        requirements=form.requirements.data or "",
        places=(form.place.data,) if form.place.data else (),
        work_mode=WorkMode(mode) if mode in set(WorkMode) else None,
        contract=contract_text(form.contract_kind.data or "", form.contract_months.value),
        salary_min=form.salary_min.value,
        salary_max=form.salary_max.value,
        salary_currency=form.salary_currency.data or "GBP",
        full_time_hours=form.full_time_hours.value,
        funded_tenths=_TENTHS.get(form.funded_fte.data),
        share_types=tuple(
            kind for kind in ShareType if kind.value in (form.share_types.data or ())
        ),
        coverage=form.need.value,
        min_overlap=_OVERLAPS.get(form.min_overlap.data),
        closes_at=_instant(form),
        closes_zone=_zone(form),
        interview_dates=tuple(day.isoformat() for day in _interviews(form)),
        duties=tuple(line for entry in form.duties if (line := entry.form.line())),
        asks_evidence=bool(form.asks_evidence.data),
        criteria=tuple(line for entry in form.criteria if (line := entry.form.line())),
        **promises.read(form),
        **vacancy.read(form),
    )


def closing_trouble(form: Any) -> str | None:
    """A sentence where the local closing time does not exist."""
    day, clock = form.closes_on.value, form.closes_time.value
    if day is None or clock is None:
        return None
    try:
        instant_of(day, clock, _zone(form))
    except NoSuchTimeError as error:
        return str(error)
    return None


def _instant(form: Any) -> datetime | None:
    day, clock = form.closes_on.value, form.closes_time.value
    if day is None or clock is None or closing_trouble(form):
        return None
    return instant_of(day, clock, _zone(form))


def _zone(form: Any) -> str:
    zone = form.closes_zone.data
    return zone if zone in ZONES else "Europe/London"


def _interviews(form: Any) -> list[date]:
    return sorted({entry.value for entry in form.interview_dates if entry.value is not None})


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _money(amount: Any) -> str:
    return "" if amount is None else f"{amount:,.2f}".removesuffix(".00")


def _plain(number: Any) -> str:
    text = "" if number is None else f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
