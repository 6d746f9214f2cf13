"""flask work | jobs | search | demo | import-adverts: each file installs its commands."""

from __future__ import annotations

from flask import Flask


def install(app: Flask) -> None:
    del app
