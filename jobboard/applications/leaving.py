"""One of the two leaves: what the other may choose, and by when (N24, decisions.md 2). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from jobboard.applications.domain import OWNED_BY, SectionKind
from jobboard.applications.sections.frame import Content
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships.domain import Who
from jobboard.roles.domain import SingleApplicants

CHOOSE_WITHIN = timedelta(days=14)
REMIND_AFTER = timedelta(days=7)
SIGN_WITHIN = timedelta(days=28)
"""From the day one left: as long as a new partner has to write and sign."""
MAX_WORDS_CHARACTERS = 500


class Answer(StrEnum):
    """What became of it. The first two close a text that was never sent."""

    CLOSED = "closed"
    KEPT = "kept"
    ALONE = "alone"
    NEW_PARTNER = "new_partner"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """Nobody answered in time."""


ANSWER_WORDS = {
    Answer.CLOSED: "Close it",
    Answer.KEPT: "Keep a copy of the text for another partner",
    Answer.ALONE: "Go on alone",
    Answer.NEW_PARTNER: "Go on with a new partner",
    Answer.WITHDRAWN: "Withdraw",
}
ANSWER_HINTS = {
    Answer.CLOSED: "What you both wrote stays readable to you both.",
    Answer.KEPT: "You get a copy without the words that are your former partner’s alone. You can"
    " begin an application with somebody else from it.",
    Answer.ALONE: "The employer goes on with you, at the stage you had reached.",
    Answer.NEW_PARTNER: "Another partner of yours. You both write and sign a new version; the"
    " employer goes on with the two of you at the stage you had reached.",
    Answer.WITHDRAWN: "It ends here. The employer is told, and no more.",
}
_ALONE_ALLOWED = frozenset({SingleApplicants.YES, SingleApplicants.WILL_MATCH})


def choices(was_with_the_employer: bool, single: SingleApplicants) -> list[Answer]:
    """What the remaining partner may answer, in the order of the page."""
    if not was_with_the_employer:
        return [Answer.CLOSED, Answer.KEPT]
    alone = [Answer.ALONE] if single in _ALONE_ALLOWED else []
    return [*alone, Answer.NEW_PARTNER, Answer.WITHDRAWN]


_SWAPPED = str.maketrans("ab", "ba")
_OTHER_LEAD = {"a": "b", "b": "a"}
_OWN = {Who.A: SectionKind.OWN_A, Who.B: SectionKind.OWN_B}
Kept = dict[str, Content]


def reusable(contents: Mapping[SectionKind, Content], side: Who) -> Kept:
    """A copy for the partner on `side`: the joint text and their own words, as if they were A.

    The other's own words and the track record, which quotes both, stay behind.
    """
    found: Kept = {
        kind.value: dict(content)
        for kind, content in contents.items()
        if kind not in OWNED_BY and kind is not SectionKind.TRACK_RECORD
    }
    found[SectionKind.OWN_A.value] = dict(contents.get(_OWN[side], {}))
    return found if side is Who.A else _mirrored(found)


def placed(kept: Kept, side: Who) -> dict[SectionKind, Content]:
    """The copy as it stands when its owner is on `side` of the new pair."""
    texts = kept if side is Who.A else _mirrored(kept)
    found = {SectionKind(name): content for name, content in texts.items()}
    if side is Who.B:
        found[SectionKind.OWN_B] = found.pop(SectionKind.OWN_A, {})
    return found


def _mirrored(kept: Kept) -> Kept:
    """A becomes B in the plan, in who leads what and in who swaps in."""
    found = dict(kept)
    plan = dict(found.get(SectionKind.SPLIT_PLAN.value, {}))
    if "plan" in plan:
        plan["plan"] = str(plan["plan"]).translate(_SWAPPED)
        found[SectionKind.SPLIT_PLAN.value] = plan
    leads = dict(found.get(SectionKind.RESPONSIBILITIES.value, {}))
    if "leads" in leads:
        leads["leads"] = {key: _OTHER_LEAD.get(one, one) for key, one in leads["leads"].items()}
        found[SectionKind.RESPONSIBILITIES.value] = leads
    cover = dict(found.get(SectionKind.COVER.value, {}))
    if cover:
        cover["swap_a"], cover["swap_b"] = cover.get("swap_b"), cover.get("swap_a")
        found[SectionKind.COVER.value] = cover
    return found


class NotAChoiceError(UserError):
    message = "Choose one of the ways that are open to you here."
    field = "answer"


class NoSuchPartnerError(UserError):
    message = "Choose another partner of yours, with whom you are a pair."
    field = "partnership"


class DecidedMeanwhileError(ConflictError):
    message = (
        "This was decided already, perhaps in another window of yours. Nothing of what you sent now"
        " counts: the page shows how it stands."
    )


class TooLateError(ConflictError):
    message = (
        "The time to decide is over, so the application has ended. What you wrote can still be"
        " read by you both."
    )
