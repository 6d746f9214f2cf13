"""Pages of organisations: what anybody reads of them, and what their owner changes."""

from __future__ import annotations

import sqlalchemy as sa
from flask import url_for

from jobboard.approaches import service as approaches
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.models import Organisation, OrganisationDomain
from jobboard.organisations.ties import Side
from jobboard.roles import service as roles
from jobboard.roles.manager import KEYS
from jobboard.roles.models import ManagerAsk
from tests.factories.approaches import make_approach, send_approach
from tests.factories.organisations import make_tie
from tests.factories.questions import make_question
from tests.factories.world import make_partnership, make_role


def of_owner(owner: Actor) -> list[str]:
    mine = next(each for each in _organisations() if each.has_owner(owner.user_id))
    row = next(each for each in _domains() if each.organisation_id == mine.id)
    others = [each for each in _organisations() if each.memberships and each.id != mine.id]
    ends = {"answer_tie": make_tie(others[0], mine), "end_tie": make_tie(mine, others[1])}
    return [
        *(url_for(f"organisations.{view}", organisation_id=mine.id)
          for view in ("show", "edit", "set_logo", "ask_domain", "invite")),
        *_managing(owner, mine),
        url_for("organisations.remove_domain", organisation_id=mine.id, domain_id=row.id),
        *_questions(mine),
        *_approaches(mine),
        *(url_for("organisations.ask_tie", organisation_id=mine.id, kind=side) for side in Side),
        *(url_for(f"organisations.{view}", organisation_id=mine.id, tie_id=tie.id)
          for view, tie in ends.items()),
    ]  # fmt: skip


def _approaches(mine: Organisation) -> list[str]:
    """One that waits, one that is answered; each with its pages."""
    waits, told = (send_approach(make_approach(make_partnership(), mine)) for _ in range(2))
    owner = mine.memberships[0].user_id
    approaches.decline(Actor(owner), told, "Thank you. Not this year.", now())
    views = [("read", waits), ("invitation", waits), ("refusal", waits), ("read", told)]
    return [
        url_for("approaches.received", organisation_id=mine.id),
        *(url_for(f"approaches.{view}", organisation_id=mine.id, approach_id=one.id)
          for view, one in views),
    ]  # fmt: skip


def _questions(mine: Organisation) -> list[str]:
    """One that waits and one that is answered; and a role that nobody asked about."""
    role, quiet = make_role(mine, title="Director of Tides"), make_role(mine, title="Head of Dunes")
    rows = [make_question(role), make_question(role, answer="Yes, from the spring.")]
    views = ("roles.answer_question", "roles.decline_question")
    return [
        *(url_for("roles.questions", role_id=each.id) for each in (role, quiet)),
        *(url_for(view, role_id=role.id, question_id=rows[0].id) for view in views),
        url_for(views[0], role_id=role.id, question_id=rows[1].id),
    ]


def of_anybody() -> list[str]:
    """Public pages of an employer that shows all it can and of one that does not, and the links
    that confirm a domain."""
    rows = _domains()
    named = [each.slug for each in _organisations() if each.parent or not each.promise][:3]
    named += [each.slug for each in _organisations() if each.is_agency]
    waiting = [row for row in rows if row.verified_at is None]
    return [
        *(url_for("roles.employer", name=name) for name in (*named, rows[0].organisation.slug)),
        *(url_for("organisations.confirm_domain", token=row.token()) for row in waiting[:1]),
        url_for("organisations.confirm_domain", token="A" * 43),
    ]


def of_managers() -> list[str]:
    """The list as a line manager gets it, and a link that is spent."""
    asks = list(session().scalars(sa.select(ManagerAsk).order_by(ManagerAsk.id)))
    tokens = [*[ask.token() for ask in asks if ask.is_open(now())][:1], "A" * 43]
    return [url_for("roles.manager_word", token=token) for token in tokens]


def _managing(owner: Actor, organisation: Organisation) -> list[str]:
    """Of a role whose manager is asked, and of one whose manager a colleague has ticked for."""
    asked, ticked = (make_role(organisation, title="Director of Estates") for _ in range(2))
    for role in (asked, ticked):
        roles.name_manager(owner, role, "Margaret Oyelaran", "Chief executive", 0, now())
    roles.ask_manager(owner, asked, "margaret@demo.twofold.test", now())
    roles.tick(owner, ticked, KEYS, 1, now())
    views = ("manager", "manager_checklist", "manager_ask", "manager_unask")
    return [
        *(url_for(f"roles.{view}", role_id=asked.id) for view in views),
        *(url_for(f"roles.{view}", role_id=ticked.id) for view in ("manager_withdrawal", "show")),
    ]


def _organisations() -> list[Organisation]:
    return list(session().scalars(sa.select(Organisation).order_by(Organisation.id)))


def _domains() -> list[OrganisationDomain]:
    return list(session().scalars(sa.select(OrganisationDomain).order_by(OrganisationDomain.id)))
