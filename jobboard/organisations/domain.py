"""The words of employers: member kinds and invitations."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from jobboard.core.errors import ConflictError, UserError

WEBSITE = "Enter a web address that starts with https://, such as https://example.org"
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


class MemberKind(StrEnum):
    OWNER = "owner"
    RECRUITER = "recruiter"
    PANEL = "panel_member"
    VIEWER = "viewer"


KIND_WORDS = {
    MemberKind.OWNER: "Owner: runs the organisation, invites colleagues, writes and closes roles",
    MemberKind.RECRUITER: "Recruiter: writes roles, reads and decides on joint applications",
    MemberKind.PANEL: "Panel member: reads joint applications and keeps notes, decides nothing",
    MemberKind.VIEWER: "Viewer: reads the roles, drafts too, and no application",
}
KIND_LABELS = {
    MemberKind.OWNER: "Owner",
    MemberKind.RECRUITER: "Recruiter",
    MemberKind.PANEL: "Panel member",
    MemberKind.VIEWER: "Viewer",
}
RANK = {
    MemberKind.VIEWER: 1,
    MemberKind.PANEL: 2,
    MemberKind.RECRUITER: 3,
    MemberKind.OWNER: 4,
}
"""Nobody grants a kind above their own."""
OWNERS = frozenset({MemberKind.OWNER})
STAFF = frozenset({MemberKind.OWNER, MemberKind.RECRUITER})
"""They write roles, decide on applications, write to pairs, arrange interviews, invite."""
READERS = STAFF | {MemberKind.PANEL}
"""They read joint applications."""
MAX_NAME = 120
MAX_WEBSITE = 200
INVITATION_LIFE = timedelta(days=14)
"""decisions.md 15."""


def may_grant(own: MemberKind | None, wanted: MemberKind) -> bool:
    """Only who invites at all, and nothing above their own kind."""
    return own in STAFF and RANK[wanted] <= RANK[own]


def normal_website(typed: str) -> str:
    """An http or https address with a host, or nothing. Raises UserError at `website`."""
    if not typed:
        return ""
    text = typed if "://" in typed else f"https://{typed}"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    is_plain = text.isascii() and text.isprintable() and " " not in text
    if parts.scheme not in {"http", "https"} or not is_plain or not _HOST.fullmatch(host):
        raise UserError(WEBSITE, field="website")
    if parts.username is not None or len(text) > MAX_WEBSITE:
        raise UserError(WEBSITE, field="website")
    return text


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


class OwnAddressError(UserError):
    message = "That is your own address. Enter the address of a colleague."
    field = "address"


class EditedMeanwhileError(ConflictError):
    message = (
        "A colleague saved other words while you were writing. What you typed is still below, and"
        " what stands now is beside it. Save again to replace theirs with yours."
    )


class LastOwnerError(UserError):
    message = "An organisation needs an owner. Make somebody else owner first."
