"""An answer for nobody in particular that has not changed need not be made again (pages.md §1.4).

A tag may be worked out before the page is: it names everything the page is made of.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Response, current_app, request, session

from jobboard.web.actor import current_actor


def anonymous_tag(*parts: object) -> str | None:
    """A tag for this answer to somebody not signed in; None where it must be made afresh.

    `parts` name what the page shows. The release, the theme and the form token of this browser
    are added here, because every page carries them.
    """
    if current_actor().user_id is not None or "_flashes" in session:
        return None
    if current_app.config["TEMPLATES_AUTO_RELOAD"]:
        return None
    token, theme = session.get("csrf_token", ""), request.cookies.get("theme", "")
    text = repr((release(), token, theme, parts))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def is_known(tag: str | None) -> bool:
    """Whether the browser says it has the answer with this tag. Compression adds `:br` to tags."""
    if tag is None:
        return False
    return any(known.partition(":")[0] == tag for known in request.if_none_match)


def not_modified(tag: str) -> Response:
    response = Response(status=304)
    response.set_etag(tag)
    return response


@lru_cache(maxsize=1)
def release() -> str:
    """A mark of the code and templates this process runs; read from the disk once."""
    root = Path(__file__).parent.parent.parent
    folders = (root / "jobboard", root / "templates", root / "static")
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix != ".pyc"]
    seen = sorted((str(f.relative_to(root)), f.stat().st_mtime_ns) for f in files if f.is_file())
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
