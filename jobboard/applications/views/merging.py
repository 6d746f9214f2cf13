"""Two texts of one section, side by side: nothing is overwritten, and one text comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from jobboard.applications import differences, sections
from jobboard.applications.domain import (
    MAX_WORDS,
    SECTION_WORDS,
    SectionKind,
    StaleSectionError,
)
from jobboard.applications.models import Application
from jobboard.applications.sections import Content, Frame, Raw
from jobboard.partnerships.merging import BOTH, MINE, THEIRS, Passage, merged, passages
from jobboard.web.actor import current_actor

_NOT_CONTENT = frozenset({"csrf_token", "base", "choice", "fill", "merging"})
CHOOSE = "Choose which text you keep. Nothing is saved yet, and both are still here."
CHOOSE_ALL = "Choose for each passage first, then fill the text. Nothing is saved yet."
WRITE = "Write the text below first, or choose one of the two. Nothing is saved yet."
Piece = tuple[str, bool]
"""A stretch of text, and whether the other text says something else there."""


def page(
    application: Application, frame: Frame, stale: StaleSectionError, restoring: int | None = None
) -> str:
    """Both texts and a form on the newer base. Prose is chosen passage by passage, the other
    sections as a whole. `restoring`: mine is the older text of this number, and is brought back
    from the history rather than posted again."""
    both = _content(stale.mine), _content(stale.theirs)
    return _page(application, frame, stale.kind, both, restoring=restoring)


def older_asked(
    application: Application, frame: Frame, kind: SectionKind, older: Content, number: int
) -> str:
    """The page once more for an older text, where nothing was chosen."""
    both = sections.fit(kind, older, frame), sections.fit(kind, application.content(kind), frame)
    return _page(application, frame, kind, both, problem=CHOOSE, restoring=number)


def problem_of(kind: SectionKind, text: str) -> str:
    """Why a save from this page does not say yet which text it keeps; empty where it does. `text`
    is the one written from both, for a proposition."""
    choice = request.form.get("choice")
    if "merging" not in request.form or "fill" in request.form or choice == "mine":
        return ""
    if kind is SectionKind.PROPOSITION:
        return "" if text else WRITE if choice == "merged" else CHOOSE
    return CHOOSE


def asked(application: Application, frame: Frame, kind: SectionKind, raw: Raw, problem: str) -> str:
    """The page once more, with everything that was typed, saying what is missing."""
    is_prose = kind is SectionKind.PROPOSITION
    typed = {"text": request.form.get("mine")} if is_prose else raw
    both = sections.clean(kind, typed, frame), sections.fit(kind, application.content(kind), frame)
    parts = passages(both[0]["text"], both[1]["text"]) if is_prose else []
    text = request.form.get("text", "") if is_prose else ""
    return _page(application, frame, kind, both, text, _choices(parts), problem)


def chosen(kind: SectionKind, raw: dict[str, Any]) -> dict[str, Any]:
    """What is to be saved: one's own text as it was typed, where that was chosen."""
    is_mine = "merging" in request.form and request.form.get("choice") == "mine"
    if is_mine and kind is SectionKind.PROPOSITION:
        return {"text": request.form.get("mine", "")}
    return raw


def filled(application: Application, frame: Frame) -> ResponseReturnValue:
    """The same page with the text put together from the passages chosen."""
    kind = SectionKind.PROPOSITION
    mine = sections.clean(kind, {"text": request.form.get("mine")}, frame)
    theirs = sections.fit(kind, application.content(kind), frame)
    parts = passages(mine["text"], theirs["text"])
    choices = _choices(parts)
    if "" in choices:
        text = request.form.get("text", "")
        return _page(application, frame, kind, (mine, theirs), text, choices, CHOOSE_ALL), 422
    return _page(application, frame, kind, (mine, theirs), merged(parts, choices), choices)


def _choices(parts: Sequence[Passage]) -> list[str]:
    """What was chosen for each passage that differs; empty where nothing was."""
    number = sum(part.differs for part in parts)
    found = [request.form.get(f"passage-{at}", "") for at in range(number)]
    return [choice if choice in (MINE, THEIRS, BOTH) else "" for choice in found]


def _page(
    application: Application,
    frame: Frame,
    kind: SectionKind,
    both: tuple[Content, Content],
    text: str = "",
    choices: Sequence[str] = (),
    problem: str = "",
    restoring: int | None = None,
) -> str:
    mine, theirs = both
    is_prose = kind is SectionKind.PROPOSITION
    parts = passages(mine["text"], theirs["text"]) if is_prose else []
    section = application.section(kind)
    viewer = current_actor().user_id
    said = (sections.summary(kind, mine, frame), sections.summary(kind, theirs, frame))
    return render_template(
        "applications/merge.html",
        application=application,
        kind=kind,
        what=SECTION_WORDS[kind],
        section=section,
        side=application.partnership.side_of(viewer),
        partner=application.partnership.partner_of(viewer),
        by_me=section.saved_by_id == viewer,
        mine=mine,
        theirs=theirs,
        names=frame.names,
        summaries=said,
        differences=differences.rows(said[1], said[0]),
        marked=(_paragraphs(parts, "mine"), _paragraphs(parts, "theirs")),
        differing=[part for part in parts if part.differs],
        choices=choices,
        text=text,
        problem=problem,
        restoring=restoring,
        chosen=request.form.get("choice") or ("merged" if text else ""),
        kept=[(k, v) for k, v in request.form.items(multi=True) if k not in _NOT_CONTENT],
        max_words=MAX_WORDS,
    )


def _content(value: object) -> Content:
    return value if isinstance(value, dict) else {}


def _paragraphs(parts: Sequence[Passage], side: str) -> list[list[Piece]]:
    """The text of one side as paragraphs of pieces."""
    found: list[list[Piece]] = [[]]
    for part in parts:
        for number, text in enumerate(getattr(part, side).split("\n\n")):
            if number:
                found.append([])
            if text.strip():
                found[-1].append((text, part.differs))
    return [paragraph for paragraph in found if paragraph]
