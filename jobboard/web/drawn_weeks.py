"""A drawn week as a block of a document: shapes with the words beside them."""

from __future__ import annotations

from typing import Any

from jobboard.core.documents import blocks
from jobboard.web.week_words import WeekRow, week_layout

_EITHER = {"~": "Either"}
MAX_CELL = 12
"""Letters that fit under a shape; the sentence below the week has the whole name."""


def week_block(pattern: str, names: tuple[str, str], words: str) -> blocks.Block:
    """A plan (a b x . - ~) as a table; `words` are its text equivalent."""
    called = {
        "a": _cut(names[0]),
        "b": _cut(names[1]),
        "x": "Both",
        ".": "Nobody",
        "-": "Not needed",
    } | _EITHER
    weeks = [_week(row, called) for row in week_layout(pattern)]
    return blocks.week(pattern, weeks, words)


def _cut(name: str) -> str:
    return name if len(name) <= MAX_CELL else f"{name[: MAX_CELL - 1]}…"


def _week(row: WeekRow, called: dict[str, str]) -> dict[str, Any]:
    rows = [
        {
            "name": row.days[0].halves[half].short,
            "cells": [
                {"mark": day.halves[half].mark, "word": called.get(day.halves[half].symbol, "")}
                for day in row.days
            ],
        }
        for half in (0, 1)
    ]
    days = [{"short": day.short, "long": day.long} for day in row.days]
    return {"title": row.title, "days": days, "rows": rows}
