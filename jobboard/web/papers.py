"""Answers that are PDF files: made outside a transaction, never kept by anybody in between."""

from __future__ import annotations

import re
import unicodedata

from flask import Response

from jobboard.core.db import release
from jobboard.core.documents.paper import Paper
from jobboard.core.documents.pdf import render

MAX_NAME = 80
_UNSAFE = re.compile(r"[^a-z0-9]+")


def answer(paper: Paper, name: str) -> Response:
    """The file as a download; `name` may be anything, what is left of it is plain ASCII."""
    release()
    body = render(paper)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(name)}"',
        "Cache-Control": "no-store",
    }
    return Response(body, mimetype="application/pdf", headers=headers)


def file_name(words: str, ending: str = "pdf") -> str:
    """`Zoë & Łukasz: Director` becomes `zoe-ukasz-director.pdf`; of no letters, `twofold.pdf`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return f"{_UNSAFE.sub('-', plain).strip('-')[:MAX_NAME].strip('-') or 'twofold'}.{ending}"
