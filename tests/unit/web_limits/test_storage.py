from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
import time_machine
from limits import parse
from limits.strategies import FixedWindowRateLimiter

from jobboard.core.clock import now
from jobboard.web.limit_storage import SWEEP_EVERY, SqlStorage
from jobboard.web.limits import network_of
from jobboard.web.redirects import safe_path

TEN = parse("10 per 5 minutes")
ROOT = Path(__file__).parents[3]
WORKER = """
import sys
from limits import parse
from limits.strategies import FixedWindowRateLimiter
from jobboard.web.limit_storage import SqlStorage
limiter = FixedWindowRateLimiter(SqlStorage(path=sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
print(sum(limiter.hit(parse("10 per 5 minutes"), "somebody") for _ in range(40)))
"""


@pytest.fixture
def storage(tmp_path) -> SqlStorage:
    return SqlStorage(path=str(tmp_path / "limits.db"))


def test_processes_that_open_one_new_file_at_once_share_one_count(tmp_path):
    path = str(tmp_path / "limits.db")
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, path],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]  # fmt: skip
    for worker in workers:
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    let_through = [int(worker.communicate(timeout=30)[0]) for worker in workers]
    assert sum(let_through) == 10


def test_threads_of_one_process_share_it_too(storage):
    limiter = FixedWindowRateLimiter(storage)
    passed: list[bool] = []
    threads = [
        threading.Thread(target=lambda: passed.extend(limiter.hit(TEN, "x") for _ in range(10)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(passed), sum(passed)) == (40, 10)


def test_a_window_begins_anew_when_it_has_run_out(storage):
    limiter = FixedWindowRateLimiter(storage)
    with time_machine.travel(now(), tick=False) as clock:
        assert sum(limiter.hit(TEN, "x") for _ in range(12)) == 10
        assert storage.get_expiry(TEN.key_for("x")) == pytest.approx(now().timestamp() + 300)
        clock.shift(299)
        assert not limiter.hit(TEN, "x")
        clock.shift(1)
        assert storage.get(TEN.key_for("x")) == 0
        assert limiter.hit(TEN, "x")
        assert storage.get(TEN.key_for("x")) == 1


def test_keys_are_counted_apart_and_cleared_apart(storage):
    storage.incr("a", 60, 3)
    storage.incr("b", 60)
    storage.clear("a")
    assert (storage.get("a"), storage.get("b"), storage.check()) == (0, 1, True)
    assert storage.reset() == 1
    assert storage.get_expiry("b") <= now().timestamp()


def test_what_has_run_out_is_swept(storage):
    with time_machine.travel(now(), tick=False) as clock:
        storage.incr("old", 1)
        clock.shift(2)
        for _ in range(SWEEP_EVERY):
            storage.incr("new", 60)
        rows = storage._connection().execute("SELECT key FROM hits").fetchall()
    assert rows == [("new",)]


def test_a_broken_file_is_noticed(tmp_path):
    broken = tmp_path / "limits.db"
    broken.write_bytes(b"this is no database" * 100)
    assert not SqlStorage(path=str(broken)).check()


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_neighbours_count_as_one_network(address, network):
    assert network_of(address) == network


@pytest.mark.parametrize("path", ["/", "/roles?q=care&page=2", "/invitations/pair/aB-_9", "/a/b#c"])
def test_paths_of_this_site_pass(path):
    assert safe_path(path, "/no") == (path if "#" not in path else "/no")


@pytest.mark.parametrize(
    "evil",
    [None, "", "//e.test", "/\\e.test", "\\\\e.test", "///e.test", "https:e.test", "javascript:x",
     "https://e.test", "/\te.test", "/a\nb", "/a\rb", " /a", "e.test", "/\u2028", "/" + "a" * 3000],
)  # fmt: skip
def test_everything_else_leads_home(evil):
    assert safe_path(evil) == "/"
