"""Passwords of twelve characters and more that many people choose, put together by rule.

Nobody's leaked list is shipped: words and habits known to everybody are combined, which is what a
guesser tries first. `python -m jobboard.accounts.common_passwords` writes common_passwords.txt.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

FILE = Path(__file__).with_suffix(".txt")
SHORTEST, LONGEST = 12, 28
_WORDS = """
    password passwort passw0rd passcode secret letmein welcome changeme iloveyou loveyou
    qwerty qwertyuiop azerty asdfgh asdfghjkl zxcvbnm administrator admin root superuser
    default login user guest master manager football baseball basketball liverpool arsenal
    chelsea monkey dragon sunshine princess superman batman pokemon starwars computer internet
    whatever trustno michael jennifer jessica charlie jordan michelle daniel ashley thomas
    summer winter spring autumn january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday london
    manchester scotland england britain ireland company business office work twofold jobshare
    jobboard career recruiter mypassword thepassword newpassword flower freedom cheese
    chocolate coffee butterfly diamond elephant hello testing test temporary temp access
    security system server database google facebook linkedin microsoft windows apple samsung
"""
_TAILS = """
    1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 0000 01 007 11
    111 1111 2 21 22 69 99 100 321 4321 54321 654321 666 777 888 999 1! 12! 123! 1234! 12345!
    ! !! !!! @ @1 @12 @123 @1234 @12345 # #1 #123 $ $1 ? . .. ... _ _1 _123 -1 -123 abc abcd
    qwe qwerty 1q2w3e 1qaz qaz love you me 2021
"""
WORDS = _WORDS.split()
TAILS = [*_TAILS.split(), *map(str, range(1980, 2028))]
ROWS = (
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn",
    "qazwsxedcrfvtgbyhnujm",
    "q1w2e3r4t5y6u7i8o9p0",
    "azertyuiop",
    "0987654321",
    "9876543210",
)
CUTS = ((6, 6), (8, 4), (4, 8), (10, 4), (8, 8))
"""How many keys of one row are followed by how many of another."""


def generate() -> list[str]:
    """The list, sorted, each once, lower case, of SHORTEST characters and more."""
    found = {text for text in _combined() if SHORTEST <= len(text) <= LONGEST}
    return sorted(found)


def _combined() -> Iterator[str]:
    for word, tail in product(WORDS, TAILS):
        yield word + tail
    for first, second in product(WORDS[:7], WORDS):
        yield first + second
    for word in WORDS:
        yield from (word * 2, word * 3, f"{word} {word}")
    yield from _keyboard()
    yield from ("correcthorsebatterystaple", "correct horse battery staple", "thisismypassword")
    yield from ("iloveyouforever", "letmeinplease", "opensesame123", "tobeornottobe")


def _keyboard() -> Iterator[str]:
    for row, size in product(ROWS, range(SHORTEST, 25)):
        yield (row * 4)[:size]
        yield (row[::-1] * 4)[:size]
    for first, second, (left, right) in product(ROWS, ROWS, CUTS):
        yield first[:left] + second[:right]


@cache
def known() -> frozenset[str]:
    return frozenset(FILE.read_text(encoding="utf-8").split("\n"))


if __name__ == "__main__":
    FILE.write_text("\n".join(generate()), encoding="utf-8")
