"""Reading other people's adverts: bytes in, clean frozen records out.

`read_rows` streams a file, `parse` judges one object, `read_adverts` does both. Every line ends
as an `ImportedAdvert` or as a `Reject` with a reason; nothing is lost without one. None of these
knows a database: `run.py` brings them to `service.py`, which writes.
"""

from __future__ import annotations

from jobboard.roles.importing.adverts import parse, read_adverts
from jobboard.roles.importing.records import ImportedAdvert, Place, Reject, Row
from jobboard.roles.importing.rows import read_rows
from jobboard.roles.importing.salary import Salary, SalaryNote

__all__ = [
    "ImportedAdvert",
    "Place",
    "Reject",
    "Row",
    "Salary",
    "SalaryNote",
    "parse",
    "read_adverts",
    "read_rows",
]
