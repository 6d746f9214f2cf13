from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from jobboard.applications import sections
from jobboard.applications.domain import SectionKind
from jobboard.applications.sections import DutyLine, EntryLine, responsibilities
from jobboard.core.errors import InvalidInputError
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import SplitPlan
from tests.unit.applications.frames import BOARD, PAY, frame

_K = SectionKind
LINE = {
    "at": "",
    "when": "Wednesday",
    "medium": "meeting",
    "minutes": "60",
    "what": "Open decisions.",
}


def clean(kind: SectionKind, **raw: Any) -> dict[str, Any]:
    return sections.clean(kind, raw, frame())


def refusal(kind: SectionKind, **raw: Any) -> dict[str, list[str]]:
    with pytest.raises(InvalidInputError) as caught:
        clean(kind, **raw)
    return caught.value.errors


def problems(kind: SectionKind, **raw: Any) -> list[str]:
    return sections.problems(kind, clean(kind, **raw), frame())


@pytest.mark.parametrize("kind", SectionKind)
@pytest.mark.parametrize("raw", [{}, {"entries": "no list", "leads": [], "entry_ids": 7}])
def test_cleaning_knows_the_shape_whatever_came(kind: SectionKind, raw: dict[str, Any]) -> None:
    given = {"plan": "..........", **raw} if kind is _K.SPLIT_PLAN else raw
    assert set(sections.clean(kind, given, frame())) == set(sections.default(kind, frame()))


@pytest.mark.parametrize("kind", SectionKind)
def test_what_was_cleaned_fits_as_it_is(kind: SectionKind) -> None:
    content = sections.default(kind, frame())
    assert sections.fit(kind, sections.clean(kind, content, frame()), frame()) == content


@pytest.mark.parametrize("kind", SectionKind)
def test_every_section_has_a_summary_in_words(kind: SectionKind) -> None:
    found = sections.summary(kind, sections.default(kind, frame()), frame())
    assert found
    assert all(what and answer for what, answer in found)


# Proposition


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "Write your proposition: why the two of you, for this role, now."),
        (1, "Your proposition has 1 word. Write at least 150."),
        (149, "Your proposition has 149 words. Write at least 150."),
        (150, None),
        (600, None),
    ],
)
def test_a_proposition_has_150_to_600_words(count: int, sentence: str | None) -> None:
    assert problems(_K.PROPOSITION, text="word " * count) == ([sentence] if sentence else [])


def test_more_than_600_words_are_a_field_error() -> None:
    assert "601 words" in refusal(_K.PROPOSITION, text="word " * 601)["text"][0]


def test_more_than_20_kb_are_a_field_error() -> None:
    assert "25 kB" in refusal(_K.PROPOSITION, text="x" * 25_000)["text"][0]


@pytest.mark.parametrize("text", ["a\x00b", "half \ud800 pair"])
def test_what_no_database_can_keep_is_a_field_error(text: str) -> None:
    assert refusal(_K.PROPOSITION, text=text)["text"] == [
        "Take out the character that cannot be stored, then send it again."
    ]
    assert refusal(_K.HANDOVER, entries=[{**LINE, "what": text}])["what-0"]
    assert refusal(_K.HANDOVER, urgent_rule=text)["urgent_rule"]
    assert refusal(_K.SPLIT_PLAN, plan="a" * 10, when_it_changes=text)["when_it_changes"]


def test_text_is_stored_in_one_form() -> None:
    assert clean(_K.PROPOSITION, text=" e\u0301\r\n ")["text"] == "\u00e9"


# Split plan


def test_a_plan_is_stored_without_the_roles_own_symbols() -> None:
    assert clean(_K.SPLIT_PLAN, plan="aaaa-xbbb-")["plan"] == "aaaa.xbbb."


@pytest.mark.parametrize("plan", ["", "aaaa", "zzzzzzzzzz", "a" * 5000, "7:/", "\x00", "n" * 10])
def test_what_is_no_plan_is_an_error_at_the_grid(plan: str) -> None:
    assert set(refusal(_K.SPLIT_PLAN, plan=plan)) == {"week-a"}


