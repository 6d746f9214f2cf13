"""What happened to a role, in numbers."""

from __future__ import annotations

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.hiring import plots, queries
from jobboard.hiring.figures import Passage, standing
from jobboard.hiring.queries.figures import passages
from jobboard.hiring.views.room import blueprint
from jobboard.roles.models import Role
from jobboard.roles.queries.openings import openings_by_day
from jobboard.web.actor import current_actor
from jobboard.web.charts import Plot
from jobboard.web.filters import local
from jobboard.web.guards import signed_in
from jobboard.web.tables import csv_answer


@blueprint.get("/roles/<uuid:role_id>/figures")
@signed_in
def figures(role_id: UUID) -> ResponseReturnValue:
    role, ways, drawn = _of(role_id)
    stands = standing(ways)
    return render_template(
        "hiring/figures.html", role=role, sent=len(ways), stands=stands, plots=drawn
    )


@blueprint.get("/roles/<uuid:role_id>/figures.csv")
@signed_in
def figures_csv(role_id: UUID) -> ResponseReturnValue:
    """One line a number: which table, which line of it, what, how much."""
    role, _ways, drawn = _of(role_id)
    rows = [
        (plot.title, line[0], what, value)
        for plot in drawn
        for line in plot.rows
        for what, value in zip(plot.head[1:], line[1:], strict=True)
    ]
    head = ("Table", "Line", "Figure", "Value")
    return csv_answer(head, rows, f"figures {role.title}")


def _of(role_id: UUID) -> tuple[Role, list[Passage], list[Plot]]:
    me, at = current_actor().user_id, now()
    role = queries.role(me, role_id)
    ways = passages(me, [role_id], at)[role_id]
    views = plots.looked_at(openings_by_day(role_id), local(at).date())
    return role, ways, [views, plots.how_far(ways), plots.how_long(ways)]
