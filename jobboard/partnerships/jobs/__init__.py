"""The letters of a pair. Nothing a person typed becomes a link in them (security.md)."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from jobboard.accounts.naming import display_name, first_name
from jobboard.accounts.queries import verified_owner
from jobboard.core.clock import now
from jobboard.core.jobs import job
from jobboard.core.mail import Letter, Mail, composer
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import COOL_OFF, LIVE, PartnershipStatus
from jobboard.partnerships.letters import LETTERS, News
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries import blocking
from jobboard.partnerships.wording import unlinked


@composer("partnerships.invitation")
def invitation(mail: Mail) -> Letter | None:
    """None once it was answered or taken back before the mail left, and between two of whom one
    has blocked the other."""
    row = queries.invitation(UUID(mail.refs["invitation_id"]))
    owner = verified_owner(row.address)
    if not row.is_open(now()) or (owner and blocking.is_between(row.inviter_id, owner.id)):
        return None
    name = unlinked(display_name(row.inviter))
    words = {
        "inviter": name,
        "first": unlinked(first_name(row.inviter)),
        "message": unlinked(row.message),
        "token": row.token(),
        "expires_at": row.expires_at,
    }
    return Letter(f"{name} would like to share a role with you", "partnerships_invitation", words)


@composer("partnerships.declined")
def declined(mail: Mail) -> Letter:
    """Names the address, which the inviter typed, and never the person."""
    row = queries.invitation(UUID(mail.refs["invitation_id"]))
    again = (row.declined_at or row.created_at) + COOL_OFF
    words = {"address": row.address, "again": again}
    return Letter("About your invitation", "partnerships_declined", words)


@composer("partnerships.accepted")
def accepted(mail: Mail) -> Letter | None:
    partnership = _partnership(mail)
    if partnership.status not in LIVE:
        return None
    name = unlinked(first_name(partnership.second))
    words = {"partnership": partnership, "name": name}
    return Letter(f"{name} accepted", "partnerships_accepted", words)


@composer("partnerships.formed")
def formed(mail: Mail) -> Letter:
    partnership = _partnership(mail)
    partner = partnership.partner_of(mail.person_id)
    words = {"partnership": partnership, "name": unlinked(first_name(partner))}
    return Letter("You are a pair", "partnerships_formed", words)


@composer("partnerships.parted")
def parted(mail: Mail) -> Letter | None:
    partnership = _partnership(mail)
    if partnership.status is not PartnershipStatus.PARTED:
        return None
    name = unlinked(first_name(partnership.partner_of(mail.person_id)))
    words = {"partnership": partnership, "name": name}
    return Letter(f"{name} will not go on as your partner", "partnerships_parted", words)


def _news(mail: Mail, news: News) -> Letter | None:
    """A letter about a pause or an end; None once the pair has moved on from what it tells."""
    partnership = _partnership(mail)
    row = queries.one_break(UUID(mail.refs["break_id"]))
    if news.while_open and row.over_at is not None:
        return None
    partner = partnership.partner_of(mail.person_id)
    words = news.words(unlinked(first_name(partner)), row.due_at)
    is_from_partner = row.begun_by_id == partner.id
    words |= {
        "quote": unlinked(row.words) if news.quotes and is_from_partner else "",
        "partnership": partnership,
        "name": unlinked(first_name(partner)),
    }
    return Letter(str(words["title"]), "partnerships_news", words)


for _what, _told in LETTERS.items():
    composer(f"partnerships.{_what}")(partial(_news, news=_told))


@job("partnerships.dissolve")
def dissolve(break_id: str) -> None:
    """Seven days after somebody asked for the end; the verb looks whether it still is to come."""
    service.dissolve_due(UUID(break_id), now())


def _partnership(mail: Mail) -> Partnership:
    return queries.with_people(UUID(mail.refs["partnership_id"]))
