"""flask bring-adverts: an organisation's own adverts into drafts, as the page of that name does."""

from __future__ import annotations

from collections import Counter

import click
from flask import Flask

from jobboard.accounts.queries import verified_owner
from jobboard.core.clock import now
from jobboard.core.db import expect_writes
from jobboard.core.policy import Actor
from jobboard.roles.importing import read_rows
from jobboard.roles.queries.doors import employers_of
from jobboard.roles.service.bringing import bring


def install(app: Flask) -> None:
    @app.cli.command("bring-adverts")
    @click.argument("file", type=click.Path(exists=True, dir_okay=False))
    @click.option("--organisation", "slug", required=True, help="The end of its address here.")
    @click.option("--by", "address", required=True, help="The member who brings them.")
    @click.option("--named", multiple=True, help="Its name in the adverts, if it differs.")
    def bring_adverts(file: str, slug: str, address: str, named: tuple[str, ...]) -> None:
        """Make a draft of every advert in FILE (JSON lines, plain or gzip) of one organisation."""
        expect_writes()
        member = verified_owner(address.casefold())
        actor = Actor(member.id if member else None)
        mine = employers_of(actor)
        employer = next((each for each in mine if each.organisation.slug == slug), None)
        if employer is None:
            raise click.ClickException(f"{address} may not write roles for {slug}.")
        found = bring(actor, employer, read_rows(file), {employer.organisation.name, *named}, now())
        click.echo(
            f"{found.lines:,} lines: {len(found.made):,} drafts made, {found.there:,} brought"
            f" before, {len(found.rejected):,} not used."
        )
        for reason, count in Counter(each.reason for each in found.rejected).most_common():
            click.echo(f"  {count:,} × {reason}")
