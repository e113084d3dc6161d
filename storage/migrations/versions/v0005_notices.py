"""Reminders: moved deadlines, agencies' own rules, one reminder a day, snoozes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0005"
down_revision = "0004"

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "moved_deadline",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("by_id", INTEGER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_moved_deadline"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_moved_deadline_period_id", "moved_deadline", ["period", "id"])
    op.create_table(
        "own_rules",
        sa.Column("agency", CODE, nullable=False),
        sa.Column("remind_minute", INTEGER, nullable=True),
        sa.Column("closing_days", INTEGER, nullable=True),
        sa.Column("overdue_days", INTEGER, nullable=True),
        sa.Column("viewers_after", INTEGER, nullable=True),
        sa.Column("groups_after", INTEGER, nullable=True),
        sa.Column("administrators_after", INTEGER, nullable=True),
        sa.Column("by_id", INTEGER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("agency", name="pk_own_rules"),
    )
    op.create_table(
        "reminder",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person_id", INTEGER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("day", "person_id", name="pk_reminder"),
    )
    op.create_table(
        "notice_message",
        sa.Column("outbox_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("person_id", INTEGER, nullable=True),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_notice_message_outbox_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("outbox_id", name="pk_notice_message"),
    )
    op.create_table(
        "snooze",
        sa.Column("person_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_snooze"),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("snooze", "notice_message", "reminder", "own_rules", "moved_deadline"):
        op.drop_table(table)
