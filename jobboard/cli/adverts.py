"""flask import-adverts: other people's adverts into imported roles (decisions.md 11)."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO
from uuid import uuid4

import click
from flask import Flask, current_app
from tqdm import tqdm

from jobboard.cli.stopping import Stopping
from jobboard.core.clock import now
from jobboard.roles.importing import Reject, read_rows
from jobboard.roles.importing.run import run
from jobboard.roles.importing.service import Tally, close_run

STOPPED = 130
"""The exit code that shells expect after Ctrl-C."""


def install(app: Flask) -> None:
    @app.cli.command("import-adverts")
    @click.argument("file")
    @click.option(
        "--reopen",
        type=click.IntRange(1, 366),
        metavar="DAYS",
        help="Let every advert close within so many days from today. For development only.",
    )
    @click.option(
        "--rejects",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Where lines go that cannot be used. Default: rejects-FILE.jsonl in the instance.",
    )
    def import_adverts(file: str, reopen: int | None, rejects: Path | None) -> None:
        """Import FILE, one JSON object a line; plain or gzip, - is standard input.

        A second run updates by source id and doubles nothing.
        """
        if reopen and current_app.config["PROFILE"] == "production":
            raise click.ClickException("--reopen is for development: it invents closing dates.")
        rejects = rejects or _default_rejects(file)
        if rejects.resolve() == Path(file).resolve():
            raise click.ClickException("--rejects would overwrite the file to import.")
        tally = Tally()
        complete = _import(file, reopen, rejects, tally)
        click.echo(_summary(tally, rejects))
        if not complete:
            click.echo("Stopped. Whatever is counted above is stored whole. To go on, run the same")
            click.echo("command again: adverts that have not changed are passed over.")
            sys.exit(STOPPED)


def _import(file: str, reopen: int | None, rejects: Path, tally: Tally) -> bool:
    """True once the whole file is through, False after Ctrl-C."""
    at, is_complete, stopping = now(), True, Stopping()
    try:
        with stopping.heard(), _rejects_file(rejects) as write, _bar(file) as bar:
            for lines in run(
                read_rows(file),
                at,
                reopen=reopen,
                tally=tally,
                reject=write,
                undisturbed=stopping.undisturbed,
            ):
                bar.update(lines)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or error}") from None
    except KeyboardInterrupt:
        is_complete = False
    if tally.lines:
        close_run(tally, uuid4(), now(), is_complete=is_complete)
    return is_complete


def _bar(file: str) -> tqdm[Any]:
    """On standard error, and only where somebody watches."""
    total = _count_lines(file) if sys.stderr.isatty() else None
    return tqdm(total=total, unit=" adverts", desc="Importing", disable=None, file=sys.stderr)


def _count_lines(file: str) -> int | None:
    """So that the bar knows its end; None for standard input and what cannot be read twice."""
    path = Path(file)
    if not path.is_file():
        return None
    with path.open("rb") as raw:
        is_packed = raw.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(path) if is_packed else path.open("rb") as stream:
            return sum(1 for _ in stream)
    except (OSError, EOFError):
        return None


def _default_rejects(file: str) -> Path:
    name = "standard-input" if file == "-" else Path(file).name.removesuffix(".gz")
    return Path(current_app.instance_path) / f"rejects-{name.removesuffix('.jsonl')}.jsonl"


class _Rejects:
    """Made with the first reject, so that no file means none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: TextIO | None = None

    def __call__(self, reject: Reject) -> None:
        if self.file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.file = self.path.open("w", encoding="utf-8")
        line = {
            "line": reject.line_no,
            "id": reject.source_id,
            "reason": reject.reason,
            "excerpt": reject.excerpt,
        }
        self.file.write(json.dumps(line, ensure_ascii=False) + "\n")


@contextmanager
def _rejects_file(path: Path) -> Iterator[_Rejects]:
    rejects = _Rejects(path)
    path.unlink(missing_ok=True)
    try:
        yield rejects
    finally:
        if rejects.file:
            rejects.file.close()


def _summary(tally: Tally, rejects: Path) -> str:
    lines = [
        f"{tally.lines:,} lines: {tally.new:,} new, {tally.changed:,} changed,"
        f" {tally.unchanged:,} unchanged, {tally.rejected.total():,} rejected."
    ]
    lines += [f"  {count:,} × {reason}" for reason, count in tally.rejected.most_common()]
    if tally.rejected:
        lines.append(f"The rejected lines, with their reasons: {rejects}")
    if tally.new or tally.changed:
        lines.append("The worker brings them into the search index (flask work, or make run).")
    return "\n".join(lines)
