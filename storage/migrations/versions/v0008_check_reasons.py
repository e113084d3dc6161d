"""Reasons for figures that fail a check, and finding what somebody wrote last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0008"
down_revision = "0007"

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the table and the index."""
    op.create_table(
        "check_reason",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", INTEGER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_check_reason"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_check_reason_agency_id", "check_reason", ["agency", "id"])
    op.create_index("ix_value_history_by_id_id", "value_history", ["by_id", "id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_value_history_by_id_id", "value_history")
    op.drop_table("check_reason")
