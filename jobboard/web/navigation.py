"""The main navigation as data: who sees which entries. A house test visits every one of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from flask import current_app, request


@dataclass(frozen=True)
class Entry:
    """`section` is the blueprint (or "blueprint.view") under which the entry is current."""

    endpoint: str
    label: str
    sections: frozenset[str]


def _entry(endpoint: str, label: str, *sections: str) -> Entry:
    return Entry(endpoint, label, frozenset(sections))


ANYBODY = (
    _entry("roles.search", "Find a role", "roles.search", "roles.show"),
    _entry("pages.for_pairs", "For pairs", "pages.for_pairs"),
    _entry("pages.for_employers", "For employers", "pages.for_employers"),
)
PAIR = (
    _entry("pages.home", "Home", "pages.home"),
    _entry("roles.search", "Find a role", "roles.search", "roles.show", "roles.ask"),
    _entry(
        "applications.index",
        "Applications",
        "applications",
        "inbox.conversation",
        "roles.my_questions",
        "roles.withdraw_question",
    ),
    _entry(
        "partnerships.index",
        "Your partnership",
        "partnerships",
        "approaches",
        "cards",
        "diary",
        "inbox.index",
        "inbox.notes",
    ),
    _entry("candidates.profile", "Profile", "candidates"),
)
EMPLOYER = (
    _entry("pages.home", "Home", "pages.home"),
    _entry(
        "roles.mine",
        "Roles",
        "roles.mine",
        "roles.edit",
        "roles.step",
        "roles.preview",
        "roles.questions",
        "roles.answer_question",
        "roles.decline_question",
    ),
    _entry("hiring.index", "Applications", "hiring", "inbox.candidacy"),
    _entry(
        "organisations.index",
        "Organisation",
        "organisations",
        "approaches.received",
        "approaches.read",
        "approaches.invitation",
        "approaches.refusal",
    ),
    _entry("roles.search", "Find a role", "roles.search"),
)


FOOTER = (
    _entry("pages.guides", "Guides"),
    _entry("pages.accessibility", "Accessibility"),
    _entry("pages.privacy", "Privacy"),
)


def entries(is_signed_in: bool, is_employer: bool) -> tuple[Entry, ...]:
    if not is_signed_in:
        return ANYBODY
    return EMPLOYER if is_employer else PAIR


def footer() -> list[dict[str, str]]:
    return [{"href": _path(entry.endpoint), "label": entry.label} for entry in FOOTER]


def links(is_signed_in: bool, is_employer: bool) -> list[dict[str, object]]:
    here = {request.endpoint, request.blueprint}
    return [
        {"href": _path(e.endpoint), "label": e.label, "current": bool(e.sections & here)}
        for e in entries(is_signed_in, is_employer)
    ]


@lru_cache(maxsize=64)
def _path(endpoint: str) -> str:
    """Where an entry leads: a path without arguments, which stays the same while we run."""
    return current_app.url_map.bind("").build(endpoint)
