"""What the pairs of the fictional world say beyond week, leads and words: content of the sections
cover, risks, continuity and each one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from jobboard.applications.answers import Risk
from jobboard.cli.demo import answers_nadia as own
from jobboard.cli.demo import answers_shared as shared
from jobboard.cli.demo.shapes import Pair

T = TypeVar("T")
OURS = "okafor-marsh"


def cover(pair: Pair, names: tuple[str, str]) -> dict[str, Any]:
    if pair.key == OURS:
        return dict(own.COVER)
    swap_a, swap_b = _of(shared.SWAPS, pair)
    return {
        "swap_a": swap_a,
        "swap_b": swap_b,
        "never_both_off": True,
        "fortnight": _said(_of(shared.FORTNIGHT, pair, 1), names),
        "long_absence": _said(_of(shared.LONG, pair, 2), names),
        "support": _of(shared.SUPPORT, pair),
    }


def risks(pair: Pair, names: tuple[str, str]) -> dict[str, Any]:
    if pair.key == OURS:
        return {"answers": {risk.value: text for risk, text in own.RISKS.items()}}
    texts = {risk: _of(shared.RISKS[risk], pair, turn) for turn, risk in enumerate(Risk)}
    return {"answers": {risk.value: _said(text, names) for risk, text in texts.items()}}


def continuity(pair: Pair, starts_on: str) -> dict[str, Any]:
    """One pair in a few offers to begin as two part-time posts."""
    is_slow = pair.key != OURS and _number(pair) % 4 == 0
    return {
        "earliest_start": starts_on,
        "transition": is_slow,
        "review_weeks": "26" if is_slow else "",
        "conditions": shared.CONDITIONS[0] if is_slow else "",
    }


def own_words(pair: Pair, at: int, criteria: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Of the first (0) or second (1) partner; `criteria` are (id, text) where evidence is asked."""
    if pair.key == OURS:
        wish, note = own.WISHES[at]
        texts = own.EVIDENCE[at]
    else:
        wish, note = _of(shared.WISHES, pair)[at], _of(shared.WISH_NOTES, pair)[at]
        texts = shared.EVIDENCE
    evidence = {key: texts[(turn + at) % len(texts)] for turn, (key, _) in enumerate(criteria)}
    return {"wish": wish, "wish_note": note, "evidence": evidence}


def handover(pair: Pair) -> dict[str, str]:
    """What the handover section asks beyond its entries."""
    if pair.key == OURS:
        return {"review": "termly", "note": own.NOTE}
    return {"review": _of(shared.REVIEWS, pair, 1), "note": _of(shared.NOTES, pair)}


def _of(choices: Sequence[T], pair: Pair, turn: int = 0) -> T:
    return choices[(_number(pair) + turn) % len(choices)]


def _number(pair: Pair) -> int:
    """The same for a pair on every run."""
    return sum(pair.key.encode())


def _said(text: str, names: tuple[str, str]) -> str:
    return text.format(a=names[0], b=names[1])
