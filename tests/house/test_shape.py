"""The house in figures: short files, short functions, one way to do a thing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "jobboard").rglob("*.py"))
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_stays_short(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_only_services_and_the_ground_open_transactions():
    """jobs.py of core and the indexer keep their own books; everybody else calls a verb."""
    allowed = {"service", "db", "jobs", "mail", "idempotency", "indexer"}
    offenders = [
        str(file.relative_to(ROOT))
        for file in FILES
        if "transaction()" in file.read_text("utf-8")
        and file.stem not in allowed
        and "service" not in file.parts
    ]
    assert offenders == []


def test_selects_stand_in_queries_only():
    allowed = {"queries", "jobs", "mail", "idempotency", "activity", "indexer"}
    offenders = [
        str(file.relative_to(ROOT))
        for file in FILES
        if "sa.select(" in file.read_text("utf-8")
        and file.stem not in allowed
        and "queries" not in file.parts
    ]
    assert offenders == []


def test_nobody_refreshes_a_searcher():
    """Whoosh's forks bring deleted adverts back (search.md 1.3 A)."""
    ours = [file for file in FILES if "search" in file.parts]
    assert ours
    assert [f.name for f in ours if ".refresh(" in f.read_text("utf-8")] == []


def test_exceptions_are_not_swallowed():
    silent = []
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler) and all(
                isinstance(line, ast.Pass) for line in node.body
            ):
                silent.append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert silent == []
