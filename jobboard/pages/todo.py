from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Todo:
    """One line of "what needs you"; the shape that components/todo.html draws."""

    icon: str
    text: str
    sub: str
    href: str
    action: str
    more: str = ""
    urgent: bool = False
