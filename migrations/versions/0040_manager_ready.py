"""The line manager of a role, what is confirmed for them, and the links sent to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_SAID_BY = sa.Enum("manager", "staff", name="saidby", native_enum=False, length=32)


def upgrade() -> None:
    op.create_table(
        "manager_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("confirmed", sa.JSON(), nullable=False),
        sa.Column("said_by", _SAID_BY, nullable=True),
        sa.Column("said_at", sa.DateTime(), nullable=True),
        sa.Column("ticked_by_id", sa.Uuid(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(said_at IS NULL) = (said_by IS NULL)",
            name=op.f("ck_manager_checks_said_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name=op.f("fk_manager_checks_role_id_roles"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["ticked_by_id"],
            ["users.id"],
            name=op.f("fk_manager_checks_ticked_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manager_checks")),
        sa.UniqueConstraint("role_id", name=op.f("uq_manager_checks_role_id")),
    )
    op.create_table(
        "manager_asks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("nonce", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["manager_checks.id"],
            name=op.f("fk_manager_asks_check_id_manager_checks"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["users.id"],
            name=op.f("fk_manager_asks_asked_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_manager_asks")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_manager_asks_token_hash")),
    )
    op.create_index(op.f("ix_manager_asks_check_id"), "manager_asks", ["check_id"])


def downgrade() -> None:
    op.drop_table("manager_asks")
    op.drop_table("manager_checks")
