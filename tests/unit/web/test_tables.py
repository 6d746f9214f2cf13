from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from jobboard.web.tables import csv_answer

cells = st.text(st.characters(exclude_categories=["C"]), max_size=20)


@given(st.lists(st.lists(st.one_of(cells, st.sampled_from(["=1+1", "@x", "-2", "+3", "\tx"])),
                         min_size=2, max_size=2)))  # fmt: skip
def test_no_cell_begins_what_a_spreadsheet_would_compute(rows) -> None:
    answer = csv_answer(("a", "b"), rows, "=x")
    back = list(csv.reader(StringIO(answer.data.decode("utf-8-sig"), newline="")))[1:]
    assert not [cell for row in back for cell in row if cell[:1] in set("=+-@\t\r\n")]
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
