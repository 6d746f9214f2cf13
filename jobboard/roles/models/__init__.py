"""The tables of an advert: the role itself, its duties, what it looks for, what was said of it."""

from __future__ import annotations

from jobboard.roles.models.brought import BroughtAdvert
from jobboard.roles.models.lines import Criterion, Duty
from jobboard.roles.models.manager import ManagerAsk, ManagerCheck
from jobboard.roles.models.openings import RoleOpenings
from jobboard.roles.models.outcomes import RoleOutcome
from jobboard.roles.models.questions import RoleQuestion
from jobboard.roles.models.role import Role
from jobboard.roles.models.selection import Selection, SelectionLink
from jobboard.roles.models.words import RoleRevision, RoleTemplate, RoleWords

__all__ = [
    "BroughtAdvert",
    "Criterion",
    "Duty",
    "ManagerAsk",
    "ManagerCheck",
    "Role",
    "RoleOpenings",
    "RoleOutcome",
    "RoleQuestion",
    "RoleRevision",
    "RoleTemplate",
    "RoleWords",
    "Selection",
    "SelectionLink",
]
