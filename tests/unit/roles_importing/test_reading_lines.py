"""Broken input becomes a reject with a line number and a reason, and never stops the run."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from jobboard.roles.importing import Reject, Row, read_rows
from jobboard.roles.importing import rows as room

GOOD = b'{"id": "made-up-1"}\n'


def rows_of(path: Path, content: bytes) -> list[Row | Reject]:
    path.write_bytes(content)
    return list(read_rows(str(path)))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"title": "caf\xe9"}\n', room.NOT_UTF8),
        (b'{"id": "made-up-2",\n', room.NOT_JSON),
        (b"[1, 2]\n", room.NOT_AN_OBJECT),
        (b"null\n", room.NOT_AN_OBJECT),
        (b'{"n": ' + b"9" * 6000 + b"}\n", room.NOT_JSON),
        (b"[" * 200_000 + b"\n", room.NOT_JSON),
        (b'{"t": "' + b"x" * room.MAX_LINE_BYTES + b'"}\n', room.TOO_LONG),
    ],
)
def test_a_broken_line_is_a_reject_and_the_next_line_is_still_read(
    tmp_path: Path, line: bytes, reason: str
) -> None:
    found = rows_of(tmp_path / "adverts.jsonl", GOOD + line + GOOD)
    assert [row.line_no for row in found] == [1, 2, 3]
    assert isinstance(found[1], Reject)
    assert found[1].reason == reason
    assert isinstance(found[2], Row)


def test_the_excerpt_of_a_broken_line_can_be_written_as_utf_8(tmp_path: Path) -> None:
    found = rows_of(tmp_path / "adverts.jsonl", b"\xff\x00\x1b[31m" + b"x" * 500 + b"\n")
    assert isinstance(found[0], Reject)
    assert len(found[0].excerpt.encode()) <= 4 * room.EXCERPT_CHARS
    assert found[0].excerpt.isprintable()


def test_blank_lines_keep_their_numbers_and_a_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    found = rows_of(tmp_path / "adverts.jsonl", b"\xef\xbb\xbf" + GOOD + b"\n  \n" + GOOD)
    assert [row.line_no for row in found] == [1, 4]
    assert all(isinstance(row, Row) for row in found)


def test_a_last_line_without_a_line_end_counts(tmp_path: Path) -> None:
    assert len(rows_of(tmp_path / "adverts.jsonl", GOOD + GOOD.strip())) == 2


def test_gzip_is_known_by_its_content_whatever_the_name(tmp_path: Path) -> None:
    found = rows_of(tmp_path / "adverts.jsonl", gzip.compress(GOOD * 3))
    assert [row.line_no for row in found] == [1, 2, 3]


def test_a_damaged_gzip_file_keeps_what_was_readable_and_says_so(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": str(n) * 9}).encode() + b"\n" for n in range(20_000))
    packed = gzip.compress(lines)
    found = rows_of(tmp_path / "adverts.jsonl.gz", packed[: len(packed) // 2])
    assert isinstance(found[-1], Reject)
    assert found[-1].reason == room.UNREADABLE_REST
    assert sum(isinstance(row, Row) for row in found) > 100


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(gzip.compress(GOOD))))
    monkeypatch.setattr("sys.stdin", stdin)
    assert [type(row) for row in read_rows("-")] == [Row]


def test_a_path_that_does_not_exist_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        next(read_rows(str(tmp_path / "none.jsonl")))
