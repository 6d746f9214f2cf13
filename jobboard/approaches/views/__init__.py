"""The pages of approaches: those of the two who write, those of the employer."""

from __future__ import annotations

from jobboard.approaches.views import answering, ending, own, signing, starting
from jobboard.approaches.views.room import blueprint

__all__ = ["answering", "blueprint", "ending", "own", "signing", "starting"]
