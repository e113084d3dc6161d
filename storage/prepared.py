"""Statements that are worded once: SQLAlchemy writes them and converts their values, the driver runs them.

A turn runs some thirty small statements. Putting each together, and taking its result apart, cost SQLAlchemy seven times what
the database needs for it (docs/decisions/0012).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, NoReturn

from sqlalchemy import BindParameter, ColumnElement, Connection, Dialect, Select, UpdateBase, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Statement = Select[*tuple[Any, ...]] | UpdateBase
Convert = Callable[[Any], Any]


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
    """A statement in a database's words. `is_by_place`: its values go to the driver in their order, not by name."""

    sql: str
    parameters: frozenset[str]  # that each run gives
    fixed: dict[str, Any]  # what each run is given besides, as the driver takes it
    names: tuple[str, ...]  # what stands for its marks
    values: Callable[[Mapping[str, Any]], tuple[Any, ...]]  # of these names
    converts: tuple[tuple[int, Convert], ...]  # places of values that are converted
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
    values = list(worded.values({**worded.fixed, **parameters} if worded.fixed else parameters))
    for place, convert in worded.converts:
        values[place] = convert(values[place])
    return values if worded.is_by_place else dict(zip(worded.names, values, strict=True))


def _driver(connection: Connection) -> Any:  # noqa: ANN401  a connection of either driver
    """The driver's connection, in the transaction of ours, which begins if there is none."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.dbapi_connection


def _worded(statement: Statement, dialect: Dialect, parameters: frozenset[str]) -> _Worded:
    compiled = statement.compile(dialect=dialect, column_keys=list(parameters))
    assert isinstance(compiled, SQLCompiler)  # noqa: S101  what else SQLAlchemy compiles (DDL) is never prepared
    conversions = {name: _bind_processor(bind, dialect) for bind, name in compiled.bind_names.items()}
    names = tuple(compiled.params if compiled.positiontup is None else compiled.positiontup)
    fixed = {}
    for name in {*names} - parameters:
        convert, value = conversions[name], compiled.params[name]
        fixed[name] = value if convert is None else convert(value)
    return _Worded(
        compiled.string,
        parameters,
        fixed,
        names,
        _values_of(names),
        tuple((place, convert) for place, name in enumerate(names) if name in parameters and (convert := conversions[name])),
        compiled.positiontup is not None,
        tuple(statement.exported_columns),
    )


def _values_of(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Takes the values of these names, in their order."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: tuple(given[name] for name in names)


def _reading(
    columns: Sequence[ColumnElement[Any]], described: Sequence[Any], dialect: Dialect
) -> Callable[[list[Any]], list[Any]]:
    """`described`: the driver's description of the columns, whose second part is the type."""
    if not columns:
        return list
    row_type: Any = namedtuple  # noqa: PYI024  its fields are known at run time only
    make = row_type("Found", [column.key or "" for column in columns], rename=True)._make
    converts = [
        (place, convert)
        for place, (column, (_name, kind, *_)) in enumerate(zip(columns, described, strict=True))
        if (convert := column.type.dialect_impl(dialect).result_processor(dialect, kind))
    ]
    if not converts:
        return lambda rows: [make(row) for row in rows]

    def read(rows: list[Any]) -> list[Any]:
        found = []
        for row in rows:
            values = list(row)
            for place, convert in converts:
                values[place] = convert(values[place])
            found.append(make(values))
        return found

    return read


def _bind_processor(bind: BindParameter[Any], dialect: Dialect) -> Convert | None:
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
