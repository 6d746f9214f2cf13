"""flask work: the worker. Mail, the search index and everything else that is due."""

from __future__ import annotations

import logging
import signal
import threading

import click
from flask import Flask

from jobboard.core import jobs
from jobboard.core.db import forget
from jobboard.search import indexer
from jobboard.search.engine import EngineUnavailableError
from jobboard.search.service import engine

log = logging.getLogger(__name__)
PAUSE = 0.5
"""Seconds between two looks when there was nothing to do."""


def install(app: Flask) -> None:
    @app.cli.command("work")
    @click.option("--once", is_flag=True, help="Do what is due now, then end.")
    def work(once: bool) -> None:
        """Run jobs and keep the search index up to date, until told to stop."""
        if once:
            while tick():
                pass
            return
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        while not stop.is_set():
            if not _careful_tick():
                stop.wait(PAUSE)


def tick() -> int:
    """One round: due jobs, then waiting index rows. Returns how much there was to do."""
    done = jobs.run_due() + indexer.drain_or_rebuild(engine())
    forget()
    return done


def _careful_tick() -> int:
    """A worker outlives a locked database or an index out of order: it says so and tries again."""
    try:
        return tick()
    except EngineUnavailableError as error:
        log.warning("search index: %s", error)
    except Exception:
        log.exception("the worker stumbled; it goes on")
        forget()
    return 0
