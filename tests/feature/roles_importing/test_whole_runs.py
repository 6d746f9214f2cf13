"""What a run leaves behind when something stops it, and the real file."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import Result

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.roles.importing import ImportedAdvert, Place, Salary, service
from jobboard.roles.models import Role
from tests.feature.roles_importing.conftest import advert

pytestmark = pytest.mark.usefixtures("db")
ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "data" / "adverts_nhs.jsonl.gz"
Run = Callable[..., Result]


def count_roles() -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(Role)) or 0


def test_a_row_the_database_refuses_is_found_and_the_rest_is_kept() -> None:
    batch = [service.Incoming(made(n), n, f"line {n}") for n in range(1, 10)]
    upside_down = Salary(Decimal(9), Decimal(3), "GBP", "hour")
    batch[4] = service.Incoming(made(5, salary=upside_down), 5, "line 5")
    tally = service.Tally()
    (refused,) = service.store(batch, now(), None, tally)
    assert (refused.line_no, refused.source_id, refused.excerpt) == (5, "made-5", "line 5")
    assert (tally.new, count_roles()) == (8, 8)


def made(number: int, salary: Salary | None = None) -> ImportedAdvert:
    return ImportedAdvert(
        source_id=f"made-{number}",
        source="made up",
        title="Head of Care",
        organisation="Northmoor Trust",
        description_md="Care.",
        requirements_md="",
        places=(Place("Leeds"),),
        country="GB",
        sector=None,
        salary=salary or Salary(),
        posted_on=None,
        closes_on=None,
    )


def test_ctrl_c_leaves_whole_rows_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """In a process of its own, on SQLite, because that is where Ctrl-C arrives."""
    rows = 6_000
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(advert(n)) + "\n" for n in range(rows))
    environment = {
        "PATH": "/usr/bin:/bin",
        "TWOFOLD_ENV": "testing",
        "INSTANCE_PATH": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'own.db'}",
    }
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    subprocess.run([*flask, "db", "upgrade"], cwd=ROOT, env=environment, check=True)
    command = [*flask, "import-adverts", str(path)]
    first = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    own = sa.create_engine(environment["DATABASE_URL"])

    def stored() -> int:
        with own.connect() as connection:
            return connection.scalar(sa.text("SELECT count(*) FROM roles")) or 0

    deadline = time.monotonic() + 60
    while stored() == 0 and first.poll() is None and time.monotonic() < deadline:
        pass
    first.send_signal(signal.SIGINT)
    said, _ = first.communicate(timeout=60)
    kept = stored()
    assert first.returncode == 130, said
    assert "run the same" in said
    assert f"{kept:,} new" in said
    assert 0 < kept < rows
    assert kept % 500 == 0
    second = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert f"{rows - kept:,} new, 0 changed, {kept:,} unchanged, 0 rejected" in second.stdout
    assert stored() == rows
    own.dispose()


@pytest.mark.data
def test_real_adverts_come_in_whole_and_a_second_run_changes_nothing(
    run: Run, tmp_path: Path
) -> None:
    if not REAL.exists():
        pytest.skip(f"{REAL} is missing")
    path = tmp_path / "slice.jsonl"
    with gzip.open(REAL, "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        out.writelines(line for number, line in enumerate(lines) if number % 30 == 0)
    assert "489 lines: 489 new, 0 changed, 0 unchanged, 0 rejected." in run(path).output
    assert "0 new, 0 changed, 489 unchanged, 0 rejected." in run(path).output
    assert count_roles() == 489