def test_a_plan_of_another_grid_is_carried_over_when_saved() -> None:
    longer = frame(need=Need.from_text("7:nnnnnnnnnn----", 1, 12))
    saved = sections.clean(_K.SPLIT_PLAN, {"plan": "aaaaxxbbbb"}, longer)
    assert saved["plan"] == "7:aaaaxxbbbb...."


def test_a_stored_plan_of_another_grid_is_said_and_not_mended() -> None:
    longer = frame(need=Need.from_text("7:nnnnnnnnnn----", 1, 12))
    stored = sections.fit(_K.SPLIT_PLAN, {"plan": "aaaaxxbbbb", "when_it_changes": ""}, longer)
    assert "another grid" in sections.problems(_K.SPLIT_PLAN, stored, longer)[0]


def test_only_failing_checks_keep_a_plan_from_being_complete() -> None:
    assert problems(_K.SPLIT_PLAN, plan="aaaaaxbbbb") == []
    assert problems(_K.SPLIT_PLAN, plan="aaaaaxbbb.") == [
        "Nobody is in on Friday afternoon. The role asks for all 10 half-days."
    ]


def test_how_the_week_changes_takes_150_words() -> None:
    assert refusal(_K.SPLIT_PLAN, plan="a" * 10, when_it_changes="word " * 151)
    assert clean(_K.SPLIT_PLAN, plan="a" * 10, when_it_changes="word " * 150)


# Responsibilities


def test_a_locked_duty_is_joint_whatever_was_posted() -> None:
    assert clean(_K.RESPONSIBILITIES, leads={"d1": "a", "d2": "b"})["leads"] == {
        "d1": "joint",
        "d2": "b",
    }
    assert sections.default(_K.RESPONSIBILITIES, frame())["leads"] == {"d1": "joint"}


def test_unknown_duties_and_answers_are_dropped() -> None:
    assert clean(_K.RESPONSIBILITIES, leads={"d2": "everyone", "d9": "a"})["leads"] == {
        "d1": "joint"
    }


def test_a_duty_nobody_leads_is_named() -> None:
    assert problems(_K.RESPONSIBILITIES, leads={}) == [
        "Say who leads on: Pay and union negotiations."
    ]
    assert problems(_K.RESPONSIBILITIES, leads={"d2": "either"}) == []


def test_a_duty_the_role_no_longer_has_falls_away() -> None:
    stored = {"leads": {"d1": "joint", "d2": "a", "d9": "b"}}
    assert sections.fit(_K.RESPONSIBILITIES, stored, frame(duties=(PAY,)))["leads"] == {"d2": "a"}


def test_a_duty_that_became_joint_is_joint() -> None:
    now_joint = frame(duties=(BOARD, type(PAY)(PAY.id, PAY.name, is_joint=True)))
    stored = {"leads": {"d1": "joint", "d2": "a"}}
    assert sections.fit(_K.RESPONSIBILITIES, stored, now_joint)["leads"]["d2"] == "joint"


# Handover


def test_minutes_are_kept_as_a_number() -> None:
    assert clean(_K.HANDOVER, entries=[LINE])["entries"] == [{**LINE, "minutes": 60}]


@pytest.mark.parametrize("minutes", ["5", "120", " 30 ", 45])
def test_minutes_from_5_to_120_are_taken(minutes: object) -> None:
    saved = clean(_K.HANDOVER, entries=[{**LINE, "minutes": minutes}])
    assert saved["entries"][0]["minutes"] == int(str(minutes))


@pytest.mark.parametrize("minutes", ["4", "121", "-5", "1e2", "soon", "5.5", "²", "9" * 5000, "０"])
def test_other_minutes_are_an_error_at_their_line(minutes: str) -> None:
    errors = refusal(_K.HANDOVER, entries=[LINE, {**LINE, "minutes": minutes}])
    assert errors == {"minutes-1": ["Enter whole minutes, 5 to 120."]}


