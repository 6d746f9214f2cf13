"""flask up | work | jobs | search | demo | import-adverts | bring-adverts: a file for each."""

from __future__ import annotations

from flask import Flask

from jobboard.cli import adverts, demo, jobs, own_adverts, search, up, work


def install(app: Flask) -> None:
    for commands in (up, work, jobs, search, adverts, own_adverts, demo):
        commands.install(app)
