"""What the other partner reads when a pair rests or ends: kind, what is kept, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jobboard.web.filters import day

_KEPT = (
    "Nothing is deleted. Your profile, your evidence and your part of the track record are yours;"
    " what the two of you wrote together stays readable to you both."
)


@dataclass(frozen=True, slots=True)
class News:
    """`{name}` is the partner's first name, `{due}` the last day. `while_open`: not sent once the
    pause or the end it tells of is over; `quotes`: with the words that were typed."""

    title: str
    paragraphs: tuple[str, ...]
    action: str = "Open your partnership"
    while_open: bool = False
    quotes: bool = False

    def words(self, name: str, due: datetime | None) -> dict[str, object]:
        last = day(due) if due else ""
        return {
            "title": self.title.format(name=name, due=last),
            "paragraphs": [text.format(name=name, due=last) for text in self.paragraphs],
            "action": self.action,
        }


LETTERS = {
    "paused": News(
        "{name} has paused your partnership",
        (
            "While it rests, neither of you can start or sign an application. What is already with"
            " an employer goes on as it is.",
            "Your drafts and everything else stay where they are. Either of you can go on with it"
            " at any time; there is no clock.",
        ),
        while_open=True,
        quotes=True,
    ),
    "resumed": News(
        "{name} has taken your partnership up again",
        ("You are a pair as before: you can start, sign and send applications together.",),
    ),
    "ending": News(
        "{name} would like to end your partnership",
        (
            "Nothing has ended yet. It does on {due}, unless you both say that you stay together.",
            _KEPT,
            "You can talk first, say that you would rather stay, or agree to end it now.",
        ),
        "Read and answer",
        while_open=True,
        quotes=True,
    ),
    "wishes_stay": News(
        "{name} would rather stay together",
        ("If you say so too, you are a pair as before. Without that it ends on {due}.",),
        "Read and answer",
        while_open=True,
    ),
    "wishes_end": News(
        "{name} holds on to ending your partnership",
        ("It ends on {due}. You can agree to end it now, or let the days pass.", _KEPT),
        while_open=True,
    ),
    "stayed": News(
        "You and {name} stay together",
        ("You both said so, and you are a pair as before. Nothing else has changed.",),
    ),
    "dissolved": News(
        "Your partnership with {name} has ended",
        (
            _KEPT + " It can no longer be changed.",
            "Applications you had together do not simply stop: where one was with an employer, one"
            " of you is asked what becomes of it. Your home page shows it.",
            "You are both free to pair with somebody else, or with each other again, whenever you"
            " like.",
        ),
        "Open what you wrote",
    ),
}
