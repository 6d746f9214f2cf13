"""What waits for somebody: the two homes, assembled from what each feature already knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for

from jobboard.accounts.naming import display_name, first_name
from jobboard.applications import queries as applications
from jobboard.applications.cards import Card, card_of, goes_on
from jobboard.applications.queries import leaving
from jobboard.candidates import queries as candidates
from jobboard.candidates.models import Profile
from jobboard.core.policy import Actor, may
from jobboard.hiring import queries as hiring
from jobboard.hiring.domain import Stage, Tab
from jobboard.hiring.lines import PairNews, RoleLine
from jobboard.hiring.queries import told
from jobboard.organisations import queries as organisations
from jobboard.organisations.models import Organisation
from jobboard.pages import asking, belonging, breaks, growing, meeting, showing, writing
from jobboard.pages.queries import what_waits
from jobboard.pages.todo import Todo
from jobboard.partnerships import queries as partnerships
from jobboard.partnerships.models import Partnership, PartnershipInvitation
from jobboard.web.filters import count, days_left

SOON = 7
"""Days before closing from which a draft is worth a reminder."""
ROLES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class PairHome:
    todos: list[Todo]
    cards: list[Card]
    news: dict[UUID, PairNews]
    """What the employer has said, by application."""
    pairs: list[Partnership]
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class EmployerHome:
    todos: list[Todo]
    lines: list[RoleLine]
    organisations: list[Organisation]


def of_pair(actor: Actor, at: datetime) -> PairHome:
    """Eleven queries at most, one more with an interview, however many applications there are."""
    found = applications.applications_of_person(actor.user_id)
    left = leaving.departures([one.id for one in found if one.left_by_id])
    cards = [
        card_of(one, actor.user_id, at, left.get(one.id))
        for one in found
        if goes_on(one, left.get(one.id), actor.user_id, at)
    ]
    pairs = [pair for pair in partnerships.of_person(actor) if pair.is_live]
    profile = candidates.profile_of(actor.user_id)
    invited = partnerships.received_by(actor, at)
    todos = [*_invitations(invited), *_confirmations(actor, pairs), *breaks.todos(actor, pairs)]
    todos += _decisions(cards)
    heard = told.candidacies_of_person(actor.user_id) if actor.user_id else []
    todos += _changed_roles(heard)
    if any(one.stage is Stage.INTERVIEWING for one in heard):
        todos += meeting.of_pair(actor, at)
    todos += writing.of_pair(actor)
    todos += growing.todos(actor, pairs, at)
    has_card, has_approach = what_waits(actor, at) if pairs else (False, False)
    todos += asking.of_pair(actor) if has_approach else []
    todos += showing.todos(actor, pairs, at) if has_card else []
    todos += _turns(actor, cards, at)
    todos += _beginnings(pairs, profile)
    news = {one.application_id: one for one in heard}
    return PairHome(todos, cards, news, pairs, profile)


def _decisions(cards: list[Card]) -> list[Todo]:
    """One of a pair left: the other is asked, with the day in words."""
    return [
        Todo(
            "clock",
            card.turn,
            f"{card.application.role.title}, {card.application.role.employer}. Without an"
            " answer it ends by itself.",
            url_for("applications.decision", application_id=card.application.id),
            "Decide",
            f": {card.application.role.title}",
            urgent=True,
        )
        for card in cards
        if card.view == "decision"
    ]


def _changed_roles(heard: list[PairNews]) -> list[Todo]:
    """An employer changed what both had signed for; each of the two is asked."""
    return [
        Todo(
            "circle-alert",
            f"{one.role.title} has changed. Is it still for you?",
            f"{one.role.employer} sees who has answered. Nobody can answer for you.",
            url_for("hiring.reconfirmation", application_id=one.application_id),
            "Read what changed",
            f": {one.role.title}",
            urgent=True,
        )
        for one in heard
        if one.is_asked_again
    ]


def _invitations(invited: Sequence[PartnershipInvitation]) -> list[Todo]:
    return [
        Todo(
            "handshake",
            f"{display_name(row.inviter)} would like to share a role with you",
            "Nothing happens until you answer. A no is told kindly.",
            url_for("partnerships.index"),
            "Read and answer",
            f": invitation from {display_name(row.inviter)}",
        )
        for row in invited
    ]


def _confirmations(actor: Actor, pairs: list[Partnership]) -> list[Todo]:
    return [
        Todo(
            "users",
            f"Confirm that you and {first_name(pair.partner_of(actor.user_id))} are a pair",
            "You can apply together once you have both confirmed it.",
            url_for("partnerships.confirmation", partnership_id=pair.id),
            "Read and confirm",
        )
        for pair in pairs
        if not pair.is_formed and not pair.has_confirmed(actor.user_id)
    ]


def _turns(actor: Actor, cards: list[Card], at: datetime) -> list[Todo]:
    todos = []
    for card in cards:
        role = card.application.role
        left = days_left(role.closes_at, role.closes_zone) if role.closes_at else SOON + 1
        is_open = card.application.is_editable and role.takes_applications(at)
        is_close = is_open and left <= SOON
        is_mine = card.application.signature_of(actor.user_id) is None
        if not is_open or not (is_mine or is_close):
            continue
        when = f"closes in {count(left, 'day')}" if left else "closes today"
        todos.append(
            Todo(
                "clock" if is_close else "pencil",
                card.turn,
                f"{role.title}, {role.employer}, {when}.",
                url_for(f"applications.{card.view}", application_id=card.application.id),
                card.action,
                f": {role.title}",
                urgent=is_close,
            )
        )
    return todos


def _beginnings(pairs: list[Partnership], profile: Profile | None) -> list[Todo]:
    todos = []
    if not pairs:
        todos.append(
            Todo(
                "users",
                "Invite the person you would share a role with",
                "They get a mail with a link. You are a pair once you have both confirmed it.",
                url_for("partnerships.invite"),
                "Invite a partner",
            )
        )
    if profile is None or not profile.is_complete:
        todos.append(
            Todo(
                "pencil",
                "Say a little about yourself",
                "Headline, level, sectors, place and the half-days you could work. Two minutes.",
                url_for("candidates.profile"),
                "Write your profile",
            )
        )
    return todos


def of_employer(actor: Actor, at: datetime) -> EmployerHome:
    mine = organisations.of_member(actor)
    lines = hiring.board(actor.user_id, at, 0, ROLES_SHOWN).rows if mine else []
    heard = [*meeting.of_employer(actor, at), *writing.of_employer(actor, at)] if mine else []
    heard += [*asking.of_employer(actor), *asking.of_staff(actor)] if mine else []
    asked = belonging.of_owner(actor) if mine else []
    return EmployerHome(
        [*asked, *heard, *_unread(lines), *_first_steps(actor, mine, lines)], lines, mine
    )


def _unread(lines: list[RoleLine]) -> list[Todo]:
    return [
        Todo(
            "inbox",
            f"{count(line.counts[Tab.NEW], 'new joint application')} for {line.role.title}",
            "Each is from two people who signed the same text.",
            url_for("hiring.role", role_id=line.role.id, stage=Tab.NEW.value),
            "Read",
            f": {line.role.title}",
        )
        for line in lines
        if line.counts[Tab.NEW]
    ]


def _first_steps(actor: Actor, mine: list[Organisation], lines: list[RoleLine]) -> list[Todo]:
    if not mine:
        return [
            Todo(
                "users",
                "Set up your organisation",
                "Its name and a few lines about it. Then you can invite colleagues and post.",
                url_for("organisations.new"),
                "Set it up",
            )
        ]
    if not lines and any(may(actor, "role.create", each) for each in mine):
        return [
            Todo(
                "file-text",
                "Write your first role",
                "One form. We do the arithmetic of the week before you publish.",
                url_for("roles.new"),
                "Write a role",
            )
        ]
    return []
