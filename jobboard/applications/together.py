"""What one of two who write a text wants to know of the other: where they are, what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.accounts.naming import first_name
from jobboard.applications.domain import HERE_FOR, PLACES, SectionKind
from jobboard.applications.models import Application, Section, Signature, Visit
from jobboard.web.filters import ago


@dataclass(frozen=True, slots=True)
class Presence:
    """`words` for the head of the page; `place` where the partner is now, `near` the words for
    that place. All are empty where there is nothing to say."""

    words: str = ""
    place: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """`unread`: sections that the partner saved after the version this person has read."""

    presence: Presence
    unread: list[Section]
    read_version: int


def together_of(
    application: Application, visits: Mapping[UUID, Visit], viewer_id: UUID | None, at: datetime
) -> Together:
    partner = application.partnership.partner_of(viewer_id)
    mine = visits.get(viewer_id) if viewer_id else None
    return Together(
        presence=presence_of(visits.get(partner.id), first_name(partner, viewer_id), at),
        unread=unread(application, viewer_id, mine),
        read_version=mine.read_version if mine else 1,
    )


def presence_of(visit: Visit | None, name: str, at: datetime) -> Presence:
    if visit is None or visit.seen_at is None:
        return Presence()
    if at - visit.seen_at > HERE_FOR:
        return Presence(f"{name} was here {ago(visit.seen_at)}.")
    place = visit.section if visit.section in PLACES else ""
    if not place:
        return Presence(f"{name} is here now.")
    return Presence(f"{name} is in {PLACES[place]}.", place, f"{name} is here now.")


def unread(application: Application, user_id: UUID | None, visit: Visit | None) -> list[Section]:
    """In page order; what somebody saved on top of the partner's text they have seen."""
    read = visit.read_version if visit else 1
    others = [one for one in application.sections if one.saved_by_id not in (None, user_id)]
    order = list(SectionKind)
    new = [one for one in others if one.version > read]
    return sorted(new, key=lambda one: order.index(one.kind))


def signed_words(
    application: Application, signatures: Sequence[Signature], viewer_id: UUID | None
) -> str:
    """Who has signed the text as it stands, and what that means for whoever writes on; else
    empty. `signatures` may hold cleared ones."""
    one = next((one for one in reversed(signatures) if one.cleared_at is None), None)
    if one is None:
        return ""
    is_mine = one.user_id == viewer_id
    partner = application.partnership.partner_of(viewer_id)
    who = "You" if is_mine else first_name(partner, viewer_id)
    return (
        f"{who} signed version {one.version}. Nothing is saved by itself now; saving a section"
        " clears the signature, and you both sign again."
    )
