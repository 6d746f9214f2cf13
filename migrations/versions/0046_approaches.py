"""A pair writes to an employer of its own accord."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None
IS_LIVE = sa.text("status IN ('drafted', 'read', 'sent')")
KEYS = (
    ("partnership_id", "partnerships", "CASCADE"),
    ("organisation_id", "organisations", "CASCADE"),
    ("role_id", "roles", "SET NULL"),
    ("started_by_id", "users", "SET NULL"),
    ("settled_by_id", "users", "SET NULL"),
    ("invited_to_id", "roles", "SET NULL"),
)
STATES = (
    *("drafted", "sent", "read", "invited_to_apply"),
    *("politely_declined", "no_reply", "withdrawn"),
)


def upgrade() -> None:
    op.create_table(
        "approaches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=True),
        sa.Column("started_by_id", sa.Uuid(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(*STATES, name="approachstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proposition", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("week", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by_id", sa.Uuid(), nullable=True),
        sa.Column("invited_to_id", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(payload IS NULL) = (sent_at IS NULL)", name=op.f("ck_approaches_sent_is_frozen")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_approaches_{column}_{table}"),
                ondelete=rule,
            )
            for column, table, rule in KEYS
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approaches")),
    )
    op.create_index(op.f("ix_approaches_partnership_id"), "approaches", ["partnership_id"])
    op.create_index(op.f("ix_approaches_organisation_id"), "approaches", ["organisation_id"])
    op.create_index(
        "uq_approaches_one_live",
        "approaches",
        ["partnership_id", "organisation_id"],
        unique=True,
        sqlite_where=IS_LIVE,
        postgresql_where=IS_LIVE,
    )
    op.create_table(
        "approach_signatures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("approach_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("content_hash", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approach_id"],
            ["approaches.id"],
            name=op.f("fk_approach_signatures_approach_id_approaches"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_approach_signatures_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approach_signatures")),
        sa.UniqueConstraint(
            "approach_id", "user_id", name=op.f("uq_approach_signatures_approach_id_user_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("approach_signatures")
    op.drop_table("approaches")
