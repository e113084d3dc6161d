"""Pictures and documents to be sent, what could not be delivered, and which process sends."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
_UNREPORTED = sa.text("outcome = 'undeliverable' AND reported_at IS NULL")
UNREPORTED: dict[str, Any] = {"sqlite_where": _UNREPORTED, "postgresql_where": _UNREPORTED}


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("outbox", sa.Column("recipe", sa.JSON(), nullable=True))
    op.add_column("outbox", sa.Column("reported_at", MOMENT, nullable=True))
    op.add_column("unreachable_chat", sa.Column("reported_at", MOMENT, nullable=True))
    op.create_index("ix_outbox_unreported", "outbox", ["chat_id"], **UNREPORTED)
    op.create_table(
        "sender",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sender"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("sender")
    op.drop_index("ix_outbox_unreported", "outbox")
    op.drop_column("unreachable_chat", "reported_at")
    op.drop_column("outbox", "reported_at")
    op.drop_column("outbox", "recipe")
