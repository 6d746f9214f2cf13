"""Parents and children, agencies and their clients: ties that both sides have confirmed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None
IS_FAMILY = sa.text("kind = 'family' AND confirmed_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("organisations") as table:
        table.add_column(
            sa.Column("is_agency", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.create_table(
        "organisation_ties",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("family", "agency", name="tiekind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_first", sa.Boolean(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_by_id", sa.Uuid(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("first_id <> second_id", name=op.f("ck_organisation_ties_two")),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_organisation_ties_{column}_{table}"),
                ondelete=rule,
            )
            for column, table, rule in (
                ("first_id", "organisations", "CASCADE"),
                ("second_id", "organisations", "CASCADE"),
                ("asked_by_id", "users", "SET NULL"),
                ("confirmed_by_id", "users", "SET NULL"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_ties")),
        sa.UniqueConstraint(
            "kind",
            "first_id",
            "second_id",
            name=op.f("uq_organisation_ties_kind_first_id_second_id"),
        ),
    )
    op.create_index(op.f("ix_organisation_ties_first_id"), "organisation_ties", ["first_id"])
    op.create_index(op.f("ix_organisation_ties_second_id"), "organisation_ties", ["second_id"])
    op.create_index(
        "uq_organisation_ties_one_parent",
        "organisation_ties",
        ["second_id"],
        unique=True,
        sqlite_where=IS_FAMILY,
        postgresql_where=IS_FAMILY,
    )


def downgrade() -> None:
    op.drop_table("organisation_ties")
    with op.batch_alter_table("organisations") as table:
        table.drop_column("is_agency")
