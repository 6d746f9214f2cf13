"""One of a pair leaves, and what becomes of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

STAGES = (
    *("new", "under_review", "longlisted", "shortlisted", "interviewing", "reserve", "offered"),
    *("counter_offer_single", "accepted", "trial", "hired", "not_selected", "offer_declined"),
    *("lapsed", "partner_left", "withdrawn", "ended"),
)
ANSWERS = ("closed", "kept", "alone", "new_partner", "withdrawn", "lapsed")
SINGLE = sa.Enum("no", "yes", "will_match", name="singleapplicants", native_enum=False, length=32)


def upgrade() -> None:
    op.add_column(
        "roles", sa.Column("single_applicants", SINGLE, nullable=False, server_default="no")
    )
    with op.batch_alter_table("applications") as table:
        table.add_column(sa.Column("left_by_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("continues_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("sign_by", sa.DateTime(), nullable=True))
        table.create_foreign_key(
            op.f("fk_applications_left_by_id_users"), "users", ["left_by_id"], ["id"]
        )
        table.create_foreign_key(
            op.f("fk_applications_continues_id_applications"),
            "applications",
            ["continues_id"],
            ["id"],
        )
        table.create_index(op.f("ix_applications_continues_id"), ["continues_id"])
    with op.batch_alter_table("candidacies") as table:
        table.add_column(
            sa.Column(
                "stage_kept",
                sa.Enum(*STAGES, name="stage", native_enum=False, length=32),
                nullable=True,
            )
        )
        table.add_column(sa.Column("alone_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(
            op.f("fk_candidacies_alone_id_users"), "users", ["alone_id"], ["id"]
        )
    _departures()
    _kept_texts()


def _departures() -> None:
    op.create_table(
        "departures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("left_by_id", sa.Uuid(), nullable=False),
        sa.Column("left_at", sa.DateTime(), nullable=False),
        sa.Column("was_visible", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("answer_by", sa.DateTime(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(*ANSWERS, name="answer", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_departures_application_id_applications"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["left_by_id"], ["users.id"], name=op.f("fk_departures_left_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departures")),
        sa.UniqueConstraint("application_id", name=op.f("uq_departures_application_id")),
    )


def _kept_texts() -> None:
    op.create_table(
        "kept_texts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("contents", sa.JSON(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["users.id"],
            name=op.f("fk_kept_texts_owner_id_users"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_kept_texts_application_id_applications"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_texts")),
    )
    op.create_index(op.f("ix_kept_texts_owner_id"), "kept_texts", ["owner_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_kept_texts_owner_id"), table_name="kept_texts")
    op.drop_table("kept_texts")
    op.drop_table("departures")
    with op.batch_alter_table("candidacies") as table:
        table.drop_constraint(op.f("fk_candidacies_alone_id_users"), type_="foreignkey")
        table.drop_column("alone_id")
        table.drop_column("stage_kept")
    with op.batch_alter_table("applications") as table:
        table.drop_index(op.f("ix_applications_continues_id"))
        table.drop_constraint(op.f("fk_applications_continues_id_applications"), type_="foreignkey")
        table.drop_constraint(op.f("fk_applications_left_by_id_users"), type_="foreignkey")
        table.drop_column("sign_by")
        table.drop_column("continues_id")
        table.drop_column("left_by_id")
    with op.batch_alter_table("roles") as table:
        table.drop_column("single_applicants")
