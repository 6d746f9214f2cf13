"""flask search rebuild | check."""

from __future__ import annotations

import sys

import click
from flask import Flask
from flask.cli import AppGroup

from jobboard.search import indexer
from jobboard.search.service import engine

group = AppGroup("search", help="The search index: it can always be made anew.")


@group.command("rebuild")
def rebuild() -> None:
    """Build a new index beside the old one, then swap."""
    click.echo(f"{indexer.rebuild(engine()):,} documents indexed.")


@group.command("check")
def check() -> None:
    """Compare the index with the database; ends with 1 where they differ."""
    report = indexer.check(engine())
    click.echo(str(report))
    if not report.is_ok:
        sys.exit(1)


def install(app: Flask) -> None:
    app.cli.add_command(group)
