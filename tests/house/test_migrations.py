"""Migrations go up, down and up again with data in the tables, on both databases."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

ROOT = Path(__file__).parents[2]
POSTGRES = os.environ.get("POSTGRES_ADMIN_URL", "postgresql+psycopg://postgres@127.0.0.1/postgres")
REBUILD = """
from alembic import op
import sqlalchemy as sa
from alembic.script import ScriptDirectory

revision = "9999"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("candidacies", recreate="always") as table:
        table.alter_column("plan", type_=sa.String(80), existing_nullable=False)


def downgrade():
    pass
"""


def _postgres() -> str | None:
    admin = sa.create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    name = f"twofold_migrations_{uuid4().hex[:8]}"
    try:
        with admin.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
    except sa.exc.OperationalError:
        return None
    finally:
        admin.dispose()
    return sa.make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)


def _drop(url: str) -> None:
    admin = sa.create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        name = sa.make_url(url).database
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    admin.dispose()


class Site:
    """A site of its own in a folder, moved by the flask command as an operator would."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    def flask(self, *words: str, migrations: Path = ROOT / "migrations") -> str:
        environment = {
            **os.environ,
            "TWOFOLD_ENV": "testing",
            "INSTANCE_PATH": str(self.folder),
            "DATABASE_URL": self.url,
        }
        extra = ["-d", str(migrations)] if words[0] == "db" else []
        command = [sys.executable, "-m", "flask", "--app", "wsgi", *words, *extra]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def counts(self) -> dict[str, int]:
        engine = sa.create_engine(self.url)
        with engine.connect() as connection:
            names = sa.inspect(connection).get_table_names()
            found = {
                name: connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar_one()
                for name in names
                if name != "alembic_version"
            }
        engine.dispose()
        return found


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    """A migrated SQLite file with the demo people, made once: it takes its time."""
    folder = tmp_path_factory.mktemp("demo")
    site = Site(folder, f"sqlite:///{folder / 'demo.db'}")
    site.flask("db", "upgrade")
    site.flask("demo")
    return folder / "demo.db"


@pytest.fixture
def demo_site(demo_file, tmp_path):
    """A copy of it to be spoilt."""
    with sqlite3.connect(demo_file) as made, sqlite3.connect(tmp_path / "moved.db") as copy:
        made.backup(copy)
    made.close()
    copy.close()
    return Site(tmp_path, f"sqlite:///{tmp_path / 'moved.db'}")


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request, tmp_path):
    if request.param == "sqlite":
        yield Site(tmp_path, f"sqlite:///{tmp_path / 'moved.db'}")
        return
    url = _postgres()
    if url is None:
        if os.environ.get("TWOFOLD_BROWSER_REQUIRED"):
            pytest.fail("PostgreSQL does not answer on 127.0.0.1:5432")
        pytest.skip("PostgreSQL does not answer on 127.0.0.1:5432")
    yield Site(tmp_path, url)
    _drop(url)


@pytest.fixture
def full_site(site, request):
    """With the demo people, on each database."""
    if site.url.startswith("sqlite"):
        return request.getfixturevalue("demo_site")
    site.flask("db", "upgrade")
    site.flask("demo")
    return site


def test_up_down_and_up_again_with_data_in_the_tables(full_site):
    site = full_site
    full = site.counts()
    assert full["applications"] >= 30
    site.flask("db", "downgrade", "0006")
    kept = site.counts()
    assert kept["roles"] == full["roles"]
    assert kept["track_record_entries"] == full["track_record_entries"]
    assert "applications" not in kept
    site.flask("db", "upgrade")
    assert site.counts()["partnerships"] == full["partnerships"]
    site.flask("db", "downgrade", "base")
    assert site.counts() == {}
    site.flask("db", "upgrade")
    assert "No new upgrade operations" in site.flask("db", "check")


def _with_rebuild(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", folder)
    head = ScriptDirectory(str(folder)).get_current_head()
    (folder / "versions" / "9999_rebuild.py").write_text(REBUILD.format(head=head))
    return folder


def test_rebuilding_a_table_keeps_its_children(demo_site, tmp_path):
    site = demo_site
    before = site.counts()
    site.flask("db", "upgrade", migrations=_with_rebuild(tmp_path))
    assert site.counts() == before


def _forget_conversations(site):
    """Foreign keys are off on a bare connection; children first all the same."""
    engine = sa.create_engine(site.url)
    with engine.begin() as connection:
        for table in ("message_receipts", "messages", "message_threads"):
            connection.execute(sa.text(f"DELETE FROM {table}"))
    engine.dispose()


def test_without_the_guard_the_children_would_be_gone(demo_site, tmp_path):
    """The trap is real: the same rebuild with foreign keys on deletes by CASCADE. Conversations,
    which do not cascade but refuse, are out of its way."""
    site = demo_site
    _forget_conversations(site)
    before = site.counts()
    folder = _with_rebuild(tmp_path)
    env = folder / "env.py"
    trap = env.read_text().replace("foreign_keys=OFF", "foreign_keys=ON")
    env.write_text(trap.replace("if broken:", "if False:"))
    site.flask("db", "upgrade", migrations=folder)
    after = site.counts()
    assert before["private_notes"] > 0
    assert after["private_notes"] == 0
    assert after["candidacies"] == before["candidacies"]


@pytest.mark.parametrize("act", ["UPDATE activities SET action = 'x'", "DELETE FROM activities"])
def test_the_trail_cannot_be_changed(site, act):
    site.flask("db", "upgrade")
    engine = sa.create_engine(site.url)
    with engine.connect() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO activities (id, at, action, subject_kind, subject_id, codes) VALUES"
                " (:id, '2026-01-01', 'a', 'b', :id, '{}')"
            ),
            {"id": uuid4().hex},
        )
        connection.commit()
        with pytest.raises(sa.exc.DatabaseError, match="append-only"):
            connection.execute(sa.text(act))
    engine.dispose()
