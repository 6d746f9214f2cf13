"""The kinds of week the adverts ask for, shaped by the patterns pairs really use.

Weights follow the distribution of split patterns: three days each with a shared Wednesday first,
a change at Wednesday lunch second, then the shorter and the uneven ones.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedWeek:
    """Coverage as stored, least half-days together, funded tenths, and what the advert says."""

    coverage: str
    overlap: int
    funded: int
    words: tuple[str, ...]


WEEKS = {
    "wednesday": AskedWeek(
        "nnnn22nnnn",
        2,
        12,
        (
            "Between you, you cover the week and share the Wednesday. That day is for the things"
            " only the two of you can settle, and we pay for it.",
            "We fund three days each. Wednesday is the day you are both here; how you divide the"
            " rest is yours to propose.",
            "Three days each and one of them together. Nobody should need to know which of you is"
            " in to get a decision.",
        ),
    ),
    "wednesday_pm": AskedWeek(
        "nnnnn2nnnn",
        1,
        12,
        (
            "We would like to see you both on Wednesday afternoon, when the executive meets. The"
            " other half-days need one of you, and there is room in the funding for a longer"
            " handover if you want it.",
            "You hold one seat and one set of objectives. One of you is here each half-day; both"
            " of you on Wednesday afternoon.",
        ),
    ),
    "lunch": AskedWeek(
        "nnnnnnnnnn",
        0,
        10,
        (
            "The week is funded once, so you hand over without meeting: at a Wednesday lunch, or"
            " wherever your own week turns. Write it down well and we will trust it.",
            "Two and a half days each, or three and two. We ask for no overlap, only for a"
            " handover that the team never notices.",
        ),
    ),
    "half_day": AskedWeek(
        "nnnnnnnnnn",
        1,
        11,
        (
            "Ten half-days need one of you and one of them needs you both. Choose which; most"
            " pairs here take Wednesday morning.",
            "We fund 1.1 so that you have a paid half-day together every week. It is not for"
            " catching up on email.",
        ),
    ),
    "friday_off": AskedWeek(
        "nnnnnnnnn-",
        1,
        11,
        (
            "Nothing is decided here on a Friday afternoon, so we do not ask for it. Nine"
            " half-days, one of them together.",
            "The week is four and a half days long. We ask for one half-day together and leave the"
            " rest to you.",
        ),
    ),
    "nine_plain": AskedWeek(
        "nnnnnnnnn-",
        0,
        10,
        (
            "Four and a half days of cover, funded at 1.0, with half a day to spend on overlap or"
            " to leave unspent. You decide and tell us why.",
        ),
    ),
    "monday_wednesday": AskedWeek(
        "2nnn22nnnn",
        3,
        13,
        (
            "You are both here on Monday morning for the week's operations call and all of"
            " Wednesday. It is generous at 1.3, and the post is large enough to need it.",
            "Three half-days together, at 1.3. We have tried it with less and paid for it in"
            " duplicated meetings.",
        ),
    ),
    "term": AskedWeek(
        "nnnnnn2nnn",
        2,
        12,
        (
            "You are both in on Thursday morning, when leaders meet, and for one more half-day of"
            " your choice. School holidays are planned together, once a year.",
        ),
    ),
    "alternate": AskedWeek(
        "nnnn22nnnn/nnnnnnnnnn",
        2,
        11,
        (
            "The week alternates. Every other Wednesday the executive meets and you are both here;"
            " in the weeks between, Wednesday needs one of you. Over two weeks that is twenty"
            " half-days to cover and two to share.",
        ),
    ),
    "fortnight": AskedWeek(
        "nnnn22nnnn/nnnnn2nnnn",
        3,
        12,
        (
            "We plan in fortnights. You share the Wednesday of the first week with the board's"
            " sub-groups and the Wednesday afternoon of the second with each other; the rest needs"
            " one of you, and 1.2 leaves a half-day over.",
        ),
    ),
    "seven": AskedWeek(
        "7:nnnnnnnnnnn-n-",
        1,
        13,
        (
            "The service runs on seven days, so the post does too: all five weekdays and both"
            " weekend mornings, with one half-day together. Neither of you should work every"
            " weekend; tell us how you would take turns.",
        ),
    ),
    "four_days": AskedWeek(
        "--nnnnnnnn",
        1,
        10,
        (
            "The post runs from Tuesday to Friday: eight half-days to cover and room for two of"
            " overlap within 1.0.",
        ),
    ),
}
