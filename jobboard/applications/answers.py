"""The lists a joint application chooses from, in the words of a form and of a reading. Pure.

Sources: domain.md §3.3 (decision rules, strategic review), N5 (risk register), N6 (wishes).
"""

from __future__ import annotations

from enum import StrEnum

from jobboard.applications.domain import Lead
from jobboard.roles.redesign import DecisionRule as DecisionRule

RULE_WORDS = {
    DecisionRule.ON_DUTY: "Whoever is on duty decides",
    DecisionRule.LEAD: "The lead decides",
    DecisionRule.BOTH: "Both must agree",
    DecisionRule.ESCALATE: "We take it to the line manager",
}
USUAL_RULE = {
    Lead.A: DecisionRule.LEAD,
    Lead.B: DecisionRule.LEAD,
    Lead.EITHER: DecisionRule.ON_DUTY,
    Lead.JOINT: DecisionRule.BOTH,
}
"""What goes without saying while a pair says nothing else."""


class Review(StrEnum):
    """How often the two look further ahead than the next handover."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    TERMLY = "termly"


REVIEW_WORDS = {
    Review.WEEKLY: "Every week",
    Review.MONTHLY: "Every month",
    Review.TERMLY: "Every term, three times a year",
}


class Risk(StrEnum):
    """What employers are afraid of. Each application answers each of them."""

    ONE_LEAVES = "one_leaves"
    LEAVE_COVER = "leave_cover"
    DECISIONS = "decisions_apart"
    UNEVEN = "uneven_performance"
    COST = "cost"
    WHICH_ONE = "which_one"
    WORKS_HARDER = "works_harder"


RISK_WORDS = {
    Risk.ONE_LEAVES: "What happens if one of you leaves?",
    Risk.LEAVE_COVER: "Who is there when one of you is on leave?",
    Risk.DECISIONS: "Who decides when only one of you is in?",
    Risk.UNEVEN: "What if one of you is better at it than the other?",
    Risk.COST: "Why is it worth what two people cost?",
    Risk.WHICH_ONE: "Which one of you do I call?",
    Risk.WORKS_HARDER: "How do we know that your manager never works harder?",
}
RISK_HINTS = {
    Risk.ONE_LEAVES: "Notice, handover, and what the employer can count on meanwhile.",
    Risk.LEAVE_COVER: "A fortnight, and the weeks when nobody expected it.",
    Risk.DECISIONS: "What waits, what does not, and who answers for it afterwards.",
    Risk.UNEVEN: "How you would notice, say it, and be appraised.",
    Risk.COST: "The overlap costs money: say what it buys.",
    Risk.WHICH_ONE: "One number, one address, and what happens behind them.",
    Risk.WORKS_HARDER: "One report, one set of objectives, no messages carried between you.",
}


class Wish(StrEnum):
    """What each partner would wish if the other left (domain.md N6)."""

    WHOLE_POST = "whole_post"
    NEW_PARTNER = "new_partner"
    LEAVE_TOO = "leave_too"
    DECIDE_THEN = "decide_then"


WISH_WORDS = {
    Wish.WHOLE_POST: "Take the whole post",
    Wish.NEW_PARTNER: "Find a new partner",
    Wish.LEAVE_TOO: "Leave as well",
    Wish.DECIDE_THEN: "Decide when it happens",
}
NOTE_HEADINGS = (
    "Need to know now:",
    "Meetings:",
    "Projects that moved:",
    "Actions, whose, due when:",
    "How the week felt:",
    "For our overlap:",
)
"""A sample handover note starts from these (domain.md §3.3, from practice)."""
NOTE_TEMPLATE = "\n\n".join(NOTE_HEADINGS)
