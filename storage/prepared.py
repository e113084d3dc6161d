"""Statements that are worded once: SQLAlchemy writes them and converts their values, the driver runs them.

A turn runs some thirty small statements. Putting each together, and taking its result apart, cost SQLAlchemy seven times what
the database needs for it (docs/decisions/0012).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from sqlalchemy import BindParameter, ColumnElement, Connection, Dialect, Select, UpdateBase, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Statement = Select[*tuple[Any, ...]] | UpdateBase
Convert = Callable[[Any], Any] | None


class Rows:
    """What a statement found, all of it in memory; each row as a tuple with names, its values converted."""

    def __init__(self, rows: list[Any], rowcount: int) -> None:
        """`rowcount`: how many rows were written, for a statement that writes."""
        self._rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        """In the order found."""
        return iter(self._rows)

    def all(self) -> list[Any]:
        """In the order found."""
        return self._rows

    def one(self) -> Any:  # noqa: ANN401  a row of whatever columns the statement names
        """The only row; ValueError when there is none or there are several."""
        (row,) = self._rows
        return row

    def one_or_none(self) -> Any:  # noqa: ANN401  as above
        """The only row, None when there is none; ValueError when there are several."""
        return self.one() if self._rows else None

    def scalar(self) -> Any:  # noqa: ANN401  a value of whatever type the column has
        """The first column of the first row, None when there is no row."""
        return self._rows[0][0] if self._rows else None

    def scalars(self) -> list[Any]:
        """The first column of each row."""
        return [row[0] for row in self._rows]


@dataclass(slots=True)
class _Worded:
    """A statement in a database's words. `names`: of its parameters by place, None where they go by name."""

    sql: str
    names: tuple[str, ...] | None
    fixed: Mapping[str, Any]  # values that the statement holds itself
    conversions: Mapping[str, Callable[[Any], Any]]
    columns: tuple[ColumnElement[Any], ...]  # none: nothing comes back
    read: Callable[[list[Any]], list[Any]] | None = None  # the driver's rows → ours; known once it has named its types


class Prepared:
    """A statement for any number of runs. Its parameters are given by name, each time the same; IN is written by `among`."""

    def __init__(self, statement: Statement) -> None:
        """Nothing is worded before the first run."""
        self.statement = statement
        self._worded: dict[tuple[str, ...], _Worded] = {}

    def run(self, connection: Connection, parameters: Mapping[str, Any]) -> Rows:
        """Run it in the connection's transaction, which begins if there is none; SQLAlchemy's errors, without parameters."""
        form = (connection.dialect.name, *parameters)
        worded = self._worded.get(form)
        if worded is None:
            worded = self._worded[form] = _worded(self.statement, connection.dialect, list(parameters))
        given = {**worded.fixed, **parameters}
        for name, convert in worded.conversions.items():
            given[name] = convert(given[name])
        if not connection.in_transaction():
            connection.begin()
        driver: Any = connection.connection.dbapi_connection
        try:
            cursor = driver.execute(worded.sql, given if worded.names is None else [given[name] for name in worded.names])
            found = cursor.fetchall() if worded.columns else []
            rowcount = cursor.rowcount
            if worded.read is None:
                worded.read = _reading(worded.columns, cursor.description, connection.dialect)
            cursor.close()
        except connection.dialect.loaded_dbapi.Error as trouble:
            _raise(trouble, connection, worded.sql)
        return Rows(worded.read(found), rowcount)


def among(column: Any, name: str, count: int) -> ColumnElement[bool]:  # noqa: ANN401  a mapped attribute of any type
    """The column is one of so many parameters, which `numbered` gives; at least one."""
    wanted: ColumnElement[bool] = column.in_([bindparam(f"{name}_{number}", type_=column.type) for number in range(count)])
    return wanted


def numbered(name: str, values: Collection[Any]) -> dict[str, Any]:
    """The parameters of `among`."""
    return {f"{name}_{number}": value for number, value in enumerate(values)}


def _worded(statement: Statement, dialect: Dialect, parameters: list[str]) -> _Worded:
    compiled = statement.compile(dialect=dialect, column_keys=parameters)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101  what else SQLAlchemy compiles (DDL) is never prepared
    conversions = {}
    for bind, name in compiled.bind_names.items():
        if (convert := _bind_processor(bind, dialect)) is not None:
            conversions[name] = convert
    fixed = {name: value for name, value in compiled.params.items() if name not in parameters}
    return _Worded(
        compiled.string,
        tuple(compiled.positiontup) if compiled.positiontup is not None else None,
        fixed,
        conversions,
        tuple(statement.exported_columns),
    )


def _reading(
    columns: Sequence[ColumnElement[Any]], described: Sequence[Any], dialect: Dialect
) -> Callable[[list[Any]], list[Any]]:
    """`described`: the driver's description of the columns, whose second part is the type."""
    if not columns:
        return list
    row_type: Any = namedtuple  # noqa: PYI024  its fields are known at run time only
    make = row_type("Found", [column.key or "" for column in columns], rename=True)._make
    converts = [
        column.type.dialect_impl(dialect).result_processor(dialect, kind)
        for column, (_name, kind, *_) in zip(columns, described, strict=True)
    ]
    if not any(converts):
        return lambda rows: [make(row) for row in rows]

    def read(rows: list[Any]) -> list[Any]:
        return [make([value if c is None else c(value) for c, value in zip(converts, row, strict=True)]) for row in rows]

    return read


def _bind_processor(bind: BindParameter[Any], dialect: Dialect) -> Convert:
    return bind.type.dialect_impl(dialect).bind_processor(dialect)


def _raise(trouble: Exception, connection: Connection, sql: str) -> NoReturn:
    """As SQLAlchemy does: its own error, with the statement but not what was given to it; a broken connection is given up."""
    dialect, driver = connection.dialect, connection.connection.dbapi_connection
    broken = dialect.is_disconnect(trouble, driver, None)  # type: ignore[arg-type]
    if broken:
        connection.invalidate(trouble)
    raise DBAPIError.instance(
        sql, None, trouble, dialect.loaded_dbapi.Error, hide_parameters=True, connection_invalidated=broken, dialect=dialect
    ) from trouble
