"""The team's real adverts, where they are at hand: none lost without a reason."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from jobboard.roles.importing import ImportedAdvert, Reject, read_adverts
from jobboard.roles.importing.adverts import NO_ORGANISATION
from jobboard.roles.importing.markdown import MAX_BYTES

DATA = Path(__file__).parents[4] / "shared" / "data"


@pytest.mark.data
@pytest.mark.parametrize("name", ["adverts_nhs.jsonl.gz", "adverts_open.jsonl.gz"])
def test_every_real_advert_is_imported_or_rejected_with_a_reason(name: str) -> None:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{path} is not here: the real adverts are not part of the project")
    with gzip.open(path, "rb") as lines:
        count = sum(1 for line in lines if line.strip())
    found = list(read_adverts(str(path)))
    assert len(found) == count
    adverts = [one for one in found if isinstance(one, ImportedAdvert)]
    assert {one.reason for one in found if isinstance(one, Reject)} <= {NO_ORGANISATION}
    assert all(len(one.description_md.encode()) <= MAX_BYTES for one in adverts)
    assert all(one.salary.note or one.salary.period for one in adverts)
    assert len(adverts) > count / 2
