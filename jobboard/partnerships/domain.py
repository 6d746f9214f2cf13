"""The words of a pair: its states, its track record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle
from jobboard.planning.share_types import ShareType


class PartnershipStatus(StrEnum):
    """domain.md §4. `invited` is the invitation's row; a partnership begins as connected."""

    CONNECTED = "connected"
    FORMED = "formed"
    PAUSED = "paused"
    DISSOLVING = "dissolving"
    DISSOLVED = "dissolved"
    PARTED = "parted"


_S = PartnershipStatus
LIFECYCLE = (
    Lifecycle(_S.CONNECTED)
    .step("form", source={_S.CONNECTED}, to=_S.FORMED)
    .step("part", source={_S.CONNECTED}, to=_S.PARTED)
    .step("pause", source={_S.FORMED}, to=_S.PAUSED)
    .step("resume", source={_S.PAUSED}, to=_S.FORMED)
    .step("start_dissolving", source={_S.FORMED, _S.PAUSED}, to=_S.DISSOLVING)
    .step("stay_together", source={_S.DISSOLVING}, to=_S.FORMED)
    .step("dissolve", source={_S.DISSOLVING}, to=_S.DISSOLVED)
    .step("end_at_once", source={_S.FORMED, _S.PAUSED, _S.DISSOLVING}, to=_S.DISSOLVED)
)
LIVE = frozenset({_S.CONNECTED, _S.FORMED, _S.PAUSED, _S.DISSOLVING})
INVITATION_LIFE = timedelta(days=14)
COOL_OFF = timedelta(days=30)
"""After a no, the same address may be asked again by the same person."""
MAX_OPEN_INVITATIONS = 10
"""Enough to find a partner, too few to be a nuisance (security.md, mail bombing)."""
MAX_MESSAGE = 500
MAX_NAME = 200
MIN_PROPOSITION_WORDS = 150
MAX_PROPOSITION_WORDS = 600
MAX_OUTCOME_WORDS = 80
MAX_ENTRIES = 20


class RecordKind(StrEnum):
    """decisions.md 3."""

    AS_PAIR = "as_pair"
    WORKED_TOGETHER = "worked_together"
    INDIVIDUAL = "individual"


class Who(StrEnum):
    A = "a"
    B = "b"
    BOTH = "both"


KIND_WORDS = {
    RecordKind.AS_PAIR: "Shared a role as a pair",
    RecordKind.WORKED_TOGETHER: "Worked together",
    RecordKind.INDIVIDUAL: "One of us alone",
}


class Acceptance(StrEnum):
    TOGETHER_ONLY = "together_only"
    EITHER = "either"


ACCEPTANCE_WORDS = {
    Acceptance.TOGETHER_ONLY: "Together only",
    Acceptance.EITHER: "Either of us, if the panel prefers one",
}


class Standing(StrEnum):
    """Who stands before an invitation, and so which page they see."""

    OWNER = "owner"
    """Signed in, and the invited address is theirs: may answer."""
    NEWCOMER = "newcomer"
    """Not signed in, and nobody has this address yet: may sign up here."""
    KNOWN = "known"
    """Not signed in, and the address belongs to an account: signs in first."""
    ADDING = "adding"
    """Signed in with other addresses; this one is free and may be added (decisions.md 15)."""
    FOREIGN = "foreign"
    """Signed in, and the address belongs to somebody else."""
    INVITER = "inviter"
    """The person who sent it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What two people settle for their applications; each application starts from it."""

    name: str
    share_type: ShareType
    acceptance: Acceptance

    @property
    def mark(self) -> str:
        """Tells whether two forms were opened on the same terms."""
        plain = "|".join((self.name, self.share_type, self.acceptance))
        return sha256(plain.encode()).hexdigest()[:16]


def pair_name(first: str, second: str) -> str:
    """`Nadia Okafor and Helen Marsh`, cut so that both fit."""
    most = (MAX_NAME - len(" and ")) // 2
    return f"{first[:most]} and {second[:most]}"


class OneselfError(UserError):
    message = "That is your own address. Invite the person you would share the role with."
    field = "address"


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


class CoolOffError(UserError):
    """The inviter was told of the no, so saying it again reveals nothing new."""

    message = (
        "Somebody at this address said no in the last 30 days. You may ask again once that time"
        " has passed."
    )
    field = "address"


class TooManyInvitationsError(UserError):
    message = (
        f"You have {MAX_OPEN_INVITATIONS} open invitations. Take one back before you send another."
    )


class PartnershipEndedError(ConflictError):
    message = "This partnership has ended. What you two wrote can still be read, not changed."


class StaleTermsError(ConflictError):
    """Your partner settled other terms meanwhile; `saved` are those."""

    def __init__(self, saved: Terms) -> None:
        super().__init__("Your partner changed this while you were writing.")
        self.saved = saved


class AlreadyPartnersError(UserError):
    message = "You two are partners already. Open your partnership instead."
    field = "address"


class StaleTemplateError(ConflictError):
    """Two wrote the shared template at once; `theirs` is the newer text, `mine` what was typed."""

    def __init__(self, mine: str, theirs: str) -> None:
        super().__init__("Your partner saved this text while you were writing.")
        self.mine = mine
        self.theirs = theirs
