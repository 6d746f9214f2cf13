"""Ctrl-C, heard at a good moment."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class Stopping:
    """While a batch is stored, Ctrl-C waits for its commit; at any other moment it stops at once.

    An interrupt in the middle of a commit leaves the driver in a state that nothing can mend. Also
    heard where a script had put the command into the background and so made it deaf to Ctrl-C.
    """

    def __init__(self) -> None:
        self._is_storing = False
        self._was_asked = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        before = signal.signal(signal.SIGINT, self._hear)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Around what must be done whole. Raises KeyboardInterrupt afterwards if it was asked."""
        self._is_storing = True
        try:
            yield
        finally:
            self._is_storing = False
        if self._was_asked:
            raise KeyboardInterrupt

    def _hear(self, *_: object) -> None:
        if not self._is_storing:
            raise KeyboardInterrupt
        self._was_asked = True
