"""The plan as plain blocks: its page and its PDF show the same."""

from __future__ import annotations

from jobboard.applications.reading import Reading
from jobboard.applications.reading import printed as application
from jobboard.core.documents import blocks
from jobboard.core.documents.blocks import Section
from jobboard.core.documents.paper import Paper, Person
from jobboard.planning.split_plan import Names
from jobboard.tenures.domain import APPRAISAL_WORDS, TASKS, who_does, who_words
from jobboard.tenures.models import FirstDays
from jobboard.tenures.service import Said, said_by
from jobboard.web.filters import day

NOT_YET = "Not known yet"


def sections(row: FirstDays, reading: Reading) -> list[Section]:
    """Days, tools, tasks; then the week, the leads and the handovers as both signed them."""
    said = said_by(row)
    return [
        _days(said),
        _tools(said),
        _tasks(said, reading.names),
        application.cover(reading),
        application.first(reading),
        application.handover(reading),
    ]


def paper(row: FirstDays, reading: Reading) -> Paper:
    title = f"The first 90 days: {reading.role_title}"
    return Paper(
        title=title,
        kind="Plan for the first 90 days",
        heading=reading.role_title,
        subheading=f"{reading.pair_name} at {reading.organisation}.",
        people=[Person(one.side, one.name) for one in reading.people],
        sections=sections(row, reading),
        at=row.written_at,
        foot=f"{title}. As written on {day(row.written_at)}.",
    )


def lines(said: Said, names: Names) -> dict[str, str]:
    """Each thing it says, by what it is about."""
    return dict([*_dates(said), *_facts(said), *_who(said, names)])


def _dates(said: Said) -> list[tuple[str, str]]:
    reviews = [(f"Review {n}", day(on)) for n, on in enumerate(said.reviews, 1)]
    return [("First day", day(said.starts_on)), *reviews]


def _facts(said: Said) -> list[tuple[str, str]]:
    return [
        ("The one inbox", said.inbox or NOT_YET),
        ("The one diary", said.diary or NOT_YET),
        ("Appraisal", APPRAISAL_WORDS[said.appraisal]),
    ]


def _who(said: Said, names: Names) -> list[tuple[str, str]]:
    who, words = who_does(said.who), who_words(names)
    return [(one.text, words[who[one.key]]) for one in TASKS]


def _days(said: Said) -> Section:
    return blocks.section(
        "days",
        "Days that matter",
        [
            blocks.facts(_dates(said)),
            blocks.note("At each review the two and their line manager talk for an hour."),
        ],
    )


def _tools(said: Said) -> Section:
    return blocks.section("tools", "One post, seen from outside", [blocks.facts(_facts(said))])


def _tasks(said: Said, names: Names) -> Section:
    found, done_by = [], dict(_who(said, names))
    for when in dict.fromkeys(one.when for one in TASKS):
        due = [(one.text, done_by[one.text]) for one in TASKS if one.when == when]
        found += [blocks.subheading(when), blocks.facts(due)]
    return blocks.section("tasks", "Who does what", found)
