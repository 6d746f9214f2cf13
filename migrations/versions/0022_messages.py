"""What a pair and an employer write to each other, and who of them has read it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "message_threads",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("partnership_id", sa.Uuid(), nullable=False),
        sa.Column("application_id", sa.Uuid(), nullable=True),
        sa.Column("candidacy_id", sa.Uuid(), nullable=True),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "(application_id IS NULL) = (candidacy_id IS NULL)",
            name=op.f("ck_message_threads_with_an_employer_or_not"),
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_message_threads_application_id_applications"),
        ),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacies.id"],
            name=op.f("fk_message_threads_candidacy_id_candidacies"),
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnerships.id"],
            name=op.f("fk_message_threads_partnership_id_partnerships"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_threads")),
        sa.UniqueConstraint("application_id", name=op.f("uq_message_threads_application_id")),
    )
    for column in ("partnership_id", "candidacy_id"):
        op.create_index(op.f(f"ix_message_threads_{column}"), "message_threads", [column])
    op.create_table(
        "messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("thread_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_messages_author_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"],
            ["message_threads.id"],
            name=op.f("fk_messages_thread_id_message_threads"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
    )
    op.create_index("ix_messages_thread_id_sent_at", "messages", ["thread_id", "sent_at"])
    op.create_table(
        "message_receipts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name=op.f("fk_message_receipts_message_id_messages"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_message_receipts_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_receipts")),
        sa.UniqueConstraint(
            "message_id", "user_id", name=op.f("uq_message_receipts_message_id_user_id")
        ),
    )
    op.create_index(
        "ix_message_receipts_user_id_read_at", "message_receipts", ["user_id", "read_at"]
    )


def downgrade() -> None:
    op.drop_index("ix_message_receipts_user_id_read_at", table_name="message_receipts")
    op.drop_table("message_receipts")
    op.drop_index("ix_messages_thread_id_sent_at", table_name="messages")
    op.drop_table("messages")
    for column in ("candidacy_id", "partnership_id"):
        op.drop_index(op.f(f"ix_message_threads_{column}"), table_name="message_threads")
    op.drop_table("message_threads")
