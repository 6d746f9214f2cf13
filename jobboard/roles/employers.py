"""For whom a role may be written: an organisation, or a client of an agency."""

from __future__ import annotations

from typing import NamedTuple

from jobboard.core.errors import UserError
from jobboard.organisations.models import Organisation


class Employer(NamedTuple):
    organisation: Organisation
    agency: Organisation | None = None

    @property
    def id(self) -> str:
        """As a form sends it."""
        own = str(self.organisation.id)
        return f"{own}.{self.agency.id}" if self.agency else own

    @property
    def name(self) -> str:
        return name_of(self.organisation, self.agency)

    @property
    def desk(self) -> Organisation:
        """Whose members write it."""
        return self.agency or self.organisation


def name_of(organisation: Organisation, agency: Organisation | None) -> str:
    return f"{agency.name} for {organisation.name}" if agency else organisation.name


class NotAClientError(UserError):
    message = (
        "That organisation has not confirmed that you recruit for it, or has ended it. Ask it on"
        " the page of your organisation, or choose another one. What you typed is still here."
    )
    field = "organisation"
