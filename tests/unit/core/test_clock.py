from __future__ import annotations

from datetime import UTC, datetime, timedelta

from jobboard.core import clock


def test_the_clock_follows_the_system():
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_file_moves_a_running_server(tmp_path):
    file = tmp_path / "clock"
    clock.follow_file(file)
    try:
        assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
        file.write_text("660")
        assert clock.now() - datetime.now(UTC) > timedelta(minutes=10)
    finally:
        clock.follow_system()
