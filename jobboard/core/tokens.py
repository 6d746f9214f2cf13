"""Links in mails (decisions.md 15): the row keeps hash and nonce, the worker derives the token."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Str80

_key = b""


def use_key(secret: str) -> None:
    """Called once by the app with its SECRET_KEY."""
    global _key
    _key = hashlib.sha256(b"twofold tokens" + secret.encode()).digest()


def derive(purpose: str, row_id: UUID, nonce: str) -> str:
    """base64url(HMAC-SHA256(key, purpose | row id | nonce)): the same row gives the same link."""
    if not _key:
        raise RuntimeError("tokens have no key yet")
    message = f"{purpose}|{row_id}|{nonce}".encode()
    return base64.urlsafe_b64encode(hmac.new(_key, message, hashlib.sha256).digest()).decode()[:43]


def digest(token: str) -> str:
    """What a row stores of a token: SHA-256, 64 hex digits."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class HasToken:
    """A row behind a single-use link. The purpose is part of the token: one link, one use."""

    id: Mapped[UUID]
    nonce: Mapped[Str80] = mapped_column(sort_order=80)
    token_hash: Mapped[Str80] = mapped_column(sort_order=81, unique=True)
    expires_at: Mapped[datetime] = mapped_column(sort_order=82)

    token_purpose = ""

    def arm(self, expires_at: datetime) -> None:
        """Give the row a new link; an older one dies. Needs `id` to be set."""
        self.nonce = secrets.token_hex(16)
        self.token_hash = digest(self.token())
        self.expires_at = expires_at

    def token(self) -> str:
        return derive(self.token_purpose, self.id, self.nonce)

    def has_expired(self, at: datetime) -> bool:
        return at >= self.expires_at
