"""The result as plain blocks: the page of the boss and the PDF show the same. Pure."""

from __future__ import annotations

from jobboard.core.documents import blocks
from jobboard.core.documents.blocks import Section
from jobboard.roles.selection.questions import QUESTIONS
from jobboard.roles.selection.verdicts import Answers, result

NOTHING_NEEDED = "Nothing you said stands in the way."
NOT_ANSWERED = "Not answered yet"


def sections(answers: Answers) -> list[Section]:
    """Ways of sharing with reasons, what to change, every answer."""
    found = result(answers)
    ways = []
    for one in found.verdicts:
        ways += [
            blocks.subheading(f"{one.title}: {one.words.lower()}"),
            blocks.note(f"{one.hint}."),
        ]
        ways.append(blocks.points(one.reasons))
    said = [
        (one.text, answer.words if (answer := one.answer(answers.get(one.key))) else NOT_ANSWERED)
        for one in QUESTIONS
    ]
    changes = found.changes or (NOTHING_NEEDED,)
    return [
        blocks.section("ways", "Ways of sharing it", ways or [blocks.note(NOT_ANSWERED)]),
        blocks.section("changes", "What would help", [blocks.points(changes)]),
        blocks.section("answers", "What was answered", [blocks.facts(said)]),
    ]


def counted(answers: Answers) -> str:
    """`All ten questions are answered.`, or how many of them."""
    found = result(answers)
    if found.is_whole:
        return f"All {found.asked} questions are answered."
    return f"{found.answered} of {found.asked} questions are answered, so this may still change."
