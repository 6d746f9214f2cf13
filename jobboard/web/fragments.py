"""Pieces of a page that are drawn once and kept while nothing they show has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from flask import current_app
from markupsafe import Markup


class Fragments:
    """The last `size` pieces that were asked for. A key names everything a piece is made of, so
    an old piece is never found again; and nothing about whoever is reading may be in it."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, Markup] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, draw: Callable[[], str]) -> Markup:
        """The piece of this key; drawn now if it is new, or while templates are being edited."""
        if current_app.config["TEMPLATES_AUTO_RELOAD"]:
            return Markup(draw())
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        drawn = Markup(draw())
        with self._lock:
            self._kept[key] = drawn
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return drawn
