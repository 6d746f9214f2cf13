"""Text as our fonts can set it: a tagged PDF (UA-1) may hold no character without a glyph.

A character that no shipped font has becomes its number, `[U+674E]`; category C (controls, private
use, unassigned) is dropped (decisions.md 23). A letter and its marks have to stand in one font.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FIRST = ("Newsreader", "Figtree")
"""The two that the design is set in; both are tried before the fonts of other scripts."""
LONGEST_RUN, PIECE = 20, 6
"""A longer run of characters without a blank may be broken after each so many of them."""
BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_JOINERS = frozenset("\u200c\u200d")
"""Persian and Indian spelling needs them; they are kept where a font knows them."""


@lru_cache(maxsize=1)
def coverage() -> tuple[frozenset[int], ...]:
    """Code points of each font. Our own two count only together: a text may be set in either."""
    own = [_points(path) for path in sorted(FONTS.glob("*.ttf")) if _is_own(path)]
    others = [_points(path) for path in sorted(FONTS.glob("*.ttf")) if not _is_own(path)]
    return (frozenset.intersection(*own), *others)


@lru_cache(maxsize=1)
def families() -> list[str]:
    """Names of the fonts of other scripts, in the order in which they are tried."""
    stems = [path.stem for path in sorted(FONTS.glob("*.ttf")) if not _is_own(path)]
    return [_family(stem) for stem in stems]


def settable(text: str) -> str:
    """The text with nothing in it that cannot be set; line ends stay."""
    kept = "".join(_set(cluster) for cluster in _clusters(unicodedata.normalize("NFC", text)))
    return _breakable(kept)


@lru_cache(maxsize=8192)
def _set(cluster: str) -> str:
    if cluster == "\n" or any(points.issuperset(map(ord, cluster)) for points in coverage()):
        return cluster
    return "".join(_alone(char) for char in cluster)


def _alone(char: str) -> str:
    if char in _JOINERS:
        return ""
    is_mark = unicodedata.category(char).startswith("M")
    if not is_mark and any(ord(char) in points for points in coverage()):
        return char
    return f"[U+{ord(char):04X}]"


def _clusters(text: str) -> Iterator[str]:
    """Letters with their marks; line ends by themselves; category C is gone."""
    current = ""
    for char in text:
        category = unicodedata.category(char)
        if char == "\n":
            yield from (current, char) if current else (char,)
            current = ""
        elif category.startswith("M") or char in _JOINERS:
            current += char
        elif not category.startswith("C"):
            if current:
                yield current
            current = " " if category.startswith("Z") else char
    if current:
        yield current


def _breakable(text: str) -> str:
    """A run without blanks gets places where a line may end, so that nothing leaves the page."""
    return _LONG.sub(lambda run: _in_pieces(run[0]), text)


def _in_pieces(run: str) -> str:
    found, length = [], 0
    for char in run:
        if length >= PIECE and not unicodedata.category(char).startswith("M"):
            found.append(BREAK)
            length = 0
        found.append(char)
        length += 1
    return "".join(found)


def _is_own(path: Path) -> bool:
    return path.stem.startswith(FIRST)


def _family(stem: str) -> str:
    script = stem.removeprefix("NotoSans").removesuffix("-Regular")
    return f"Noto Sans {script}".strip()


def _points(path: Path) -> frozenset[int]:
    """The code points of a TrueType font, from a format 4 or 12 table of its `cmap`."""
    data = path.read_bytes()
    found: set[int] = set()
    base = _table(data, b"cmap")
    count = struct.unpack_from(">H", data, base + 2)[0]
    for i in range(count):
        start = base + struct.unpack_from(">I", data, base + 8 + 8 * i)[0]
        kind = struct.unpack_from(">H", data, start)[0]
        if kind == 4:
            found.update(_format_4(data, start))
        elif kind == 12:
            found.update(_format_12(data, start))
    return frozenset(found)


def _table(data: bytes, name: bytes) -> int:
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        if tag == name:
            return int(offset)
    raise LookupError(f"a font without {name!r}")


def _format_12(data: bytes, start: int) -> Iterator[int]:
    for i in range(struct.unpack_from(">I", data, start + 12)[0]):
        first, last, _ = struct.unpack_from(">III", data, start + 16 + 12 * i)
        yield from range(first, last + 1)


def _format_4(data: bytes, start: int) -> Iterator[int]:
    double = struct.unpack_from(">H", data, start + 6)[0]
    ends = start + 14
    for at in range(0, double, 2):
        last = struct.unpack_from(">H", data, ends + at)[0]
        first, delta, offset = (
            struct.unpack_from(">H", data, ends + 2 + double * n + at)[0] for n in (1, 2, 3)
        )
        for point in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (point + delta) & 0xFFFF
            else:
                where = ends + 2 + 3 * double + at + offset + 2 * (point - first)
                glyph = struct.unpack_from(">H", data, where)[0]
            if glyph:
                yield point
