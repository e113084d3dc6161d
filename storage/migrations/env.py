"""Alembic runs this for each command; `storage.migrations` has put the connection, in its transaction, into the attributes."""

from alembic import context

from storage.queue_tables import OutboxRow  # this module brings in all tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=OutboxRow.metadata,
    render_as_batch=True,  # SQLite cannot alter a table, Alembic copies it
    transactional_ddl=True,  # on SQLite too: the engine begins transactions itself, so that DDL is part of them
)
with context.begin_transaction():
    context.run_migrations()
