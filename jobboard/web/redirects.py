"""Where to go next, when an address in the request says so."""

from __future__ import annotations

import re

_PATH = re.compile(r"/(?![/\\])[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")
"""A path of this site: `//host`, `/\\host`, schemes and control characters do not pass
(security.md, open redirect)."""


def safe_path(wanted: str | None, otherwise: str = "/") -> str:
    """`wanted` if it is a path on this site, else `otherwise`."""
    return wanted if wanted and len(wanted) <= 2000 and _PATH.fullmatch(wanted) else otherwise
