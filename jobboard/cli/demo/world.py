"""What exists so far, by the keys that the fiction uses, and how a person comes in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from jobboard.accounts import service as accounts
from jobboard.accounts.models import User
from jobboard.accounts.passwords import PasswordHash
from jobboard.applications.models import Application
from jobboard.candidates import service as candidates
from jobboard.candidates.domain import ProfileFields
from jobboard.cli.demo.shapes import Person
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.models import Organisation
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role


@dataclass
class World:
    """`password` is hashed once: forty times argon2 would take four seconds."""

    password: PasswordHash
    people: dict[str, User] = field(default_factory=dict)
    employers: dict[str, Organisation] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    pairs: dict[str, Partnership] = field(default_factory=dict)
    applications: dict[tuple[str, str], Application] = field(default_factory=dict)

    def actor(self, key: str, at: datetime) -> Actor:
        """This person with a password typed at that moment."""
        return Actor(user_id=self.people[key].id, authenticated_at=at)

    def welcome(self, person: Person, at: datetime) -> None:
        """Account, confirmed address and profile, marked as fiction."""
        user = accounts.sign_up_invited(person.name, self.password, person.address, person.purpose)
        user.is_demo = True
        session().flush()
        self.people[person.key] = user
        fields = ProfileFields(
            person.headline,
            person.level,
            person.sectors,
            person.place,
            person.availability,
            person.skills,
        )
        candidates.save(self.actor(person.key, at), fields, 0, at)
