"""Duties in percent with a kind and a rule; reasons, choosing and promises of a role.

What was one answer about single people was asked as "if one of a pair leaves", so it keeps that
meaning under a name of its own; whether one person may apply starts as no.
"""

from __future__ import annotations

from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0025"
branch_labels = None
depends_on = None

SINGLE = sa.Enum("no", "yes", "will_match", name="singleapplicants", native_enum=False, length=32)
MODE = sa.Enum(
    *("joint_then_individual", "individual_then_joint", "joint_only"),
    name="assessmentmode",
    native_enum=False,
    length=32,
)
BAR = sa.Enum("both_meet", "pair_average", "either", name="barrule", native_enum=False, length=32)
KIND = sa.Enum(
    *("people", "budget", "external", "technical", "governance"),
    name="dutykind",
    native_enum=False,
    length=32,
)
RULE = sa.Enum(
    *("on_duty_decides", "lead_decides", "both_must_agree", "escalate"),
    name="decisionrule",
    native_enum=False,
    length=32,
)
DUTIES = sa.table(
    *("duties", sa.column("id", sa.Uuid()), sa.column("role_id", sa.Uuid())),
    *(sa.column("position", sa.Integer()), sa.column("weight", sa.Integer())),
)
MIDDLE = 3
"""What a duty without a size counted beside others that had one."""
ADDED = (
    *("if_one_leaves", "need_reasons", "assessment_mode", "bar_rule", "first_refusal"),
    *("replacement_weeks", "trial_weeks", "offers_support", "offers_coaching"),
)


def upgrade() -> None:
    with op.batch_alter_table("roles") as table:
        table.add_column(sa.Column("if_one_leaves", SINGLE, nullable=False, server_default="no"))
        table.add_column(sa.Column("need_reasons", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("assessment_mode", MODE, nullable=True))
        table.add_column(sa.Column("bar_rule", BAR, nullable=True))
        table.add_column(sa.Column("first_refusal", sa.Boolean(), nullable=True))
        table.add_column(sa.Column("replacement_weeks", sa.Integer(), nullable=True))
        table.add_column(sa.Column("trial_weeks", sa.Integer(), nullable=True))
        for name in ("offers_support", "offers_coaching"):
            table.add_column(
                sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            )
        table.create_check_constraint(
            op.f("ck_roles_replacement_weeks"), "replacement_weeks BETWEEN 13 AND 26"
        )
        table.create_check_constraint(op.f("ck_roles_trial_weeks"), "trial_weeks BETWEEN 0 AND 12")
    op.execute("UPDATE roles SET if_one_leaves = single_applicants")
    op.execute("UPDATE roles SET single_applicants = 'no'")
    with op.batch_alter_table("duties") as table:
        table.drop_constraint(op.f("ck_duties_weight"), type_="check")
        table.create_check_constraint(op.f("ck_duties_weight"), "weight BETWEEN 1 AND 100")
        table.add_column(sa.Column("kind", KIND, nullable=True))
        table.add_column(sa.Column("decision_rule", RULE, nullable=True))
    _rescale(_percents)


def downgrade() -> None:
    _rescale(_sizes)
    with op.batch_alter_table("duties") as table:
        table.drop_column("decision_rule")
        table.drop_column("kind")
        table.drop_constraint(op.f("ck_duties_weight"), type_="check")
        table.create_check_constraint(op.f("ck_duties_weight"), "weight BETWEEN 1 AND 5")
    op.execute("UPDATE roles SET single_applicants = if_one_leaves")
    with op.batch_alter_table("roles") as table:
        table.drop_constraint(op.f("ck_roles_trial_weeks"), type_="check")
        table.drop_constraint(op.f("ck_roles_replacement_weeks"), type_="check")
        for name in reversed(ADDED):
            table.drop_column(name)


def _rescale(how):
    """`how` makes the new weights of one role out of the old; roles without any keep none."""
    bind, found = op.get_bind(), defaultdict(list)
    rows = sa.select(DUTIES.c.role_id, DUTIES.c.id, DUTIES.c.weight)
    for role_id, duty_id, weight in bind.execute(
        rows.order_by(DUTIES.c.role_id, DUTIES.c.position)
    ):
        found[role_id].append((duty_id, weight))
    for duties in found.values():
        old = [weight for _, weight in duties]
        if all(weight is None for weight in old):
            continue
        for (duty_id, _), weight in zip(duties, how(old), strict=True):
            bind.execute(DUTIES.update().where(DUTIES.c.id == duty_id).values(weight=weight))


def _percents(sizes):
    """Sizes of 1 to 5 as percent: 100 together, at least 1 each, largest remainders round up."""
    counts = [MIDDLE if size is None else size for size in sizes]
    total = sum(counts)
    found = [count * 100 // total for count in counts]
    order = sorted(range(len(counts)), key=lambda i: (-(counts[i] * 100 % total), i))
    for index in order[: 100 - sum(found)]:
        found[index] += 1
    while 0 in found:
        found[found.index(max(found))] -= 1
        found[found.index(0)] = 1
    return found


def _sizes(percents):
    """Back to 1 to 5, the largest as 5: near what it was."""
    most = max(percent or 0 for percent in percents)
    return [None if one is None else max(1, round(one * 5 / most)) for one in percents]
