"""python -m tests.journeys.catalogue: what no link of a page leads to, as JSON.

Run beside a running demo site, on its database: pages behind mailed links (open and spent), roles
and applications in each state, the error pages, and one mail of each template.
"""

from __future__ import annotations

import json
from email.message import EmailMessage
from typing import Any

import sqlalchemy as sa
from flask import Flask, url_for

from jobboard.accounts import service as accounts
from jobboard.accounts.domain import Purpose
from jobboard.accounts.models import EmailAddress, PasswordReset
from jobboard.accounts.queries import verified_owner
from jobboard.app import create_app
from jobboard.applications import service as applications
from jobboard.applications.models import Application
from jobboard.cards.models import PairCard
from jobboard.cli.demo import PASSWORD
from jobboard.core import mail
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring.models import Candidacy
from jobboard.interviews.models import Interview
from jobboard.organisations import service as organisations
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Organisation, OrganisationInvitation
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.models import PartnershipInvitation
from jobboard.partnerships.models.feedback import FeedbackAsk
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.roles.models import Role, SelectionLink
from jobboard.web import errors
from tests.factories.applications import ready_application
from tests.factories.people import make_user
from tests.factories.world import make_partnership
from tests.journeys import employer_pages, pair_pages, rare_letters
from tests.journeys.seed import beside_a_site

NADIA, EMPLOYER = "nadia@demo.twofold.test", "employer@demo.twofold.test"
NEW = "somebody-new@demo.twofold.test"
ROLE_VIEWS = ("edit", "preview", "publication", "pausing", "resumption", "closing",
              "cancellation", "removal", "selection_link", "selection_unlink", "extension",
              "relisting", "retraction", "copy", "template", "manager")  # fmt: skip
CODES = (400, 405, 410, 429, 500, 503)


def _all(model: Any) -> list[Any]:
    return list(session().scalars(sa.select(model)))


def _newest(model: Any) -> Any:
    return session().scalars(sa.select(model).order_by(model.created_at.desc())).first()


def _actor(address: str) -> Actor:
    owner = verified_owner(address)
    assert owner is not None
    return Actor(user_id=owner.id, authenticated_at=now())


def _one_each(rows: list[Any], key: Any) -> list[Any]:
    return list({key(row): row for row in rows}.values())


def links() -> dict[str, list[str]]:
    """Paths by whoever should look at them; whoever may not gets a page about that."""
    others = _mailed_to_others()
    return {
        "anonymous": [
            *_mailed(),
            *others,
            *_cards(),
            *_selections(),
            *employer_pages.of_managers(),
            "/dev/mail",
            "/dev/styles",
        ],
        "nadia": [
            "/password/confirm?next=/account",
            *_before_a_pair(),
            *others,
            *pair_pages.of(verified_owner(NADIA)),
        ],
        **_states(),
    }


def _before_a_pair() -> list[str]:
    nadia = verified_owner(NADIA)
    unformed = make_partnership(nadia, make_user("Priya Raman"), formed=False)
    views = ("show", "confirmation", "part")
    return [url_for(f"partnerships.{view}", partnership_id=unformed.id) for view in views]


def _cards() -> list[str]:
    """What a reader without an account sees: a card, and that there is none."""
    live = [card for card in _all(PairCard) if card.is_live(now())]
    tokens = [*(card.token() for card in live[:1]), "A" * 43]
    return [url_for("cards.read", token=token) for token in tokens]


def _selections() -> list[str]:
    """The result of the ten questions as the boss reads it, and that there is none."""
    tokens = [*(link.token() for link in _all(SelectionLink)[:1]), "A" * 43]
    return [url_for("roles.selection_read", token=token) for token in tokens]


def _mailed() -> list[str]:
    accounts.sign_up("Una Newcomer", PASSWORD, NEW, Purpose.SHARE)
    accounts.sign_up("Nadia Again", PASSWORD, NADIA, Purpose.SHARE)
    accounts.ask_for_reset(NADIA)
    row = session().scalars(sa.select(EmailAddress).where(EmailAddress.address == NEW)).one()
    endpoints = ("accounts.confirm_address", "accounts.reset_password")
    tokens = (row.token(), _newest(PasswordReset).token())
    found = [url_for(view, token=token) for view, token in zip(endpoints, tokens, strict=True)]
    endpoints += ("partnerships.accept", "organisations.accept")
    found += [url_for(view, token="A" * 43) for view in endpoints]
    return [*found, "/sign-up/sent", "/password/forgot/sent"]


def _mailed_to_others() -> list[str]:
    """Invitations to somebody else: for nobody, for a newcomer and for the wrong person."""
    at, partner = now(), "partner-to-be@demo.twofold.test"
    employer = _actor(EMPLOYER)
    mine = [each for each in _all(Organisation) if each.has_member(employer.user_id)]
    organisations.invite(employer, mine[0], partner, MemberKind.RECRUITER, at)
    if _invited(partner) is None:
        helen = _actor("helen@demo.twofold.test")
        partnerships.invite(helen, partner, "Shall we try?\n\nYou know the wards.", at)
    place = _newest(OrganisationInvitation)
    feedback = (
        session().scalars(sa.select(FeedbackAsk).where(FeedbackAsk.answered_at.is_(None))).first()
    )
    if feedback is None:
        pair = make_partnership(make_user("Tom Adeyemi"), make_user("Priya Raman"))
        partnerships.ask_feedback(
            Actor(user_id=pair.first_id), pair, "colleague@demo.twofold.test", at
        )
        feedback = _newest(FeedbackAsk)
    return [
        *(url_for("partnerships.referee_word", token=ask.token()) for ask in _all(RefereeAsk)[:4]),
        url_for("partnerships.referee_word", token="A" * 43),
        url_for("partnerships.give_feedback", token=feedback.token()),
        url_for("partnerships.give_feedback", token="A" * 43),
        url_for("partnerships.accept", token=_invited(partner).token()),
        url_for("organisations.accept", token=place.token()),
        *employer_pages.of_anybody(),
    ]


