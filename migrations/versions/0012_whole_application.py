"""Five more sections for every application, where a text came from, and two private answers.

The new sections begin as `{}`, which every section's rules read as "nothing said yet". A draft's
hash is the old one until somebody saves or signs: then it is settled and its signatures fall.
"""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KINDS = ("cover", "risks", "continuity", "own_a", "own_b")
SECTIONS = sa.table(
    "application_sections",
    sa.column("id", sa.Uuid()),
    sa.column("application_id", sa.Uuid()),
    sa.column("kind", sa.String(32)),
    sa.column("number", sa.Integer()),
    sa.column("content", sa.JSON()),
    sa.column("began_from", sa.String(200)),
)
VERSIONS = sa.table("application_section_versions", sa.column("kind", sa.String(32)))
APPLICATIONS = sa.table("applications", sa.column("id", sa.Uuid()))


def upgrade() -> None:
    op.add_column("applications", sa.Column("acceptance_settled_at", sa.DateTime(), nullable=True))
    op.execute(
        "UPDATE applications SET acceptance_settled_at = submitted_at"
        " WHERE submitted_at IS NOT NULL"
    )
    op.add_column(
        "application_sections",
        sa.Column("began_from", sa.String(length=200), nullable=False, server_default=""),
    )
    op.create_table(
        "acceptance_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "together_only",
                "either",
                "talk_first",
                name="acceptancewish",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("is_shown", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_acceptance_answers_application_id_applications"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_acceptance_answers_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance_answers")),
        sa.UniqueConstraint(
            "application_id", "user_id", name=op.f("uq_acceptance_answers_application_id_user_id")
        ),
    )
    with op.batch_alter_table("application_changes") as table:
        table.alter_column("acceptance", existing_type=sa.String(32), nullable=True)
    _add_sections()


def _add_sections() -> None:
    connection = op.get_bind()
    rows = [
        {
            "id": uuid4(),
            "application_id": application_id,
            "kind": kind,
            "number": 0,
            "content": {},
            "began_from": "",
        }
        for application_id in connection.scalars(sa.select(APPLICATIONS.c.id)).all()
        for kind in KINDS
    ]
    if rows:
        op.bulk_insert(SECTIONS, rows)


def downgrade() -> None:
    op.execute(sa.delete(VERSIONS).where(VERSIONS.c.kind.in_(KINDS)))
    op.execute(sa.delete(SECTIONS).where(SECTIONS.c.kind.in_(KINDS)))
    op.drop_table("acceptance_answers")
    op.execute("DELETE FROM application_changes WHERE cause = 'acceptance'")
    op.execute(
        "UPDATE application_changes SET acceptance = 'together_only' WHERE acceptance IS NULL"
    )
    with op.batch_alter_table("application_changes") as table:
        table.alter_column("acceptance", existing_type=sa.String(32), nullable=False)
    with op.batch_alter_table("application_sections") as table:
        table.drop_column("began_from")
    with op.batch_alter_table("applications") as table:
        table.drop_column("acceptance_settled_at")
