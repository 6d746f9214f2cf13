"""Adverts with their duties and criteria."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("created_by_id", sa.Uuid(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum("posted", "imported", name="origin", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "in_review",
                "changes_asked",
                "approved",
                "published",
                "paused",
                "closed_early",
                "filled",
                "cancelled",
                "archived",
                name="rolestatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("sector", sa.String(length=40), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("requirements", sa.Text(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("postcode", sa.String(length=10), nullable=False),
        sa.Column("latitude", sa.Integer(), nullable=True),
        sa.Column("longitude", sa.Integer(), nullable=True),
        sa.Column(
            "work_mode",
            sa.Enum("on_site", "hybrid", "remote", name="workmode", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("salary_min", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("salary_max", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("salary_currency", sa.String(length=10), nullable=False),
        sa.Column(
            "salary_period",
            sa.Enum(
                "year",
                "month",
                "day",
                "session",
                "hour",
                name="salaryperiod",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("salary_text", sa.String(length=200), nullable=False),
        sa.Column("full_time_hours", sa.Numeric(precision=4, scale=2), nullable=True),
        sa.Column("funded_tenths", sa.Integer(), nullable=True),
        sa.Column("share_types", sa.JSON(), nullable=False),
        sa.Column("coverage", sa.String(length=40), nullable=True),
        sa.Column("min_overlap", sa.Integer(), nullable=True),
        sa.Column("contract", sa.String(length=80), nullable=False),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("closes_zone", sa.String(length=40), nullable=False),
        sa.Column("interview_dates", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("source_id", sa.String(length=120), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "origin = 'imported' OR status IN ('draft', 'in_review', 'changes_asked', 'approved') OR (level IS NOT NULL AND work_mode IS NOT NULL AND salary_min IS NOT NULL AND salary_max IS NOT NULL AND full_time_hours IS NOT NULL AND funded_tenths IS NOT NULL AND coverage IS NOT NULL AND min_overlap IS NOT NULL AND closes_at IS NOT NULL)",
            name=op.f("ck_roles_posted_is_complete"),
        ),
        sa.CheckConstraint("funded_tenths BETWEEN 10 AND 14", name=op.f("ck_roles_funded_fte")),
        sa.CheckConstraint("level BETWEEN 1 AND 8", name=op.f("ck_roles_level")),
        sa.CheckConstraint("salary_min <= salary_max", name=op.f("ck_roles_salary_in_order")),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["users.id"],
            name=op.f("fk_roles_created_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_roles_organisation_id_organisations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
        sa.UniqueConstraint("source_id", name=op.f("uq_roles_source_id")),
    )
    op.create_index(op.f("ix_roles_organisation_id"), "roles", ["organisation_id"], unique=False)
    op.create_index("ix_roles_status_closes_at", "roles", ["status", "closes_at"], unique=False)
    op.create_table(
        "criteria",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("is_essential", sa.Boolean(), nullable=False),
        sa.Column(
            "held_by",
            sa.Enum("each", "pair", name="heldby", native_enum=False, length=32),
            nullable=False,
        ),
        sa.CheckConstraint("weight BETWEEN 1 AND 5", name=op.f("ck_criteria_weight")),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_criteria_role_id_roles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criteria")),
    )
    op.create_index(op.f("ix_criteria_role_id"), "criteria", ["role_id"], unique=False)
    op.create_table(
        "duties",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "may_lead",
            sa.Enum("either", "joint", name="maylead", native_enum=False, length=32),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["roles.id"], name=op.f("fk_duties_role_id_roles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
    )
    op.create_index(op.f("ix_duties_role_id"), "duties", ["role_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_duties_role_id"), table_name="duties")
    op.drop_table("duties")
    op.drop_index(op.f("ix_criteria_role_id"), table_name="criteria")
    op.drop_table("criteria")
    op.drop_index("ix_roles_status_closes_at", table_name="roles")
    op.drop_index(op.f("ix_roles_organisation_id"), table_name="roles")
    op.drop_table("roles")
