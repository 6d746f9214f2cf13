from __future__ import annotations

import pytest

from jobboard.core.lifecycle import IllegalMoveError
from jobboard.hiring.domain import (
    EMPLOYER_MOVES,
    LIFECYCLE,
    LIVE,
    MOVE_WORDS,
    STAGE_WORDS,
    TAB_STAGES,
    TAB_WORDS,
    TOLD,
    Stage,
    Tab,
    TooManyWordsError,
    check_words,
    moves_for,
    tab_counts,
)
from jobboard.hiring.wording import (
    ASKED,
    TOLD_WORDS,
    WITH_THE_EMPLOYER,
    act_words,
    stage_for_pair,
    together_text,
)

S = Stage
LEGAL = {
    (S.NEW, "start_reading"): S.UNDER_REVIEW,
    (S.NEW, "longlist"): S.LONGLISTED,
    (S.UNDER_REVIEW, "longlist"): S.LONGLISTED,
    (S.NEW, "shortlist"): S.SHORTLISTED,
    (S.UNDER_REVIEW, "shortlist"): S.SHORTLISTED,
    (S.LONGLISTED, "shortlist"): S.SHORTLISTED,
    (S.SHORTLISTED, "interview"): S.INTERVIEWING,
    (S.INTERVIEWING, "reserve"): S.RESERVE,
    (S.INTERVIEWING, "offer"): S.OFFERED,
    (S.RESERVE, "offer"): S.OFFERED,
    (S.OFFERED, "decline_offer"): S.OFFER_DECLINED,
    (S.OFFERED, "lapse"): S.LAPSED,
    (S.OFFERED, "counter_offer_single"): S.COUNTER_OFFER_SINGLE,
    (S.OFFERED, "accept"): S.ACCEPTED,
    (S.COUNTER_OFFER_SINGLE, "accept"): S.ACCEPTED,
    (S.ACCEPTED, "start_trial"): S.TRIAL,
    (S.ACCEPTED, "hire"): S.HIRED,
    (S.TRIAL, "hire"): S.HIRED,
    (S.TRIAL, "end"): S.ENDED,
    **{
        (stage, "not_select"): S.NOT_SELECTED
        for stage in (
            S.NEW,
            S.UNDER_REVIEW,
            S.LONGLISTED,
            S.SHORTLISTED,
            S.INTERVIEWING,
            S.RESERVE,
            S.COUNTER_OFFER_SINGLE,
        )
    },
    **{
        (stage, "withdraw"): S.WITHDRAWN
        for stage in (
            S.NEW,
            S.UNDER_REVIEW,
            S.LONGLISTED,
            S.SHORTLISTED,
            S.INTERVIEWING,
            S.RESERVE,
            S.OFFERED,
            S.COUNTER_OFFER_SINGLE,
            S.ACCEPTED,
            S.TRIAL,
        )
    },
}
LEGAL |= {
    (stage, "role_cancelled"): S.NOT_SELECTED
    for stage in [*(stage for stage, move in LEGAL if move == "withdraw"), S.PARTNER_LEFT]
}
LEGAL |= {(stage, "partner_leaves"): S.PARTNER_LEFT for stage, move in LEGAL if move == "withdraw"}
LEGAL |= {
    (S.PARTNER_LEFT, f"resume_{stage.value}"): stage
    for stage, move in LEGAL
    if move == "partner_leaves"
}
LEGAL[S.PARTNER_LEFT, "withdraw"] = S.WITHDRAWN
"""decisions.md 2, written out a second time."""


@pytest.mark.parametrize("move", sorted(LIFECYCLE.steps))
@pytest.mark.parametrize("stage", list(Stage))
def test_the_table_holds_these_moves_and_no_other(stage: Stage, move: str) -> None:
    if (stage, move) in LEGAL:
        assert LIFECYCLE.after(move, stage) is LEGAL[stage, move]
    else:
        with pytest.raises(IllegalMoveError):
            LIFECYCLE.after(move, stage)


def test_closed_stages_offer_the_employer_no_button() -> None:
    for stage in (S.NOT_SELECTED, S.WITHDRAWN, S.HIRED, S.ENDED, S.LAPSED, S.OFFER_DECLINED):
        assert moves_for(stage) == []


def test_the_buttons_are_the_legal_moves_of_this_product() -> None:
    assert moves_for(S.NEW) == ["start_reading", "longlist", "shortlist", "not_select"]
    assert moves_for(S.INTERVIEWING) == ["reserve", "not_select"]


def test_every_stage_is_in_exactly_one_tab() -> None:
    for stage in set(Stage) - {S.PARTNER_LEFT}:
        homes = [tab for tab, stages in TAB_STAGES.items() if stage in stages and tab != Tab.OPEN]
        assert len(homes) == 1, stage
        assert (stage in TAB_STAGES[Tab.OPEN]) is (homes != [Tab.CLOSED])
    assert TAB_STAGES[Tab.OPEN] >= LIVE
    assert not any(S.PARTNER_LEFT in stages for stages in TAB_STAGES.values()), "it keeps its tab"


def test_open_and_closed_together_count_everything() -> None:
    counts = tab_counts(dict.fromkeys(Stage, 2))
    assert counts[Tab.OPEN] + counts[Tab.CLOSED] == 2 * (len(Stage) - 1)


def test_every_word_is_there() -> None:
    assert set(STAGE_WORDS) == set(Stage)
    assert set(TAB_WORDS) == set(Tab)
    assert set(ASKED) == set(EMPLOYER_MOVES) == set(MOVE_WORDS)
    assert set(TOLD_WORDS) == set(TOLD)


@pytest.mark.parametrize("stage", [S.NEW, S.UNDER_REVIEW, S.LONGLISTED])
def test_what_the_panel_notes_for_itself_is_one_word_to_the_pair(stage: Stage) -> None:
    assert stage_for_pair(stage) == WITH_THE_EMPLOYER


def test_told_stages_read_as_they_were_told() -> None:
    assert stage_for_pair(S.SHORTLISTED) == "Shortlisted"
    assert stage_for_pair(S.INTERVIEWING) == "Invited to interview"


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "New pair"), (1, "1 month"), (11, "11 months"), (12, "1 year"), (23, "1 year"),
     (80, "6 years")],
)  # fmt: skip
def test_time_together_in_the_table_is_in_whole_years(months: int, words: str) -> None:
    assert together_text(months) == words


def test_words_are_counted_to_the_last_one() -> None:
    check_words("word " * 100, 100, "text")
    with pytest.raises(TooManyWordsError, match="This has 101 words") as caught:
        check_words("word " * 101, 100, "text")
    assert caught.value.field == "text"


def test_the_trail_speaks_in_words() -> None:
    assert act_words("candidacy.moved", "shortlist", "Ruth") == "Ruth shortlisted them"
    assert act_words("candidacy.moved", "withdraw", "Ruth") == "The pair withdrew"
    assert act_words("candidacy.noted", None, "Ruth") == "Ruth wrote a note"
    assert act_words("candidacy.moved", "offer", "Ruth") == "Ruth moved them on"
