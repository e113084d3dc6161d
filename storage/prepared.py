"""Statements that are worded once: SQLAlchemy writes them and converts their values, the driver runs them.

A turn runs some thirty small statements. Putting each together, and taking its result apart, cost SQLAlchemy seven times what
the database needs for it (docs/decisions/0012).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn

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


class _Value(NamedTuple):
    """What stands for one of its marks: `fixed`, as the driver takes it, or what a run gives, converted."""

    name: str
    is_fixed: bool
    fixed: Any
    convert: Convert


@dataclass(slots=True)
class _Worded:
    """A statement in a database's words. `is_by_place`: its values go to the driver in their order, not by name."""

    sql: str
    parameters: frozenset[str]  # that each run gives
    values: tuple[_Value, ...]
    is_by_place: bool
    columns: tuple[ColumnElement[Any], ...]  # none: nothing comes back
    read: Callable[[list[Any]], list[Any]] | None = None  # the driver's rows → ours; known once it has named its types


class Prepared:
    """A statement for any number of runs. Its parameters are given by name, each time the same; IN is written by `among`."""

    def __init__(self, statement: Statement) -> None:
        """Nothing is worded before the first run."""
        self.statement = statement
        self._worded: dict[str, _Worded] = {}  # by dialect

    def run(self, connection: Connection, parameters: Mapping[str, Any]) -> Rows:
        """Run it in the connection's transaction, which begins if there is none; SQLAlchemy's errors, without parameters."""
        worded = self._in_words_of(connection.dialect, parameters)
        given = _given(worded, parameters)
        driver = _driver(connection)
        try:
            cursor = driver.execute(worded.sql, given)
            found = cursor.fetchall() if worded.columns else []
            rowcount = cursor.rowcount
            if worded.read is None:
                worded.read = _reading(worded.columns, cursor.description, connection.dialect)
            cursor.close()
        except connection.dialect.loaded_dbapi.Error as trouble:
            _raise(trouble, connection, worded.sql)
        return Rows(worded.read(found), rowcount)

    def run_for_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement that gives nothing back once for each of some parameters, at least one."""
        worded = self._in_words_of(connection.dialect, rows[0])
        given = [_given(worded, parameters) for parameters in rows]
        cursor = _driver(connection).cursor()
        try:
            cursor.executemany(worded.sql, given)
            cursor.close()
        except connection.dialect.loaded_dbapi.Error as trouble:
            _raise(trouble, connection, worded.sql)

    def _in_words_of(self, dialect: Dialect, parameters: Mapping[str, Any]) -> _Worded:
        worded = self._worded.get(dialect.name)
        if worded is None:
            worded = self._worded[dialect.name] = _worded(self.statement, dialect, frozenset(parameters))
        return worded


def among(column: Any, name: str, count: int) -> ColumnElement[bool]:  # noqa: ANN401  a mapped attribute of any type
    """The column is one of so many parameters, which `numbered` gives; at least one."""
    wanted: ColumnElement[bool] = column.in_([bindparam(f"{name}_{number}", type_=column.type) for number in range(count)])
    return wanted


def numbered(name: str, values: Collection[Any]) -> dict[str, Any]:
    """The parameters of `among`."""
    return {f"{name}_{number}": value for number, value in enumerate(values)}


def _given(worded: _Worded, parameters: Mapping[str, Any]) -> list[Any] | dict[str, Any]:
    """The values of one run as the driver takes them."""
    if parameters.keys() != worded.parameters:
        message = f"this statement is run with {sorted(worded.parameters)}, not {sorted(parameters)}"
        raise ValueError(message)
    values = [
        fixed if is_fixed else parameters[name] if convert is None else convert(parameters[name])
        for name, is_fixed, fixed, convert in worded.values
    ]
    return values if worded.is_by_place else dict(zip((value.name for value in worded.values), values, strict=True))


def _driver(connection: Connection) -> Any:  # noqa: ANN401  a connection of either driver
    """The driver's connection, in the transaction of ours, which begins if there is none."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.dbapi_connection


def _worded(statement: Statement, dialect: Dialect, parameters: frozenset[str]) -> _Worded:
    compiled = statement.compile(dialect=dialect, column_keys=list(parameters))
    assert isinstance(compiled, SQLCompiler)  # noqa: S101  what else SQLAlchemy compiles (DDL) is never prepared
    conversions = {name: _bind_processor(bind, dialect) for bind, name in compiled.bind_names.items()}
    values = []
    for name in compiled.params if compiled.positiontup is None else compiled.positiontup:
        convert, fixed = conversions[name], None
        if name not in parameters:
            fixed = compiled.params[name] if convert is None else convert(compiled.params[name])
        values.append(_Value(name, name not in parameters, fixed, convert))
    is_by_place = compiled.positiontup is not None
    return _Worded(compiled.string, parameters, tuple(values), is_by_place, tuple(statement.exported_columns))


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
