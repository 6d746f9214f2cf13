"""Adverts from a file into imported roles, on fictional rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine
from click.testing import Result
from flask import Flask

from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from jobboard.roles.domain import Origin, RoleStatus
from jobboard.roles.importing.run import TWICE
from jobboard.roles.models import Role
from jobboard.search import indexer
from jobboard.search.models import SearchOutbox
from jobboard.search.service import engine
from tests.feature.roles_importing.conftest import advert

pytestmark = pytest.mark.usefixtures("db")
Run = Callable[..., Result]


def roles() -> list[Role]:
    session().expire_all()
    return list(session().scalars(sa.select(Role).order_by(Role.source_id)))


def counted(model: Any) -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(model)) or 0


def rejects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_an_advert_becomes_a_published_role_that_leaves_open_what_was_not_said(
    run: Run, file: Callable[..., Path]
) -> None:
    said = run(file(advert())).output
    assert "1 lines: 1 new, 0 changed, 0 unchanged, 0 rejected." in said
    assert "The worker brings them into the search index" in said
    (role,) = roles()
    assert (role.origin, role.status) == (Origin.IMPORTED, RoleStatus.PUBLISHED)
    assert (role.title, role.description) == ("Head of Service 1", "Lead the **service**.")
    assert (role.salary_min, role.salary_max) == (Decimal(50_000), Decimal(60_000))
    assert (role.level, role.coverage, role.funded_tenths, role.work_mode) == (None,) * 4
    assert (role.share_types, role.duties, role.min_overlap) == ([], [], None)
    assert role.organisation.is_unclaimed
    assert role.takes_applications(now()) is False


def test_a_second_run_touches_nothing(run: Run, file: Callable[..., Path]) -> None:
    path = file(*(advert(n) for n in range(7)))
    run(path)
    before = [(role.id, role.version, role.lock_version, role.updated_at) for role in roles()]
    waiting = counted(SearchOutbox)
    assert "0 new, 0 changed, 7 unchanged" in run(path).output
    after = [(role.id, role.version, role.lock_version, role.updated_at) for role in roles()]
    assert after == before
    assert (counted(SearchOutbox), counted(Organisation)) == (waiting, 1)


def test_a_changed_advert_keeps_its_role_and_gets_a_new_version(
    run: Run, file: Callable[..., Path]
) -> None:
    run(file(advert(1), advert(2)))
    first = roles()
    said = run(file(advert(1), advert(2, title="Director", organisation="Other Trust"))).output
    assert "0 new, 1 changed, 1 unchanged" in said
    same, changed = roles()
    assert [same.id, changed.id] == [role.id for role in first]
    assert (same.version, same.lock_version) == (1, 1)
    assert (changed.version, changed.lock_version) == (2, 2)
    assert (changed.title, changed.organisation.name) == ("Director", "Other Trust")


def test_a_role_that_was_taken_down_here_stays_down(run: Run, file: Callable[..., Path]) -> None:
    run(file(advert()))
    (role,) = roles()
    role.status = RoleStatus.CANCELLED
    session().commit()
    run(file(advert(title="Again")))
    (role,) = roles()
    assert (role.title, role.status) == ("Again", RoleStatus.CANCELLED)


def test_one_employer_is_one_organisation_in_every_run(run: Run, file: Callable[..., Path]) -> None:
    run(file(advert(1, organisation="Care UK"), advert(2, organisation="CARE UK")))
    run(file(advert(3, organisation="care  uk"), advert(4, organisation="Care Ükraine")))
    assert sorted(o.name for o in session().scalars(sa.select(Organisation))) == [
        "Care UK",
        "Care Ükraine",
    ]


def test_bad_lines_go_to_a_file_with_their_number_and_reason_and_good_ones_stay(
    run: Run, file: Callable[..., Path], tmp_path: Path
) -> None:
    path = file(
        advert(1),
        "{broken",
        advert(2, organisation=None),
        "",
        advert(3, title="\x00"),
        "[1]",
        advert(1, title="The same id again"),
        advert(4),
    )
    out = tmp_path / "odd.jsonl"
    said = run(path, "--rejects", out).output
    assert "7 lines: 2 new, 0 changed, 0 unchanged, 5 rejected." in said
    assert str(out) in said
    assert [role.title for role in roles()] == ["Head of Service 1", "Head of Service 4"]
    found = rejects(out)
    assert [(row["line"], row["id"]) for row in found] == [
        (2, None),
        (3, "made-up-2"),
        (5, "made-up-3"),
        (6, None),
        (7, "made-up-1"),
    ]
    assert found[1]["reason"] == "The advert names no organisation."
    assert found[4]["reason"] == TWICE
    assert all(row["excerpt"] for row in found)
    assert f"1 × {TWICE}" in said


def test_the_rejects_file_lies_in_the_instance_and_is_gone_when_all_is_well(
    run: Run, file: Callable[..., Path], app: Flask
) -> None:
    out = Path(app.instance_path) / "rejects-adverts.jsonl"
    run(file("nonsense", name="adverts.jsonl.gz"))
    assert len(rejects(out)) == 1
    run(file(advert(), name="adverts.jsonl.gz"))
    assert not out.exists()


def test_a_packed_file_and_standard_input_read_the_same(
    run: Run, file: Callable[..., Path]
) -> None:
    run(file(advert(1), name="packed.jsonl.gz"))
    run("-", data=json.dumps(advert(2)).encode())
    assert [role.source_id for role in roles()] == ["made-up-1", "made-up-2"]


def test_a_file_that_is_not_there_is_said_plainly(run: Run, tmp_path: Path) -> None:
    assert "No such file or directory" in run(tmp_path / "none.jsonl", code=1).output
    assert counted(Activity) == 0


def test_the_file_to_import_is_never_overwritten_by_its_rejects(
    run: Run, file: Callable[..., Path]
) -> None:
    path = file(advert())
    run(path, "--rejects", path, code=1)
    assert json.loads(path.read_text(encoding="utf-8"))["id"] == "made-up-1"


@time_machine.travel("2026-11-22T12:00:00Z", tick=False)
def test_old_adverts_can_be_opened_again_for_development(
    run: Run, file: Callable[..., Path]
) -> None:
    path = file(*(advert(n, closes_on="2020-01-01") for n in range(30)))
    run(path)
    assert not any(role.is_open(now()) for role in roles())
    run(path, "--reopen", 10)
    days = {role.closes_at.date() for role in roles() if role.closes_at}
    assert min(days) > date(2026, 11, 22)
    assert max(days) <= date(2026, 12, 2)
    assert len(days) > 5
    assert "30 unchanged" in run(path, "--reopen", 10).output


def test_production_refuses_to_invent_closing_dates(
    run: Run, file: Callable[..., Path], app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PROFILE", "production")
    assert "--reopen is for development" in run(file(advert()), "--reopen", 5, code=1).output
    assert roles() == []


def test_the_search_index_follows_through_the_outbox(run: Run, file: Callable[..., Path]) -> None:
    indexer.rebuild(engine())
    run(file(advert(1), advert(2)), "--reopen", 5)
    assert engine().ids("role") == frozenset()
    assert indexer.drain(engine()) == 2
    assert engine().ids("role") == {str(role.id) for role in roles()}
    assert indexer.check(engine()).is_ok


def test_a_run_leaves_one_line_in_the_trail(run: Run, file: Callable[..., Path]) -> None:
    run(file(advert(1), advert(2), "broken"))
    (trace,) = session().scalars(sa.select(Activity))
    assert (trace.action, trace.actor_id) == ("roles.imported", None)
    assert trace.codes == {
        "new": 2, "changed": 0, "unchanged": 0, "rejected": 1, "complete": True
    }  # fmt: skip
