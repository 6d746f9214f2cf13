"""Four windows on two worker processes write into the same sections at once: no edit is lost."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from uuid import uuid4

import pytest
import sqlalchemy as sa

from tests.journeys import seed
from tests.journeys.running import Site, running_site
from tests.journeys.visitor import PASSWORD

ADMIN = os.environ.get("POSTGRES_ADMIN_URL", "postgresql+psycopg://postgres@127.0.0.1/postgres")
FIELDS = {"proposition": "text", "split_plan": "when_it_changes", "handover": "urgent_rule"}
ROUNDS = 3
"""Edits of each window in each section."""


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    if request.param == "sqlite":
        with running_site(tmp_path) as running:
            yield running
        return
    admin = sa.create_engine(ADMIN, isolation_level="AUTOCOMMIT")
    name = f"twofold_together_{uuid4().hex[:8]}"
    try:
        with admin.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
    except sa.exc.OperationalError:
        message = "PostgreSQL does not answer on 127.0.0.1:5432"
        if os.environ.get("TWOFOLD_BROWSER_REQUIRED") or os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    url = sa.make_url(ADMIN).set(database=name).render_as_string(hide_password=False)
    try:
        with running_site(tmp_path, database=url) as running:
            yield running
    finally:
        with admin.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()


class Window:
    """One window of one person, without a browser: fast enough to get in each other's way."""

    def __init__(self, site: Site, application: str, address: str, name: str) -> None:
        self.base, self.name = site.base, name
        self.editor = f"/applications/{application}"
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.accepted: dict[str, list[str]] = {kind: [] for kind in FIELDS}
        self.refused = 0
        token = self._token(self._ask("/sign-in")[1])
        words = {"csrf_token": token, "address": address, "password": PASSWORD}
        assert "Your account" in self._ask("/sign-in", words)[1]

    def write_everywhere(self) -> None:
        """Every other edit by itself, as the script of the editor saves."""
        for number in range(ROUNDS):
            for kind in FIELDS:
                self._add(kind, f"{self.name}{number}", by_itself=number % 2 == 0)

    def text(self, kind: str) -> str:
        return self._text(self._ask(self.editor)[1], kind)

    def version(self) -> int:
        found = re.search(r"Version (\d+), saved", self._ask(self.editor)[1])
        assert found
        return int(found[1])

    def _add(self, kind: str, mark: str, *, by_itself: bool) -> None:
        """Reads what stands there, adds a word, saves; starts again where somebody was faster."""
        for _ in range(200):
            page = self._ask(self.editor)[1]
            base = re.search(rf'/sections/{kind}#.*?name="base" value="(\d+)"', page, re.S)
            assert base
            words = {
                "csrf_token": self._token(page),
                "base": base[1],
                FIELDS[kind]: f"{self._text(page, kind)} {mark}".strip(),
            }
            tail = "/autosave" if by_itself else ""
            status, answer = self._ask(f"{self.editor}/sections/{kind}{tail}", words)
            if status == 200:
                self.accepted[kind].append(mark)
                return
            assert status == 409, answer
            self.refused += 1
            if by_itself:
                assert json.loads(answer)["why"] == "stale"
            else:
                assert "Nothing is lost: here are both texts" in answer
                assert mark in answer
        raise AssertionError(f"{self.name} never got a word in")

    def _ask(self, path: str, words: dict[str, str] | None = None) -> tuple[int, str]:
        data = urlencode(words).encode() if words is not None else None
        request = Request(self.base + path, data=data, headers={"Referer": self.base + path})
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    @staticmethod
    def _token(page: str) -> str:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        assert found
        return found[1]

    @staticmethod
    def _text(page: str, kind: str) -> str:
        found = re.search(rf'<textarea[^>]*name="{FIELDS[kind]}"[^>]*>(.*?)</textarea>', page, re.S)
        assert found
        return html.unescape(found[1]).strip()


def test_four_windows_on_two_processes_lose_no_edit(site: Site) -> None:
    made = seed.made(site, "draft", "hammer")
    windows = [
        Window(site, made.application, address, name)
        for address, name in zip([made.nadia, made.helen] * 2, "nhmk", strict=True)
    ]
    before = {kind: windows[0].text(kind) for kind in FIELDS}
    with ThreadPoolExecutor(len(windows)) as pool:
        list(pool.map(Window.write_everywhere, windows))
    for kind in FIELDS:
        marks = [mark for window in windows for mark in window.accepted[kind]]
        assert len(marks) == len(set(marks)) == ROUNDS * len(windows)
        stands = windows[0].text(kind).removeprefix(before[kind]).split()
        assert sorted(stands) == sorted(marks), kind
    assert windows[0].version() == 1 + ROUNDS * len(windows) * len(FIELDS)
    assert sum(window.refused for window in windows) > 0, "they never met"
