"""What a person typed, made into a small safe query. Pure; never raises, whatever the text.

The whole syntax: words, "a phrase", -word, and a star after three letters or more (finan*).
Why our own: one wildcard in Whoosh's own parser can cost a minute of CPU (security.md 3.10).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_CHARS = 100
MAX_TERMS = 10
MAX_PREFIXES = 2
MIN_PREFIX = 3
MAX_PAGE = 50
_COMMON = "a an and are as at be by for from in is of on or that the this to"
STOP_WORDS = frozenset(_COMMON.split(" "))
"""Too common to search for. "it" is not among them: it is a department."""
OPERATORS = frozenset({"AND", "OR", "NOT"})

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"−": "-", "＊": "*"})
_CHUNK = re.compile(r'(?P<minus>-?)"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+)')
WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """Folded words, not yet stemmed. Everything in it must hold at once.

    `phrases` are two words or more in a row; `excluded` are words or phrases that must not occur;
    `ignored` are sentences for people about what was left out, and why.
    """

    terms: Words = ()
    phrases: tuple[Words, ...] = ()
    excluded: tuple[Words, ...] = ()
    prefixes: Words = ()
    ignored: Words = ()

    @property
    def is_empty(self) -> bool:
        """Nothing to look for in the text: filters alone decide."""
        return not (self.terms or self.phrases or self.excluded or self.prefixes)


class _Fold(dict[int, str]):
    """One character to one character, so that positions in the text stay what they were."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0]
        self[code] = lower if len(lower := bare.lower()) == 1 else bare
        return self[code]


_FOLD = _Fold()


def fold(text: str) -> str:
    """Lower case without accents; as long as the NFKC form of the text."""
    return unicodedata.normalize("NFKC", text).translate(_FOLD)


def words_of(text: str) -> list[str]:
    """Folded words as the index has them: "Women’s part-time" is womens, part, time."""
    return WORD.findall(joined(fold(text)))


def joined(folded: str) -> str:
    """An apostrophe inside a word joins its two sides."""
    return _APOSTROPHE.sub("", folded)


def page_number(text: str | None) -> int:
    """The page a URL asks for: 1 for anything odd, never beyond the last one we show."""
    try:
        return min(max(int(text or 1), 1), MAX_PAGE)
    except ValueError:
        return 1


def parse(text: str) -> ParsedQuery:
    """Read the text a person typed. Never raises."""
    reading = _Reading()
    if len(text) > MAX_CHARS:
        reading.ignored.append(f"Only the first {MAX_CHARS} characters were used.")
    for chunk in _CHUNK.finditer(text[:MAX_CHARS].translate(_QUOTES)):
        if chunk["plain"] is None:
            reading.words(words_of(chunk["quoted"]), excluded=bool(chunk["minus"]))
        else:
            reading.plain(chunk["plain"])
    return reading.result()


class _Reading:
    """Collects what was understood, chunk by chunk, within the limits."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.phrases: list[Words] = []
        self.excluded: list[Words] = []
        self.prefixes: list[str] = []
        self.ignored: list[str] = []
        self.left_out: list[str] = []
        self.common: list[str] = []
        self.used = 0

    def plain(self, chunk: str) -> None:
        if chunk in OPERATORS:
            self.ignored.append(_operator_note(chunk))
        elif chunk.startswith("-"):
            self.words(words_of(chunk), excluded=True)
        elif "*" in chunk:
            self.star(chunk)
        else:
            self.words(words_of(chunk))

    def star(self, chunk: str) -> None:
        found = words_of(chunk)
        if not found:
            return
        if chunk.count("*") > 1 or not chunk.endswith("*") or len(found) > 1:
            self.ignored.append(
                f"A star works only at the end of one word: “{chunk}” was left out."
            )
        elif len(found[0]) < MIN_PREFIX:
            self.ignored.append(
                f"A star needs {MIN_PREFIX} letters before it: “{found[0]}” was searched as a word."
            )
            self.words(found)
        elif found[0] not in self.prefixes:
            self.prefix(found[0])

    def prefix(self, word: str) -> None:
        if len(self.prefixes) >= MAX_PREFIXES:
            self.ignored.append(
                f"Only {MAX_PREFIXES} words may end in a star: “{word}*” was left out."
            )
        elif self.has_room([word]):
            self.prefixes.append(word)

    def words(self, found: list[str], *, excluded: bool = False) -> None:
        kept = tuple(word for word in found if word not in STOP_WORDS)
        self.common.extend(word for word in found if word in STOP_WORDS)
        place = self.excluded if excluded else self.phrases
        if not kept or kept in place or (len(kept) == 1 and not excluded and kept[0] in self.terms):
            return
        if not self.has_room(list(kept)):
            return
        if excluded or len(kept) > 1:
            place.append(kept)
        else:
            self.terms.append(kept[0])

    def has_room(self, words: list[str]) -> bool:
        if self.used + len(words) > MAX_TERMS:
            self.left_out.extend(words)
            return False
        self.used += len(words)
        return True

    def result(self) -> ParsedQuery:
        if self.left_out:
            self.ignored.append(
                f"Only {MAX_TERMS} words are searched at once: {_listed(self.left_out)} left out."
            )
        if self.common and not self.used:
            self.ignored.append(f"Too common to search for: {_listed(self.common)}.")
        return ParsedQuery(
            tuple(self.terms),
            tuple(self.phrases),
            tuple(self.excluded),
            tuple(self.prefixes),
            tuple(dict.fromkeys(self.ignored)),
        )


def _operator_note(word: str) -> str:
    if word == "NOT":
        return "NOT is not a command here. Put a minus before the word you do not want."
    if word == "OR":
        return "OR is not a command here. Every word is looked for at once."
    return "AND is not needed. Every word is looked for at once."


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
