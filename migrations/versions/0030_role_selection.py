"""Ten questions about a role, and the link that shows their result."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "role_selections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        *_keys("role_selections", "answered_by_id"),
    )
    op.create_table(
        "role_selection_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("nonce", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        *_keys("role_selection_links", "made_by_id"),
        sa.UniqueConstraint("token_hash", name=op.f("uq_role_selection_links_token_hash")),
    )


def _keys(table, person):
    return (
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name=op.f(f"fk_{table}_role_id_roles"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            [person], ["users.id"], name=op.f(f"fk_{table}_{person}_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("role_id", name=op.f(f"uq_{table}_role_id")),
    )


def downgrade() -> None:
    op.drop_table("role_selection_links")
    op.drop_table("role_selections")
