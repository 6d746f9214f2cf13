"""Adverts that an organisation brought with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brought_adverts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.String(120), nullable=False),
        sa.Column("working_pattern", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("brought_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_brought_adverts_organisation_id_organisations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name=op.f("fk_brought_adverts_role_id_roles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brought_adverts")),
        sa.UniqueConstraint(
            "organisation_id",
            "source_id",
            name=op.f("uq_brought_adverts_organisation_id_source_id"),
        ),
        sa.UniqueConstraint("role_id", name=op.f("uq_brought_adverts_role_id")),
    )


def downgrade() -> None:
    op.drop_table("brought_adverts")
