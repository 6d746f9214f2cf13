"""Passwords: which are good enough, and argon2id around them (security.md, library table)."""

from __future__ import annotations

import re
import unicodedata
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from jobboard.accounts import common_passwords
from jobboard.accounts.domain import MAX_PASSWORD, MIN_PASSWORD
from jobboard.core.errors import InvalidInputError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""OWASP's lower figures: about 0.1 s and 19 MiB a hash."""
_AT_ONCE = BoundedSemaphore(2)
"""Hashing never takes more than two cores and 38 MiB of one process."""
NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$O40rbAoyoDNaRGV1iJTU2w"
    "$jggqHmtxjdfVcitRV7DVkSojWZR2Stq2Nst24oVPNjQ"
)
"""The hash of a random secret that nobody kept: unknown people take as long as known ones."""
_LEET = str.maketrans("01345$@7!", "oieassati")
_TAIL = re.compile(r"(.*?)([\d\W]*)", re.DOTALL)
FEWEST_DIFFERENT = 5


class PasswordHash(str):
    """A password that is hashed already."""

    __slots__ = ()


def check(password: str, *own: str, field: str = "password") -> None:
    """Raise InvalidInputError unless this may be a password. `own`: name and address."""
    problem = _problem(password, own)
    if problem:
        raise InvalidInputError({field: [problem]})


def _problem(password: str, own: tuple[str, ...]) -> str | None:
    if len(password) < MIN_PASSWORD:
        return f"Use at least {MIN_PASSWORD} characters for your password"
    if len(password) > MAX_PASSWORD:
        return f"Use at most {MAX_PASSWORD} characters for your password"
    if not _is_storable(password):
        return "Take out the character that cannot be stored, then send it again."
    if _is_common(password.casefold()):
        return "Many people use this password. Choose another: three random words work well."
    if password.casefold() in {text.casefold() for text in own}:
        return "Choose a password that is not your name or your address."
    return None


def _is_storable(password: str) -> bool:
    try:
        password.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\x00" not in password


def _is_common(folded: str) -> bool:
    stem, tail = _TAIL.fullmatch(folded).groups()  # type: ignore[union-attr]
    spellings = {folded, folded.translate(_LEET), stem.translate(_LEET) + tail}
    return len(set(folded)) < FEWEST_DIFFERENT or bool(spellings & common_passwords.known())


def hashed(password: str) -> PasswordHash:
    """Slow on purpose; never inside a transaction."""
    with _AT_ONCE:
        return PasswordHash(_HASHER.hash(_bytes(password)))


def matches(known: str, password: str) -> bool:
    """Slow on purpose. False for a wrong password and for a hash that is none."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(known, _bytes(password[:MAX_PASSWORD]))
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(known: str) -> bool:
    return _HASHER.check_needs_rehash(known)


def _bytes(password: str) -> bytes:
    """NFKC, so that the same keys give the same bytes on every keyboard (OWASP)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
