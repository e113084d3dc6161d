"""First tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import NUMERIC, TEXT

revision = "0001"
down_revision = None

INTEGER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
DECIMAL = sa.Text().with_variant(NUMERIC(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
TO_DO: dict[str, Any] = {"sqlite_where": sa.text("outcome IS NULL"), "postgresql_where": sa.text("outcome IS NULL")}
FILLED: dict[str, Any] = {"sqlite_where": sa.text("slot IS NOT NULL"), "postgresql_where": sa.text("slot IS NOT NULL")}


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "button",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("chat_id", INTEGER, nullable=False),
        sa.Column("person_id", INTEGER, nullable=True),
        sa.Column("action", sa.JSON(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("message_id", INTEGER, nullable=True),
        sa.PrimaryKeyConstraint("token", name="pk_button"),
    )
    op.create_index("ix_button_chat_id", "button", ["chat_id"])
    op.create_index("ix_button_expires_at", "button", ["expires_at"])
    op.create_table(
        "chat_group",
        sa.Column("chat_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("thread_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("agency", CODE, nullable=True),
        sa.Column("registered_by", INTEGER, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "thread_id", name="pk_chat_group"),
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("chat_id", INTEGER, nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("received_at", MOMENT, nullable=True),
        sa.Column("attempts", INTEGER, nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("failed_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_waiting", "inbox", ["update_id"], **TO_DO)
    op.create_table(
        "invite",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("agency", CODE, nullable=True),
        sa.Column("created_by", INTEGER, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_by", INTEGER, nullable=True),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("token", name="pk_invite"),
    )
    op.create_table(
        "memory",
        sa.Column("chat_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("person_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "person_id", "kind", name="pk_memory"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("chat_id", INTEGER, nullable=False),
        sa.Column("thread_id", INTEGER, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("buttons", sa.JSON(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("subject", sa.JSON(), nullable=True),
        sa.Column("is_broadcast", sa.Boolean(), nullable=False),
        sa.Column("reply_to", INTEGER, nullable=True),
        sa.Column("edits", INTEGER, nullable=True),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.Column("attempts", INTEGER, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("message_id", INTEGER, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat", "outbox", ["chat_id", "slot"], **TO_DO)
    op.create_index("ix_outbox_held", "outbox", ["held_until"], **TO_DO)
    op.create_index("ix_outbox_order", "outbox", ["is_broadcast", "id"], **TO_DO)
    op.create_table(
        "person",
        sa.Column("id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "report",
        sa.Column("period", CODE, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("submitted_by", INTEGER, nullable=True),
        sa.PrimaryKeyConstraint("period", "agency", name="pk_report"),
    )
    op.create_table(
        "report_step",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("by_id", INTEGER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_step"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_report_step_agency_period_id", "report_step", ["agency", "period", "id"])
    op.create_table(
        "sent_message",
        sa.Column("chat_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("message_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("subject", sa.JSON(), nullable=True),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_sent_message"),
    )
    op.create_index("ix_sent_message_chat_id_slot", "sent_message", ["chat_id", "slot"], **FILLED)
    op.create_table(
        "unreachable_chat",
        sa.Column("chat_id", INTEGER, autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_unreachable_chat"),
    )
    op.create_table(
        "value_history",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("indicator", CODE, nullable=False),
        sa.Column("before_state", sa.Text(), nullable=True),
        sa.Column("before_number", DECIMAL, nullable=True),
        sa.Column("before_estimate", sa.Boolean(), nullable=False),
        sa.Column("note_before", sa.Text(), nullable=True),
        sa.Column("after_state", sa.Text(), nullable=True),
        sa.Column("after_number", DECIMAL, nullable=True),
        sa.Column("after_estimate", sa.Boolean(), nullable=False),
        sa.Column("note_after", sa.Text(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("by_id", INTEGER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_chat_id", INTEGER, nullable=True),
        sa.Column("source_message_id", INTEGER, nullable=True),
        sa.Column("source_file_name", sa.Text(), nullable=True),
        sa.Column("source_place", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_value_history"),
        sa.UniqueConstraint("batch", "position", name="uq_value_history_batch_position"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_value_history_agency_period_indicator_id", "value_history", ["agency", "period", "indicator", "id"])
    op.create_table(
        "value_set_aside",
        sa.Column("period", CODE, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("indicator", CODE, nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_chat_id", INTEGER, nullable=True),
        sa.Column("source_message_id", INTEGER, nullable=True),
        sa.Column("source_file_name", sa.Text(), nullable=True),
        sa.Column("source_place", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("period", "agency", "indicator", name="pk_value_set_aside"),
    )
    op.create_table(
        "notice",
        sa.Column("id", INTEGER, nullable=False),
        sa.Column("chat_id", INTEGER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("outbox_id", INTEGER, nullable=True),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_notice_outbox_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint("chat_id", "kind", "period", "agency", "due", name="uq_notice_chat_id_kind_period_agency_due"),
    )
    op.create_index("ix_notice_outbox_id", "notice", ["outbox_id"])
    op.create_table(
        "person_grant",
        sa.Column("person_id", INTEGER, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("agency", CODE, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_grant_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "position", name="pk_person_grant"),
    )
    op.create_index("ix_person_grant_role_agency", "person_grant", ["role", "agency"])
    op.create_table(
        "value",
        sa.Column("period", CODE, nullable=False),
        sa.Column("agency", CODE, nullable=False),
        sa.Column("indicator", CODE, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("number", DECIMAL, nullable=True),
        sa.Column("estimate", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("entered_by", INTEGER, nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("change_id", INTEGER, nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=False),
        sa.Column("source_chat_id", INTEGER, nullable=True),
        sa.Column("source_message_id", INTEGER, nullable=True),
        sa.Column("source_file_name", sa.Text(), nullable=True),
        sa.Column("source_place", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["change_id"], ["value_history.id"], name="fk_value_change_id"),
        sa.PrimaryKeyConstraint("period", "agency", "indicator", name="pk_value"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_value_agency_indicator", "value", ["agency", "indicator"])
    op.create_index("ix_value_period_indicator", "value", ["period", "indicator"])
    if op.get_bind().dialect.name == "sqlite":
        _describe_values_to_sqlite()


def _describe_values_to_sqlite() -> None:
    """Tell SQLite the shape of a filled table; it would guess that a period has ten values and read all of them for one.

    Rows in all, then rows for each value of the first column, of the first two … (https://sqlite.org/fileformat2.html#stat1tab).
    Never measured again (no ANALYZE), so that the same question is answered the same way in every database.
    """
    op.execute("ANALYZE")  # makes the table sqlite_stat1
    for index, rows in (
        ("value", "500000 25000 160 1"),
        ("ix_value_period_indicator", "500000 25000 150"),
        ("ix_value_agency_indicator", "500000 3300 20"),
    ):
        op.execute(sa.text("INSERT INTO sqlite_stat1 VALUES ('value', :idx, :stat)").bindparams(idx=index, stat=rows))
    op.execute("ANALYZE sqlite_schema")  # reads it


def downgrade() -> None:
    """Drop them, those that point at others first."""
    for table in (
        "value",
        "person_grant",
        "notice",
        "value_set_aside",
        "value_history",
        "unreachable_chat",
        "sent_message",
        "report_step",
        "report",
        "person",
        "outbox",
        "memory",
        "invite",
        "inbox",
        "chat_group",
        "button",
    ):
        op.drop_table(table)
