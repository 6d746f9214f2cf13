"""Who is in the editor and has read what; which version each text belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SHARE_TYPES = ("twin", "islands", "hybrid", "developmental")
ACCEPTANCES = ("together_only", "either")
CAUSES = ("started", "terms", "role", "track_record", "names")


def upgrade() -> None:
    op.create_table(
        "application_visits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("section", sa.String(length=40), nullable=True),
        sa.Column("read_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_application_visits_application_id_applications"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_application_visits_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_visits")),
        sa.UniqueConstraint(
            "application_id", "user_id", name=op.f("uq_application_visits_application_id_user_id")
        ),
    )
    op.create_table(
        "application_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "cause", sa.Enum(*CAUSES, name="cause", native_enum=False, length=32), nullable=False
        ),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column(
            "share_type",
            sa.Enum(*SHARE_TYPES, name="sharetype", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "acceptance",
            sa.Enum(*ACCEPTANCES, name="acceptance", native_enum=False, length=32),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_application_changes_application_id_applications"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["users.id"], name=op.f("fk_application_changes_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_changes")),
        sa.UniqueConstraint(
            "application_id", "version", name=op.f("uq_application_changes_application_id_version")
        ),
    )
    op.add_column(
        "application_sections",
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
    )
    op.add_column("application_section_versions", sa.Column("began_at", sa.DateTime()))
    op.execute("UPDATE application_section_versions SET began_at = saved_at")
    op.execute(
        "UPDATE application_sections SET version = coalesce((SELECT max(kept.version)"
        " FROM application_section_versions AS kept"
        " WHERE kept.application_id = application_sections.application_id"
        " AND kept.kind = application_sections.kind), 1)"
    )
    with op.batch_alter_table("application_section_versions") as table:
        table.alter_column("began_at", existing_type=sa.DateTime(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("application_section_versions") as table:
        table.drop_column("began_at")
    with op.batch_alter_table("application_sections") as table:
        table.drop_column("version")
    op.drop_table("application_changes")
    op.drop_table("application_visits")
