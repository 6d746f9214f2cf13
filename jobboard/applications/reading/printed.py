"""A reading as the sections of a document, for paper and for cards. Pure.

Sections stand in the order of the page; one that holds nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from jobboard.applications.reading import blocks as reading_blocks
from jobboard.applications.reading.document import Reading
from jobboard.core.documents import blocks
from jobboard.core.documents.blocks import Block, Section
from jobboard.web.drawn_weeks import week_block

OWN_WORDS = "In the pair’s own words. Where somebody outside has confirmed an entry, it says so."
NOTHING = "Nothing is written here yet."


def sections_of(reading: Reading) -> list[Section]:
    """Everything the panel reads, in its order."""
    found = [part(reading) for part in PARTS.values()]
    at = list(PARTS).index("track-record")
    return [*found[:at], *(more(block) for block in reading.blocks), *found[at:]]


def more(part: reading_blocks.Block) -> Section:
    """A block of the reading: headings and texts, whatever its kind."""
    found: list[Block] = []
    for item in part.items:
        words = blocks.prose(item.text) if item.text.strip() else blocks.note(NOTHING)
        found += [blocks.subheading(item.title), words]
    return blocks.section(part.anchor, part.title, found, part.hint)


def glance(reading: Reading) -> Section:
    items = [(line[0], line[1], len(line) == 3 and bool(line[2])) for line in reading.stats]
    return blocks.section("glance", "At a glance", [blocks.figures(items)])


def cover(reading: Reading) -> Section:
    sums = reading.totals
    found: list[Block] = [week_block(reading.plan, reading.names, _cover_words(reading))]
    if sums.gap_count:
        found.append(blocks.note(f"Nobody is in on {sums.gap_spans}."))
    if reading.when_it_changes:
        found += [
            blocks.subheading("When the week changes"),
            blocks.prose(reading.when_it_changes),
        ]
    return blocks.section("cover", "Who is in, when", found)


def _cover_words(reading: Reading) -> str:
    sums = reading.totals
    parts = [f"{part.name}: {part.spans}, {part.fte_text} FTE." for part in reading.parts]
    together = f"Together: {sums.overlap_spans}." if sums.overlap else "Never in together."
    covered = "" if sums.gap_count else "Every half-day asked for is covered."
    return " ".join(filter(None, [*parts, together, covered]))


def first(reading: Reading) -> Section:
    a, b = reading.names
    kinds = (
        ("a", f"{a} leads", "a"),
        ("b", f"{b} leads", "b"),
        ("both", "Together, or whoever is in", "shared"),
        ("gap", "Not decided yet", "open"),
    )
    shown = [
        (side, title, reading.leads[key]) for side, title, key in kinds if reading.leads.get(key)
    ]
    hint = "Behind each duty stands somebody who leads it; the other one can always act."
    found = [blocks.groups(shown)] if shown else [blocks.note(NOTHING)]
    return blocks.section(
        "first", "Whose phone rings", [*found, blocks.note(reading.load_words)], hint
    )


def proposition(reading: Reading) -> Section:
    text = reading.proposition
    found = blocks.prose(text) if text.strip() else blocks.note(NOTHING)
    return blocks.section("proposition", "The proposition", [found])


def handover(reading: Reading) -> Section:
    rows = [(line.when, line.what) for line in reading.handover]
    found = [blocks.facts(rows) if rows else blocks.note(NOTHING)]
    found.append(blocks.note(" ".join(reading.shares)))
    if reading.review:
        found.append(blocks.note(f"Looking further ahead, the two of them: {reading.review}."))
    if reading.urgent_rule:
        found += [blocks.subheading("When it is urgent"), blocks.prose(reading.urgent_rule)]
    if reading.sample_note:
        title = "A handover note, as they would leave it"
        found += [blocks.subheading(title), blocks.prose(reading.sample_note)]
    return blocks.section("handover", "How they hand over", found)


def track_record(reading: Reading) -> Section:
    lines = [
        {
            "side": line.side,
            "who": line.who,
            "when": line.when,
            "title": line.title,
            "text": " ".join(
                filter(None, [f"{line.kind}.", line.outcome, line.measure, _ended(line.confirmed)])
            ),
        }
        for line in reading.track_record
    ]
    if lines:
        found = blocks.entries(lines)
    elif reading.is_new_pair:
        found = blocks.note("They are a new pair, and say so.")
    else:
        found = blocks.note("Nothing is chosen here yet.")
    hint = OWN_WORDS
    return blocks.section("track-record", "Track record", [found], hint)


def _ended(words: str) -> str:
    return f"{words}." if words else ""


def together(reading: Reading) -> Section:
    answer = (
        "If the panel prefers one of them, the answer is no from both."
        if reading.is_together_only
        else "If the panel prefers one of them, whoever is asked decides anew."
    )
    kind = "Together only" if reading.is_together_only else "Together, or either of them"
    if not reading.is_acceptance_settled:
        kind, answer = "Together or either", "They do not have one answer yet."
    found = blocks.facts(
        [(kind, answer), (f"How they share: {reading.share_type}", f"{reading.share_type_hint}.")]
    )
    return blocks.section("together", "Together or either", [found])


PARTS: dict[str, Callable[[Reading], Section]] = {
    "glance": glance,
    "cover": cover,
    "first": first,
    "proposition": proposition,
    "handover": handover,
    "track-record": track_record,
    "together": together,
}
"""By anchor, in the order of the page."""
