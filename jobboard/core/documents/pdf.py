"""A `Paper` as a tagged PDF, by typst (decisions.md 23, ADR 0012).

What people wrote reaches the compiler as JSON in `sys.inputs` and nowhere else, so none of it is
read as markup, as a path or as an address. No font of the machine is used: the same paper gives
the same bytes everywhere.
"""

from __future__ import annotations

import json
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from jobboard.core.documents.glyphs import FONTS, families, settable
from jobboard.core.documents.paper import Paper
from jobboard.core.errors import UserError

TEMPLATE = Path(__file__).parent / "paper.typ"
MOST_BYTES = 400_000
"""Of the JSON: some sixty thousand words. Making it takes a second and a half and 300 MB on one
core of 2024; an application takes a tenth of a second."""
NAMELESS = "–"
_HEADINGS = frozenset({"title", "heading", "text"})
_lock = Lock()
"""One at a time in a process: two would only share one core, and memory stays bounded."""


class TooLongForPaperError(UserError):
    message = (
        "This text is too long for a PDF. Nothing is lost: read it on the page, or print the page."
    )


def render(paper: Paper) -> bytes:
    """The file. Call it outside a transaction (decisions.md 21). TooLongForPaperError."""
    if _size(paper.plain()) > MOST_BYTES:
        raise TooLongForPaperError
    plain = _titled(_settable({**paper.plain(), "fonts": families()}))
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    with _lock:
        found = typst.compile(
            TEMPLATE,
            root=TEMPLATE.parent,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"paper": text},
            pdf_standards=["ua-1"],
            timestamp=int(paper.at.timestamp()),
        )
    if not isinstance(found, bytes):
        raise RuntimeError("typst made no file")
    return found


def _size(plain: dict[str, Any]) -> int:
    """Bytes of UTF-8; half a surrogate pair counts as well."""
    return len(json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace"))


def _titled(plain: dict[str, Any]) -> dict[str, Any]:
    """A heading may not be empty (UA-1); of some texts nothing is left that can be set."""
    titled = [plain, *plain["sections"], *([plain["seal"]] if plain["seal"] else [])]
    titled += [block for each in plain["sections"] for block in each["blocks"]]
    for each in titled:
        for key in _HEADINGS & each.keys():
            if key != "text" or each.get("kind") == "subheading":
                each[key] = each[key].strip() or NAMELESS
    return plain


def _settable(value: Any) -> Any:
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, dict):
        return {key: _settable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_settable(item) for item in value]
    return value
