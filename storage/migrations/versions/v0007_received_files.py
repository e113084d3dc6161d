"""Files that people send to the chat, to be read by a worker and stored by a press."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
CODE = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
_TO_READ = sa.text("state IN ('waiting', 'reading')")
_UNDECIDED = sa.text("outcome IS NOT NULL")
TO_READ: dict[str, Any] = {"sqlite_where": _TO_READ, "postgresql_where": _TO_READ}
UNDECIDED: dict[str, Any] = {"sqlite_where": _UNDECIDED, "postgresql_where": _UNDECIDED}


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "received_file",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("update_id", INTEGER, nullable=False),
        sa.Column("chat_id", INTEGER, nullable=False),
        sa.Column("thread_id", INTEGER, nullable=True),
        sa.Column("person_id", INTEGER, nullable=False),
        sa.Column("message_id", INTEGER, nullable=True),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("agency", CODE, nullable=True),
        sa.Column("period", CODE, nullable=True),
        sa.Column("partial", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", INTEGER, nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.Column("outcome", sa.JSON(), nullable=True),
        sa.Column("decided", sa.JSON(), nullable=True),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_received_file"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_received_file_person_id_unique_id", "received_file", ["person_id", "unique_id"])
    op.create_index("ix_received_file_to_read", "received_file", ["id"], **TO_READ)
    op.create_index("ix_received_file_undecided", "received_file", ["changed_at"], **UNDECIDED)


def downgrade() -> None:
    """Take it away."""
    op.drop_table("received_file")
