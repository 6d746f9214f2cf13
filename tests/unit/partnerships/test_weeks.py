from __future__ import annotations

import pytest

from jobboard.partnerships.weeks import laid_together


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("ppppcc----", "----ccpppp", "aaaa~~bbbb"),
        ("pp--------", "7:pp----------pp", "7:xx..........bb"),
        ("pp--------/----------", "--cccccccc", "aabbbbbbbb/..bbbbbbbb"),
        ("6:pp----------", "cccccccccc/cccccccccc", "6:aabbbbbbbb../aabbbbbbbb.."),
    ],
)
def test_two_weeks_meet_on_the_larger_grid_of_both(first: str, second: str, together: str) -> None:
    assert laid_together(first, second) == together
