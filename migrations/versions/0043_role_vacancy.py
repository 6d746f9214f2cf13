"""What is vacant: a whole role, or two part-time posts that become a job share at a review."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

KIND = sa.Enum("whole", "transitional", name="vacancykind", native_enum=False, length=32)
CHECK = "ck_roles_review_weeks"


def upgrade() -> None:
    with op.batch_alter_table("roles") as table:
        table.add_column(sa.Column("vacancy_kind", KIND, nullable=False, server_default="whole"))
        table.add_column(sa.Column("review_weeks", sa.Integer(), nullable=True))
        table.add_column(
            sa.Column("review_conditions", sa.JSON(), nullable=False, server_default="[]")
        )
        table.create_check_constraint(op.f(CHECK), "review_weeks BETWEEN 1 AND 52")


def downgrade() -> None:
    with op.batch_alter_table("roles") as table:
        table.drop_constraint(op.f(CHECK), type_="check")
        for name in ("review_conditions", "review_weeks", "vacancy_kind"):
            table.drop_column(name)
