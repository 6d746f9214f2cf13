"""The words of a joint application up to submitted or withdrawn (decisions.md 1 and 2)."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle
from jobboard.partnerships.domain import Acceptance, Who


class Status(StrEnum):
    DRAFT = "draft"
    AWAITING_SIGNATURES = "awaiting_signatures"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"


LIFECYCLE = (
    Lifecycle(Status.DRAFT)
    .step("ask_for_signatures", source={Status.DRAFT}, to=Status.AWAITING_SIGNATURES)
    .step("edit", source={Status.DRAFT, Status.AWAITING_SIGNATURES}, to=Status.DRAFT)
    .step("submit", source={Status.AWAITING_SIGNATURES}, to=Status.SUBMITTED)
    .step(
        "withdraw",
        source={Status.DRAFT, Status.AWAITING_SIGNATURES, Status.SUBMITTED},
        to=Status.WITHDRAWN,
    )
)
EDITABLE = frozenset({Status.DRAFT, Status.AWAITING_SIGNATURES})
LIVE = frozenset({Status.DRAFT, Status.AWAITING_SIGNATURES, Status.SUBMITTED})
STATUS_WORDS = {
    Status.DRAFT: "Draft",
    Status.AWAITING_SIGNATURES: "Awaiting signatures",
    Status.SUBMITTED: "Sent",
    Status.WITHDRAWN: "Withdrawn",
}
COOL_OFF = timedelta(minutes=10)
"""decisions.md 4: until then the employer sees nothing and either partner may withdraw."""
MERGE_WINDOW = timedelta(minutes=10)
"""decisions.md 6: one person's saves of one section within it replace each other."""
HERE_FOR = timedelta(seconds=70)
"""Somebody in the editor says so every 25 seconds; two that got lost do not make them leave."""
MIN_WORDS = 150
MAX_WORDS = 600


class SectionKind(StrEnum):
    """In the order of the page."""

    PROPOSITION = "proposition"
    SPLIT_PLAN = "split_plan"
    COVER = "cover"
    """Leave, long absences, the support they ask for."""
    RESPONSIBILITIES = "responsibilities"
    HANDOVER = "handover"
    RISKS = "risks"
    CONTINUITY = "continuity"
    """When they can start, and as what."""
    OWN_A = "own_a"
    """Partner A's own words: the wish if B leaves, evidence where the role asks for it."""
    OWN_B = "own_b"
    TRACK_RECORD = "track_record"


SECTION_WORDS = {
    SectionKind.PROPOSITION: "Proposition",
    SectionKind.SPLIT_PLAN: "Split plan",
    SectionKind.COVER: "When one is away",
    SectionKind.RESPONSIBILITIES: "Who leads on what",
    SectionKind.HANDOVER: "Handover",
    SectionKind.RISKS: "Doubts, answered",
    SectionKind.CONTINUITY: "How you would start",
    SectionKind.OWN_A: "The first partner’s own words",
    SectionKind.OWN_B: "The second partner’s own words",
    SectionKind.TRACK_RECORD: "Track record",
}
OWNED_BY = {SectionKind.OWN_A: Who.A, SectionKind.OWN_B: Who.B}
"""Sections that one partner alone may write; the other reads them."""


def anchor(kind: SectionKind) -> str:
    """The id of a section on the editor page."""
    return kind.value.replace("_", "-")


def section_words(kind: SectionKind, names: tuple[str, str]) -> str:
    """`SECTION_WORDS`, with the name where a section is one partner's own."""
    owner = OWNED_BY.get(kind)
    if owner is None:
        return SECTION_WORDS[kind]
    return f"{names[0] if owner is Who.A else names[1]}’s own words"


PLACES = {**{kind.value: words for kind, words in SECTION_WORDS.items()},
          "terms": "How you share",
          "acceptance": "Together or either", "sign": "Sign together"}  # fmt: skip
"""Where somebody can be in the editor."""


class Cause(StrEnum):
    """Why there is a version that no section made."""

    STARTED = "started"
    TERMS = "terms"
    ACCEPTANCE = "acceptance"
    """The two gave the same private answer, or no longer do. Never what anybody answered."""
    ROLE = "role"
    TRACK_RECORD = "track_record"
    NAMES = "names"


