"""Sets of document numbers as whole numbers: bit n is document n. Pure.

Python's big integers do and, or, minus and count in C, which is all that filters and facets need.
"""

from __future__ import annotations

from collections.abc import Iterable


def bits_of(documents: Iterable[int], size: int) -> int:
    """The set of these document numbers, each under `size`."""
    flags = bytearray(b"0") * (size + 1)
    for number in documents:
        flags[size - number] = 49  # ord("1"); the highest number comes first
    return int(flags, 2)


def flags_of(bits: int, size: int) -> str:
    """One character a document, "1" where it is in the set, in order of numbers."""
    return format(bits, f"0{size}b")[::-1] if size else ""


def numbers_in(bits: int, size: int) -> list[int]:
    """The document numbers of the set, ascending."""
    return [number for number, flag in enumerate(flags_of(bits, size)) if flag == "1"]
