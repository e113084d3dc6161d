"""One transaction over everything that is remembered."""

from __future__ import annotations

from storage.administration import Administration
from storage.chats import Chats
from storage.conversation import Conversation
from storage.deliveries import Deliveries
from storage.history import History
from storage.received_files import ReceivedFiles
from storage.reminding import Reminding
from storage.reports import Reports
from storage.retention import Retention
from storage.values import Values
from storage.vitals import Vitality
from storage.wordings import Wordings


class UnitOfWork(
    Values,
    History,
    Reports,
    Administration,
    Conversation,
    Vitality,
    Reminding,
    Chats,
    Wordings,
    Deliveries,
    Retention,
    ReceivedFiles,
):
    """The `bot.domain.ports.Store` of one transaction, and the queues.

    `Vitality` brings the inbox with it, `Reminding` ledger and outbox, `Administration` people.
    Left without `commit` nothing has happened. Used in one thread only.
    """

    def commit(self) -> None:
        """Make everything since the last commit last."""
        self._connection.commit()
        self._forget_reads()
