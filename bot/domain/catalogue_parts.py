"""The parts of indicators.yaml read into the catalogue's types: options, rows, forms, checks, agencies, calendar.

What one part says about another (an id that does not exist, a name used twice) is looked at in `catalogue_checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from yaml import Node, ScalarNode

from bot.domain.catalogue import (
    Agency,
    AgencyCode,
    CalendarRules,
    CatalogueRow,
    Check,
    CheckKind,
    Form,
    FormRow,
    IndicatorId,
    Measure,
    Option,
    RowKind,
    ValueType,
)
from bot.domain.catalogue_nodes import Fields, Flaws, line_of, name_key
from bot.domain.period import Period, Span

_OF_INDICATORS = ("unit", "options", "max", "formula", "weight", "printed_at_times_in")
_KEYS_OF_INDICATORS = (
    ["id", "label", "short", "type", "measure", "required"],
    ["also_printed", "definition", "aliases", "rows", *_OF_INDICATORS],
)
_KEYS_OF_HEADINGS = (["id", "label", "short", "rows"], ["also_printed", "definition", "aliases", "measure"])
_STRENGTHS = {"hard": True, "soft": False}
_SHIFTS = ("before", "after", "none")

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Written(Generic[_Value]):
    """Something read, and where it stands. `listed`: texts and lines of its list (aliases; for a form the ids it prints)."""

    value: _Value
    fields: Fields
    listed: tuple[tuple[str, int], ...] = ()


def read_options(top: Fields) -> dict[str, tuple[Option, ...]]:
    """The named sets of options."""
    if "options" not in top:
        return {}
    names = [str(key.value) for key, _ in top.nodes["options"].value if isinstance(key, ScalarNode)]
    sets = top.flaws.fields(top.nodes["options"], "options", required=tuple(dict.fromkeys(names)))
    return {name: tuple(_options(sets, name)) for name in sets.nodes}


def _options(sets: Fields, name: str) -> Iterator[Option]:
    taken: set[int] = set()
    owners: dict[str, tuple[int, int]] = {}
    for node in sets.items(name):
        fields = sets.flaws.fields(node, name, required=("number", "word"), optional=("aliases",))
        number = fields.decimal("number")
        if number is None or number != int(number) or int(number) in taken:
            fields.add("number", "phải là số nguyên, mỗi câu trả lời một số")
            continue
        taken.add(int(number))
        word, aliases = fields.text("word"), tuple(fields.texts("aliases"))
        for spelling, line in ((word, fields.line_of("word")), *aliases):
            if spelling and owners.setdefault(name_key(spelling), (int(number), line)) != (int(number), line):
                sets.flaws.add(line, name, f"“{spelling}” đã dùng ở dòng {owners[name_key(spelling)][1]}")
        yield Option(int(number), word, tuple(words for words, _ in aliases))


def read_rows(top: Fields, options: Mapping[str, tuple[Option, ...]]) -> list[Written[CatalogueRow]]:
    """The tree of rows, flattened in printed order: each row before those below it."""
    return [row for node in top.items("rows") for row in _row_and_below(node, top.flaws, options, None)]


def _row_and_below(
    node: Node, flaws: Flaws, options: Mapping[str, tuple[Option, ...]], parent: CatalogueRow | None
) -> Iterator[Written[CatalogueRow]]:
    row = _row(node, flaws, options, parent)
    yield row
    for child in row.fields.items("rows"):
        yield from _row_and_below(child, flaws, options, row.value)


def _row(
    node: Node, flaws: Flaws, options: Mapping[str, tuple[Option, ...]], parent: CatalogueRow | None
) -> Written[CatalogueRow]:
    is_indicator = parent is not None and _says_indicator(node)
    required, optional = _KEYS_OF_INDICATORS if is_indicator else _KEYS_OF_HEADINGS
    fields = flaws.fields(node, "rows", required=required, optional=optional)
    row_id = IndicatorId(fields.text("id"))
    aliases = tuple(fields.texts("aliases"))
    if "options" in fields and fields.text("options") not in options:
        fields.add("options", f"chưa có bộ câu trả lời “{fields.text('options')}” ở phần options")
    row = CatalogueRow(
        id=row_id,
        kind=RowKind.SECTION if parent is None else RowKind.INDICATOR if is_indicator else RowKind.HEADING,
        label=fields.text("label"),
        short=fields.text("short"),
        section=row_id if parent is None else parent.section,
        parent=parent.id if parent else None,
        unit=fields.text("unit"),
        type=fields.choice("type", ValueType, ValueType.COUNT),
        measure=fields.choice("measure", Measure, Measure.STOCK),
        options=options.get(fields.text("options"), ()) if "options" in fields else (),
        max=fields.decimal("max"),
        required=fields.yes_no("required"),
        formula=fields.text("formula") or None,
        weight=IndicatorId(fields.text("weight")) if "weight" in fields else None,
        labels=tuple(words for words, _ in fields.texts("also_printed")),
        aliases=tuple(words for words, _ in aliases),
        printed_at_times_in=tuple(code for code, _ in fields.texts("printed_at_times_in")),
        definition=fields.text("definition") or None,
    )
    return Written(row, fields, aliases)


def _says_indicator(node: Node) -> bool:
    """Whether a row has a key that only indicators have; a row that merely forgot `type` is told that it did."""
    keys = {str(key.value) for key, _ in node.value if isinstance(key, ScalarNode)} if isinstance(node.value, list) else set()
    return bool(keys & {"type", "required", *_OF_INDICATORS})


def completed(rows: Sequence[Written[CatalogueRow]], forms: Sequence[Written[Form]]) -> list[Written[CatalogueRow]]:
    """The rows with every printed wording (the label shown, then the forms' from the newest, then the others seen).

    A heading that does not say its measure takes the one that all figures below share, else stock, which derives nothing.
    """
    printed: dict[str, list[str]] = {}
    for form in reversed(forms):
        for form_row in form.value.rows:
            printed.setdefault(form_row.id, []).append(form_row.label)
    measures: dict[str | None, set[Measure]] = {}
    for row in (written.value for written in reversed(rows)):  # from the leaves up
        if row.kind is RowKind.INDICATOR and row.type in (ValueType.COUNT, ValueType.PERCENT):
            measures.setdefault(row.id, set()).add(row.measure)
        measures.setdefault(row.parent, set()).update(measures.get(row.id, ()))
    found = []
    for written in rows:
        row, below = written.value, measures.get(written.value.id, set())
        takes_measure = row.kind is not RowKind.INDICATOR and "measure" not in written.fields and len(below) == 1
        labels = tuple(dict.fromkeys([row.label, *printed.get(row.id, []), *row.labels]))
        value = replace(row, labels=labels, measure=next(iter(below)) if takes_measure else row.measure)
        found.append(replace(written, value=value))
    return found


def read_forms(top: Fields, rows: Mapping[IndicatorId, CatalogueRow]) -> list[Written[Form]]:
    """The forms; rows of ids that the catalogue does not have stay in `listed` only."""
    return [_form(node, top.flaws, rows) for node in top.items("forms")]


def _form(node: Node, flaws: Flaws, rows: Mapping[IndicatorId, CatalogueRow]) -> Written[Form]:
    fields = flaws.fields(node, "forms", required=("code", "from", "rows"), optional=("to",))
    form_rows: list[FormRow] = []
    listed: list[tuple[str, int]] = []
    for item in fields.items("rows"):
        if isinstance(item, ScalarNode):
            row_id, own = flaws.text(item, "rows"), None
        else:
            own = flaws.fields(item, "rows", required=("id",), optional=("stt", "label", "unit"))
            row_id = own.text("id")
        if not row_id:
            continue
        listed.append((row_id, line_of(item)))
        row = rows.get(IndicatorId(row_id))
        if row is not None:
            form_rows.append(_form_row(row, own))
    to = fields.period("to") if "to" in fields else None
    return Written(Form(fields.text("code"), fields.period("from"), to, tuple(form_rows)), fields, tuple(listed))


def _form_row(row: CatalogueRow, own: Fields | None) -> FormRow:
    if own is None:
        return FormRow("", row.id, row.label, row.unit)
    return FormRow(own.text("stt"), row.id, own.text("label") or row.label, own.text("unit") if "unit" in own else row.unit)


def read_checks(top: Fields) -> list[Written[Check]]:
    """The checks."""
    found = []
    for node in top.items("checks"):
        fields = top.flaws.fields(node, "checks", required=("id", "kind", "strength", "expression"), optional=("remark",))
        strength = fields.text("strength")
        if strength and strength not in _STRENGTHS:
            fields.add("strength", f"“{strength}” không hợp lệ; viết {', '.join(_STRENGTHS)}")
        check = Check(
            id=fields.text("id"),
            kind=fields.choice("kind", CheckKind, CheckKind.LE),
            hard=_STRENGTHS.get(strength, False),
            expression=fields.text("expression"),
            remark=fields.text("remark"),
        )
        found.append(Written(check, fields))
    return found


def read_agencies(top: Fields) -> list[Written[Agency]]:
    """The agencies."""
    optional = ("aliases", "from", "to", "successor", "coordinator")
    found = []
    for node in top.items("agencies"):
        fields = top.flaws.fields(node, "agencies", required=("code", "name", "short"), optional=optional)
        aliases = tuple(fields.texts("aliases"))
        agency = Agency(
            code=AgencyCode(fields.text("code")),
            name=fields.text("name"),
            short=fields.text("short"),
            aliases=tuple(words for words, _ in aliases),
            valid_from=fields.day("from"),
            valid_to=fields.day("to"),
            successor=AgencyCode(fields.text("successor")) if "successor" in fields else None,
            coordinator=fields.yes_no("coordinator"),
        )
        found.append(Written(agency, fields, aliases))
    return found


def read_calendar(top: Fields) -> CalendarRules:
    """When reports are due."""
    if "calendar" not in top:
        return CalendarRules({})
    optional = ("working_days", "days_off", "legal_basis")
    fields = top.flaws.fields(top.nodes["calendar"], "calendar", required=("deadlines", "shift"), optional=optional)
    shift = fields.text("shift")
    if shift and shift not in _SHIFTS:
        fields.add("shift", f"“{shift}” không hợp lệ; viết {', '.join(_SHIFTS)}")
    return CalendarRules(
        deadlines=_deadlines(fields),
        shift=shift,
        working_days=frozenset(fields.days("working_days")),
        days_off=frozenset(fields.days("days_off")),
        legal_basis=fields.text("legal_basis"),
    )


def _deadlines(fields: Fields) -> dict[Span, tuple[int, int]]:
    if "deadlines" not in fields:
        return {}
    by_span = fields.flaws.fields(fields.nodes["deadlines"], "deadlines", required=(), optional=tuple(Span))
    if not by_span.nodes:
        fields.add("deadlines", "phải có hạn của ít nhất một kỳ")
    deadlines = {}
    for span in (span for span in Span if span in by_span):
        month, day = deadlines[span] = by_span.day_of_year(span)
        last = Period(1, span).last_day
        if (month, day) <= (last.month, last.day):
            by_span.add(span, f"hạn phải sau ngày chốt số liệu {last.day}/{last.month}")
    return deadlines
