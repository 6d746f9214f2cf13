"""The agency that runs a role for its organisation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None
FOREIGN_KEY = "fk_roles_agency_id_organisations"


def upgrade() -> None:
    with op.batch_alter_table("roles") as table:
        table.add_column(sa.Column("agency_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(
            FOREIGN_KEY, "organisations", ["agency_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index(op.f("ix_roles_agency_id"), "roles", ["agency_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_roles_agency_id"), "roles")
    with op.batch_alter_table("roles") as table:
        table.drop_constraint(FOREIGN_KEY, type_="foreignkey")
        table.drop_column("agency_id")
