"""What a pair keeps of one application for the next, and how the next begins from it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import uuid4

from jobboard.applications import queries, snapshot, templates
from jobboard.applications.domain import KeptMeanwhileError, SectionKind
from jobboard.applications.models import Application
from jobboard.applications.queries.carrying import latest_of_partnership
from jobboard.applications.service.settling import person_behind
from jobboard.applications.templates import Template
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require
from jobboard.partnerships import queries as pairs
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.models import Partnership, PartnershipTemplate
from jobboard.partnerships.queries.templates import templates_of


def stamp_of(pair: Partnership, kept: Sequence[PartnershipTemplate]) -> str:
    """Names what a page showed as kept: another one means that somebody kept or dropped since."""
    rows = [f"{row.kind}@{row.saved_at.isoformat()}" for row in kept]
    text = "|".join([str(pair.proposition_number), *rows])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def keep_templates(
    actor: Actor,
    application: Application,
    kinds: Collection[SectionKind],
    seen: str,
    at: datetime,
) -> None:
    """These sections, as they are saved, become the pair's templates in place of what was kept.

    KeptMeanwhileError if what is kept is no longer what `seen` (a `stamp_of`) names.
    """
    with transaction():
        require(actor, "application.edit", application)
        pair = pairs.locked(application.partnership)
        kept = templates_of(pair.id)
        if stamp_of(pair, kept) != seen:
            raise KeptMeanwhileError
        entries = queries.track_record(pair.id)
        frame = snapshot.frame_for(application, entries)
        contents = snapshot.contents_of(application, frame)
        for kind in kinds:
            require(actor, "section.write", application.section(kind))
            if kind is SectionKind.PROPOSITION:
                text, base = contents[kind]["text"], pair.proposition_number
                partnerships.save_proposition(actor, pair, text, base, at)
                continue
            one = templates.of_section(kind, contents[kind], frame, application.role.title, at)
            _put(actor, pair, kept, one)
        names = ",".join(kind.value for kind in kinds)
        record(actor, "partnership.templates_kept", pair, kinds=names)


def _put(
    actor: Actor, pair: Partnership, kept: Sequence[PartnershipTemplate], one: Template
) -> None:
    row = next((row for row in kept if row.kind == one.kind.value), None)
    if row is None:
        row = PartnershipTemplate(id=uuid4(), partnership_id=pair.id, kind=one.kind.value)
        session().add(row)
    row.content, row.saved_at = one.stored(), one.kept_at
    row.saved_by_id = person_behind(actor)


def drop_template(actor: Actor, template: PartnershipTemplate) -> None:
    """It is kept no longer; applications that began from it do not change."""
    with transaction() as current:
        require(actor, "template.drop", template)
        record(actor, "partnership.template_dropped", template.partnership, kind=template.kind)
        current.delete(template)
        current.flush()


Source = tuple[Template, str]
"""What a section may begin from, and the words for where that came from."""


def sources_of(pair: Partnership, at: datetime) -> dict[SectionKind, Source]:
    """For each section what the pair keeps of it, else what its last application says of it."""
    found: dict[SectionKind, Source] = {}
    earlier = latest_of_partnership(pair.id)
    if earlier is not None:
        duties, title = snapshot.duties_of(earlier.role), earlier.role.title
        for kind in templates.KEPT:
            text = Template(kind, earlier.content(kind), duties, title, at)
            found[kind] = text, f"your application for {title}"
    for row in templates_of(pair.id):
        kept = templates.read(row.kind, row.content, row.saved_at)
        found[kept.kind] = kept, f"your template of {at_day(kept.kept_at)}, from {kept.role}"
    return found


def at_day(at: datetime) -> str:
    """`7 December 2026`."""
    return f"{at.day} {at:%B %Y}"
