"""The pages of interviews: the employer's, and each named person's own."""

from __future__ import annotations

from jobboard.interviews.views import answering, arranging, proposing
from jobboard.interviews.views.room import blueprint

__all__ = ["answering", "arranging", "blueprint", "proposing"]
