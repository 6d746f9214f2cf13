"""The real adverts into an empty database and once more: seconds, memory, rejects."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

from bench.report import ROOT, Report
from bench.world import World, world

ADVERTS = ROOT.parent / "shared" / "data" / "adverts_nhs.jsonl.gz"
GOAL_SECONDS = 90
GOAL_MEGABYTES = 400
_SUMMARY = re.compile(
    r"([\d,]+) lines: ([\d,]+) new, ([\d,]+) changed, ([\d,]+) unch\w+, ([\d,]+) r"
)


@dataclass(frozen=True)
class Run:
    seconds: float
    lines: int
    new: int
    changed: int
    unchanged: int
    rejected: int
    reasons: int
    """Rejected lines that the rejects file explains."""

    @property
    def lost(self) -> int:
        """Lines that are neither stored nor explained."""
        return self.lines - self.new - self.changed - self.unchanged - self.reasons


def main() -> None:
    if not ADVERTS.exists():
        print(f"Skipped: {ADVERTS} is not on this machine.")
        return
    report = Report("imports")
    with world(seeded=False) as site:
        first = _import(site)
        # Children share one figure: the largest so far, which is what the goal is about.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        second = _import(site)
    report.at_most("first run", first.seconds, GOAL_SECONDS, "s")
    report.note("rate", first.lines / first.seconds, "rows/s")
    report.at_most("peak memory", memory, GOAL_MEGABYTES, "MB")
    report.note("lines", first.lines)
    report.note("rejected", first.rejected)
    report.at_most("lost without a reason", first.lost, 0)
    report.at_most("second run", second.seconds, GOAL_SECONDS, "s")
    report.at_most("second run, rows written", second.new + second.changed, 0)
    report.finish()


def _import(site: World) -> Run:
    """The command as a person runs it, in a process of its own: start-up is counted too."""
    rejects = site.folder / "rejects.jsonl"
    environment = {
        **os.environ,
        "TWOFOLD_ENV": "testing",
        "INSTANCE_PATH": str(site.folder),
        "DATABASE_URL": f"sqlite:///{site.folder / 'bench.db'}",
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "import-adverts", str(ADVERTS)]
    command += ["--reopen", "30", "--rejects", str(rejects)]
    start = time.perf_counter()
    said = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    seconds = time.perf_counter() - start
    found = _SUMMARY.search(said)
    assert found is not None, said
    counts = [int(text.replace(",", "")) for text in found.groups()]
    explained = rejects.read_text(encoding="utf-8").count("\n") if rejects.exists() else 0
    return Run(seconds, *counts, explained)


if __name__ == "__main__":
    main()
