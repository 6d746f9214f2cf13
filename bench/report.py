"""A table on the screen and instance/bench/<name>.json: a list of {name, value, unit, goal, ok}."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Row:
    """`goal` reads like "≤ 8" or "≥ 160"; `ok` is None where a row is for information."""

    name: str
    value: float
    unit: str
    goal: str
    ok: bool | None


@dataclass
class Report:
    name: str
    rows: list[Row] = field(default_factory=list)

    def at_most(self, name: str, value: float, goal: float, unit: str = "") -> None:
        self.rows.append(Row(name, round(value, 3), unit, f"≤ {goal:g}", value <= goal))

    def at_least(self, name: str, value: float, goal: float, unit: str = "") -> None:
        self.rows.append(Row(name, round(value, 3), unit, f"≥ {goal:g}", value >= goal))

    def note(self, name: str, value: float, unit: str = "") -> None:
        self.rows.append(Row(name, round(value, 3), unit, "", None))

    def finish(self) -> None:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        print(f"\n{self.name}: Python {platform.python_version()}, {os.cpu_count()} cores,", end="")
        print(f" load {load:.1f}\n")
        width = max((len(row.name) for row in self.rows), default=10)
        for row in self.rows:
            verdict = {True: "met", False: "SHORT", None: ""}[row.ok]
            value = f"{row.value:,.3f}".rstrip("0").rstrip(".")
            print(f"  {row.name:{width}}  {value:>12} {row.unit:8} {row.goal:>8}  {verdict}")
        folder = ROOT / "instance" / "bench"
        folder.mkdir(parents=True, exist_ok=True)
        body = json.dumps([asdict(row) for row in self.rows], indent=1, ensure_ascii=False)
        (folder / f"{self.name}.json").write_text(body + "\n", encoding="utf-8")
        print(f"\n  written to instance/bench/{self.name}.json")
