"""The frame most tests of this folder stand in."""

from __future__ import annotations

from typing import Any

from jobboard.applications.sections import DutyLine, EntryLine, Frame
from jobboard.planning.coverage import Need

NAMES = ("Nadia", "Helen")
BOARD = DutyLine("d1", "The board seat", is_joint=True)
PAY = DutyLine("d2", "Pay and union negotiations")


def frame(**changes: Any) -> Frame:
    """Ten half-days, both on Wednesday afternoon, 1.2 FTE; a joint duty and a free one."""
    values: dict[str, Any] = {
        "need": Need.from_text("nnnnn2nnnn", 1, 12),
        "duties": (BOARD, PAY),
        "names": NAMES,
        "entries": (EntryLine("e1", "Joint deputies, Fellside"), EntryLine("e2", "Head, Aire")),
    }
    return Frame(**{**values, **changes})


def document(**sections: Any) -> dict[str, Any]:
    """A document as `signing.document` makes it, complete and fictional."""
    contents: dict[str, Any] = {
        "proposition": {"text": "One voice.\n\nTwo people."},
        "split_plan": {"plan": "aaaaaxbbbb", "when_it_changes": ""},
        "responsibilities": {"leads": {"d1": "joint", "d2": "a"}},
        "handover": {
            "entries": [
                {"when": "Wednesday", "medium": "meeting", "minutes": 60, "what": "Decisions."}
            ],
            "shared_inbox": True,
            "shared_diary": False,
            "urgent_rule": "Whoever is in.",
        },
        "track_record": {"entry_ids": ["e1"], "new_pair": False},
    }
    return {
        "format": 1,
        "role": {
            "id": "0b0e7a26-5d0f-4b53-9d3c-0a5a3d7ad6f1",
            "version": 3,
            "title": "Director of People",
            "organisation": "Northmoor",
            "coverage": "nnnnn2nnnn",
            "min_overlap": 1,
            "funded_tenths": 12,
            "duties": [
                {"id": "d1", "name": "The board seat", "may_lead": "joint"},
                {"id": "d2", "name": "Pay", "may_lead": "either"},
            ],
            "criteria": [],
        },
        "partnership": {
            "id": "1b0e7a26-5d0f-4b53-9d3c-0a5a3d7ad6f1",
            "name": "Nadia and Helen",
            "partners": [
                {"id": "2b0e7a26-5d0f-4b53-9d3c-0a5a3d7ad6f1", "name": "Nadia Okafor"},
                {"id": "3b0e7a26-5d0f-4b53-9d3c-0a5a3d7ad6f1", "name": "Helen Marsh"},
            ],
        },
        "sections": {**contents, **sections},
        "track_record": [
            {
                "id": "e1",
                "kind": "as_pair",
                "who": "both",
                "organisation": "Fellside",
                "role": "Joint deputies",
                "started_on": "2020-03-01",
                "ended_on": "2022-02-01",
                "outcome": "Turnover fell.",
                "measure": "",
            }
        ],
        "share_type": "hybrid",
        "acceptance": "together_only",
    }
