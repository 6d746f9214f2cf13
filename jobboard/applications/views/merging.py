"""Two texts of one section, side by side: nothing is overwritten, and one text comes of it."""

from __future__ import annotations

from collections.abc import Sequence

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
from jobboard.applications.sections import Content, Frame
from jobboard.partnerships.merging import Passage, merged, passages
from jobboard.web.actor import current_actor

_NOT_CONTENT = frozenset({"csrf_token", "base", "choice", "fill"})
Piece = tuple[str, bool]
"""A stretch of text, and whether the other text says something else there."""


def page(application: Application, frame: Frame, stale: StaleSectionError) -> str:
    """Both texts and a form on the newer base. Prose is chosen passage by passage, the other
    sections as a whole."""
    mine, theirs = _content(stale.mine), _content(stale.theirs)
    text = mine["text"] if stale.kind is SectionKind.PROPOSITION else ""
    return _page(application, frame, stale.kind, (mine, theirs), text)


def filled(application: Application, frame: Frame) -> ResponseReturnValue:
    """The same page with the text put together from the passages chosen."""
    kind = SectionKind.PROPOSITION
    mine = sections.clean(kind, {"text": request.form.get("mine")}, frame)
    theirs = sections.fit(kind, application.content(kind), frame)
    parts = passages(mine["text"], theirs["text"])
    count = sum(part.differs for part in parts)
    choices = [request.form.get(f"passage-{number}", "mine") for number in range(count)]
    return _page(application, frame, kind, (mine, theirs), merged(parts, choices), choices)


def _page(
    application: Application,
    frame: Frame,
    kind: SectionKind,
    both: tuple[Content, Content],
    text: str,
    choices: Sequence[str] = (),
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
