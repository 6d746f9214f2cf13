from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jobboard.applications import signing
from jobboard.applications.reading import Reading
from tests.unit.applications.frames import document

TODAY = date(2026, 11, 22)


def reading(changes: dict[str, Any] | None = None, **sections: Any) -> Reading:
    return Reading({**document(**sections), **(changes or {})}, TODAY)


def test_the_panel_reads_from_the_frozen_bytes_what_the_pair_previewed() -> None:
    frozen = Reading.of_bytes(signing.canonical(document()), TODAY)
    draft = reading()
    for name in ("plan", "stats", "leads", "proposition", "handover", "track_record", "names"):
        assert getattr(frozen, name) == getattr(draft, name)


def test_the_figures_on_top() -> None:
    assert reading().stats == [
        ("10 of 10", "half-days covered", False),
        ("1.1", "FTE, 1.2 funded", False),
        ("1", "half-days together, 1 asked for", False),
        ("2", "handovers a week"),
        ("2 years", "of sharing a role so far"),
    ]


def test_a_gap_is_drawn_and_marked() -> None:
    found = reading(split_plan={"plan": "aaaaaxbbb.", "when_it_changes": ""})
    assert found.plan == "aaaaaxbbb."
    assert found.stats[0] == ("9 of 10", "half-days covered", True)
    assert found.total_tenths == 10


def test_duties_stand_under_whoever_leads() -> None:
    found = reading(responsibilities={"leads": {"d1": "joint"}}).leads
    assert found["shared"] == [("The board seat", "both agree")]
    assert found["open"] == [("Pay", "not decided")]
    assert found["a"] == found["b"] == []


def test_a_shared_duty_counts_half_to_each() -> None:
    found = reading()
    assert found.load == (3, 1)
    assert found.load_words == (
        "Of 2 duties Nadia carries 1.5 and Helen 0.5; a shared one counts half to each."
    )


def test_a_draft_with_nothing_in_it_can_be_read() -> None:
    found = reading(
        {"track_record": []},
        proposition={"text": ""},
        handover={
            "entries": [{"when": "", "medium": "voice", "minutes": None, "what": ""}],
            "shared_inbox": False,
            "shared_diary": False,
            "urgent_rule": "",
        },
        split_plan={"plan": "..........", "when_it_changes": ""},
        responsibilities={"leads": {}},
        track_record={"entry_ids": [], "new_pair": True},
    )
    assert found.proposition_words == 0
    assert found.handover[0].when == "No time yet"
    assert found.handover_minutes == 0
    assert found.shares == ["Two inboxes.", "Two diaries."]
    assert found.is_new_pair
    assert found.time_together == "New pair"
    assert found.parts[0].spans == "no days"


def test_what_the_outside_meets_as_one() -> None:
    assert reading().shares == ["One shared inbox.", "Two diaries."]
    assert reading().handover[0].what == "Meeting, 60 minutes. Decisions."


def test_an_entry_says_whose_it_is() -> None:
    line = reading().track_record[0]
    assert (line.side, line.who, line.when) == ("both", "Together", "2020 to 2022")
    alone = {**document()["track_record"][0], "who": "b", "ended_on": None}
    line = reading({"track_record": [alone]}).track_record[0]
    assert (line.side, line.who, line.when) == ("b", "Helen", "2020 to now")


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("Nadia Okafor", "Helen Marsh"), ("Nadia", "Helen")),
        (("Anna Lee", "Anna Roy"), ("Anna Lee", "Anna Roy")),
        (("Anna Lee", "Anna Lee"), ("Anna Lee (A)", "Anna Lee (B)")),
    ],
)
def test_two_people_are_never_called_the_same(
    names: tuple[str, str], called: tuple[str, str]
) -> None:
    pair = document()["partnership"]
    for partner, name in zip(pair["partners"], names, strict=True):
        partner["name"] = name
    assert reading({"partnership": pair}).names == called


def test_together_only_is_told_apart_from_either() -> None:
    assert reading().is_together_only
    assert not reading({"acceptance": "either"}).is_together_only


def test_a_role_that_begins_as_two_part_time_posts_says_so_before_the_pair_does() -> None:
    start = {"earliest_start": "", "transition": True, "review_weeks": 20, "conditions": "Calm."}
    own = {"wish": "", "wish_note": "", "evidence": {}}
    cover = {"swap_a": 1, "swap_b": 1, "never_both_off": True, "support": ""}
    sections = {
        "risks": {"answers": {}},
        "continuity": start,
        "cover": cover | {"fortnight": "", "long_absence": ""},
        "own_a": own,
        "own_b": own,
    }
    role = document()["role"]
    asked = {"transition": {"review_weeks": 26, "conditions": ["Papers in time", "One answer"]}}

    def items(changes: dict[str, Any]) -> list[tuple[str, str]]:
        read = reading({"role": role | changes}, **sections)
        return [(one.title, one.text) for one in read.blocks[2].items]

    assert items({})[0][0] == "Earliest start"
    assert items(asked)[0] == (
        "What the role says",
        "It begins as two part-time posts and becomes a job share at a review 26 weeks after the"
        " first day.\n\n1. Papers in time\n\n2. One answer",
    )
    assert items(asked)[1:] == items({})
