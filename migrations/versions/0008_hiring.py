"""Candidacies, private notes and refusals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "candidacies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "new",
                "under_review",
                "longlisted",
                "shortlisted",
                "interviewing",
                "reserve",
                "offered",
                "counter_offer_single",
                "accepted",
                "trial",
                "hired",
                "not_selected",
                "offer_declined",
                "lapsed",
                "partner_left",
                "withdrawn",
                "ended",
                name="stage",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("visible_from", sa.DateTime(), nullable=False),
        sa.Column("moved_at", sa.DateTime(), nullable=False),
        sa.Column("plan", sa.String(length=40), nullable=False),
        sa.Column("total_tenths", sa.Integer(), nullable=False),
        sa.Column("overlap", sa.Integer(), nullable=False),
        sa.Column("gaps", sa.Integer(), nullable=False),
        sa.Column("pair_months", sa.Integer(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_candidacies_application_id_applications"),
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_candidacies_role_id_roles")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidacies")),
        sa.UniqueConstraint("application_id", name=op.f("uq_candidacies_application_id")),
    )
    op.create_index("ix_candidacies_role_stage", "candidacies", ["role_id", "stage"], unique=False)
    op.create_table(
        "private_notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidacy_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_private_notes_author_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacies.id"],
            name=op.f("fk_private_notes_candidacy_id_candidacies"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_notes")),
    )
    op.create_index(
        op.f("ix_private_notes_candidacy_id"), "private_notes", ["candidacy_id"], unique=False
    )
    op.create_table(
        "refusals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidacy_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "criteria",
                "coverage",
                "stronger_pair",
                "role_changed",
                "role_filled",
                "other",
                name="reason",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_refusals_author_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacies.id"],
            name=op.f("fk_refusals_candidacy_id_candidacies"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
        sa.UniqueConstraint("candidacy_id", name=op.f("uq_refusals_candidacy_id")),
    )


def downgrade() -> None:
    op.drop_table("refusals")
    op.drop_index(op.f("ix_private_notes_candidacy_id"), table_name="private_notes")
    op.drop_table("private_notes")
    op.drop_index("ix_candidacies_role_stage", table_name="candidacies")
    op.drop_table("candidacies")
