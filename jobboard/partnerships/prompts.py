"""What two people ask each other before they share a role, and early on. Pure: no database.

A key carries its version (`money.1`): an answer belongs to the words it was given to. To change a
question, add it under the next version and move the old one to `RETIRED`, so that what was
answered can still be read. Sources: domain.md P1 and N15, matching.md §3 (talk guide).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jobboard.core.errors import UserError
from jobboard.partnerships.sharing import check_length

MAX_ANSWER_WORDS = 300


class Deck(StrEnum):
    AGREEMENT = "agreement"
    COACHING = "coaching"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. With `choices` an answer is one of them and words are welcome, not needed."""

    key: str
    deck: Deck
    question: str
    hint: str
    choices: tuple[tuple[str, str], ...] = ()

    def words_of(self, choice: str) -> str:
        return dict(self.choices).get(choice, "")

    def check(self, choice: str, words: str) -> None:
        """Raises UserError at the field that cannot stand."""
        if self.choices and choice not in dict(self.choices):
            raise UserError("Choose the one that is nearest to you.", field="choice")
        if not self.choices and not words:
            raise UserError("Write a sentence or two before you save.", field="words")
        check_length(words, MAX_ANSWER_WORDS, "words")


_A, _C = Deck.AGREEMENT, Deck.COACHING
CURRENT = (
    Prompt(
        "success.1",
        _A,
        "What does a good year look like?",
        "Yours, and the one you would be proud of as two.",
    ),
    Prompt(
        "drivers.1",
        _A,
        "What drives you most in your work?",
        "The one you would give up last.",
        (
            ("impact", "What changes for people because of it"),
            ("craft", "Doing it really well"),
            ("standing", "A bigger role, a bigger table"),
            ("people", "The people I do it with"),
            ("time", "The time it leaves for the rest of life"),
        ),
    ),
    Prompt(
        "style.1",
        _A,
        "How do you like to work?",
        "On most days, not on the best one.",
        (
            ("plan", "Planned ahead, few surprises"),
            ("flow", "As it comes, decided on the day"),
            ("talk", "By talking it through first"),
            ("write", "By writing it down first"),
        ),
    ),
    Prompt(
        "strengths.1",
        _A,
        "What are you good at?",
        "Three things the other can lean on, each with a time it showed.",
    ),
    Prompt(
        "weaknesses.1",
        _A,
        "What are you not good at?",
        "What you put off, and what the other should watch for.",
    ),
    Prompt(
        "disagree.1",
        _A,
        "When we disagree, what should happen first?",
        "Before anybody else hears of it.",
        (
            ("today", "We talk the same day, whatever else is on"),
            ("sleep", "We sleep on it, then talk"),
            ("duty", "Whoever is on duty decides, we talk later"),
            ("third", "We ask somebody we both trust"),
        ),
    ),
    Prompt(
        "absence.1",
        _A,
        "Sickness and holidays: what may I ask of you, and what not?",
        "Half-days you could swap, and days that are never free.",
    ),
    Prompt(
        "credit.1",
        _A,
        "Who takes the praise, and who the blame?",
        "What you would like people to hear from us.",
        (
            ("both", "Both, always, whoever did it"),
            ("praise", "Praise by name, blame together"),
            ("each", "Each takes their own, good and bad"),
        ),
    ),
    Prompt(
        "promotion.1",
        _A,
        "If one of us is offered a step up, what then?",
        "A full-time post, a different employer, or the next post together.",
    ),
    Prompt(
        "leaving.1",
        _A,
        "If one of us wants to leave, how and when does the other hear of it?",
        "How early is early enough, and before whom.",
    ),
    Prompt(
        "money.1",
        _A,
        "Money: have you looked at your own numbers?",
        "What your share would pay, and whether it is enough. No figures needed.",
        (
            ("yes", "Yes, my share is enough"),
            ("tight", "Yes, and it would be tight"),
            ("no", "Not yet"),
        ),
    ),
    Prompt(
        "inbox.1",
        _A,
        "One shared inbox, or each their own?",
        "What the team writes to, and what each of us reads on a day off.",
        (
            ("one", "One for everything"),
            ("shared", "One for the role, each a private one beside it"),
            ("own", "Each their own, with the other in copy"),
        ),
    ),
    Prompt(
        "first90.1",
        _A,
        "What should be true after our first 90 days?",
        "For the team, for our manager, and for the two of us.",
    ),
    Prompt(
        "stop.1",
        _A,
        "What would make you stop?",
        "Say it now, while it is easy to say.",
    ),
    Prompt(
        "admire.1",
        _C,
        "What does the other do that you wish you could?",
        "A moment you saw it, not a word for it.",
    ),
    Prompt(
        "strain.1",
        _C,
        "How would the other notice that you are under strain?",
        "What they would see, and what you would like them to do. Causes are nobody’s business.",
    ),
    Prompt(
        "feedback.1",
        _C,
        "How should I tell you something hard?",
        "The way it lands best.",
        (
            ("straight", "Straight away, in plain words"),
            ("alone", "Soon, alone, with an example"),
            ("written", "In writing first, then we talk"),
            ("asked", "When I ask for it"),
        ),
    ),
    Prompt(
        "trust.1",
        _C,
        "What would you find hard to hand over?",
        "And what would make it easier.",
    ),
    Prompt(
        "rhythm.1",
        _C,
        "How often should we talk about us, not about the work?",
        "Apart from handovers.",
        (("week", "Every week"), ("month", "Every month"), ("term", "Every term")),
    ),
    Prompt(
        "learn.1",
        _C,
        "What do you want to learn from the other this year?",
        "One thing is enough.",
    ),
)
RETIRED: tuple[Prompt, ...] = ()
_BY_KEY = {prompt.key: prompt for prompt in (*CURRENT, *RETIRED)}


def prompt(key: str) -> Prompt | None:
    """Also of a question that is no longer asked."""
    return _BY_KEY.get(key)


def of_deck(deck: Deck, answered: Iterable[str] = ()) -> list[Prompt]:
    """What is asked today, then retired questions that these two answered."""
    keys = set(answered)
    today = [each for each in CURRENT if each.deck is deck]
    return today + [each for each in RETIRED if each.deck is deck and each.key in keys]
