"""What must hold between the parts of indicators.yaml: names that tell rows apart, ids that exist, forms in order.

Names are compared by their folded words, as people type them: "Hồ-sơ trả" and "ho so tra" are the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.domain.catalogue import (
    ALL_AGENCIES,
    Agency,
    CatalogueRow,
    Check,
    CheckKind,
    Form,
    IndicatorId,
    Measure,
    RowKind,
    ValueType,
)
from bot.domain.catalogue_nodes import NO_PERIOD, Flaws, name_key
from bot.domain.catalogue_parts import Written
from bot.domain.formula import BadExpression, operands, relations

MAX_SHORT_LENGTH = 45  # characters that fit a button and a line of a list on a phone
_ROW_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*")  # what a formula can name
_AGENCY_CODE = re.compile(r"[A-Z][A-Z0-9]*")
_TWO_ANSWERS = {0, 1}
_SIGNS = {CheckKind.LE: "<=", CheckKind.SUM: "=", CheckKind.RATIO: "="}

_Rows = Sequence[Written[CatalogueRow]]


class _Place(NamedTuple):
    """Where a name is written: under which key, on which line, of which row."""

    key: str
    line: int
    owner: IndicatorId


def check_rows(rows: _Rows, flaws: Flaws) -> None:
    """Ids, names and figures of the rows."""
    kinds: dict[str, CatalogueRow] = {}
    for written in rows:
        row, fields = written.value, written.fields
        if row.id in kinds:
            fields.add("id", f"mã “{row.id}” đã dùng cho một dòng khác")
        elif row.id and not _ROW_ID.fullmatch(row.id):
            fields.add("id", f"mã “{row.id}” chỉ được gồm chữ không dấu, số, dấu gạch dưới và dấu chấm")
        kinds.setdefault(row.id, row)
        if len(row.short) > MAX_SHORT_LENGTH:
            fields.add("short", f"dài {len(row.short)} ký tự, tối đa {MAX_SHORT_LENGTH}")
    for written in rows:
        _check_value(written)
        _check_operands(written, kinds)
    _check_short_names(rows)
    _check_names(rows, flaws)


def _check_value(written: Written[CatalogueRow]) -> None:
    """Type, measure, options and limit agree."""
    row, fields = written.value, written.fields
    if row.kind is not RowKind.INDICATOR:
        return
    chosen = row.type in (ValueType.FLAG, ValueType.CODE)
    numbers = {option.number for option in row.options}
    if chosen and "options" not in fields:
        fields.add("options", f"thiếu khoá này, vì type là {row.type}")
    elif row.type is ValueType.FLAG and row.options and numbers != _TWO_ANSWERS:
        fields.add("options", "type flag cần bộ có đúng hai câu trả lời, số 0 và số 1")
    elif not chosen and "options" in fields:
        fields.add("options", "chỉ dùng khi type là flag hoặc code")
    if chosen is not (row.measure is Measure.FLAG) and "measure" in fields and "type" in fields:
        fields.add("measure", "flag đi với type flag hoặc code, và ngược lại")
    for key in ("max", "weight"):
        if key in fields and row.type is not ValueType.PERCENT:
            fields.add(key, "chỉ dùng khi type là percent")


def _check_operands(written: Written[CatalogueRow], rows: Mapping[str, CatalogueRow]) -> None:
    """Formula and weight name rows that exist."""
    row, fields = written.value, written.fields
    if row.formula is not None:
        problems = list(_problems_of(row.formula, rows))
        if any(sign in row.formula for sign in "<=|"):
            problems = ["chỉ gồm id, số, + - * / và ngoặc; quan hệ <= hoặc = thì ghi ở checks"]
        elif not problems and row.id in operands(row.formula):
            problems = ["chỉ tiêu không tính từ chính nó"]
        for problem in problems:
            fields.add("formula", problem)
    if row.weight:
        weight = rows.get(row.weight)
        if weight is None or weight.kind is not RowKind.INDICATOR or weight.type is not ValueType.COUNT:
            fields.add("weight", f"“{row.weight}” không phải id của một chỉ tiêu type count")


def _problems_of(expression: str, rows: Mapping[str, CatalogueRow]) -> Iterator[str]:
    try:
        ids = operands(expression)
    except BadExpression as error:
        yield str(error)
        return
    for row_id in ids:
        if row_id not in rows:
            yield f"không có dòng nào mang id “{row_id}”"


def _check_short_names(rows: _Rows) -> None:
    """A short name tells siblings apart."""
    taken: dict[tuple[IndicatorId | None, str], IndicatorId] = {}
    for written in rows:
        row = written.value
        other = taken.setdefault((row.parent, name_key(row.short)), row.id)
        if row.short and other != row.id:
            written.fields.add("short", f"“{row.short}” trùng với {other} cùng cấp")


def _check_names(rows: _Rows, flaws: Flaws) -> None:
    """Each alias belongs to one row; each label finds its own row, or rows with the very same label."""
    label_keys = {written.value.id: name_key(written.value.label) for written in rows}
    owners: dict[str, _Place] = {}
    for key, place in _official_names(rows):
        other = owners.setdefault(key, place)
        if label_keys[other.owner] != label_keys[place.owner]:
            problem = f"tên này cũng là {other.key} của {other.owner} (dòng {other.line}), không phân biệt được"
            flaws.add(place.line, place.key, problem)
    for written in rows:
        for alias, line in written.listed:
            key = name_key(alias)
            if not key:
                flaws.add(line, "aliases", f"“{alias}” không có chữ nào")
            elif key not in owners:
                owners[key] = _Place("aliases", line, written.value.id)
            elif (other := owners[key]).key == "aliases" or other.owner != written.value.id:  # may repeat its own label
                flaws.add(line, "aliases", f"“{alias}” đã là {other.key} của {other.owner} (dòng {other.line})")


def _official_names(rows: _Rows) -> Iterator[tuple[str, _Place]]:
    for written in rows:
        row, fields = written.value, written.fields
        for label in row.labels:
            key = name_key(label)
            if key:
                yield key, _Place("label", fields.line_of("label"), row.id)
            elif label:
                fields.add("label", f"“{label}” không có chữ nào")
    for written in rows:
        if key := name_key(written.value.short):
            yield key, _Place("short", written.fields.line_of("short"), written.value.id)


def check_forms(forms: Sequence[Written[Form]], rows: _Rows, flaws: Flaws) -> None:
    """Forms name existing rows, each once and in an order that shows where it belongs; their periods follow each other."""
    by_id = {written.value.id: written.value for written in rows}
    if not forms and not flaws.found:
        flaws.add(1, "forms", "phải có ít nhất một mẫu biểu")
    for written in forms:
        if not written.listed:
            written.fields.add("rows", "mẫu biểu chưa có dòng nào")
        _check_form_rows(written, by_id, flaws)
        form = written.value
        if form.valid_to is not None and form.valid_to < form.valid_from and NO_PERIOD not in (form.valid_from, form.valid_to):
            written.fields.add("to", f"kỳ cuối {form.valid_to} đứng trước kỳ đầu {form.valid_from}")
    codes = {written.value.code for written in forms}
    for row in rows:
        for code in row.value.printed_at_times_in:
            if code not in codes:
                row.fields.add("printed_at_times_in", f"không có mẫu biểu mã “{code}”")
    for before, after in pairwise(forms):
        if before.value.valid_to is None:
            before.fields.add("to", "thiếu khoá này, vì sau đó còn mẫu biểu mới hơn")
        elif after.value.valid_from != NO_PERIOD and after.value.valid_from.first_day <= before.value.valid_to.last_day:
            after.fields.add("from", f"phải sau kỳ cuối của mẫu biểu {before.value.code}; xếp mẫu biểu cũ trước mới sau")
        if before.value.code == after.value.code:
            after.fields.add("code", f"mã “{after.value.code}” đã dùng")


def _check_form_rows(written: Written[Form], rows: Mapping[IndicatorId, CatalogueRow], flaws: Flaws) -> None:
    printed: set[str] = set()
    listed = {row_id for row_id, _ in written.listed}
    section = None
    for row_id, line in written.listed:
        row = rows.get(IndicatorId(row_id))
        if row is None:
            flaws.add(line, "rows", f"không có dòng nào mang id “{row_id}”")
            continue
        if row_id in printed:
            flaws.add(line, "rows", f"“{row_id}” đã có trong mẫu biểu này")
        printed.add(row_id)
        if row.kind is RowKind.SECTION:
            section = row.id
        elif row.section != section:
            flaws.add(line, "rows", f"“{row_id}” thuộc phần {row.section}, phải đứng dưới dòng {row.section}")
        elif row.parent in listed and row.parent not in printed:
            flaws.add(line, "rows", f"“{row_id}” phải đứng sau “{row.parent}”")


def check_checks(checks: Sequence[Written[Check]], rows: _Rows) -> None:
    """Checks can be read, name existing rows and have the shape of their kind."""
    by_id = {str(written.value.id): written.value for written in rows}
    taken: dict[str, int] = {}
    for written in checks:
        check, fields = written.value, written.fields
        if check.id and taken.setdefault(check.id, fields.line) != fields.line:
            fields.add("id", f"mã “{check.id}” đã dùng ở dòng {taken[check.id]}")
        if not check.expression:
            continue
        problems = list(_problems_of(check.expression, by_id))
        for problem in problems or _shape_problems(check):
            fields.add("expression", problem)


def _shape_problems(check: Check) -> list[str]:
    try:
        parts = relations(check.expression)
    except BadExpression as error:
        return [str(error)]
    sign = _SIGNS.get(check.kind)
    if sign is None:
        return [] if len(parts) > 1 else ["kind any_of cần ít nhất hai quan hệ ngăn cách bằng dấu |"]
    if len(parts) != 1 or parts[0].sign != sign:
        return [f"kind {check.kind} cần đúng một quan hệ có dấu {sign}"]
    return []


def check_agencies(agencies: Sequence[Written[Agency]], flaws: Flaws) -> None:
    """Codes and names tell agencies apart, successors exist and take over later, one agency coordinates."""
    by_code: dict[str, Written[Agency]] = {}
    for written in agencies:
        agency, fields = written.value, written.fields
        if agency.code in by_code:
            fields.add("code", f"mã “{agency.code}” đã dùng cho cơ quan khác")
        elif agency.code == ALL_AGENCIES or (agency.code and not _AGENCY_CODE.fullmatch(agency.code)):
            fields.add("code", f"mã “{agency.code}” phải gồm chữ in hoa không dấu và khác {ALL_AGENCIES}")
        by_code.setdefault(agency.code, written)
    for written in agencies:
        _check_validity(written, by_code)
    _check_agency_names(agencies, flaws)
    coordinators = [written for written in agencies if written.value.coordinator]
    if len(coordinators) != 1 and agencies:
        line = coordinators[1].fields.line_of("coordinator") if coordinators else agencies[0].fields.line
        flaws.add(line, "coordinator", f"phải có đúng một cơ quan tổng hợp, đang có {len(coordinators)}")


def _check_validity(written: Written[Agency], agencies: Mapping[str, Written[Agency]]) -> None:
    agency, fields = written.value, written.fields
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        fields.add("to", "ngày cuối đứng trước ngày đầu")
    if not agency.successor:
        return
    successor = agencies.get(agency.successor)
    if successor is None or successor is written:
        fields.add("successor", f"không có cơ quan khác mang mã “{agency.successor}”")
    elif "to" not in fields:
        fields.add("to", "thiếu khoá này, vì có successor")
    elif agency.valid_to and successor.value.valid_to is not None and successor.value.valid_to <= agency.valid_to:
        fields.add("successor", f"{agency.successor} không còn hoạt động sau ngày ấy")


def _check_agency_names(agencies: Sequence[Written[Agency]], flaws: Flaws) -> None:
    owners: dict[str, tuple[str, int]] = {}
    for written in agencies:
        agency, fields = written.value, written.fields
        for name, key in ((agency.code, "code"), (agency.name, "name"), (agency.short, "short")):
            owner, line = owners.setdefault(name_key(name), (agency.code, fields.line_of(key)))
            if name and owner != agency.code:
                fields.add(key, f"“{name}” cũng là tên của {owner} (dòng {line})")
    for written in agencies:
        own: set[str] = set()
        for alias, line in written.listed:
            key = name_key(alias)
            owner, owner_line = owners.setdefault(key, (written.value.code, line))
            if owner != written.value.code or key in own:
                flaws.add(line, "aliases", f"“{alias}” đã là cách gọi của {owner} (dòng {owner_line})")
            own.add(key)
