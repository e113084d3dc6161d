"""The reader in use: the catalogue of the file with the aliases accepted since, compiled anew when one is accepted."""

from __future__ import annotations

from threading import Lock

from bot.domain.growing import with_accepted
from bot.domain.ports import Store
from bot.understanding.reader import Reader


class GrownReader:
    """One for a process; every turn asks it, in whatever thread the turn runs."""

    def __init__(self, reader: Reader) -> None:
        """`reader`: of indicators.yaml alone."""
        self._of_file = reader
        self._current = reader
        self._version = 0
        self._compiling = Lock()

    def current(self, store: Store) -> Reader:
        """The reader of the version that stands in the database.

        Compiled in the turn that first sees a new version (a fifth of a second, docs/growing.md), so that no turn anywhere
        reads with aliases older than its own transaction.
        """
        version = store.aliases_version()
        with self._compiling:
            if version != self._version:  # smaller: what an alias was accepted with was undone, or this turn began before it
                self._current = Reader(with_accepted(self._of_file.catalogue, store.accepted_aliases()))
                self._version = version
            return self._current
