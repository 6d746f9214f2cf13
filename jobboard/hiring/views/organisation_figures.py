"""What happened to the roles of one organisation, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.hiring import plots
from jobboard.hiring.figures import Passage, reached, standing
from jobboard.hiring.queries import figures
from jobboard.hiring.views.room import blueprint
from jobboard.organisations.models import Organisation
from jobboard.roles.models import Role, RoleOutcome
from jobboard.roles.outcomes import ENDING_WORDS, Ending
from jobboard.roles.queries.openings import openings_of
from jobboard.roles.queries.outcomes import outcomes_of
from jobboard.web.actor import current_actor
from jobboard.web.charts import Plot
from jobboard.web.guards import signed_in
from jobboard.web.tables import csv_answer

ROLES_SHOWN = 50
HEAD = ("Role", "Views", "Applications", "Read", "Shortlisted", "Invited to interview", "Outcome")


@blueprint.get("/organisations/<uuid:organisation_id>/figures")
@signed_in
def organisation_figures(organisation_id: UUID) -> ResponseReturnValue:
    found = _Found(organisation_id)
    return render_template(
        "hiring/organisation_figures.html",
        organisation=found.organisation,
        lines=list(zip(found.roles, found.rows, strict=True))[:ROLES_SHOWN],
        head=HEAD,
        total=len(found.roles),
        views=sum(found.views.values()),
        sent=len(found.ways),
        stands=standing(found.ways),
        said=found.said,
        plots=found.plots,
    )


@blueprint.get("/organisations/<uuid:organisation_id>/figures.csv")
@signed_in
def organisation_figures_csv(organisation_id: UUID) -> ResponseReturnValue:
    """One line a role, all of them."""
    found = _Found(organisation_id)
    return csv_answer(HEAD, found.rows, f"figures {found.organisation.name}")


class _Found:
    """What both answers are made of; as many queries for one role as for a hundred."""

    def __init__(self, organisation_id: UUID) -> None:
        me = current_actor().user_id
        self.organisation: Organisation = figures.organisation(me, organisation_id)
        self.roles = figures.roles_of_organisation(me, organisation_id)
        ids = [role.id for role in self.roles]
        by_role = figures.passages(me, ids, now())
        self.views, self.outcomes = openings_of(ids), outcomes_of(ids)
        self.ways = [way for ways in by_role.values() for way in ways]
        self.rows = [self._row(role, by_role[role.id]) for role in self.roles]

    def _row(self, role: Role, ways: Sequence[Passage]) -> tuple[str, ...]:
        numbers = [self.views.get(role.id, 0), *reached(ways)[:4]]
        return role.title, *(str(number) for number in numbers), _ending(self.outcomes, role)

    @property
    def plots(self) -> list[Plot]:
        return [plots.how_far(self.ways), plots.how_long(self.ways)]

    @property
    def said(self) -> dict[str, int]:
        """Roles by what was said of their end, and how many pairs came through us."""
        rows = list(self.outcomes.values())
        pairs = [row for row in rows if row.ending is Ending.PAIR]
        through = sum(row.through_us is True for row in pairs)
        return {"answered": len(rows), "pair": len(pairs), "through_us": through}


def _ending(outcomes: dict[UUID, RoleOutcome], role: Role) -> str:
    row = outcomes.get(role.id)
    return ENDING_WORDS[row.ending] if row else "not said"
