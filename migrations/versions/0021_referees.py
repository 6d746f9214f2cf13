"""Somebody outside confirms one entry of a track record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "referee_asks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("entry_version", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.Column("nonce", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (confirmed IS NULL)",
            name=op.f("ck_referee_asks_answered_with_a_word"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["users.id"],
            name=op.f("fk_referee_asks_asked_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["track_record_entries.id"],
            name=op.f("fk_referee_asks_entry_id_track_record_entries"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referee_asks")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_referee_asks_token_hash")),
    )
    op.create_index(op.f("ix_referee_asks_entry_id"), "referee_asks", ["entry_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_referee_asks_entry_id"), table_name="referee_asks")
    op.drop_table("referee_asks")
