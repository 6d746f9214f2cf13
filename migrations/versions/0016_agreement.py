"""Two people answer each other's questions, privately first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "prompt_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("prompt", sa.String(length=40), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("ready_at", sa.DateTime(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_prompt_answers_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_prompt_answers_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompt_answers")),
        sa.UniqueConstraint(
            "partnership_id",
            "prompt",
            "user_id",
            name=op.f("uq_prompt_answers_partnership_id_prompt_user_id"),
        ),
    )
    op.create_index(op.f("ix_prompt_answers_partnership_id"), "prompt_answers", ["partnership_id"])
    op.create_index(op.f("ix_prompt_answers_user_id"), "prompt_answers", ["user_id"])

    op.create_table(
        "prompt_reveals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("prompt", sa.String(length=40), nullable=False),
        sa.Column("revealed_at", sa.DateTime(), nullable=False),
        sa.Column("talked_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_prompt_reveals_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prompt_reveals")),
        sa.UniqueConstraint(
            "partnership_id", "prompt", name=op.f("uq_prompt_reveals_partnership_id_prompt")
        ),
    )
    op.create_index(op.f("ix_prompt_reveals_partnership_id"), "prompt_reveals", ["partnership_id"])

    op.create_table(
        "answer_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("prompt", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_answer_versions_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_answer_versions_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_versions")),
        sa.UniqueConstraint(
            "partnership_id",
            "prompt",
            "user_id",
            "number",
            name=op.f("uq_answer_versions_partnership_id_prompt_user_id_number"),
        ),
    )
    op.create_index(
        op.f("ix_answer_versions_partnership_id"), "answer_versions", ["partnership_id"]
    )
    op.create_index(op.f("ix_answer_versions_user_id"), "answer_versions", ["user_id"])

    op.create_table(
        "agreement_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("first_done_at", sa.DateTime(), nullable=True),
        sa.Column("second_done_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_agreement_checks_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_checks")),
        sa.UniqueConstraint(
            "partnership_id", "number", name=op.f("uq_agreement_checks_partnership_id_number")
        ),
    )
    op.create_index(
        op.f("ix_agreement_checks_partnership_id"), "agreement_checks", ["partnership_id"]
    )

    op.create_table(
        "horizons",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("where_next", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("ready_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("years BETWEEN 0 AND 15", name=op.f("ck_horizons_years_in_reach")),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_horizons_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_horizons_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_horizons")),
        sa.UniqueConstraint(
            "partnership_id", "user_id", name=op.f("uq_horizons_partnership_id_user_id")
        ),
    )
    op.create_index(op.f("ix_horizons_partnership_id"), "horizons", ["partnership_id"])
    op.create_index(op.f("ix_horizons_user_id"), "horizons", ["user_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_horizons_user_id"), table_name="horizons")
    op.drop_index(op.f("ix_horizons_partnership_id"), table_name="horizons")
    op.drop_table("horizons")
    op.drop_index(op.f("ix_agreement_checks_partnership_id"), table_name="agreement_checks")
    op.drop_table("agreement_checks")
    op.drop_index(op.f("ix_answer_versions_user_id"), table_name="answer_versions")
    op.drop_index(op.f("ix_answer_versions_partnership_id"), table_name="answer_versions")
    op.drop_table("answer_versions")
    op.drop_index(op.f("ix_prompt_reveals_partnership_id"), table_name="prompt_reveals")
    op.drop_table("prompt_reveals")
    op.drop_index(op.f("ix_prompt_answers_user_id"), table_name="prompt_answers")
    op.drop_index(op.f("ix_prompt_answers_partnership_id"), table_name="prompt_answers")
    op.drop_table("prompt_answers")
