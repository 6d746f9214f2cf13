"""What a reader finds on the search page."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient


def body(client: FlaskClient, path: str = "/roles") -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.text)


def titles(client: FlaskClient, path: str = "/roles") -> list[str]:
    return re.findall(r'<h3><a href="/roles/[^"]+">([^<]*)</a></h3>', body(client, path))


def count_of(page: str, name: str, value: str) -> int | None:
    found = re.search(
        rf'name="{name}" value="{value}"[^>]*><span>[^<]*</span><span class="n">'
        r'<span class="vh">, </span>([\d,]+)',
        page,
    )
    return int(found[1].replace(",", "")) if found else None