CAUSE_WORDS = {
    Cause.STARTED: "Started",
    Cause.TERMS: "How you share",
    Cause.ACCEPTANCE: "Together or either",
    Cause.ROLE: "The employer changed the role",
    Cause.TRACK_RECORD: "An entry of your track record changed",
    Cause.NAMES: "A name changed",
}


class Lead(StrEnum):
    A = "a"
    B = "b"
    EITHER = "either"
    JOINT = "joint"


class Medium(StrEnum):
    VOICE = "voice"
    WRITTEN = "written"
    MEETING = "meeting"
    SHARED_DOC = "shared_doc"


MEDIUM_WORDS = {
    Medium.VOICE: "Voice message or call",
    Medium.WRITTEN: "Written note",
    Medium.MEETING: "Meeting",
    Medium.SHARED_DOC: "Shared document",
}


class SecondApplicationError(UserError):
    """A person can be in one live application for a role.

    That somebody is in one is theirs to tell: to the partner this says no more than that it does
    not start.
    """

    message = (
        "This application cannot be started now. Nothing was begun and nobody was told. Speak with"
        " your partner before you try again; we give no reason that belongs to one person alone."
    )


class OwnSecondApplicationError(SecondApplicationError):
    message = (
        "You already have a live application for this role. A person can be in one only. Withdraw"
        " that one first if you would rather apply with this partner."
    )


class SamePairError(SecondApplicationError):
    message = (
        "The two of you have an application for this role already. Open it and write on there;"
        " nothing new was begun."
    )


class KeptMeanwhileError(UserError):
    message = (
        "Your templates have changed since this page was opened. Nothing was kept yet: look again"
        " at what would be replaced, then press once more."
    )


class NotFormedError(UserError):
    message = "Your partnership is not formed yet. You both confirm it, then you can apply as one."


class NotOpenHereError(UserError):
    message = (
        "This advert comes from elsewhere, so an application cannot start here. Ask the employer."
    )


class AcceptanceWish(StrEnum):
    """What one partner answers privately. The third answer keeps "not the same" from telling what
    the other one chose."""

    TOGETHER_ONLY = Acceptance.TOGETHER_ONLY.value
    EITHER = Acceptance.EITHER.value
    TALK_FIRST = "talk_first"


ACCEPTANCE_WISH_WORDS = {
    AcceptanceWish.TOGETHER_ONLY: "Together only. If the panel prefers one of us, the answer is no",
    AcceptanceWish.EITHER: "Either of us, if the panel prefers one",
    AcceptanceWish.TALK_FIRST: "I would rather talk about it first",
}
ACCEPTANCE_OPEN = (
    "Say, each for yourself, whether you come together only: you do not have one answer yet."
)


class NotReadyError(UserError):
    message = "Something is still missing. Finish the sections that are marked, then sign."


class SignedSomethingElseError(ConflictError):
    message = "The text changed after you opened it. Read the newer version, then sign that one."


class StaleTermsError(ConflictError):
    """The partner answered how they share while this one was still choosing. `saved`: in words."""

    field = "share_type"

    def __init__(self, saved: str) -> None:
        super().__init__(
            f"Your partner saved another answer while this page was open: “{saved}”. Yours is"
            " still ticked below. Save again if yours should count."
        )


class StaleSectionError(ConflictError):
    """Two wrote one section at once. Both texts come back; nothing is overwritten.

    `mine` and `theirs` are section contents (see sections.py), `number` the newer base number.
    """

    def __init__(self, kind: SectionKind, mine: object, theirs: object, number: int) -> None:
        super().__init__("Your partner saved this section while you were writing.")
        self.kind = kind
        self.mine = mine
        self.theirs = theirs
        self.number = number


class SignedMeanwhileError(ConflictError):
    """Somebody has signed, so nothing is saved by itself: a signature falls only by a button."""

    message = (
        "This version is signed, so nothing is saved by itself: a change takes the signature away."
        " Press Save if you want that."
    )
