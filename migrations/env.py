"""One set of files for SQLite and PostgreSQL.

SQLite cannot alter a column, so Alembic rebuilds the table; with foreign keys on, dropping the
old one deletes its children by CASCADE, silently. Hence: off before the transaction, a check of
every foreign key before the commit (architecture.md §9; tests/house/test_migrations.py).
"""

from __future__ import annotations

from alembic import context
from flask import current_app
from sqlalchemy import text

migrate = current_app.extensions["migrate"]
database = migrate.db


def run() -> None:
    with database.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF").close()
        try:
            _migrate(connection, is_sqlite)
        finally:
            if is_sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON").close()


def _migrate(connection, is_sqlite):
    context.configure(
        connection=connection,
        target_metadata=database.metadata,
        **{**migrate.configure_args, "render_as_batch": is_sqlite},
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite:
            broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
            if broken:
                raise RuntimeError(f"this migration would break {len(broken)} foreign keys")


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database, not into a file.")
run()
