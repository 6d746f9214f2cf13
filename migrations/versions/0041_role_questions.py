"""Questions about a role and their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "role_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("asker_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "waiting",
                "answered",
                "declined",
                "withdrawn",
                name="questionstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("said_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(status = 'answered') = (said_at IS NOT NULL)", name=op.f("ck_role_questions_said")
        ),
        sa.CheckConstraint(
            "changed_at IS NULL OR said_at IS NOT NULL", name=op.f("ck_role_questions_changed")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_role_questions_{column}_{table}"),
                ondelete=rule,
            )
            for column, table, rule in (
                ("role_id", "roles", "CASCADE"),
                ("asker_id", "users", "SET NULL"),
                ("answered_by_id", "users", "SET NULL"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_questions")),
    )
    op.create_index(op.f("ix_role_questions_asker_id"), "role_questions", ["asker_id"])
    op.create_index("ix_role_questions_role_id_status", "role_questions", ["role_id", "status"])


def downgrade() -> None:
    op.drop_table("role_questions")
