"""Duties may be weighed, and a role may ask each partner for evidence of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "roles", sa.Column("asks_evidence", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with op.batch_alter_table("duties") as table:
        table.add_column(sa.Column("weight", sa.Integer(), nullable=True))
        table.create_check_constraint(op.f("ck_duties_weight"), "weight BETWEEN 1 AND 5")


def downgrade() -> None:
    with op.batch_alter_table("duties") as table:
        table.drop_constraint(op.f("ck_duties_weight"), type_="check")
        table.drop_column("weight")
    with op.batch_alter_table("roles") as table:
        table.drop_column("asks_evidence")
