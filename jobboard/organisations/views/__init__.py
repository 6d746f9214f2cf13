"""The pages of organisations: the employer, how it is known, its members, whom it belongs with."""

from jobboard.organisations.views import domains, employers, inviting, logos, members, ties
from jobboard.organisations.views.room import blueprint

__all__ = ["blueprint", "domains", "employers", "inviting", "logos", "members", "ties"]
