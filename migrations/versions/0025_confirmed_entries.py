"""How a referee may be named, and what was confirmed of a track record when it was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("referee_asks") as table:
        table.add_column(
            sa.Column("shown_as", sa.String(length=120), nullable=False, server_default="")
        )
    with op.batch_alter_table("submissions") as table:
        table.add_column(
            sa.Column("confirmed", sa.JSON(), nullable=False, server_default=sa.text("'{}'"))
        )


def downgrade() -> None:
    with op.batch_alter_table("submissions") as table:
        table.drop_column("confirmed")
    with op.batch_alter_table("referee_asks") as table:
        table.drop_column("shown_as")
