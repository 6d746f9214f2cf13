"""What still keeps a pair from signing, in sentences that each name the place to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jobboard.accounts.naming import first_name
from jobboard.applications import sections
from jobboard.applications.domain import ACCEPTANCE_OPEN, SectionKind, anchor
from jobboard.applications.models import Application
from jobboard.applications.sections import Content, Frame
from jobboard.partnerships.ending import WHY_NOT_APPLYING
from jobboard.roles.domain import RoleClosedError


@dataclass(frozen=True, slots=True)
class Blocker:
    """`kind` is the section to mend; None where it is no section's fault. `place` is the id on the
    editor page where it is mended, if there is one."""

    sentence: str
    kind: SectionKind | None = None
    place: str = ""


def in_sections(contents: Mapping[SectionKind, Content], frame: Frame) -> list[Blocker]:
    """Sections that are not complete, the plan's failing checks among them (domain.md §4)."""
    return [
        Blocker(sentence, kind, anchor(kind))
        for kind, content in contents.items()
        for sentence in sections.problems(kind, content, frame)
    ]


def around(application: Application, at: datetime) -> list[Blocker]:
    """The pair and the clock: formed, both addresses confirmed, the role still open."""
    pair = application.partnership
    found = [] if pair.is_formed else [Blocker(WHY_NOT_APPLYING[pair.status])]
    found += [
        Blocker(f"{first_name(person)} has not confirmed an e-mail address yet.")
        for person in pair.people
        if person.confirmed_at is None
    ]
    if application.settled_acceptance is None:
        found.append(Blocker(ACCEPTANCE_OPEN, place="acceptance"))
    if not application.takes_signatures(at):
        found.append(Blocker(RoleClosedError.message))
    return found


def blockers(
    application: Application, contents: Mapping[SectionKind, Content], frame: Frame, at: datetime
) -> list[Blocker]:
    """Everything that keeps this from being signed at this instant; empty means ready."""
    return [*in_sections(contents, frame), *around(application, at)]
