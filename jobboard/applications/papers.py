"""A joint application as a paper: a draft for the pair, what was signed for whoever reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jobboard.accounts.naming import display_name
from jobboard.applications import signing
from jobboard.applications.domain import Status
from jobboard.applications.models import Application, Signature, Submission
from jobboard.applications.reading import Reading
from jobboard.applications.reading.printed import sections_of
from jobboard.core.documents.paper import Paper, Person, Seal
from jobboard.web.filters import instant

KIND = "Joint application on Twofold"
DRAFT = "Draft, not signed"
TO_CHECK = (
    "The number below (SHA-256) belongs to exactly the text that these pages were made from. It"
    " also stands on its page on Twofold: where the two differ, so does the text."
)


def of_draft(application: Application, reading: Reading, content_hash: str) -> Paper:
    """As it stands now. Signatures under another text do not count."""
    valid = [one for one in application.signatures if one.content_hash == content_hash]
    words = [DRAFT if not valid else "Signed by one of two, not sent"]
    if application.status is Status.WITHDRAWN:
        words = ["Withdrawn before it was sent"]
    lines = _signed_lines(valid, reading)
    return _paper(
        reading,
        at=application.updated_at,
        version=application.version,
        content_hash=content_hash,
        state=f"{words[0]}. Version {application.version}, {instant(application.updated_at)}.",
        watermark=words[0],
        lines=lines,
    )


def of_submission(
    frozen: Submission,
    reading: Reading,
    signatures: Sequence[Signature],
    withdrawn_at: datetime | None = None,
) -> Paper:
    """What both signed, byte for byte; `signatures` may hold cleared ones of other texts."""
    lines = _signed_lines(signatures, reading, frozen.content_hash)
    state = f"Signed by both and sent on {instant(frozen.submitted_at)}."
    if withdrawn_at:
        state = f"Withdrawn by the pair on {instant(withdrawn_at)}."
    return _paper(
        reading,
        at=frozen.submitted_at,
        version=frozen.version,
        content_hash=frozen.content_hash,
        state=state,
        watermark="Withdrawn" if withdrawn_at else "",
        lines=lines,
        is_final=withdrawn_at is None,
    )


def _signed_lines(
    signatures: Sequence[Signature], reading: Reading, content_hash: str | None = None
) -> list[str]:
    """`Nadia Okafor signed it on …`: the newest of each person, in the order of the pair."""
    newest = {
        one.user_id: one
        for one in sorted(signatures, key=lambda one: one.signed_at)
        if content_hash is None or one.content_hash == content_hash
    }
    return [
        f"{display_name(person, reading.viewer_id)} signed it on"
        f" {instant(newest[person.id].signed_at)}."
        for person in reading.people
        if person.id in newest
    ]


def _paper(
    reading: Reading,
    *,
    at: datetime,
    version: int,
    content_hash: str,
    state: str,
    watermark: str,
    lines: list[str],
    is_final: bool = False,
) -> Paper:
    groups = signing.groups(content_hash)
    people = [
        Person(
            person.side,
            display_name(person, reading.viewer_id),
            f"{part.spans}, {part.fte_text} FTE",
        )
        for person, part in zip(reading.people, reading.parts, strict=True)
    ]
    role = f"{reading.role_title}, {reading.organisation}"
    return Paper(
        title=f"{reading.pair_name}: {role}",
        kind=KIND,
        heading=reading.pair_name,
        subheading=role,
        people=people,
        sections=sections_of(reading),
        at=at,
        state=state,
        is_final=is_final,
        watermark=watermark,
        foot=f"{reading.pair_name}. {role}. Version {version}, {groups[:19]} …",
        seal=Seal("To check this paper", [*lines, f"Version {version}. {TO_CHECK}"], groups),
    )
