from __future__ import annotations

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations import service
from jobboard.search.models import SearchOutbox
from tests.factories.applications import ready_application, sign
from tests.factories.people import make_user
from tests.factories.world import make_organisation, make_partnership, make_role


def rename(organisation, owner, name: str) -> None:
    service.edit(
        Actor(user_id=owner.id),
        organisation,
        name,
        organisation.about,
        organisation.website,
        organisation.lock_version,
    )


def outbox() -> list:
    return list(session().scalars(sa.select(SearchOutbox.subject_id)))


def test_a_new_name_reaches_the_index_and_clears_what_was_signed(db):
    del db
    owner = make_user("Ruth Calloway")
    organisation = make_organisation(owner=owner)
    role = make_role(organisation)
    pair = make_partnership()
    application = ready_application(role, pair)
    sign(application, pair.first)
    version = application.version
    rename(organisation, owner, "Northmoor Health Partnership")
    session().expire_all()
    assert role.id in outbox()
    assert application.signatures == []
    assert application.version == version + 1


def test_the_same_name_changes_nothing(db):
    del db
    owner = make_user("Ruth Calloway")
    organisation = make_organisation(owner=owner)
    make_role(organisation)
    rename(organisation, owner, organisation.name)
    assert outbox() == []


def test_drafts_of_the_employer_are_nobodys_business(db):
    del db
    owner = make_user("Ruth Calloway")
    organisation = make_organisation(owner=owner)
    make_role(organisation, published=False)
    rename(organisation, owner, "Northmoor Health Partnership")
    assert outbox() == []
