"""The sentences of a move, once: on the page that asks the employer, in the mail to the pair."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.hiring.domain import REASON_WORDS, STAGE_WORDS, Reason, Stage
from jobboard.partnerships.record import in_words


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page says before a move: `{pair}` and `{role}` stand for their names."""

    title: str
    happens: str
    button: str


ASKED = {
    "start_reading": Asked(
        "Start reading {pair}",
        "The stage becomes “Being read”, so that your colleagues see that somebody has begun.",
        "Start reading",
    ),
    "longlist": Asked(
        "Put {pair} on the longlist",
        "The stage becomes “Longlisted”. It is a mark for your panel; the decision comes later.",
        "Longlist them",
    ),
    "shortlist": Asked(
        "Shortlist {pair}",
        "The stage becomes “Shortlisted”. Interviews are the next step.",
        "Shortlist them",
    ),
    "interview": Asked(
        "Invite {pair} to interview",
        "The stage becomes “Interview”. Propose the time and the place on their application.",
        "Invite them both",
    ),
    "reserve": Asked(
        "Keep {pair} in reserve",
        "The stage becomes “Reserve”. You can still offer them the role, or say no later.",
        "Keep them in reserve",
    ),
    "not_select": Asked(
        "Say no to {pair}",
        "The application is closed for {role}. This cannot be taken back.",
        "Say no to both",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What both partners read: `{role}` and `{employer}` stand for their names."""

    subject: str
    news: str
    next_step: str


TOLD_WORDS = {
    "shortlist": Told(
        "You are both shortlisted for {role}",
        "{employer} has read your joint application and put the two of you on the shortlist.",
        "There is nothing you need to do now. The next news comes to you both at the same moment.",
    ),
    "interview": Told(
        "You are both invited to interview for {role}",
        "{employer} would like to meet the two of you.",
        "They propose a time to you both, and each of you answers it. What you sent is what the"
        " panel has in front of it, so read it again together before you go.",
    ),
    "reserve": Told(
        "You are both in reserve for {role}",
        "The interviews are over. {employer} is keeping the two of you in reserve: if the role"
        " comes free, you are asked.",
        "Your application stays as it is. You may look at other roles meanwhile.",
    ),
    "not_select": Told(
        "{employer} has decided on {role}",
        "{employer} is not taking your joint application further.",
        "What you wrote is yours: it stays with your partnership and starts the next application.",
    ),
}

WITH_THE_EMPLOYER = "With the employer"
_UNTOLD = frozenset({Stage.NEW, Stage.UNDER_REVIEW, Stage.LONGLISTED})
_PAIR_WORDS = {
    Stage.INTERVIEWING: "Invited to interview",
    Stage.RESERVE: "In reserve",
    Stage.PARTNER_LEFT: "One of you left",
}


def is_told(stage: Stage) -> bool:
    """False while the stage is the panel's own bookkeeping."""
    return stage not in _UNTOLD


def stage_for_pair(stage: Stage) -> str:
    """What the pair may read of its stage: new, being read and longlisted are one to them."""
    if not is_told(stage):
        return WITH_THE_EMPLOYER
    return _PAIR_WORDS.get(stage, STAGE_WORDS[stage])


def reason_for_pair(reason: Reason) -> str:
    """What both partners read; empty where the employer's own words say it all."""
    return "" if reason is Reason.OTHER else REASON_WORDS[reason]


def together_text(months: int) -> str:
    """Time as a pair for a dense table: `6 years`, below one `8 months`, or `New pair`."""
    return in_words(months if months < 12 else months - months % 12)


_ACTS = {
    "start_reading": "{who} started reading",
    "longlist": "{who} longlisted them",
    "shortlist": "{who} shortlisted them",
    "interview": "{who} invited them to interview",
    "reserve": "{who} kept them in reserve",
    "not_select": "{who} said no",
    "role_cancelled": "The role was withdrawn, and this application ended with it",
    "withdraw": "The pair withdrew",
    "partner_leaves": "One of the two left; the other decides",
    "resume_alone": "{who} goes on alone",
    "resume_with_new_partner": "A new pair took over, signed by both",
}


_OTHER_ACTS = {
    "candidacy.noted": "{who} wrote a note",
    "candidacy.asked_again": "The role changed, and they were asked again",
    "candidacy.reconfirmed": "{who} still stands by it",
}


def act_words(action: str, move: str | None, who: str) -> str:
    """One line of the trail: `Ruth Calloway shortlisted them`."""
    if action in _OTHER_ACTS:
        return _OTHER_ACTS[action].format(who=who)
    return _ACTS.get(move or "", "{who} moved them on").format(who=who)
