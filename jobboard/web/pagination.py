"""A slice of a long list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
MAX_PAGE = 50
"""Nobody reads further; the last page says so (decisions.md 28)."""


def page_number(text: str | None, total: int | None = None, per_page: int = 1) -> int:
    """The page asked for, 1 to MAX_PAGE; anything else is page 1.

    With a total of rows, a page beyond the last is the last: old links show something.
    """
    last = MAX_PAGE if total is None else min(max(-(-total // per_page), 1), MAX_PAGE)
    if text and text.isascii() and text.isdigit() and len(text) < 4:
        return min(max(int(text), 1), last)
    return 1


@dataclass(frozen=True)
class Page(Generic[T]):
    items: Sequence[T]
    total: int
    page: int
    per_page: int
    url: Callable[[int], str]

    @property
    def pages(self) -> int:
        return min(max(-(-self.total // self.per_page), 1), MAX_PAGE)

    @property
    def is_cut(self) -> bool:
        """True if there is more than the pages show."""
        return self.total > MAX_PAGE * self.per_page

    @property
    def numbers(self) -> list[int | None]:
        """First, last and the neighbours of the current page; None is a gap."""
        near = {1, self.pages, self.page - 1, self.page, self.page + 1}
        shown = sorted(number for number in near if 1 <= number <= self.pages)
        result: list[int | None] = []
        for number in shown:
            if result and number - (result[-1] or 0) > 1:
                result.append(None)
            result.append(number)
        return result
