"""Plots as SVG, drawn on the server (docs/adr/0017): x in percent, y in pixels, no viewBox, so that
words keep their size from 320 px up. Colours are classes (plot.css), and every number is a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

ROW, BAR, TEXT_AT, BAR_AT = 46, 14, 14, 21
_SVG = Markup('<svg class="plot" role="img" aria-label="{}" width="100%" height="{}">{}</svg>')
_WORDS = Markup(
    '<text x="0" y="{0}">{1}</text><text x="100%" y="{0}" text-anchor="end" class="t2">{2}</text>'
    '<rect class="tr" x="0" y="{3}" width="100%" height="{4}" rx="3"/>'
)
_FILLED = Markup('<rect class="f" x="0" y="{}" width="{}" height="{}" rx="3"/>')
_SPREAD = Markup('<rect class="o" x="{}" y="{}" width="{}" height="{}" rx="3"/>')
_MIDDLE = Markup('<line class="mid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>')


@dataclass(frozen=True, slots=True)
class Bar:
    """`words` stand at its end: the number, and what it is a part of."""

    label: str
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with the middle half around it: `low` <= `middle` <= `high`, all >= 0."""

    label: str
    low: float
    middle: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A finding, its drawing (None: nothing to draw) and the table that stands with it.

    `rows` begin with their label and are as long as `head`.
    """

    key: str
    title: str
    finding: str
    drawing: Markup | None
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def bars(lines: Sequence[Bar], finding: str) -> Markup:
    """One bar a line, all on the scale of the longest."""
    most = max((line.value for line in lines), default=0)
    drawn = [
        _words(n, line.label, line.words)
        + _FILLED.format(n * ROW + BAR_AT, _percent(line.value, most), BAR)
        for n, line in enumerate(lines)
    ]
    return _svg(drawn, finding)


def spreads(lines: Sequence[Spread], finding: str) -> Markup:
    """The middle half as an outlined bar and the median as a line across it, on one scale."""
    most = max((line.high for line in lines), default=0)
    drawn = []
    for n, line in enumerate(lines):
        top = n * ROW + BAR_AT
        width = _percent(line.high - line.low, most)
        drawn += [
            _words(n, line.label, line.words),
            _SPREAD.format(_percent(line.low, most), top + 1, width, BAR - 2),
            _MIDDLE.format(_percent(line.middle, most), top - 2, top + BAR + 2),
        ]
    return _svg(drawn, finding)


def _words(number: int, label: str, words: str) -> Markup:
    top = number * ROW
    return _WORDS.format(top + TEXT_AT, label, words, top + BAR_AT, BAR)


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "0%"


def _svg(drawn: Sequence[Markup], finding: str) -> Markup:
    lines = sum(1 for part in drawn if part.startswith("<text"))
    return _SVG.format(finding, lines * ROW, Markup("").join(drawn))
