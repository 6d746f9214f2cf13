"""When a role opens by itself, what was said of it, what pairs are asked to confirm again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("roles") as table:
        table.add_column(sa.Column("publish_at", sa.DateTime(), nullable=True))
    op.create_table(
        "role_words",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_role_words_role_id_roles"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name=op.f("fk_role_words_author_id_users"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_words")),
    )
    op.create_index(op.f("ix_role_words_role_id"), "role_words", ["role_id"])
    op.create_table(
        "role_revisions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name=op.f("fk_role_revisions_role_id_roles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_revisions")),
        sa.UniqueConstraint("role_id", "version", name=op.f("uq_role_revisions_role_id_version")),
    )
    op.create_table(
        "role_templates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=True),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_role_templates_organisation_id_organisations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["users.id"],
            name=op.f("fk_role_templates_saved_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_templates")),
        sa.UniqueConstraint(
            "organisation_id", "name", name=op.f("uq_role_templates_organisation_id_name")
        ),
    )
    op.create_table(
        "reconfirmations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidacy_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("role_version", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacies.id"],
            name=op.f("fk_reconfirmations_candidacy_id_candidacies"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_reconfirmations_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconfirmations")),
        sa.UniqueConstraint(
            "candidacy_id", "user_id", name=op.f("uq_reconfirmations_candidacy_id_user_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("reconfirmations")
    op.drop_table("role_templates")
    op.drop_table("role_revisions")
    op.drop_index(op.f("ix_role_words_role_id"), table_name="role_words")
    op.drop_table("role_words")
    with op.batch_alter_table("roles") as table:
        table.drop_column("publish_at")
