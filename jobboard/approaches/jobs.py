"""What the clock does to an approach, and the letters about it. None holds what somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from jobboard.accounts.naming import first_name
from jobboard.approaches import queries, service
from jobboard.approaches.domain import REST, ApproachState
from jobboard.approaches.models import Approach
from jobboard.core.clock import now
from jobboard.core.jobs import job
from jobboard.core.mail import Letter, Mail, composer
from jobboard.partnerships.wording import unlinked

_S = ApproachState


@job("approaches.lapse")
def lapse(approach_id: str) -> None:
    """Due 30 days after it was sent; the verb looks whether it still waits."""
    service.lapse(UUID(approach_id), now())


@dataclass(frozen=True, slots=True)
class News:
    """`{partner}` is the reader's partner, `{pair}` both names. Told only in one of `states`."""

    states: frozenset[ApproachState]
    title: str
    text: str
    action: str
    is_staff: bool = False


_DRAFT, _WAITS = frozenset({_S.DRAFTED}), frozenset({_S.SENT, _S.READ})
LETTERS = {
    "approaches.started": News(
        _DRAFT,
        "{partner} would like to write to {employer} with you",
        "It is a draft that you both write. It is sent when you have both signed the same text.",
        "Read the draft",
    ),
    "approaches.signed": News(
        _DRAFT,
        "{partner} has signed what you write to {employer}",
        "It is sent when you sign the same text. If either of you changes a word, both signatures"
        " clear.",
        "Read and sign",
    ),
    "approaches.cleared": News(
        _DRAFT,
        "{partner} changed what you write to {employer}",
        "The signatures under the older text are gone. Read it again, then sign.",
        "Read what it says now",
    ),
    "approaches.went": News(
        _WAITS,
        "You have both signed: {employer} has it",
        "They have 30 days to answer. Either of you may withdraw it until they do.",
        "See how it stands",
    ),
    "approaches.sent": News(
        _WAITS,
        "{pair} ask {employer}",
        "They would hold a senior post as one and write to you of their own accord. Both have"
        " signed what they say. You can invite them to apply, or decline with thanks.",
        "Read what they write",
        is_staff=True,
    ),
    "approaches.taken_back": News(
        frozenset({_S.WITHDRAWN}),
        "{pair} have withdrawn what they wrote to {employer}",
        "There is nothing you need to do.",
        "What else waits",
        is_staff=True,
    ),
    "approaches.withdrawn": News(
        frozenset({_S.WITHDRAWN}),
        "{partner} has withdrawn what you wrote to {employer}",
        "Nothing more comes of it. What you both wrote is kept for you.",
        "Read it again",
    ),
    "approaches.no_reply": News(
        frozenset({_S.NO_REPLY}),
        "No reply from {employer}",
        "30 days have passed, so it counts as not answered. Many who do not reply were not asked at"
        f" the right time: you may write again {REST.days} days from now.",
        "Read what you wrote",
    ),
}
ANSWERS = {
    _S.INVITED: News(
        frozenset({_S.INVITED}),
        "{employer} invites you both to apply",
        "You both have this mail at the same moment.",
        "Read what they say",
    ),
    _S.DECLINED: News(
        frozenset({_S.DECLINED}),
        "{employer} has answered you",
        "They thank you and decline. You both have this mail at the same moment; their words are on"
        " the page.",
        "Read what they say",
    ),
}


def _letter(row: Mail, kind: str) -> Letter | None:
    approach = queries.of_worker(UUID(row.refs["approach_id"]))
    if approach is None:
        return None
    news = LETTERS.get(kind) or ANSWERS.get(approach.status)
    if news is None or approach.status not in news.states:
        return None
    names = _names(approach, row)
    title = news.title.format(**names)
    words = {
        "title": title,
        "text": news.text.format(**names),
        "action": news.action,
        "approach": approach,
        "is_staff": news.is_staff,
        "is_gone": approach.status is _S.WITHDRAWN,
    }
    return Letter(title, "approaches_told", words)


def _names(approach: Approach, row: Mail) -> dict[str, str]:
    pair = approach.partnership
    return {
        "partner": unlinked(first_name(pair.partner_of(row.person_id))),
        "pair": unlinked(" and ".join(first_name(person) for person in pair.people)),
        "employer": unlinked(approach.organisation.name),
    }


for _kind in (*LETTERS, "approaches.answered"):
    composer(_kind)(partial(_letter, kind=_kind))
