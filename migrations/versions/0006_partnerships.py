"""Pairs, invitations between people, the joint track record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "partnerships",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("two", sa.String(length=80), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "connected",
                "formed",
                "paused",
                "dissolving",
                "dissolved",
                "parted",
                name="partnershipstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("first_confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("second_confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("formed_at", sa.DateTime(), nullable=True),
        sa.Column("parted_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column(
            "share_type",
            sa.Enum(
                "twin",
                "islands",
                "hybrid",
                "developmental",
                name="sharetype",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "acceptance",
            sa.Enum("together_only", "either", name="acceptance", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("proposition", sa.Text(), nullable=False),
        sa.Column("proposition_number", sa.Integer(), nullable=False),
        sa.Column("proposition_by_id", sa.Uuid(), nullable=True),
        sa.Column("proposition_at", sa.DateTime(), nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id <> second_id", name=op.f("ck_partnerships_two_people")),
        sa.ForeignKeyConstraint(
            ["first_id"], ["users.id"], name=op.f("fk_partnerships_first_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["proposition_by_id"],
            ["users.id"],
            name=op.f("fk_partnerships_proposition_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["users.id"], name=op.f("fk_partnerships_second_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnerships")),
    )
    op.create_index(op.f("ix_partnerships_first_id"), "partnerships", ["first_id"], unique=False)
    op.create_index(op.f("ix_partnerships_second_id"), "partnerships", ["second_id"], unique=False)
    op.create_index(
        "uq_partnerships_two_live",
        "partnerships",
        ["two"],
        unique=True,
        sqlite_where=sa.text("status IN ('connected', 'dissolving', 'formed', 'paused')"),
        postgresql_where=sa.text("status IN ('connected', 'dissolving', 'formed', 'paused')"),
    )
    op.create_table(
        "partnership_invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inviter_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(), nullable=True),
        sa.Column("declined_at", sa.DateTime(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(), nullable=True),
        sa.Column("nonce", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=80), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inviter_id"],
            ["users.id"],
            name=op.f("fk_partnership_invitations_inviter_id_users"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_partnership_invitations_partnership_id_partnerships"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership_invitations")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_partnership_invitations_token_hash")),
    )
    op.create_index(
        op.f("ix_partnership_invitations_address"),
        "partnership_invitations",
        ["address"],
        unique=False,
    )
    op.create_index(
        op.f("ix_partnership_invitations_inviter_id"),
        "partnership_invitations",
        ["inviter_id"],
        unique=False,
    )
    op.create_table(
        "track_record_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "as_pair",
                "worked_together",
                "individual",
                name="recordkind",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "who",
            sa.Enum("a", "b", "both", name="who", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("organisation", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("measure", sa.String(length=120), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= started_on",
            name=op.f("ck_track_record_entries_dates_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_track_record_entries_partnership_id_partnerships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["users.id"],
            name=op.f("fk_track_record_entries_written_by_id_users"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_track_record_entries")),
    )
    op.create_index(
        op.f("ix_track_record_entries_partnership_id"),
        "track_record_entries",
        ["partnership_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_track_record_entries_partnership_id"), table_name="track_record_entries")
    op.drop_table("track_record_entries")
    op.drop_index(
        op.f("ix_partnership_invitations_inviter_id"), table_name="partnership_invitations"
    )
    op.drop_index(op.f("ix_partnership_invitations_address"), table_name="partnership_invitations")
    op.drop_table("partnership_invitations")
    op.drop_index(
        "uq_partnerships_two_live",
        table_name="partnerships",
        sqlite_where=sa.text("status IN ('connected', 'dissolving', 'formed', 'paused')"),
        postgresql_where=sa.text("status IN ('connected', 'dissolving', 'formed', 'paused')"),
    )
    op.drop_index(op.f("ix_partnerships_second_id"), table_name="partnerships")
    op.drop_index(op.f("ix_partnerships_first_id"), table_name="partnerships")
    op.drop_table("partnerships")
