"""Words of a stranger that go into a mail of ours."""

from __future__ import annotations

import re

_JOINT = re.compile(r"(?<=\S)([.:/@])(?=\S)")
_LOOKS_LIKE_LINK = re.compile(r"://|www\.|@|\w\.[^\W\d_]{2,}|/", re.IGNORECASE)
_BREAK = "\u200b"


def unlinked(text: str) -> str:
    """The same to the eye, but mail programs find no address in it to make clickable.

    A blank without width follows each dot, colon, slash and at-sign inside a word that could be an
    address; other words stay as they are.
    """
    parts = re.split(r"(\s+)", text)
    return "".join(_broken(part) if _LOOKS_LIKE_LINK.search(part) else part for part in parts)


def _broken(word: str) -> str:
    return _JOINT.sub(rf"\1{_BREAK}", word)
