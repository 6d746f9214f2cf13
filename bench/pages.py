"""Queries and CPU of a page, in process, as ratios to /healthz taken in the same rounds (pages.md).

Rounds are interleaved and medians of thread CPU time are compared, so that a busy machine moves
both sides alike. The results page is measured with the search answer given (stubbed): its own
speed has `make bench-search`, which comes with the search issue.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import sqlalchemy as sa
from flask import Flask

from bench.report import Report
from bench.world import Visitor, World, world
from jobboard.accounts.queries import verified_owner
from jobboard.applications.queries import applications_of_person
from jobboard.core.db import session
from jobboard.roles.domain import RoleStatus
from jobboard.roles.models import Role
from jobboard.search import service
from jobboard.search.engine import SearchPage, SearchRequest

ROUNDS = 120
RECRUITER = "recruiter@demo.twofold.test"
NADIA = "nadia@demo.twofold.test"


class Remembered:
    """The engine's answer, remembered: nothing of the search is in the figure."""

    def __init__(self, ids: Sequence[str], first: SearchPage) -> None:
        self.page = replace(first, ids=tuple(ids), total=len(ids), page=1, pages=1)

    def search(self, request: SearchRequest) -> SearchPage:
        del request
        return self.page

    def generation(self) -> str:
        return self.page.generation


@dataclass
class Case:
    name: str
    visitor: Visitor
    url: str
    goal: float | None

    def cpu(self) -> float:
        """Milliseconds of this thread's CPU for one answer, which must be a good one."""
        environ = self.visitor.environ(self.url)
        begin = time.thread_time()
        status, _ = self.visitor.answer(environ)
        spent = time.thread_time() - begin
        assert status.startswith("200"), (self.url, status)
        return spent * 1000


def medians(cases: Sequence[Case], rounds: int = ROUNDS) -> dict[str, float]:
    for case in cases:
        for _ in range(10):
            case.cpu()
    taken: dict[str, list[float]] = {case.name: [] for case in cases}
    gc.collect()
    gc.disable()
    for _ in range(rounds):
        for case in cases:
            taken[case.name].append(case.cpu())
    gc.enable()
    return {name: statistics.median(times) for name, times in taken.items()}


def statements(site: World, visitor: Visitor, url: str) -> int:
    visitor.get(url)
    with site.counted() as seen:
        visitor.get(url)
    return len(seen)


def bare() -> Visitor:
    """A Flask app with one route and nothing else: what /healthz is held against."""
    app = Flask("bare")
    app.add_url_rule("/healthz", view_func=lambda: "ok")
    return Visitor(app)


def open_roles(many: int) -> list[str]:
    found = sa.select(Role.id).where(Role.status == RoleStatus.PUBLISHED, Role.coverage.isnot(None))
    return [str(id_) for id_ in session().scalars(found.order_by(Role.id).limit(many))]


def main() -> None:
    report = Report("pages")
    with world() as site:
        nobody, nadia = site.visitor(), site.visitor(NADIA)
        recruiter = site.visitor(RECRUITER)
        with site.app.app_context():
            twenty, application = open_roles(20), _application_url()
        role = f"/roles/{twenty[0]}"
        first = service.search(_request(nobody))
        for many, words in ((20, "20 results"), (1, "1 result")):
            with _answer(Remembered(twenty[:many], first)):
                signed, anonymous = (statements(site, who, "/roles") for who in (nadia, nobody))
            report.at_most(f"queries, {words}, signed in", signed, 3)
            report.at_most(f"queries, {words}, anonymous", anonymous, 1)
        report.at_most("queries, role", statements(site, nadia, role), 5)
        report.at_most("queries, application", statements(site, nadia, application), 6)
        table = _first_link(recruiter, "/hiring", "/hiring/roles/")
        report.at_most("queries, recruiter's table", statements(site, recruiter, table), 8)
        with _answer(Remembered(twenty, first)):
            _cpu_rows(report, nobody, nadia, role, application)
    report.finish()


def _cpu_rows(report: Report, nobody: Visitor, nadia: Visitor, role: str, application: str) -> None:
    cases = [
        Case("bare Flask", bare(), "/healthz", None),
        Case("healthz", nobody, "/healthz", None),
        Case("results, 20 cards, signed in", nadia, "/roles", 8),
        Case("results, 20 cards, anonymous", nobody, "/roles", 8),
        Case("role, signed in", nadia, role, 7),
        Case("application, signed in", nadia, application, 11),
    ]
    found = medians(cases)
    base = found["healthz"]
    report.note("CPU of /healthz", base, "ms")
    report.note("CPU of /healthz against a bare Flask app", base / found["bare Flask"], "×")
    for case in cases[2:]:
        assert case.goal is not None
        report.at_most(f"CPU, {case.name}", found[case.name] / base, case.goal, "×")


@contextmanager
def _answer(given: Remembered) -> Iterator[None]:
    """Put a given answer in the place of the engine, then the engine back."""
    service._current.insert(0, given)  # type: ignore[arg-type]
    try:
        yield
    finally:
        service._current.pop(0)


def _request(nobody: Visitor) -> SearchRequest:
    """The very request that the results page makes."""
    asked: list[SearchRequest] = []
    real = service.engine()

    class Spy:
        def search(self, request: SearchRequest) -> SearchPage:
            asked.append(request)
            return real.search(request)

        def generation(self) -> str:
            return real.generation()

    with _answer(Spy()):  # type: ignore[arg-type]
        nobody.get("/roles")
    return asked[0]


def _application_url() -> str:
    person = verified_owner(NADIA)
    assert person is not None
    rows = [row for row in applications_of_person(person.id) if row.is_editable]
    return f"/applications/{rows[0].id}"


def _first_link(visitor: Visitor, page: str, prefix: str) -> str:
    found = re.search(rf'href="({prefix}[0-9a-f-]+)"', visitor.get(page))
    assert found, f"{page} links to nothing under {prefix}"
    return found[1]


if __name__ == "__main__":
    main()
