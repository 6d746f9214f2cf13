"""Two to four pairs side by side, measured against the role as it stands today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jobboard.applications.reading import Reading
from jobboard.applications.snapshot import need_of
from jobboard.applications.worth import pay_of
from jobboard.hiring.answers import Row, rows_of
from jobboard.hiring.models import Candidacy
from jobboard.planning.money import Pay
from jobboard.planning.totals import Totals, totals
from jobboard.roles.models import Role

OPENING_WORDS = 60


@dataclass(frozen=True, slots=True)
class Column:
    """One pair. `sums` are half-days of the cycle on the role's week; `most` names the rows in
    which this pair has the highest figure and another one has less."""

    candidacy: Candidacy
    reading: Reading
    sums: Totals
    most: frozenset[str]

    @property
    def opening(self) -> str:
        """The first words of the proposition, with an ellipsis where it goes on."""
        words = self.reading.proposition.split()
        return " ".join(words[:OPENING_WORDS]) + ("…" if len(words) > OPENING_WORDS else "")


Read = tuple[Candidacy, Reading]
_Figure = Callable[[Reading, Totals], int]
FIGURES: dict[str, _Figure] = {
    "fte": lambda _, sums: sums.half_days,
    "covered": lambda _, sums: sums.covered,
    "overlap": lambda _, sums: sums.overlap,
    "together": lambda reading, _: reading.pair_months,
    "handover": lambda reading, _: reading.handover_minutes,
}


def side_by_side(role: Role, pairs: Sequence[Read]) -> list[Column]:
    """In the order given."""
    need = need_of(role)
    sums = [totals(reading.split, need, reading.names) for _, reading in pairs]
    most = _leaders([reading for _, reading in pairs], sums)
    return [
        Column(candidacy, reading, sums[at], frozenset(row for row in most if at in most[row]))
        for at, (candidacy, reading) in enumerate(pairs)
    ]


def answers_of(columns: Sequence[Column]) -> list[Row]:
    """One row for each question that any of them answered."""
    return rows_of([column.reading for column in columns])


def cost_of(role: Role, reading: Reading) -> Pay | None:
    """What the signed plan costs at the salary the role states today; None without a yearly one."""
    return pay_of(role, reading.split)


def _leaders(readings: Sequence[Reading], sums: Sequence[Totals]) -> dict[str, set[int]]:
    """By row the columns with the highest figure; nobody where all are the same."""
    found: dict[str, set[int]] = {}
    for row, figure in FIGURES.items():
        values = [figure(reading, total) for reading, total in zip(readings, sums, strict=True)]
        differs = min(values) < max(values)
        found[row] = {at for at, value in enumerate(values) if differs and value == max(values)}
    return found
