"""Rows of cells → STT, label, unit, value and note, found by header where there is one and by content everywhere.

Pages and converters break tables: a header stands on every page, a row may lack its first cell or its last ones, a cell may go
on in the next row. What is joined here needs no knowledge of the form; halves of a label are joined by `alignment`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from bot.documents.markup import plain
from bot.documents.row import Row
from bot.domain.period import Period
from bot.understanding.headers import ROLES, Layout, Role, is_column_numbering, is_header
from bot.understanding.labels import split_numbering
from bot.understanding.text import fold
from bot.understanding.units_in_labels import without_unit
from bot.understanding.unnamed_columns import roles_of_columns

_STT = re.compile(r"(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)]?")
_NUMBER = re.compile(r"[-+~≈]?\s*\d[\d.,\s]*(?:%|\(?\*+\)?|\(\d\)|[¹²³⁰⁴-⁹]+)*(?:\s*/\s*\d[\d.,\s]*)?")
_ALMOST_NUMBER = re.compile(r"(?=.*\d)[\doilsbzq.,]{2,12}\??|\d[\d.,]*\?")  # "2O", "l2": refused by name, and no note
_VALUE_WORDS = re.compile(
    r"(co|khong|da|chua|dat|tot|roi|x|dang|phat phieu|truc tuyen|ket hop|uoc|khoang)( [a-z]+){0,4}( \d[\d.,]*)?"
    r"|\d[\d.,]* [a-z, ]{1,20}"
)
_DOTTED = re.compile(r"((?:[IVX]{1,5}|[A-Z])(?:\.\d{1,2}){1,3})[.)]?\s+(?=\D)")
_BLANK = re.compile(r"[\s\-–—_.…/*]*")
_UNIT_OF_OPTIONS = re.compile(r"[a-z][a-z ]{0,24}= ?\d\b.*")
_PAGE_NUMBER = re.compile(r"(trang )?\d{1,3}(/\d{1,3})?")
_SIDE_BY_SIDE = " | "  # figures of which nobody can tell which is meant: together they are no number
_FEW = 3  # rows with figures side by side that may be slips; more of them are columns
_MOST_CELLS = 30
_LONGEST_VALUE = 40
_LONGEST_UNIT = 90
_WORDS_OF_A_UNIT = 4
_HALF_A_LABEL = 0.65  # likeness: the first half of a label has about 0.7, sentences of notes stay under 0.55
_NEVER = -9.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row as read: plain text of each cell ("" for blank), and the row it came from."""

    row: Row
    stt: str = ""
    label: str = ""
    unit: str = ""
    value: str = ""
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not (self.stt or self.label or self.unit or self.value or self.note)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Rows without headers. `has_unclear_values`: several columns of figures, and none is said to be this period's."""

    rows: tuple[TableRow, ...]
    has_unclear_values: bool


