"""flask up | work | jobs | search | demo | import-adverts: each file installs its commands."""

from __future__ import annotations

from flask import Flask

from jobboard.cli import adverts, demo, jobs, search, up, work


def install(app: Flask) -> None:
    for commands in (up, work, jobs, search, adverts, demo):
        commands.install(app)
