"""The words of employers: member kinds and invitations."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import UserError


class MemberKind(StrEnum):
    OWNER = "owner"
    RECRUITER = "recruiter"


KIND_WORDS = {
    MemberKind.OWNER: "Owner: runs the organisation, invites colleagues, writes and closes roles",
    MemberKind.RECRUITER: "Recruiter: writes roles, reads and decides on joint applications",
}
INVITATION_LIFE = timedelta(days=14)
"""decisions.md 15."""


class InvitationSpentError(UserError):
    message = (
        "This invitation no longer works: it is old, already used or taken back. Ask the person"
        " who sent it for a new one."
    )


class NotYourInvitationError(UserError):
    message = (
        "This invitation went to another address. Sign in as the person it was sent to, or ask for"
        " one to this account."
    )


class LastOwnerError(UserError):
    message = "An organisation needs an owner. Make somebody else owner first."
