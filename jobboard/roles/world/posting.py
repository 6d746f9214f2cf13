"""An open role as a JobPosting of schema.org.

schema.org has no value for a job share, so it is said in words, in properties that take words.
What the advert does not state is left out. Source: schema.org/JobPosting and the types it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from jobboard.core.text import markdown
from jobboard.planning.wording import half_days
from jobboard.roles import face
from jobboard.roles.domain import SalaryPeriod, WorkMode
from jobboard.roles.models import Role

Node = dict[str, Any]
MILLIONTHS = Decimal(1_000_000)
UNITS = {
    SalaryPeriod.YEAR: "YEAR",
    SalaryPeriod.MONTH: "MONTH",
    SalaryPeriod.DAY: "DAY",
    SalaryPeriod.HOUR: "HOUR",
    SalaryPeriod.SESSION: "SESSION",
}


def posting(role: Role, url: str, logo: str) -> Node:
    """A JSON-LD document. `url` is where the advert is read and, if it was posted here, applied
    for; `logo` is the address of the employer's, or empty."""
    zone = ZoneInfo(role.closes_zone)
    found = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": role.heading,
        "url": url,
        "description": _description(role),
        "identifier": _identifier(role),
        "hiringOrganization": _employer(role, logo),
        "applicationContact": _agency(role),
        "industry": face.sector(role),
        "datePosted": role.published_at and role.published_at.astimezone(zone).isoformat(),
        "validThrough": role.closes_at and role.closes_at.astimezone(zone).isoformat(),
        "baseSalary": _salary(role),
        "employmentType": _employment(role),
        "responsibilities": "; ".join(duty.name for duty in role.duties),
        "qualifications": "; ".join(one.text for one in role.criteria),
        "workHours": _hours(role),
        "jobBenefits": sharing(role),
        "directApply": not role.is_imported,
        **_where(role),
    }
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def sharing(role: Role) -> str:
    """What two people should know, in words; empty for an advert that does not speak of two."""
    if role.is_imported:
        return ""
    ways = ", ".join(words.lower() for words, _ in face.sharing(role))
    parts = [
        "Job share: two people hold this post together and apply as one.",
        face.transition(role),
        f"Ways of sharing the employer welcomes: {ways}." if ways else "",
        f"About {face.each_fte(role)} of a full-time post each." if role.funded_tenths else "",
    ]
    return " ".join(part for part in parts if part)


def _description(role: Role) -> str:
    """HTML, as search engines ask for."""
    advertised = f"Advertised by {role.employer}." if role.agency else ""
    words = [role.description, role.requirements, sharing(role), advertised]
    return "".join(str(markdown(text)) for text in words if text).strip()


def _identifier(role: Role) -> Node:
    name = role.organisation.name
    if role.is_imported and role.source_id:
        return {"@type": "PropertyValue", "name": role.source or name, "value": role.source_id}
    return {"@type": "PropertyValue", "name": name, "value": str(role.id)}


def _employer(role: Role, logo: str) -> Node:
    found = {"@type": "Organization", "name": role.organisation.name}
    found |= {"logo": logo} if logo else {}
    website = role.organisation.website
    is_address = website.startswith(("https://", "http://"))
    return found | ({"sameAs": website} if is_address else {})


def _agency(role: Role) -> Node | None:
    """Who recruits for the employer; schema.org has no word for it but a contact."""
    if role.agency is None:
        return None
    return {"@type": "ContactPoint", "contactType": "agency", "name": role.agency.name}


def _employment(role: Role) -> list[str]:
    """Each contract of a post for two is part-time, whatever the post is. Imported adverts do not
    say it in a form that may be trusted."""
    if role.is_imported:
        return []
    return ["PART_TIME", *(["TEMPORARY"] if role.contract.startswith("Fixed term") else [])]


def _salary(role: Role) -> Node | None:
    """The whole post's, as the advert states it."""
    low, high = role.salary_min, role.salary_max
    if low is None and high is None:
        return None
    amounts = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    value = {name: _number(one) for name, one in amounts.items() if one is not None}
    words = "Full-time salary of the post. Each partner is paid for their share of it."
    return {
        "@type": "MonetaryAmount",
        "currency": role.salary_currency,
        "value": {"@type": "QuantitativeValue", **value, "unitText": UNITS[role.salary_period]},
        **({} if role.is_imported else {"description": words}),
    }


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _hours(role: Role) -> str:
    parts = list(_hours_in_words(role))
    return " ".join(parts)


def _hours_in_words(role: Role) -> Iterator[str]:
    if full := face.hours(role):
        yield f"A full-time week has {full}."
    if need := role.need:
        weeks = "a week" if need.shape.weeks == 1 else "in two weeks"
        yield f"The post needs cover on {half_days(need.coverage.needed.count)} {weeks}."
        if need.together:
            yield f"Both partners work at least {half_days(need.together)} of it together."


def _where(role: Role) -> Node:
    """Fully remote: from where one may apply. Else the places of work."""
    if role.work_mode is WorkMode.REMOTE:
        areas = [{"@type": "AdministrativeArea", "name": place} for place in role.places]
        return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": areas}
    return {"jobLocation": [_place(role, place) for place in role.places]}


def _place(role: Role, name: str) -> Node:
    """Postcode and coordinates belong to the only place; of several we do not know which."""
    address = {"@type": "PostalAddress", "addressLocality": name}
    place: Node = {"@type": "Place", "name": name, "address": address}
    if len(role.places) > 1:
        return place
    if role.postcode:
        address["postalCode"] = role.postcode
    if role.latitude is not None and role.longitude is not None:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(role.latitude / MILLIONTHS),
            "longitude": float(role.longitude / MILLIONTHS),
        }
    return place
