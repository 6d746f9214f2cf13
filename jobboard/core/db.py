"""The database: one base class, one session, one way to open a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID, uuid4

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from jobboard.core.privacy import PrivacyMap

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _values(enum: type[StrEnum]) -> list[str]:
    return [member.value for member in enum]


class UtcDateTime(sa.TypeDecorator[datetime]):
    """Stores UTC; refuses a naive datetime at the door."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


Str10 = Annotated[str, mapped_column(sa.String(10))]
Str40 = Annotated[str, mapped_column(sa.String(40))]
Str80 = Annotated[str, mapped_column(sa.String(80))]
Str120 = Annotated[str, mapped_column(sa.String(120))]
Str200 = Annotated[str, mapped_column(sa.String(200))]
Str320 = Annotated[str, mapped_column(sa.String(320))]
Text = Annotated[str, mapped_column(sa.Text)]
JsonList = Annotated[list[Any], mapped_column(sa.JSON)]
JsonDict = Annotated[dict[str, Any], mapped_column(sa.JSON)]
Bytes = Annotated[bytes, mapped_column(sa.LargeBinary)]

metadata = sa.MetaData(naming_convention=NAMING)


class Model(DeclarativeBase):
    """Our own base, not db.Model: mypy understands it, and tests need no Flask to build one."""

    metadata = metadata
    type_annotation_map: ClassVar = {
        datetime: UtcDateTime,
        StrEnum: sa.Enum(StrEnum, native_enum=False, length=32, values_callable=_values),
    }
    __privacy__: ClassVar[PrivacyMap] = {}

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, sort_order=-10)


class Versioned:
    """Optimistic lock for whatever has a life cycle: two who act at once meet a 409."""

    lock_version: Mapped[int] = mapped_column(sa.Integer, nullable=False, sort_order=90)

    @sa.orm.declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.lock_version}


db = SQLAlchemy(
    metadata=metadata, session_options={"expire_on_commit": False}, disable_autonaming=True
)

_writing: ContextVar[bool] = ContextVar("writing", default=False)
_before_commit: list[Callable[[Session], None]] = []


def session() -> Session:
    return db.session()


def forget() -> None:
    """Close the session and everything it remembers: between two rounds of a long process."""
    db.session.remove()


def expect_writes(yes: bool = True) -> None:
    """From here to the first commit, SQLite takes the write lock at BEGIN (decisions.md 21).

    A deferred BEGIN that turns into a write fails at once with "database is locked". Each request
    says anew which of the two it is.
    """
    _writing.set(yes)


def before_commit(hook: Callable[[Session], None]) -> Callable[[Session], None]:
    """Run this inside each outermost transaction, just before it commits."""
    _before_commit.append(hook)
    return hook


def insert(model: type[Model]) -> Any:
    """An INSERT in the words of this database, which knows `on_conflict_do_update`."""
    kinds: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
    return kinds[session().get_bind().dialect.name](model)


def release() -> None:
    """End the read transaction, so that slow work (hashing a password) holds no lock."""
    current = session()
    if current.info.get("in_transaction"):
        raise RuntimeError("slow work inside a transaction")
    current.commit()


@contextmanager
def transaction() -> Iterator[Session]:
    """Commit on the way out, roll back on any error. A nested call joins the outer one.

    A nested call that failed dooms the whole: whoever swallows its error cannot commit half a verb.
    """
    current = session()
    if current.info.get("in_transaction"):
        try:
            yield current
        except BaseException:
            current.info["doomed"] = True
            raise
        return
    current.info.update(in_transaction=True, doomed=False)
    try:
        yield current
        if current.info["doomed"]:
            raise RuntimeError("a nested verb failed and its error was swallowed")
        for hook in _before_commit:
            hook(current)
        current.commit()
    except BaseException:
        current.rollback()
        raise
    finally:
        current.info["in_transaction"] = False
        _writing.set(False)


def prepare_engine(engine: sa.Engine) -> None:
    """SQLite: pragmas on connect, our own BEGIN (architecture.md §9). No mmap (pages.md §5)."""
    if engine.dialect.name != "sqlite":
        return

    @sa.event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "foreign_keys=ON",
            "busy_timeout=5000",
            "synchronous=FULL",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @sa.event.listens_for(engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
