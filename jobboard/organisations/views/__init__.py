"""The pages of organisations: the employer, its invitations, its members."""

from jobboard.organisations.views import employers, inviting, members
from jobboard.organisations.views.room import blueprint

__all__ = ["blueprint", "employers", "inviting", "members"]
