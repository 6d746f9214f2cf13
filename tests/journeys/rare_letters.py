"""Things that the demo data does not tell of, so that their mails can be looked at as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from jobboard.accounts import service as accounts
from jobboard.accounts.models import PasswordReset, User
from jobboard.accounts.queries import verified_owner
from jobboard.applications import queries as applications
from jobboard.applications import service as applications_service
from jobboard.applications.domain import SectionKind
from jobboard.applications.leaving import Answer
from jobboard.cards import service as cards
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring import service as hiring
from jobboard.organisations import service as organisations
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries import referees
from jobboard.roles import contents
from jobboard.roles import service as roles
from jobboard.roles.domain import CancelReason, SingleApplicants
from jobboard.roles.queries import managers
from tests.factories.applications import PROPOSITION, actor_of, write
from tests.factories.cards import live_card
from tests.factories.hiring import make_candidacy, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_partnership, make_role
from tests.journeys import seed

NEW_PASSWORD = "another violet harbour"


def happen() -> None:
    made = seed.make("ready", "letters")
    nadia, helen, ruth = (_person(made[name]) for name in ("nadia", "helen", "ruth"))
    application = applications.application(UUID(made["application"]))
    write(application, nadia, SectionKind.PROPOSITION, {"text": f"{PROPOSITION} Once more."})
    partnerships.ask_feedback(
        actor_of(nadia), application.partnership, "colleague@example.test", now()
    )
    unformed = make_partnership(nadia, make_user("Priya Raman"), formed=False)
    partnerships.part(actor_of(nadia), unformed, now())
    invitation = partnerships.invite(actor_of(helen), "priya-no@example.test", "", now())
    partnerships.decline(actor_of(make_user("Owen Pryce")), invitation, now())
    cards.end(actor_of(helen), live_card(application.partnership), now())
    employer = application.role.organisation
    add_member(employer, make_user("Ngozi Adeyemi"))
    [gone] = [each for each in employer.memberships if each.user_id != ruth.id]
    organisations.remove_member(actor_of(ruth), employer, gone, now())
    plans_change()
    adverts_change()
    managers_answer()
    accounts.ask_for_reset(made["ruth"])
    reset = session().scalars(sa.select(PasswordReset).where(PasswordReset.user_id == ruth.id))
    accounts.reset_password(reset.one().token(), NEW_PASSWORD, now())


def refer(pair: Partnership) -> None:
    """Somebody is asked about an entry and would rather not say."""
    [entry] = pair.track_record
    partnerships.ask_referee(actor_of(pair.first), entry, "chair-no@example.test", now())
    [row] = referees.asks(entry)
    partnerships.answer_referee(Actor(), row, False, now())


def plans_change() -> None:
    """A pair rests, goes on and ends; of an application that the employer has, one leaves."""
    row = make_candidacy(make_role(if_one_leaves=SingleApplicants.YES))
    first, second = row.application.partnership.people
    applications_service.leave(actor_of(first), row.application, "Thank you.", now())
    applications_service.decide(actor_of(second), row.application, Answer.ALONE, now())
    pair = make_partnership()
    refer(pair)
    partnerships.pause(actor_of(pair.first), pair, "Until the spring.", now())
    partnerships.start_dissolving(actor_of(pair.first), pair, "It was good.", now())


def adverts_change() -> None:
    """A pair that applies hears of more time, of an early end, of a new opening and of the last."""
    at = now()
    row = make_candidacy(make_role())
    role, actor = row.role, recruiter_of(row.role)
    roles.extend(actor, role, at + timedelta(days=30), at)
    said = replace(contents.of(role), funded_tenths=13)
    roles.save(actor, role, said, role.lock_version, at)
    for person in row.application.partnership.people:
        hiring.reconfirm(actor_of(person), row, role.version, at)
    waits = make_candidacy(make_role(), make_partnership())
    said = replace(contents.of(waits.role), funded_tenths=13)
    roles.save(recruiter_of(waits.role), waits.role, said, waits.role.lock_version, at)
    first, _ = waits.application.partnership.people
    hiring.reconfirm(actor_of(first), waits, waits.role.version, at)
    roles.close_early(actor, role, at)
    roles.ask_outcome(role.id, at)
    roles.relist(actor, role, at + timedelta(days=20), at)
    roles.cancel(actor, role, at, CancelReason.BUDGET, "The grant has ended.")


def managers_answer() -> None:
    """One line manager is asked about a role, another has answered."""
    for title in ("Director of Estates", "Director of Audit"):
        role = make_role(title=title)
        actor = recruiter_of(role)
        roles.name_manager(actor, role, "Margaret Oyelaran", "Chief executive", 0, now())
        roles.ask_manager(actor, role, "margaret@demo.twofold.test", now())
    check = managers.of_role(role.id)
    roles.answer_as_manager(managers.asks(check)[0], role, ["post.1"], now())


def _person(address: str) -> User:
    person = verified_owner(address)
    assert person is not None
    return person
