"""What all repositories share: the connection of the unit of work, and statements that each database words in its own way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Insert, func, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.domain.report import Report
from bot.domain.value import StoredValue
from storage.prepared import Prepared, Rows
from storage.tables import Base

_NONE: Mapping[str, Any] = {}


@dataclass(slots=True)
class CommonReads:
    """What nearly every turn asks for and hardly any changes, read once for all units of work of one transaction."""

    reports: dict[tuple[AgencyCode, Period], Report] = field(default_factory=dict)
    seldom_there: Any = None  # see storage.seldom

    def forget(self) -> None:
        """Read anew."""
        self.reports.clear()
        self.seldom_there = None


class Repository:
    """A topic's reads and writes inside one transaction."""

    def __init__(self, connection: Connection, common: CommonReads | None = None) -> None:
        """Work on that connection. `common`: what units of work before this one have read in the same transaction."""
        self._connection = connection
        self._common = CommonReads() if common is None else common
        self._on_postgresql = connection.dialect.name == "postgresql"
        # read once, for a turn asks for the same again and again:
        # what conversations remember, by chat and person: JSON as read, or the document as written in this turn
        self._memories: dict[tuple[int, int], dict[str, str | Mapping[str, Any]]] = {}
        self._values_of: dict[tuple[AgencyCode, Period], list[StoredValue]] = {}  # whole reports

    def _forget_reads(self) -> None:
        """Read anew what was read: something was written, or may have been by others."""
        self._memories.clear()
        self._values_of.clear()
        self._common.forget()

    def _wait_for_other_writers(self, reports: Sequence[tuple[AgencyCode, Period]]) -> None:
        """One writer at a time for a report, in a fixed order; SQLite lets one writer in anyway.

        A row lock would not do: two first entries of a key have no row to lock yet.
        """
        if self._on_postgresql:
            self._forget_reads()  # whoever we wait for may be about to change it
            for agency, period in reports:
                self._connection.execute(
                    select(func.pg_advisory_xact_lock(func.hashtextextended(f"{agency}/{period.code}", 0)))
                )

    def _run(self, statement: Prepared, parameters: Mapping[str, Any] = _NONE) -> Rows:
        """Run a statement that is prepared."""
        return statement.run(self._connection, parameters)

    def _run_for_each(self, statement: Prepared, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement that is prepared, and gives nothing back, for several rows at once."""
        if rows:
            statement.run_for_each(self._connection, rows)

    def _store(self, statement: Upsert, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> int:
        """Run an upsert for one row or several; how many rows were written, for one row only."""
        worded = statement.worded_for(self._connection)
        if isinstance(rows, Mapping):
            return self._run(worded, rows).rowcount
        if len(rows) == 1:
            return self._run(worded, rows[0]).rowcount
        return self._connection.execute(worded.statement, rows).rowcount


class Upsert:
    """INSERT of a row whose key may be there already: its other columns are replaced, or (keep) the old row stays.

    Of `keep_unless_given`, a column is replaced only by something: None leaves what is there.
    """

    def __init__(
        self, row: type[Base], *, key: Sequence[str], keep: bool = False, keep_unless_given: Sequence[str] = ()
    ) -> None:
        """Prepare the statement for both databases; `key` names the columns of the unique key."""
        self._statements: dict[str, Prepared] = {}
        for engine, dialect in (("postgresql", postgresql), ("sqlite", sqlite)):
            insert = dialect.insert(row)
            if keep:
                worded: Insert = insert.on_conflict_do_nothing(index_elements=key)
            else:
                others: dict[str, Any] = {column.name: column for column in insert.excluded if column.name not in key}
                for name in keep_unless_given:
                    others[name] = func.coalesce(insert.excluded[name], getattr(row, name))
                worded = insert.on_conflict_do_update(index_elements=key, set_=others)
            self._statements[engine] = Prepared(worded.execution_options(preserve_rowcount=True))

    def worded_for(self, connection: Connection) -> Prepared:
        """The statement in the words of that database."""
        return self._statements[connection.dialect.name]