def _invited(address: str) -> Any:
    chosen = sa.select(PartnershipInvitation).where(PartnershipInvitation.address == address)
    return session().scalars(chosen).first()


def _states() -> dict[str, list[str]]:
    helen, roles = _actor("helen@demo.twofold.test").user_id, _all(Role)
    hired = [row for row in _all(Application) if row.partnership.includes(helen)]
    recruiter = _actor("recruiter@demo.twofold.test").user_id
    ours = [role for role in roles if role.organisation.has_member(recruiter)]
    by_state = _one_each(roles, lambda role: (role.state_at(now()), role.origin))
    ours_by_state = _one_each(ours, lambda role: role.state_at(now()))
    found = {
        "employer": [url_for("roles.show", role_id=role.id) for role in by_state]
                  + [url_for(f"roles.{view}", role_id=role.id) for role in ours_by_state
                     for view in ROLE_VIEWS] + employer_pages.of_owner(_actor(EMPLOYER)),
        "helen": [url_for(f"applications.{view}", application_id=row.id)
                  for row in _one_each(hired, lambda row: row.status)
                  for view in ("edit", "panel_view", "signature", "submission", "withdrawal",
                               "leaving", "decision")]
                 + _pair_that_changes(),
        "recruiter": [url_for("hiring.candidacy", candidacy_id=row.id) for row in
                      _one_each([row for row in _all(Candidacy) if row.role in ours],
                                lambda row: row.stage)],
    }  # fmt: skip
    for actor, paths in _interviews(ours).items():
        found[actor] += paths
    if len(ours) and (many := [r for r in _all(Candidacy) if r.role == ours[0]]):
        chosen = [str(row.id) for row in many[:4]]
        found["recruiter"].append(url_for("hiring.compare", role_id=ours[0].id, c=chosen))
    return found


def _interviews(ours: list[Role]) -> dict[str, list[str]]:
    """The employer's pages of each, and what Helen answers to the one that names her."""
    rows = [row for row in _all(Interview) if row.candidacy.role in ours]
    helen = [row for row in rows if row.answer_of(_actor("helen@demo.twofold.test").user_id)]
    staff = [
        url_for(f"interviews.{view}", interview_id=row.id)
        for row in rows
        for view in ("show", "move", "cancel", "held")
    ]
    staff += [url_for("interviews.propose", candidacy_id=row.candidacy_id) for row in rows[:1]]
    named = [
        url_for(f"interviews.{view}", interview_id=row.id)
        for row in helen
        for view in ("answer", "call_off")
    ]
    return {"recruiter": staff, "helen": named}


def _pair_that_changes() -> list[str]:
    """Pages of a pair of Helen's: to pause and to end it, and of one that is ending."""
    helen = verified_owner("helen@demo.twofold.test")
    formed, ending = (make_partnership(helen, make_user(name)) for name in ("Ana Bell", "Bo Lee"))
    partnerships.start_dissolving(Actor(user_id=ending.second_id), ending, "It was good.", now())
    left = ready_application(partnership=formed)
    applications.leave(Actor(user_id=formed.second_id), left, "I cannot after all.", now())
    blocked = make_partnership(helen, make_user("Cy Orr"))
    partnerships.block(Actor(user_id=helen.id), blocked, now())
    views = [(formed, "pause"), (formed, "dissolution"), (ending, "show"), (ending, "staying"),
             (ending, "dissolution"), (formed, "block"), (blocked, "show"),
             (blocked, "unblock")]  # fmt: skip
    return [
        *[url_for(f"partnerships.{view}", partnership_id=pair.id) for pair, view in views],
        url_for("applications.decision", application_id=left.id),
    ]


def letters() -> dict[str, str]:
    """Template to HTML: the mails of the demo data, as far as there is still something to tell."""
    found: dict[str, str] = {}
    for row in _all(mail.Mail):
        letter = mail._composers[row.kind](row)
        if letter is not None and letter.template not in found:
            body = mail._message(row, letter, now()).get_body(("html",))
            assert isinstance(body, EmailMessage)
            found[letter.template] = str(body.get_content())
    return found


def error_pages() -> dict[int, str]:
    return {code: errors.page(code)[0] for code in CODES}


def catalogue(app: Flask) -> dict[str, Any]:
    with app.test_request_context(base_url=app.config["BASE_URL"]):
        beside_a_site()
        found: dict[str, Any] = {"links": links(), "errors": error_pages()}
    with app.app_context():
        rare_letters.happen()
        return found | {"letters": letters()}


if __name__ == "__main__":
    print(json.dumps(catalogue(create_app())))
