"""What the fictional world is written down in: plain values, no rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from jobboard.accounts.domain import Purpose
from jobboard.applications.domain import Lead, Medium
from jobboard.partnerships.domain import Acceptance, RecordKind, Who
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import WorkMode


@dataclass(frozen=True, slots=True)
class Person:
    """`key` is how the rest of this folder names somebody; the address is made of it."""

    key: str
    name: str
    headline: str
    level: int
    sectors: tuple[str, ...]
    place: str
    availability: str
    skills: tuple[str, ...]
    purpose: Purpose = Purpose.SHARE

    @property
    def address(self) -> str:
        return f"{self.key}@demo.twofold.test"


@dataclass(frozen=True, slots=True)
class Employer:
    """`intros` open its adverts, by turns. `hours` are those of a full-time week, as text."""

    key: str
    name: str
    sector: str
    owner: str
    website: str
    hours: str
    place: str
    about: str
    intros: tuple[str, ...]
    recruiters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """What adverts of one kind of work have in common: chosen from, never repeated whole."""

    first_year: tuple[str, ...]
    joint: tuple[str, ...]
    duties: tuple[str, ...]
    criteria: tuple[str, ...]
    brings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advert:
    """One role. `published` is days ago, `closes` days ahead (past: negative); None: a draft.

    `week` names a `weeks.WEEKS`. `pay` is in thousands, a year, full time.
    """

    key: str
    employer: str
    title: str
    family: str
    level: int
    week: str
    pay: tuple[int, int]
    body: str
    published: int | None
    closes: int | None
    state: str = "published"
    sector: str = ""
    place: str = ""
    mode: WorkMode = WorkMode.HYBRID
    share: tuple[ShareType, ...] = (ShareType.TWIN, ShareType.HYBRID)
    months: int | None = None
    """Of a fixed term; None for a permanent post."""
    year: str = ""
    """What the first year holds, where the family's words do not suit."""
    duties: int = 5
    criteria: int = 4
    sizes: tuple[int, ...] = ()
    """How much of the job each duty is, 1 to 5, in their order; empty: not said."""
    asks_evidence: bool = False
    review: tuple[int, tuple[str, ...]] | None = None
    """Of a role that begins as two part-time posts: weeks, and what must be true then."""


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a joint track record; `since` and `until` are months ago, `until` None goes on."""

    kind: RecordKind
    who: Who
    organisation: str
    role: str
    since: int
    until: int | None
    outcome: str
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Handing:
    """One handover of a protocol."""

    when: str
    medium: Medium
    minutes: int
    what: str


@dataclass(frozen=True, slots=True)
class Pair:
    """`opening` and `working` are the shared template; applications add what the role needs."""

    key: str
    first: str
    second: str
    share_type: ShareType
    opening: str
    working: str
    handover: tuple[Handing, ...]
    urgent: str
    when_it_changes: str
    records: tuple[Record, ...] = ()
    acceptance: Acceptance = Acceptance.TOGETHER_ONLY
    name: str = ""
    formed: int = 120
    """Days ago."""
    inbox: bool = True
    diary: bool = True

    @property
    def template(self) -> str:
        return f"{self.opening}\n\n{self.working}"


@dataclass(frozen=True, slots=True)
class Step:
    """The employer decides: a move of the candidacy, so many hours ago."""

    move: str
    hours: float
    by: str = ""
    note: str = ""
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One application. Times are hours ago: `started`, `signed` by each, `withdrawn`.

    `text` is the whole proposition where it stands alone, else the paragraph between the pair's
    opening and its way of working. `parts` are the sections they wrote by hand: p, s, r, h.
    `plan` is their week; `leads` one letter a duty (a, b, e, j), repeated as needed.
    """

    pair: str
    role: str
    text: str
    plan: str
    leads: str
    started: float
    signed: tuple[float, ...] = ()
    alone: bool = False
    parts: str = "psrh"
    asked: float | None = None
    withdrawn: float | None = None
    steps: tuple[Step, ...] = field(default=())


LEADS = {"a": Lead.A, "b": Lead.B, "e": Lead.EITHER, "j": Lead.JOINT}


def voice(when: str, minutes: int, what: str) -> Handing:
    return Handing(when, Medium.VOICE, minutes, what)


def note(when: str, minutes: int, what: str) -> Handing:
    return Handing(when, Medium.WRITTEN, minutes, what)


def meeting(when: str, minutes: int, what: str) -> Handing:
    return Handing(when, Medium.MEETING, minutes, what)


def document(when: str, minutes: int, what: str) -> Handing:
    return Handing(when, Medium.SHARED_DOC, minutes, what)