def test_empty_lines_fall_away() -> None:
    empty = {"when": " ", "medium": "voice", "minutes": "", "what": ""}
    assert clean(_K.HANDOVER, entries=[empty, LINE, empty])["entries"] == [{**LINE, "minutes": 60}]


def test_twenty_lines_are_the_most() -> None:
    assert len(clean(_K.HANDOVER, entries=[LINE] * 20)["entries"]) == 20
    assert "21 handovers" in refusal(_K.HANDOVER, entries=[LINE] * 21)["when-0"][0]


def test_an_unknown_medium_is_an_error_at_its_line() -> None:
    assert set(refusal(_K.HANDOVER, entries=[{**LINE, "medium": "pigeon"}])) == {"medium-0"}


def test_long_lines_are_an_error_at_their_field() -> None:
    assert set(refusal(_K.HANDOVER, entries=[{**LINE, "when": "x" * 81}])) == {"when-0"}
    assert set(refusal(_K.HANDOVER, entries=[{**LINE, "what": "x" * 301}])) == {"what-0"}


def test_a_handover_says_what_is_missing_line_by_line() -> None:
    found = problems(_K.HANDOVER, entries=[LINE, {"when": "Friday"}])
    assert found == [
        "Handover 2: say how many minutes it takes.",
        "Handover 2: say what you pass on.",
        "Say what happens when something urgent comes up for whoever is not in.",
        "Say how often the two of you look further ahead.",
        "Write one handover note as you would leave it on a real day.",
    ]
    whole = {"urgent_rule": "Whoever is in.", "review": "termly", "note": "word " * 60}
    assert problems(_K.HANDOVER, entries=[LINE], **whole) == []
    assert problems(_K.HANDOVER)[0] == "Add at least one handover: when, how and what."


# Track record


def test_only_entries_the_pair_has_can_be_chosen_in_its_order() -> None:
    assert clean(_K.TRACK_RECORD, entry_ids=["e2", "e9", "e1"])["entry_ids"] == ["e1", "e2"]


def test_a_new_pair_is_a_complete_answer() -> None:
    assert problems(_K.TRACK_RECORD, new_pair=True) == []
    assert problems(_K.TRACK_RECORD, entry_ids=["e1"]) == []
    assert problems(_K.TRACK_RECORD)


def test_chosen_entries_win_over_new_pair() -> None:
    assert clean(_K.TRACK_RECORD, entry_ids=["e1"], new_pair=True)["new_pair"] is False


def test_a_removed_entry_is_no_longer_chosen() -> None:
    left = frame(entries=(EntryLine("e2", "Head"),))
    stored = {"entry_ids": ["e1", "e2"], "new_pair": False}
    assert sections.fit(_K.TRACK_RECORD, stored, left)["entry_ids"] == ["e2"]


def test_it_begins_with_everything_the_pair_has() -> None:
    assert sections.default(_K.TRACK_RECORD, frame())["entry_ids"] == ["e1", "e2"]


def test_the_load_by_weight_stands_beside_the_hours() -> None:
    duties = (DutyLine("d1", "Board", is_joint=True, weight=40), DutyLine("d2", "Pay", weight=60))
    told = partial(responsibilities.load_words, {"leads": {"d1": "joint", "d2": "a"}, "rules": {}})
    said = "By weight Nadia carries 80% and Helen 20%"
    assert told(frame(duties=duties)) == f"{said}."
    plan = SplitPlan.from_text("aaaaaxbbbb")
    assert told(frame(duties=duties, plan=plan)) == (
        f"{said}; of the hours Nadia works 55% and Helen 45%."
    )
    assert told(frame(duties=duties, plan=SplitPlan.from_text("." * 10))) == f"{said}."
    half = {"leads": {"d1": "joint"}, "rules": {}}
    assert responsibilities.load_words(half, frame(duties=duties, plan=plan)) == ""
