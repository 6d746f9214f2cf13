"""flask demo: a fictional world, so that a first visit finds something to read.

Everybody and everything in it is made up. It is seeded through the verbs of the services, with
the clock moved, so that no row exists which the product itself could not have written.
"""

from __future__ import annotations

import click
from flask import Flask, current_app

from jobboard.accounts.views.entering import DEMO_PASSWORD as PASSWORD
from jobboard.accounts.views.entering import DEMO_PEOPLE as PEOPLE
from jobboard.cli.demo.queries import is_empty as is_wanted
from jobboard.cli.demo.service import DemoRefusedError, fill

__all__ = ["PASSWORD", "PEOPLE", "DemoRefusedError", "install", "is_wanted", "seed"]


def seed() -> None:
    """Fill an empty database. Raises DemoRefusedError in production and for one in use."""
    if current_app.config["PROFILE"] == "production":
        raise DemoRefusedError("Demo data is never written in production. Nothing was changed.")
    fill()


def install(app: Flask) -> None:
    @app.cli.command("demo")
    def demo() -> None:
        """Fill an empty database with fictional people, employers and roles."""
        try:
            seed()
        except DemoRefusedError as error:
            raise click.ClickException(str(error)) from None
        click.echo("Demo data written. Sign in as one of these; each has the same password.")
        for address, words in PEOPLE.items():
            click.echo(f"  {address:34} {words}")
        click.echo(f"  password: {PASSWORD}")
