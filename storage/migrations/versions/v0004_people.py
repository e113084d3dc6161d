"""Invites for several agencies, who answers for which rows, and the history of administrative acts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0004"
down_revision = "0003"

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "invite_agency",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.ForeignKeyConstraint(["token"], ["invite.token"], name="fk_invite_agency_token", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token", "agency", name="pk_invite_agency"),
    )
    op.create_table(
        "duty",
        sa.Column("agency", CODE, nullable=False),
        sa.Column("row", CODE, nullable=False),
        sa.Column("person_id", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("agency", "row", name="pk_duty"),
    )
    op.create_index("ix_duty_person_id", "duty", ["person_id"])
    op.create_table(
        "act",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_id", INTEGER, nullable=True),
        sa.Column("person_id", INTEGER, nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("agency", CODE, nullable=True),
        sa.Column("before", CODE, nullable=True),
        sa.Column("row", CODE, nullable=True),
        sa.Column("chat_id", INTEGER, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_act"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_act_person_id_id", "act", ["person_id", "id"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("act")
    op.drop_table("duty")
    op.drop_table("invite_agency")
