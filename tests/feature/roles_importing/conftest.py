"""Fictional adverts, files of them, and the command."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

Run = Callable[..., Result]


def advert(number: int = 1, **changes: Any) -> dict[str, Any]:
    usual = {
        "id": f"made-up-{number}",
        "title": f"Head of Service {number}",
        "organisation": "Northmoor Trust",
        "location_text": "Leeds",
        "description": "<p>Lead the <b>service</b>.</p>",
        "sector": "Healthcare",
        "salary_text": "£50,000 - £60,000 per annum",
        "currency": "GBP",
        "source": "made up",
        "posted_on": "2026-10-01",
        "closes_on": "2026-12-31",
        "description_format": "html",
    }
    return usual | changes


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: Any, name: str = "adverts.jsonl") -> Path:
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        data = "".join(f"{line}\n" for line in lines).encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return tmp_path / name

    return write


@pytest.fixture
def run(app: Flask) -> Run:
    def invoke(*args: object, data: bytes | None = None, code: int = 0) -> Result:
        words = ["import-adverts", *map(str, args)]
        found = app.test_cli_runner().invoke(args=words, input=io.BytesIO(data or b""))
        assert found.exit_code == code, found.output
        return found

    return invoke