class ColumnReader:
    """Reads cells into columns. `likeness` tells how alike a text is to the catalogue's labels, 0 to 1."""

    def __init__(self, units: Iterable[str], likeness: Callable[[str], float], period: Period | None = None) -> None:
        """Learn the units that forms print, and the period whose column is wanted where several have figures."""
        self._period = period
        self._units = frozenset(squeezed(unit) for unit in units if unit)
        self._likeness = likeness
        self._is_unit: dict[str, bool] = {}

    def read(self, rows: Sequence[Row]) -> ReadTable:
        """All rows of one report's tables, in order; headers named along the way apply to the rows below them."""
        layout = Layout(self._period)
        order: tuple[Role, ...] = self._order_by_content(rows)
        plain_rows = [tuple(plain(cell) for cell in row.cells[:_MOST_CELLS]) for row in rows]
        if not any(is_header(cells, after_header=False) for cells in plain_rows):
            layout.take_for_granted(roles_of_columns(plain_rows, self.is_unit, self._likeness))
        found: list[TableRow] = []
        after_header = has_unclear_values = False
        for row, plain_cells in zip(rows, plain_rows, strict=True):
            cells = row.cells if row.is_exact else plain_cells
            if is_column_numbering(cells) and (after_header or cells[0].startswith("(")):
                continue
            if after_header and is_header(cells, after_header=True) and layout.takes(cells):
                layout.refine(cells)
                order = layout.order
                continue
            if is_header(cells, after_header=False):
                layout.begin(cells)
                order = layout.order
                after_header = True
                continue
            after_header = False
            has_unclear_values = has_unclear_values or layout.has_unclear_values
            new = self._table_row(row, cells, layout.roles_for(cells, self.is_unit), order)
            self._add(found, replace(new, value="") if layout.has_unclear_values else new)
        side_by_side = sum(_SIDE_BY_SIDE in row.value for row in found)
        is_mostly = side_by_side > _FEW and 2 * side_by_side > sum(bool(row.value) for row in found)
        return ReadTable(tuple(found), has_unclear_values or is_mostly)

    def is_unit(self, cell: str) -> bool:
        """Whether a cell is a unit as forms print it, the words of a flag or code included ("Có = 1; Không = 0")."""
        known = self._is_unit.get(cell)
        if known is None:
            short = cell[:_LONGEST_UNIT]
            known = squeezed(short) in self._units or bool(_UNIT_OF_OPTIONS.fullmatch(fold(short)))
            self._is_unit[cell] = known
        return known

    def _table_row(self, row: Row, cells: tuple[str, ...], roles: Sequence[Role | None], order: tuple[Role, ...]) -> TableRow:
        while len(cells) > max(len(order), len(roles)) and not cells[-1]:
            cells = cells[:-1]
        assigned: Sequence[Role | None] = roles
        if len(cells) != len(roles) or _fills_unnamed(cells, roles) or self._contradicts(cells, roles):
            assigned = self._by_content(cells, order)
            if Role.VALUE not in roles:
                assigned = _with_figures_side_by_side(cells, assigned)
        texts: dict[Role, str] = {}
        for cell, role in zip(cells, assigned, strict=True):
            if role not in (None, Role.OTHER) and cell:
                between = _SIDE_BY_SIDE if role is Role.VALUE else " "
                texts[role] = f"{texts[role]}{between}{cell}" if role in texts else cell
        stt, label = texts.get(Role.STT, ""), texts.get(Role.LABEL, "")
        if stt and not label and not _STT.fullmatch(fold(stt)):  # a heading over all columns begins in the first
            stt, label = "", stt
        if label and not stt:
            stt, label = split_numbering(label)
        if label and not stt and (dotted := _DOTTED.match(label)):
            stt, label = dotted[1], label[dotted.end() :]
        unit, value = texts.get(Role.UNIT, ""), texts.get(Role.VALUE, "")
        if not unit and not row.is_exact:
            label, unit = without_unit(label, self.is_unit)
        if not value and _NUMBER.fullmatch(unit):  # a figure typed into the wrong column: no unit is a number
            unit, value = "", unit
        return TableRow(
            row,
            stt=stt.rstrip(".)"),
            label=label,
            unit=unit,
            value="" if _BLANK.fullmatch(value) else value,
            note=texts.get(Role.NOTE, ""),
        )

    def _contradicts(self, cells: Sequence[str], roles: Sequence[Role | None]) -> bool:
        """Whether a row does not fit the header: a label among the figures, a figure among the labels."""
        return any(
            self._fit(cell, role) < 0 for cell, role in zip(cells, roles, strict=True) if role and role is not Role.OTHER
        )

    def _by_content(self, cells: Sequence[str], order: tuple[Role, ...]) -> Sequence[Role | None]:
        """The roles, left to right in their order, that fit the cells best; of equals the ones further left."""
        if len(cells) > len(order):
            return self._of_many(cells)
        choices = combinations(order, len(cells))
        return max(choices, key=lambda roles: sum(self._fit(cell, role) for cell, role in zip(cells, roles, strict=True)))

    def _of_many(self, cells: Sequence[str]) -> Sequence[Role | None]:
        """More cells than columns: the label, and the figure to the right of it; several figures stay side by side, as none."""
        label = max(range(len(cells)), key=lambda place: self._fit(cells[place], Role.LABEL))
        figures = [place for place in range(label + 1, len(cells)) if _NUMBER.fullmatch(cells[place])]
        roles: list[Role | None] = [Role.OTHER] * len(cells)
        roles[label] = Role.LABEL
        if label and _STT.fullmatch(fold(cells[0])):
            roles[0] = Role.STT
        for place in range(label + 1, len(cells)):
            if self.is_unit(cells[place]):
                roles[place] = Role.UNIT
                break
        for place in figures:
            roles[place] = Role.VALUE
        if len(figures) == 1 and cells[-1] and figures[0] < len(cells) - 1:
            roles[-1] = Role.NOTE
        return roles

    def _order_by_content(self, rows: Sequence[Row]) -> tuple[Role, ...]:
        """Without a header: figures before units when more rows read so."""
        swapped = sum(
            self.is_unit(right) and bool(_NUMBER.fullmatch(left))
            for row in rows
            for left, right in zip(map(plain, row.cells[1:]), map(plain, row.cells[2:]), strict=False)
        )
        usual = sum(
            self.is_unit(left) and bool(_NUMBER.fullmatch(right))
            for row in rows
            for left, right in zip(map(plain, row.cells[1:]), map(plain, row.cells[2:]), strict=False)
        )
        return (Role.STT, Role.LABEL, Role.VALUE, Role.UNIT, Role.NOTE) if swapped > usual else ROLES

    def _fit(self, cell: str, role: Role | None) -> float:
        """How well a cell suits a column; below 0 it contradicts it."""
        if not cell:
            return 0.0 if role is Role.LABEL else 0.3
        folded = fold(cell)
        is_number = bool(_NUMBER.fullmatch(folded))
        match role:
            case Role.STT:
                return 1.0 if _STT.fullmatch(folded) else _NEVER
            case Role.LABEL:
                if is_number or not any(char.isalpha() for char in folded):
                    return _NEVER
                return 0.3 + 2 * self._likeness(cell) - (1.2 if self.is_unit(cell) else 0.0)
            case Role.UNIT:
                if self.is_unit(cell):
                    return 1.2
                return 0.1 if not is_number and len(folded.split()) <= _WORDS_OF_A_UNIT else -1.0
            case Role.VALUE:
                if is_number:
                    return 1.0
                if len(folded) > _LONGEST_VALUE or self.is_unit(cell):
                    return -1.0
                return 0.6 if _VALUE_WORDS.fullmatch(folded) or _ALMOST_NUMBER.fullmatch(folded) else 0.0
            case Role.OTHER:
                return 1.0 if is_number else 0.0
            case _:
                return 0.0 if is_number or self.is_unit(cell) else 0.5

    def _add(self, found: list[TableRow], new: TableRow) -> None:
        """Append a row, or join it to the one above that it continues."""
        if new.is_blank or (not new.label and len(new.row.cells) == 1 and _PAGE_NUMBER.fullmatch(fold(new.value or new.stt))):
            return
        above = found[-1] if found else None
        if above is not None and above.stt and not (above.label or above.unit or above.value or above.note) and not new.stt:
            found[-1] = replace(new, stt=above.stt)  # the number stood in a row of its own
        elif above is not None and (self._is_rest_of_options(above, new) or self._is_rest_of_unit(above, new)):
            found[-1] = replace(
                above,
                label=_joined(above.label, new.label),
                unit=_joined(above.unit, new.unit or new.value),
                value=above.value or (new.value if new.unit else ""),
                note=_joined(above.note, new.note),
            )
        elif above is not None and not new.label and not new.stt and (joined := self._continued(above, new)):
            found[-1] = joined
        elif above is not None and self._is_rest_of_note(above, new):
            found[-1] = replace(above, note=_joined(above.note, new.label))
        else:
            found.append(new)

    def _is_rest_of_options(self, above: TableRow, new: TableRow) -> bool:
        """Whether a page ended within "Có = 1; Không = 0": the 0 overleaf is no figure but the end of the unit."""
        end = new.unit or new.value
        return above.unit.endswith("=") and not new.stt and end.isdigit() and self.is_unit(_joined(above.unit, end))

    def _is_rest_of_unit(self, above: TableRow, new: TableRow) -> bool:
        """Whether a page ended within a unit such as "Số lượng phần mềm": neither half alone is one that forms print."""
        if new.stt or not above.unit or not new.unit or (above.value and new.value):
            return False
        halves = {squeezed(above.unit), squeezed(new.unit)}
        return not halves <= self._units and squeezed(above.unit + new.unit) in self._units

    def _continued(self, above: TableRow, rest: TableRow) -> TableRow | None:
        """A row and the continuation of its unit, value or note below it; None when that is another row without its label."""
        unit = _joined(above.unit, rest.unit)
        if rest.unit and above.unit and not self.is_unit(unit):
            return None
        if rest.value and (above.value or not above.unit or (rest.unit and not self.is_unit(unit))):
            return None
        return replace(above, unit=unit, value=above.value or rest.value, note=_joined(above.note, rest.note))

    def _is_rest_of_note(self, above: TableRow, new: TableRow) -> bool:
        """Whether a line alone in its row goes on with the note above rather than beginning a label."""
        alone = len(new.row.cells) == 1 and not (new.unit or new.value or new.note)
        return alone and bool(above.note) and self._likeness(new.label) < _HALF_A_LABEL


def _with_figures_side_by_side(cells: Sequence[str], roles: Sequence[Role | None]) -> Sequence[Role | None]:
    """Two figures in one row, and no header that says which is meant: none of them is a note or a unit."""
    figures = [
        place
        for place, (cell, role) in enumerate(zip(cells, roles, strict=True))
        if role in (Role.UNIT, Role.VALUE, Role.NOTE) and _NUMBER.fullmatch(cell)
    ]
    if len(figures) < 2:  # noqa: PLR2004
        return roles
    return [Role.VALUE if place in figures else role for place, role in enumerate(roles)]


def _fills_unnamed(cells: Sequence[str], roles: Sequence[Role | None]) -> bool:
    """Whether something stands in a column that the header does not name."""
    return any(cell and role is None for cell, role in zip(cells, roles, strict=True))


def squeezed(unit: str) -> str:
    """A printed unit made comparable, without spaces and punctuation: "Có = 1; Không = 0" and "Có =1 Không=0" are one."""
    return "".join(char for char in fold(unit) if char.isalnum() or char in "=%")


def _joined(first: str, second: str) -> str:
    return f"{first} {second}".strip()
