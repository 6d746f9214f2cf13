"""How two people divide one role (domain.md §3.1), and the words a reader sees for it."""

from __future__ import annotations

from enum import StrEnum


class ShareType(StrEnum):
    TWIN = "twin"
    ISLANDS = "islands"
    HYBRID = "hybrid"
    DEVELOPMENTAL = "developmental"


SHARE_TYPE_WORDS = {
    ShareType.TWIN: "Share everything",
    ShareType.ISLANDS: "Lead on different areas",
    ShareType.HYBRID: "A bit of both",
    ShareType.DEVELOPMENTAL: "One experienced, one rising",
}
SHARE_TYPE_HINTS = {
    ShareType.TWIN: "Twin: interchangeable, every duty and all accountability shared",
    ShareType.ISLANDS: "Islands: each leads separate duties and backs the other up",
    ShareType.HYBRID: "Hybrid: some duties shared, some divided",
    ShareType.DEVELOPMENTAL: "Developmental: partners of different experience",
}
