"""The words of a person's profile."""

from __future__ import annotations

MAX_SKILLS = 12
MAX_SECTORS = 5
