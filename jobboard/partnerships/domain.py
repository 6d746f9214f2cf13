"""The words of a pair: its states, its track record."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle


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
)
LIVE = frozenset({_S.CONNECTED, _S.FORMED, _S.PAUSED, _S.DISSOLVING})
INVITATION_LIFE = timedelta(days=14)
COOL_OFF = timedelta(days=30)
"""After a no, the same address may be asked again by the same person."""
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


class AlreadyPartnersError(UserError):
    message = "You two are partners already. Open your partnership instead."


class StaleTemplateError(ConflictError):
    """Two wrote the shared template at once; `theirs` is the newer text, `mine` what was typed."""

    def __init__(self, mine: str, theirs: str) -> None:
        super().__init__("Your partner saved this text while you were writing.")
        self.mine = mine
        self.theirs = theirs
