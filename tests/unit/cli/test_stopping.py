from __future__ import annotations

import os
import signal

import pytest

from jobboard.cli.stopping import Stopping


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_what_must_be_whole_is_finished_first():
    stopping, done = Stopping(), []
    with pytest.raises(KeyboardInterrupt), stopping.heard(), stopping.undisturbed():  # noqa: PT012
        interrupt()
        done.append("stored")
    assert done == ["stored"]


def test_at_any_other_moment_it_stops_at_once():
    stopping, done = Stopping(), []
    with pytest.raises(KeyboardInterrupt), stopping.heard():  # noqa: PT012
        interrupt()
        done.append("too far")
    assert done == []


def test_it_is_heard_where_a_script_made_the_command_deaf():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(KeyboardInterrupt), Stopping().heard():
            interrupt()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
