"""The logo of an organisation: our own drawing of what was sent."""

from __future__ import annotations

import hashlib
from datetime import datetime

from jobboard.core.activity import record
from jobboard.core.db import release, session, transaction
from jobboard.core.images import Picture, redrawn
from jobboard.core.policy import Actor, require
from jobboard.organisations.models import Organisation, OrganisationLogo
from jobboard.organisations.queries import known


def draw_logo(actor: Actor, organisation: Organisation, data: bytes) -> Picture:
    """Outside any transaction, as it takes its time. Raises PictureError."""
    require(actor, "organisation.edit", organisation)
    release()
    return redrawn(data)


def set_logo(actor: Actor, organisation: Organisation, picture: Picture, at: datetime) -> None:
    """Replace what stands."""
    with transaction() as current:
        require(actor, "organisation.edit", organisation)
        row = known.logo(organisation.id) or OrganisationLogo(organisation_id=organisation.id)
        row.png, row.width, row.height = picture.png, picture.width, picture.height
        row.set_at = at
        current.add(row)
        organisation.logo_digest = hashlib.sha256(picture.png).hexdigest()[:32]
        session().flush()
        record(actor, "organisation.logo_set", organisation)


def remove_logo(actor: Actor, organisation: Organisation) -> None:
    """Nothing happens where there is none."""
    with transaction() as current:
        require(actor, "organisation.edit", organisation)
        row = known.logo(organisation.id)
        if row is None:
            return
        current.delete(row)
        organisation.logo_digest = ""
        session().flush()
        record(actor, "organisation.logo_removed", organisation)
