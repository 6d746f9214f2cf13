"""flask jobs list | retry."""

from __future__ import annotations

from uuid import UUID

import click
from flask import Flask
from flask.cli import AppGroup

from jobboard.core import jobs as core_jobs
from jobboard.core.jobs import JobState

group = AppGroup("jobs", help="What the worker has done and has to do.")


@group.command("list")
@click.option("--state", type=click.Choice([state.value for state in JobState]), default=None)
def list_jobs(state: str | None) -> None:
    """The newest hundred jobs."""
    rows = list(core_jobs.listed(JobState(state) if state else None))
    for row in rows:
        when = f"{row.run_at:%Y-%m-%d %H:%M:%S}"
        click.echo(f"{row.id}  {row.state.value:7} {row.attempts}x  {when}  {row.name}")
        if row.error:
            click.echo(f"    {row.error}")
    if not rows:
        click.echo("No jobs.")


@group.command("retry")
@click.argument("job_id", required=False, type=click.UUID)
def retry(job_id: UUID | None) -> None:
    """Send one failed job off again, or all of them."""
    click.echo(f"{core_jobs.retry(job_id)} sent off again.")


def install(app: Flask) -> None:
    app.cli.add_command(group)
