"""What two people sign: canonical JSON of everything the panel will read, and its SHA-256.

Source: decisions.md 5. Pure. Sorted keys, NFC, no floats, UTF-8, no blanks: one text has exactly
one form in bytes, so the same hash means the same words.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest
from typing import Any

FORMAT = 2
"""Grows when the document gains or loses a part; old submissions keep theirs, and `Reading` reads
both. 1: five sections. 2: cover, risks, continuity, own_a and own_b as well, a rule beside each
lead, review and note in the handover, weights of duties (1 to 5 once, percent since; only what they
are beside each other is read), `asks_evidence`, `transition` of a role that begins as two
part-time posts (absent from all others); `acceptance` is empty
until the two have given the same answer."""


class UnsignableError(TypeError):
    """A value that has no single form in bytes: a float, two keys that become one, an object."""


def document(
    *,
    role: Mapping[str, Any],
    partnership: Mapping[str, Any],
    sections: Mapping[str, Any],
    track_record: list[dict[str, Any]],
    share_type: str,
    acceptance: str,
) -> dict[str, Any]:
    """The parts of decisions.md 5 under one roof; `track_record` holds chosen entries in full."""
    return {
        "format": FORMAT,
        "role": dict(role),
        "partnership": dict(partnership),
        "sections": dict(sections),
        "track_record": track_record,
        "share_type": share_type,
        "acceptance": acceptance,
    }


def canonical(value: object) -> bytes:
    """The one form in bytes; UnsignableError for what has none."""
    text = json.dumps(
        _plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def digest(data: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return sha256(data).hexdigest()


def verifies(data: bytes, content_hash: str) -> bool:
    """Whether these bytes are what was signed."""
    return compare_digest(digest(data), content_hash)


def read(data: bytes) -> dict[str, Any]:
    """The document behind frozen bytes."""
    value: dict[str, Any] = json.loads(data)
    return value


def groups(content_hash: str) -> str:
    """`7f3a 91c2 … c218` in full, four digits a group, so that two people can compare it aloud."""
    return " ".join(content_hash[start : start + 4] for start in range(0, len(content_hash), 4))


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return _plain_keys(value)
    raise UnsignableError(f"a {type(value).__name__} cannot be signed")


def _plain_keys(value: Mapping[Any, object]) -> dict[str, object]:
    plain: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise UnsignableError("keys are text")
        name = unicodedata.normalize("NFC", key)
        if name in plain:
            raise UnsignableError("two keys become one")
        plain[name] = _plain(item)
    return plain
