from __future__ import annotations

PASSWORD = "twofold-demo"
PEOPLE: dict[str, str] = {}


def is_wanted() -> bool:
    return False


def seed() -> None:
    return None
