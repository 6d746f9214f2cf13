"""Every column says how private it is (decisions.md 17). A house test refuses a column without."""

from __future__ import annotations

from enum import StrEnum


class Privacy(StrEnum):
    PUBLIC = "public"
    """Anybody may read it: a published role."""
    ORGANISATION = "organisation"
    """The employer's own: drafts, stages, private notes."""
    PAIR = "pair"
    """Written by a pair together; the employer reads it once it is submitted."""
    PERSONAL = "personal"
    """About one person, shown to those they deal with: a name, a profile."""
    PRIVATE = "private"
    """For that one person's eyes: an e-mail address, sessions."""
    SECRET = "secret"
    """Nobody reads it: hashes, nonces."""
    TECHNICAL = "technical"
    """Ids, instants, counters, states: says nothing about a person on its own."""


PrivacyMap = dict[Privacy, frozenset[str]]


def classes(**columns: str) -> PrivacyMap:
    """`classes(public="title closes_at", technical="status")`: a map from class to columns."""
    return {Privacy(kind): frozenset(names.split()) for kind, names in columns.items()}
