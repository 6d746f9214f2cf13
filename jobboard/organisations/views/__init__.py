"""The pages of organisations: the employer, its invitations, its members."""

from jobboard.organisations.views import domains, employers, inviting, logos, members
from jobboard.organisations.views.room import blueprint

__all__ = ["blueprint", "domains", "employers", "inviting", "logos", "members"]
