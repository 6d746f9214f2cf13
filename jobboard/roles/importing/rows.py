"""Lines of JSON from a file or standard input, one at a time, however broken they are."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from jobboard.roles.importing.records import Reject, Row

MAX_LINE_BYTES = 1_000_000
EXCERPT_CHARS = 200

TOO_LONG = "The line is longer than 1 MB."
NOT_UTF8 = "The line is not valid UTF-8."
NOT_JSON = "The line is not valid JSON."
NOT_AN_OBJECT = "The line is JSON, but not an object."
UNREADABLE_REST = "The file is damaged here; the rest of it could not be read."


def read_rows(path: str) -> Iterator[Row | Reject]:
    """Rows and rejects of `path` in order; `-` is standard input, gzip is known by its content.

    Blank lines are passed over. Never raises for what is in the file; a path that cannot be
    opened raises OSError before the first row.
    """
    with _opened(path) as stream:
        yield from rows_of(stream)


def rows_of(stream: BinaryIO) -> Iterator[Row | Reject]:
    """The same for an open file that is read as it is."""
    line_no = 0
    try:
        for line_no, line in enumerate(_lines(stream), start=1):
            if isinstance(line, int):
                yield Reject(line_no, None, TOO_LONG, f"({line} bytes)")
            elif line.strip():
                yield read_line(line_no, line)
    except (EOFError, gzip.BadGzipFile, zlib.error) as damage:
        yield Reject(line_no + 1, None, UNREADABLE_REST, str(damage)[:EXCERPT_CHARS])


def read_line(line_no: int, line: bytes) -> Row | Reject:
    """One line judged as JSON: a Row if it holds an object, else a Reject saying why."""
    try:
        text = line.decode("utf-8-sig" if line_no == 1 else "utf-8")
    except UnicodeDecodeError:
        return Reject(line_no, None, NOT_UTF8, excerpt(line.decode("utf-8", "replace")))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Reject(line_no, None, NOT_JSON, excerpt(text))
    if not isinstance(data, dict):
        return Reject(line_no, None, NOT_AN_OBJECT, excerpt(text))
    return Row(line_no, data, excerpt(text))


def excerpt(text: str) -> str:
    """The start of a raw line, printable and safe to write into a UTF-8 file."""
    head = text.strip()[:EXCERPT_CHARS].encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "\ufffd" for char in head)


def _lines(stream: BinaryIO) -> Iterator[bytes | int]:
    """Each line, or its length in bytes where it is over the limit; memory stays at one line."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES:
            yield line
            continue
        length = len(line)
        while not line.endswith(b"\n") and (line := stream.readline(MAX_LINE_BYTES)):
            length += len(line)
        yield length


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield _plain(sys.stdin.buffer)
        return
    with Path(path).open("rb") as file:
        yield _plain(file)


def _plain(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or unpacked where it begins with the two bytes of gzip."""
    peek = getattr(stream, "peek", None)
    if peek is not None and peek(2)[:2] == b"\x1f\x8b":
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb"))
    return stream
