"""The plan of a pair's first 90 days, and each reader's address of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_APPRAISAL = sa.Enum(
    "what_and_how", "joint", "separate", name="appraisal", native_enum=False, length=32
)


def upgrade() -> None:
    op.create_table(
        "first_days",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidacy_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("reviews", sa.JSON(), nullable=False),
        sa.Column("inbox", sa.String(length=320), nullable=False),
        sa.Column("diary", sa.String(length=200), nullable=False),
        sa.Column("appraisal", _APPRAISAL, nullable=False),
        sa.Column("who", sa.JSON(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacies.id"],
            name=op.f("fk_first_days_candidacy_id_candidacies"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["users.id"],
            name=op.f("fk_first_days_written_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_days")),
        sa.UniqueConstraint("candidacy_id", name=op.f("uq_first_days_candidacy_id")),
    )
    op.create_table(
        "first_days_addresses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_days_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("nonce", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_days_id"],
            ["first_days.id"],
            name=op.f("fk_first_days_addresses_first_days_id_first_days"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_first_days_addresses_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_days_addresses")),
        sa.UniqueConstraint(
            "first_days_id",
            "user_id",
            name=op.f("uq_first_days_addresses_first_days_id_user_id"),
        ),
        sa.UniqueConstraint("token_hash", name=op.f("uq_first_days_addresses_token_hash")),
    )


def downgrade() -> None:
    op.drop_table("first_days_addresses")
    op.drop_table("first_days")
