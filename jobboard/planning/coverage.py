"""What a role asks of the week: the half-days to cover, the time together, the FTE it pays for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jobboard.planning.grid import HalfDay, Shape, WeekMismatchError
from jobboard.planning.week import Week, read_symbols, write_symbols
from jobboard.planning.wording import fte_text

FEWEST_A_WEEK = 5
"""Half-days a role must ask for in each week (domain.md §3.3); less is hardly a post to share."""
MOST_OVERLAP = 4
"""The most time together a role may ask for, in half-days of the cycle (domain.md §3.3)."""
FUNDED_TENTHS = range(10, 15)
"""What a role may fund, in tenths of an FTE: 1.0 to 1.4 (domain.md §3.2)."""
DEFAULT_FUNDED_TENTHS = 12

_WORDS = {"-": "Not needed", "n": "One", "2": "Both"}


class NeedError(ValueError):
    """A need no role may have. `str()` is a sentence for the person who writes the role."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The week a role asks for: `needed` by one or both, of which `both` (its subset) by both.

    Text (decisions.md 8): `-` not needed, `n` one needed, `2` both needed.
    """

    needed: Week
    both: Week

    def __post_init__(self) -> None:
        if self.needed.shape != self.both.shape:
            raise WeekMismatchError
        if not self.both.is_within(self.needed):
            raise NeedError("A half-day for both of them is also one to cover. Mark it as both in.")

    @classmethod
    def from_text(cls, text: str) -> Coverage:
        """Reads the stored text; a `WeekTextError` carries the sentence for the form."""
        shape, symbols = read_symbols(text, "-n2")
        return cls(Week.where(shape, symbols, "n2"), Week.where(shape, symbols, "2"))

    def to_text(self) -> str:
        return write_symbols(self.shape, map(self.symbol_at, self.shape.half_days()))

    @property
    def shape(self) -> Shape:
        return self.needed.shape

    def symbol_at(self, half_day: HalfDay) -> str:
        """`-`, `n` or `2`."""
        if half_day in self.both:
            return "2"
        return "n" if half_day in self.needed else "-"

    def word_at(self, half_day: HalfDay) -> str:
        """`Not needed`, `One` or `Both`: the words in the role's week table."""
        return _WORDS[self.symbol_at(half_day)]

    def describe(self) -> str:
        """The text equivalent of the drawn week."""
        words = f"Cover needed: {self.needed.spans() or 'none'}."
        return f"{words} Both in together: {self.both.spans()}." if self.both else words


@dataclass(frozen=True, slots=True)
class Need:
    """What a split plan is checked against.

    `min_overlap`: half-days together in the cycle, 0 to 4. `funded_tenths`: the role's
    max_total_fte times ten, 10 to 14; a role field, never a constant (domain.md §3.2).
    """

    coverage: Coverage
    min_overlap: int = 1
    funded_tenths: int = DEFAULT_FUNDED_TENTHS

    def __post_init__(self) -> None:
        if not 0 <= self.min_overlap <= MOST_OVERLAP:
            raise NeedError(f"Ask for between 0 and {MOST_OVERLAP} half-days together.")
        if self.funded_tenths not in FUNDED_TENTHS:
            raise NeedError("Fund between 1.0 and 1.4 FTE.")

    @classmethod
    def from_text(cls, coverage_text: str, min_overlap: int, funded_tenths: int) -> Need:
        """From the three stored values; `WeekTextError` or `NeedError`, both `ValueError`."""
        return cls(Coverage.from_text(coverage_text), min_overlap, funded_tenths)

    @property
    def shape(self) -> Shape:
        return self.coverage.shape

    @property
    def together(self) -> int:
        """Half-days together that a plan must have: half-days marked for both count towards it."""
        return max(self.min_overlap, self.coverage.both.count)

    @property
    def work(self) -> int:
        """Half-days of work the role asks for in the cycle: each to cover once, and the overlap
        once more (decisions.md 8)."""
        return self.coverage.needed.count + self.together

    @property
    def funded(self) -> int:
        """Half-days the role pays for in the cycle: floor(max_total_fte × 10 × weeks)."""
        return self.funded_tenths * self.shape.weeks

    @property
    def funded_text(self) -> str:
        """The FTE it funds: `1.2`."""
        return fte_text(self.funded_tenths, 1)

    @property
    def funded_fte(self) -> Decimal:
        return Decimal(self.funded_text)
