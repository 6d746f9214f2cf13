"""Two texts brought together, two weeks laid together, and a stranger's words in our mail."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.partnerships.domain import (
    LIFECYCLE,
    Acceptance,
    PartnershipStatus,
    Terms,
    pair_name,
)
from jobboard.partnerships.merging import merged, passages
from jobboard.partnerships.weeks import laid_together
from jobboard.partnerships.wording import unlinked
from jobboard.planning.share_types import ShareType

texts = st.lists(
    st.sampled_from(["We lead.", "You gain.", "We differ!", "Two voices?", "No end", "\n\n"])
).map(" ".join)
weeks = st.text(alphabet="pc-", min_size=10, max_size=10)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@given(texts, texts)
def test_choosing_one_side_throughout_gives_that_text_back(mine: str, theirs: str) -> None:
    parts = passages(mine, theirs)
    count = sum(part.differs for part in parts)
    assert squeezed(merged(parts, ["mine"] * count)) == squeezed(mine)
    assert squeezed(merged(parts, ["theirs"] * count)) == squeezed(theirs)


@given(texts, texts)
def test_choosing_both_loses_no_sentence(mine: str, theirs: str) -> None:
    parts = passages(mine, theirs)
    both = merged(parts, ["both"] * len(parts)).split()
    assert set(mine.split()) | set(theirs.split()) == set(both)


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(part.differs for part in passages(text, text))


def test_only_the_sentence_that_was_changed_is_marked() -> None:
    mine = "We lead two trusts. You gain one voice. We disagree in private."
    theirs = "We lead two trusts. You gain two voices. We disagree in private."
    changed = [part for part in passages(mine, theirs) if part.differs]
    assert [(part.mine.strip(), part.theirs.strip()) for part in changed] == [
        ("You gain one voice.", "You gain two voices.")
    ]
    assert merged(passages(mine, theirs), ["both"]).startswith(
        "We lead two trusts. You gain one voice. You gain two voices. We disagree"
    )


def test_a_choice_that_is_none_keeps_what_was_typed() -> None:
    assert merged(passages("Mine.", "Theirs."), ["nonsense"]) == "Mine."
    assert merged(passages("Mine.", "Theirs."), []) == "Mine."


def test_wishes_come_before_coulds() -> None:
    assert laid_together("ppppcc--c-", "--c-ppppc-") == "aaaabbbb~."
    assert laid_together("pppppppppp", "pppppppppp") == "x" * 10
    assert laid_together("c---------", "----------") == "a........."


@given(weeks, weeks)
def test_laid_together_the_other_way_round_is_the_mirror(first: str, second: str) -> None:
    mirrored = laid_together(second, first).translate(str.maketrans("ab", "ba"))
    assert laid_together(first, second) == mirrored


@pytest.mark.parametrize(
    "nasty",
    [
        "https://evil.example/login",
        "www.evil.example",
        "evil.example/a?b=c",
        "mail me at thief@evil.example now",
        "javascript://x.y",
    ],
)
def test_no_address_in_a_message_survives_to_be_clicked(nasty: str) -> None:
    shown = unlinked(nasty)
    assert shown.replace("\u200b", "") == nasty
    assert not re.search(r"://\w|www\.\w|\w@\w|\w\.example", shown)


def test_plain_words_stay_as_they_are() -> None:
    text = "Dear Helen, shall we? It is 12:30 already.\n\nNadia"
    assert unlinked(text) == text


def test_a_pair_name_fits_however_long_the_names_are() -> None:
    assert pair_name("Nadia Okafor", "Helen Marsh") == "Nadia Okafor and Helen Marsh"
    assert len(pair_name("x" * 200, "y" * 200)) <= 200


def test_terms_are_marked_by_all_they_hold() -> None:
    one = Terms("N and H", ShareType.TWIN, Acceptance.EITHER)
    others = [
        Terms("N and M", ShareType.TWIN, Acceptance.EITHER),
        Terms("N and H", ShareType.HYBRID, Acceptance.EITHER),
        Terms("N and H", ShareType.TWIN, Acceptance.TOGETHER_ONLY),
    ]
    assert one.mark == Terms("N and H", ShareType.TWIN, Acceptance.EITHER).mark
    assert one.mark not in {other.mark for other in others}


LEGAL = {
    ("form", "connected"),
    ("part", "connected"),
    ("pause", "formed"),
    ("resume", "paused"),
    ("start_dissolving", "formed"),
    ("start_dissolving", "paused"),
    ("stay_together", "dissolving"),
    ("dissolve", "dissolving"),
    ("end_at_once", "formed"),
    ("end_at_once", "paused"),
    ("end_at_once", "dissolving"),
}


@pytest.mark.parametrize("move", sorted(LIFECYCLE.steps))
@pytest.mark.parametrize("state", list(PartnershipStatus))
def test_every_move_that_is_not_in_the_table_is_refused(
    move: str, state: PartnershipStatus
) -> None:
    assert LIFECYCLE.allows(move, state) == ((move, state.value) in LEGAL)
