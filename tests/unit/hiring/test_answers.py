"""The same questions, answered by several pairs."""

from __future__ import annotations

from datetime import date
from typing import Any

from jobboard.applications.reading import Reading
from jobboard.hiring.answers import WORDS, Row, cut, rows_of
from tests.unit.applications.frames import document

CRITERION = {"id": "c1", "text": "Has led at scale", "weight": 5, "is_essential": True,
             "held_by": "pair"}  # fmt: skip
OWN = {"wish": "new_partner", "wish_note": "", "evidence": {}}


def whole(**sections: Any) -> Reading:
    """A document of the format that asks everything."""
    found = document(
        **{
            "responsibilities": {
                "leads": {"d1": "joint", "d2": "a"},
                "rules": {"d1": "both_must_agree", "d2": "lead_decides"},
            },
            "cover": {"swap_a": 12, "swap_b": None, "never_both_off": True, "fortnight": "Helen.",
                      "long_absence": "An interim.", "support": ""},
            "risks": {"answers": {"cost": "It buys two heads."}},
            "continuity": {"earliest_start": "2027-04-01", "transition": True, "review_weeks": 26,
                           "conditions": "Waits are down."},
            "own_a": {**OWN, "evidence": {"c1": "I led."}},
            "own_b": {**OWN, "wish": ""},
            **sections,
        }
    )  # fmt: skip
    role = {**found["role"], "criteria": [CRITERION], "asks_evidence": True}
    role["duties"][1]["weight"] = 5
    return Reading({**found, "role": role, "format": 2}, date(2026, 11, 22))


def labelled(rows: list[Row]) -> dict[str, Row]:
    return {row.label: row for row in rows}


def said(row: Row, at: int = 0) -> list[str]:
    return [f"{one.who}: {one.text}" if one.who else one.text for one in row.cells[at]]


def test_everything_that_is_asked_has_a_row() -> None:
    rows = labelled(rows_of([whole()]))
    assert said(rows["Load against hours"]) == [
        "Nadia: 81% in 55% of the hours",
        "Helen: 19% in 45% of the hours",
    ]
    assert said(rows["How they decide"]) == [
        "The lead decides: Pay",
        "Both must agree: The board seat",
    ]
    assert said(rows["When one is away"]) == [
        "Nadia can swap in: 12 half-days a year",
        "Helen can swap in: Nothing said",
        "A fortnight’s leave: Helen.",
        "A long absence: An interim.",
        "Support asked for: None beyond what the role has",
    ]
    assert said(rows["How they would start"]) == [
        "Earliest start: Thursday 1 April 2027",
        "How: As two part-time posts at first, reviewed after 26 weeks",
        "At the review: Waits are down.",
    ]
    assert said(rows["If one ever leaves"])[0].startswith("Nadia, if Helen leaves: ")
    assert said(rows["Why is it worth what two people cost?"]) == ["It buys two heads."]
    assert said(rows["Has led at scale"]) == ["Nadia: I led."]
    assert rows["Has led at scale"].cells[0][0].side == "a"


def test_what_nobody_answers_has_no_row_and_who_does_not_has_an_empty_cell() -> None:
    old = Reading(document(), date(2026, 11, 22))
    assert {row.label for row in rows_of([old])} == {"Load against hours", "Beyond the handover"}
    both = labelled(rows_of([old, whole()]))
    assert both["When one is away"].cells[0] == ()
    assert both["When one is away"].cells[1]
    assert "Which one of you do I call?" not in both


def test_a_long_answer_is_cut_and_says_that_it_goes_on() -> None:
    assert cut("word " * WORDS).endswith("word")
    assert cut("word " * (WORDS + 1)).endswith("word…")
    assert cut("") == ""


def test_a_duty_without_a_lead_leaves_the_load_open() -> None:
    rows = labelled(rows_of([whole(responsibilities={"leads": {"d1": "joint"}})]))
    assert "Load against hours" not in rows
