from __future__ import annotations

from jobboard.accounts import passwords
from jobboard.accounts.passwords import PasswordHash
from jobboard.core.db import release


def hash_password(password: str) -> PasswordHash:
    """argon2id, holding no lock of the database. RuntimeError inside a transaction."""
    release()
    return passwords.hashed(password)


def is_password_of(known: str | None, password: str) -> bool:
    """As slow for nobody as for somebody. RuntimeError inside a transaction."""
    release()
    return passwords.matches(known or passwords.NOBODY, password) and known is not None
