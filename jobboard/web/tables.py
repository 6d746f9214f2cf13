"""Tables as CSV files that a spreadsheet opens as text and never runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response

from jobboard.web.papers import file_name

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_answer(head: Sequence[str], rows: Iterable[Sequence[str]], name: str) -> Response:
    """A download in UTF-8 with its mark, so that Excel reads it too."""
    out = StringIO()
    csv.writer(out).writerows([_safe(cell) for cell in row] for row in (head, *rows))
    headers = {"Content-Disposition": f'attachment; filename="{file_name(name, "csv")}"'}
    body = out.getvalue().encode("utf-8-sig")
    return Response(body, mimetype="text/csv", headers=headers)


def _safe(cell: str) -> str:
    """An apostrophe before what a spreadsheet would compute."""
    return f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell
