"""Between rows of the value tables and the domain's words."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from bot.domain.value import Change, Figure, SetAside, Source, State, StoredValue, ValueKey
from storage.tables import ValueRow

_source_of = lru_cache(maxsize=256)(Source)  # the same object for what came with one message

AnyRow = Row[*tuple[Any, ...]]


def key_columns(key: ValueKey) -> dict[str, Any]:
    """The three columns of a key."""
    return {"agency": key.agency, "period": key.period, "indicator": key.indicator}


def key_of(row: AnyRow) -> ValueKey:
    """The key of a row that has the three columns."""
    return ValueKey(row.agency, row.period, row.indicator)


def source_of(row: AnyRow) -> Source:
    """Where a row came from."""
    return Source(row.source_kind, row.source_chat_id, row.source_message_id, row.source_file_name, row.source_place)


VALUE_COLUMNS = (
    ValueRow.agency,
    ValueRow.period,
    ValueRow.indicator,
    ValueRow.number,
    ValueRow.state,
    ValueRow.estimate,
    ValueRow.note,
    ValueRow.raw,
    ValueRow.entered_by,
    ValueRow.entered_at,
    ValueRow.source_kind,
    ValueRow.source_chat_id,
    ValueRow.source_message_id,
    ValueRow.source_file_name,
    ValueRow.source_place,
    ValueRow.change_id,
)


def stored_value(row: AnyRow) -> StoredValue:
    """A current value of VALUE_COLUMNS; by place, because a province's period is thousands of them."""
    agency, period, indicator, number, state, estimate, note, raw, by, at, kind, chat, message, file, place, change_id = row
    return StoredValue(
        ValueKey(agency, period, indicator),
        Figure(number, state, estimate),
        note,
        raw,
        by,
        at,
        _source_of(kind, chat, message, file, place),
        change_id,
    )


def change_of(row: AnyRow) -> Change:
    """A row of the history."""
    return Change(
        id=row.id,
        batch=row.batch,
        key=key_of(row),
        before=_figure(row.before_state, row.before_number, row.before_estimate),
        note_before=row.note_before,
        after=_figure(row.after_state, row.after_number, row.after_estimate),
        note_after=row.note_after,
        raw=row.raw,
        by=row.by_id,
        at=row.at,
        source=source_of(row),
    )


def set_aside_of(row: AnyRow) -> SetAside:
    """A value that was set aside."""
    return SetAside(key_of(row), row.raw, row.fault, row.note, source_of(row), row.at)


def value_columns(change: Change) -> dict[str, Any]:
    """The current value that a change leads to; its `after` must be a figure."""
    if change.after is None:
        raise ValueError("a value that was taken away has no row")
    return {
        **key_columns(change.key),
        "state": change.after.state,
        "number": change.after.number,
        "estimate": change.after.estimate,
        "note": change.note_after,
        "raw": change.raw,
        "entered_by": change.by,
        "entered_at": change.at,
        "change_id": change.id,
        **_source_columns(change.source),
    }


def history_columns(change: Change, position: int) -> dict[str, Any]:
    """The history row of a change that has no id yet, at its place in the batch."""
    return {
        **key_columns(change.key),
        "batch": change.batch,
        "position": position,
        **_figure_columns("before", change.before),
        "note_before": change.note_before,
        **_figure_columns("after", change.after),
        "note_after": change.note_after,
        "raw": change.raw,
        "by_id": change.by,
        "at": change.at,
        **_source_columns(change.source),
    }


def set_aside_columns(value: SetAside) -> dict[str, Any]:
    """The row of a value that is set aside."""
    return {
        **key_columns(value.key),
        "raw": value.raw,
        "fault": value.fault,
        "note": value.note,
        "at": value.at,
        **_source_columns(value.source),
    }


def _figure(state: State | None, number: Decimal | None, estimate: bool) -> Figure | None:  # noqa: FBT001  a column as it is
    return None if state is None else Figure(number, state, estimate)


def _figure_columns(prefix: str, figure: Figure | None) -> dict[str, Any]:
    return {
        f"{prefix}_state": None if figure is None else figure.state,
        f"{prefix}_number": None if figure is None else figure.number,
        f"{prefix}_estimate": figure is not None and figure.estimate,
    }


def _source_columns(source: Source) -> dict[str, Any]:
    return {
        "source_kind": source.kind,
        "source_chat_id": source.chat_id,
        "source_message_id": source.message_id,
        "source_file_name": source.file_name,
        "source_place": source.place,
    }
