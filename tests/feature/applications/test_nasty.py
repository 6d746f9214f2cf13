"""The big list of naughty strings in every field that takes text, and in every choice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jobboard.applications import queries
from jobboard.applications.domain import SectionKind
from tests.feature.applications.conftest import Desk

LIST = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"
EXTRA = ["\x00", "a\x00b", "\ufffe", "\u202e", "x" * 300, "é" * 81, "\r\n.\r\n", "{{ 7*7 }}"]

pytestmark = [pytest.mark.usefixtures("db"), pytest.mark.data]


def strings() -> list[str]:
    if not LIST.exists():
        pytest.skip("skipped: data/nasty/blns.json is not here")
    return [*json.loads(LIST.read_text(encoding="utf-8")), *EXTRA]


def some(size: int) -> list[list[str]]:
    """All strings, `size` at a time."""
    found = strings()
    return [found[start : start + size] for start in range(0, len(found), size)]


def test_no_string_in_any_field_breaks_a_page(draft: Desk, browser: Callable[..., Any]) -> None:
    """Ten strings a post: a line each in the handover, one after the other in prose."""
    client = browser(draft.nadia)
    for texts in some(10):
        together = "\n".join(texts)
        posts: dict[str, dict[str, Any]] = {
            "proposition": {"text": together},
            "split_plan": {"when_it_changes": together, "week-a": [*texts, "0"], "week-b": texts},
            "handover": {
                "when": texts, "medium": ["voice"] * 10, "minutes": ["5"] * 10,
                "what": texts[::-1], "urgent_rule": together,
            },
            "track_record": {"entry": texts, "new_pair": texts[0]},
        }  # fmt: skip
        for kind, fields in posts.items():
            data = {"base": str(draft.application.section(SectionKind(kind)).number), **fields}
            answer = client.post(draft.at(f"/sections/{kind}"), data=data)
            assert answer.status_code in (302, 422), (kind, texts)
    for page in ("", "/panel-view", "/signature"):
        assert client.get(draft.at(page)).status_code == 200


def test_no_string_in_a_choice_or_number_breaks_a_page(
    ready: Desk, browser: Callable[..., Any]
) -> None:
    client, duty = browser(ready.nadia), ready.application.role.duties[1].id
    role = ready.application.role_id
    for text in [*strings()[::20], *EXTRA]:
        posts: list[tuple[str, dict[str, Any]]] = [
            (ready.at("/terms"), {"share_type": text, "acceptance": text}),
            (ready.at("/signature"), {"seen": text, "read": "y"}),
            (f"/roles/{role}/application", {"partnership": text, "once": text}),
            (ready.at("/sections/split_plan"), {"base": text, "preset": text}),
            (ready.at("/sections/handover"), {"base": text, "minutes": text, "medium": text}),
            (ready.at("/sections/handover"), {"remove": text, "when": "x"}),
            (ready.at("/sections/responsibilities"), {"base": text, f"lead-{duty}": text}),
            (
                ready.at("/sections/proposition"),
                {"base": "1", "text": "x", "fill": "1", "mine": text, "passage-0": text},
            ),
        ]
        for url, data in posts:
            assert client.post(url, data=data).status_code in (200, 302, 409, 422), (url, text)
    assert queries.signatures_of(ready.application.id) == []
