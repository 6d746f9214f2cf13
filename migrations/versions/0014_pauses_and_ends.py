"""A pair rests, or comes to its end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def _wish() -> sa.Enum:
    return sa.Enum("stay", "end", name="wish", native_enum=False, length=32)


def upgrade() -> None:
    op.create_table(
        "partnership_breaks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("pause", "ending", name="breakkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("begun_by_id", sa.Uuid(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("first_wish", _wish(), nullable=True),
        sa.Column("second_wish", _wish(), nullable=True),
        sa.Column("over_at", sa.DateTime(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "resumed",
                "stayed",
                "dissolved",
                "became_ending",
                name="outcome",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_partnership_breaks_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["begun_by_id"], ["users.id"], name=op.f("fk_partnership_breaks_begun_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership_breaks")),
    )
    op.create_index(
        op.f("ix_partnership_breaks_partnership_id"), "partnership_breaks", ["partnership_id"]
    )
    op.create_index(
        "uq_partnership_breaks_open",
        "partnership_breaks",
        ["partnership_id"],
        unique=True,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("uq_partnership_breaks_open", table_name="partnership_breaks")
    op.drop_index(op.f("ix_partnership_breaks_partnership_id"), table_name="partnership_breaks")
    op.drop_table("partnership_breaks")
