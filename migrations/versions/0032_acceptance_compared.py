"""A private answer to together or either is compared once.

Where both had answered, the two have been compared.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

ANSWERS = sa.table(
    "acceptance_answers",
    sa.column("application_id", sa.Uuid()),
    sa.column("is_compared", sa.Boolean()),
)


def upgrade() -> None:
    op.add_column(
        "acceptance_answers",
        sa.Column("is_compared", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    both = (
        sa.select(ANSWERS.c.application_id)
        .group_by(ANSWERS.c.application_id)
        .having(sa.func.count() == 2)
    )
    op.execute(
        sa.update(ANSWERS).where(ANSWERS.c.application_id.in_(both)).values(is_compared=True)
    )


def downgrade() -> None:
    with op.batch_alter_table("acceptance_answers") as table:
        table.drop_column("is_compared")
