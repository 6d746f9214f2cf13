"""The tables of an advert: the role itself, its duties and what it looks for."""

from __future__ import annotations

from jobboard.roles.models.lines import Criterion, Duty
from jobboard.roles.models.role import Role
from jobboard.roles.models.selection import Selection, SelectionLink

__all__ = ["Criterion", "Duty", "Role", "Selection", "SelectionLink"]
