"""What is remembered, on SQLite or PostgreSQL. Imports no telegram and no handlers."""

from storage.database import Storage
from storage.errors import DatabaseTooNew, StorageUnavailable
from storage.inbox import InboxItem
from storage.outbox import OutboxItem
from storage.unit_of_work import UnitOfWork

__all__ = ["DatabaseTooNew", "InboxItem", "OutboxItem", "Storage", "StorageUnavailable", "UnitOfWork"]
