"""An interview as calendars know it: its title and its status, in mails and in a pair's diary."""

from __future__ import annotations

from jobboard.interviews.domain import KIND_WORDS, State
from jobboard.interviews.models import Interview

STATUS = {
    State.PROPOSED: "TENTATIVE",
    State.CONFIRMED: "CONFIRMED",
    State.HELD: "CONFIRMED",
    State.CANCELLED: "CANCELLED",
}
"""RFC 5545 §3.8.1.11."""


def title_of(row: Interview) -> str:
    """`Joint interview: Director of People`, and until it is agreed `(to be agreed)`."""
    title = f"{KIND_WORDS[row.kind]}: {row.candidacy.role.title}"
    return f"{title} (to be agreed)" if row.state is State.PROPOSED else title
