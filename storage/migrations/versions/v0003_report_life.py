"""Why a report was returned or reopened, which rows, until when; steps that nobody but time takes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the columns. SQLite's tables are made anew, so that they read as if they had been made so."""
    with op.batch_alter_table("report", recreate="auto" if _on_postgresql() else "always") as report:
        columns: tuple[sa.Column[Any], ...] = (sa.Column("since", MOMENT), *_columns())
        for column in columns:
            report.add_column(column)
    op.create_index("ix_report_state", "report", ["state"])
    with op.batch_alter_table(
        "report_step",
        recreate="auto" if _on_postgresql() else "always",
        table_kwargs={"sqlite_autoincrement": True},
    ) as steps:
        steps.alter_column("by_id", existing_type=sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        columns = (sa.Column("before", sa.Text()), *_columns())
        for column in columns:
            steps.add_column(column)


def downgrade() -> None:
    """Drop them, and what the version before could not read: a report on paper is open there, time takes no steps."""
    op.execute("UPDATE report SET state = 'open' WHERE state = 'on_paper'")
    op.execute("DELETE FROM report_step WHERE state = 'on_paper' OR by_id IS NULL")
    op.drop_index("ix_report_state", "report")
    with op.batch_alter_table("report", recreate="auto" if _on_postgresql() else "always") as report:
        for name in ("since", "reason", "rows", "open_until"):
            report.drop_column(name)
    with op.batch_alter_table(
        "report_step",
        recreate="auto" if _on_postgresql() else "always",
        table_kwargs={"sqlite_autoincrement": True},
    ) as steps:
        steps.alter_column("by_id", existing_type=sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False)
        for name in ("before", "reason", "rows", "open_until"):
            steps.drop_column(name)


def _columns() -> tuple[sa.Column[Any], ...]:
    return (sa.Column("reason", sa.Text()), sa.Column("rows", sa.JSON()), sa.Column("open_until", MOMENT))


def _on_postgresql() -> bool:
    return bool(op.get_context().dialect.name == "postgresql")
