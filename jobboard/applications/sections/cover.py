"""When one of the two is away (domain.md N13): {"swap_a", "swap_b", "never_both_off", "fortnight",
"long_absence", "support"}.

`swap_a` and `swap_b` are half-days a year that A and B can swap into beyond their own.
"""

from __future__ import annotations

from jobboard.applications.sections.frame import Content, Frame, Raw, kept, prose, whole
from jobboard.planning.absence import short_in_a_fortnight
from jobboard.planning.wording import half_days

MOST_SWAPS = 200
MAX_WORDS = 150
MAX_SUPPORT_WORDS = 80
_DEFAULTS: Content = {
    "swap_a": None,
    "swap_b": None,
    "never_both_off": False,
    "fortnight": "",
    "long_absence": "",
    "support": "",
}


def default(_frame: Frame, /) -> Content:
    return dict(_DEFAULTS)


def clean(raw: Raw, _frame: Frame, /) -> Content:
    return {
        "swap_a": whole(raw.get("swap_a"), "swap_a", 0, MOST_SWAPS),
        "swap_b": whole(raw.get("swap_b"), "swap_b", 0, MOST_SWAPS),
        "never_both_off": bool(raw.get("never_both_off")),
        "fortnight": prose(raw.get("fortnight"), "fortnight", MAX_WORDS),
        "long_absence": prose(raw.get("long_absence"), "long_absence", MAX_WORDS),
        "support": prose(raw.get("support"), "support", MAX_SUPPORT_WORDS),
    }


def fit(content: Content, _frame: Frame, /) -> Content:
    return kept(content, _DEFAULTS)


def problems(content: Content, frame: Frame, /) -> list[str]:
    found = [
        f"Say how many half-days a year {name} can swap in beyond the usual ones."
        for name, key in zip(frame.names, ("swap_a", "swap_b"), strict=True)
        if content[key] is None
    ]
    if not content["never_both_off"]:
        found.append("Agree that you are never both off in a half-day the role needs.")
    if not content["fortnight"]:
        found.append("Say how you cover a fortnight’s leave.")
    if not content["long_absence"]:
        found.append("Say how the role is covered in a long absence, such as parental leave.")
    return found


def warnings(content: Content, frame: Frame, /) -> list[str]:
    """Where a fortnight needs more half-days than the one who stays can swap in in a year."""
    if frame.plan is None:
        return []
    found = []
    for away, stays, key in ((0, 1, "swap_b"), (1, 0, "swap_a")):
        short = short_in_a_fortnight(frame.plan, frame.need.coverage.needed, away)
        if content[key] is not None and content[key] < short:
            found.append(
                f"A fortnight without {frame.names[away]} leaves {half_days(short)} to cover, and"
                f" {frame.names[stays]} can swap in {half_days(content[key])} a year."
            )
    return found


def summary(content: Content, frame: Frame, /) -> list[tuple[str, str]]:
    found = [
        (f"{name} can swap in", swap_words(content[key]))
        for name, key in zip(frame.names, ("swap_a", "swap_b"), strict=True)
    ]
    agreed = "Agreed" if content["never_both_off"] else "Not agreed yet"
    return [
        *found,
        ("Never both off when the role needs somebody", agreed),
        ("A fortnight’s leave", content["fortnight"] or "Nothing said"),
        ("A long absence", content["long_absence"] or "Nothing said"),
        ("Support asked for", content["support"] or "None"),
    ]


def swap_words(count: int | None) -> str:
    """`12 half-days a year`."""
    return "Nothing said" if count is None else f"{half_days(count)} a year"
