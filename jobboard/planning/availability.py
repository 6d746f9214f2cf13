"""When one person can work, as they said it themselves. Never why (domain.md §3.3)."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.planning.grid import HalfDay, Shape, WeekMismatchError
from jobboard.planning.week import Week, WeekSymbolError, read_symbols, write_symbols

_WORDS = {"p": "I would like to", "c": "I could", "-": "I cannot"}


@dataclass(frozen=True, slots=True)
class Availability:
    """Half-days a person would like (`prefer`) and others they could work (`can`); no half-day
    is in both. Text: `p` prefer, `c` can, `-` cannot."""

    prefer: Week
    can: Week

    def __post_init__(self) -> None:
        if self.prefer.shape != self.can.shape:
            raise WeekMismatchError
        if self.prefer & self.can:
            raise WeekSymbolError("A half-day is one you would like or one you could. Choose one.")

    @classmethod
    def from_text(cls, text: str) -> Availability:
        """Reads the stored text; a `WeekTextError` carries the sentence for the form."""
        shape, symbols = read_symbols(text, "pc-")
        return cls(Week.where(shape, symbols, "p"), Week.where(shape, symbols, "c"))

    def to_text(self) -> str:
        return write_symbols(self.shape, map(self.symbol_at, self.shape.half_days()))

    @property
    def shape(self) -> Shape:
        return self.prefer.shape

    @property
    def able(self) -> Week:
        """Every half-day the person could work, liked or not."""
        return self.prefer | self.can

    def on(self, shape: Shape) -> Availability:
        """The same habit on another grid (see `Week.on`)."""
        return Availability(self.prefer.on(shape), self.can.on(shape))

    def symbol_at(self, half_day: HalfDay) -> str:
        """`p`, `c` or `-`."""
        if half_day in self.prefer:
            return "p"
        return "c" if half_day in self.can else "-"

    def word_at(self, half_day: HalfDay) -> str:
        """`I would like to`, `I could` or `I cannot`."""
        return _WORDS[self.symbol_at(half_day)]

    def describe(self, name: str) -> str:
        """The text equivalent of the drawn week, with the person's first name."""
        words = f"{name} would like: {self.prefer.spans() or 'no half-days'}."
        return f"{words} Could also: {self.can.spans()}." if self.can else words
