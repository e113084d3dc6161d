"""Wordings that were not understood, and the aliases accepted from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0002"
down_revision = "0001"

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "alias",
        sa.Column("version", INTEGER, nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("indicator", CODE, nullable=True),
        sa.Column("catalogue", sa.Text(), nullable=False),
        sa.Column("by_id", INTEGER, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_alias"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alias_wording_version", "alias", ["wording", "version"])
    op.create_table(
        "unmatched",
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("refused", INTEGER, nullable=False),
        sa.Column("asked", INTEGER, nullable=False),
        sa.Column("first_at", MOMENT, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("nearest", CODE, nullable=True),
        sa.PrimaryKeyConstraint("wording", name="pk_unmatched"),
    )
    op.create_index("ix_unmatched_last_at", "unmatched", ["last_at"])
    op.create_table(
        "unmatched_choice",
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("indicator", CODE, nullable=False),
        sa.Column("times", INTEGER, nullable=False),
        sa.ForeignKeyConstraint(["wording"], ["unmatched.wording"], name="fk_unmatched_choice_wording", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("wording", "indicator", name="pk_unmatched_choice"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("unmatched_choice")
    op.drop_table("unmatched")
    op.drop_table("alias")
