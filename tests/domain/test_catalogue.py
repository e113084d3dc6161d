"""The catalogue that ships: complete, equal to the tables it was made from, and with names that tell its rows apart."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.catalogue import Catalogue, CatalogueRow, RowKind, ValueType
from bot.domain.catalogue_nodes import name_key
from bot.domain.formula import evaluate, operands, relations
from bot.domain.period import Period, Span

SHARED = Path(__file__).parents[2] / "../shared"
TWINS = [
    {"inspection.issues_found", "decentralization_inspection.issues_found"},
    {"inspection.issues_resolved", "decentralization_inspection.issues_resolved", "specialized_inspection.issues_resolved"},
    {"legal_docs", "other_tasks.legal_docs"},
    {"psu_staff_budget.present", "psu_staff_autonomous.present"},
]
AGENCIES = """SCT SKHDT STTTT BQLKCN SNV STC STP SXD SGTVT SNNPTNT
 STNMT SLDTBXH SGDDT SYT SVHTTDL SKHCN TTT BDT VPUBND"""


def shared_table(name: str) -> list[dict[str, str]]:
    """Rows of a table that the catalogue was made from; the test is skipped where it is not at hand."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_holds_every_section_heading_indicator_form_check_and_agency(catalogue: Catalogue) -> None:
    assert Counter(row.kind for row in catalogue.rows) == {RowKind.SECTION: 7, RowKind.HEADING: 32, RowKind.INDICATOR: 159}
    assert {form.code: len(form.rows) for form in catalogue.forms} == {"2021": 166, "2022": 185, "2023": 185}
    assert len(catalogue.checks) == 84
    assert [agency.code for agency in catalogue.agencies] == AGENCIES.split()
    assert Counter(row.type for row in catalogue.indicators) == {
        ValueType.COUNT: 120,
        ValueType.FLAG: 24,
        ValueType.PERCENT: 14,
        ValueType.CODE: 1,
    }
    assert sum(catalogue.row(row.parent or "").kind is RowKind.INDICATOR for row in catalogue.indicators) == 18


def test_rows_equal_the_table_they_were_made_from(catalogue: Catalogue) -> None:
    kinds = {"section": RowKind.SECTION, "group": RowKind.HEADING, "indicator": RowKind.INDICATOR}
    table = shared_table("catalogue.csv")
    assert [row.id for row in catalogue.rows] == [line["id"] for line in table]
    for row, line in zip(catalogue.rows, table, strict=True):
        assert (row.kind, row.section, row.parent or "", row.label, row.unit) == (
            kinds[line["kind"]],
            line["section"],
            line["parent_id"],
            line["label"],
            line["unit"],
        )
        printed = {wording.strip() for year in ("t2021", "t2022", "t2023") for wording in line[year].split(" | ")} - {""}
        assert printed <= set(row.labels), row.id
        if row.kind is RowKind.INDICATOR:
            options = ";".join(f"{option.number}={option.word}" for option in row.options)
            assert (row.type, options, str(row.max or ""), row.measure, row.required, row.formula or "") == (
                line["type"],
                line["options"],
                line["max"],
                line["measure"],
                line["required"] == "yes",
                line["formula"],
            ), row.id


def test_forms_equal_the_table_they_were_made_from(catalogue: Catalogue) -> None:
    table = shared_table("forms.csv")
    for form in catalogue.forms:
        printed = [(line["stt"], line["id"], line["label"], line["unit"]) for line in table if line["form"] == form.code]
        assert [(row.stt, row.id, row.label, row.unit) for row in form.rows] == printed


def test_checks_equal_the_table_they_were_made_from(catalogue: Catalogue) -> None:
    assert [(check.id, check.kind, "hard" if check.hard else "soft", check.expression) for check in catalogue.checks] == [
        (line["check_id"], line["kind"], line["strength"], line["expression"]) for line in shared_table("checks.csv")
    ]


@pytest.mark.parametrize(
    ("period", "form"),
    [("2021-H1", "2021"), ("2022-Q3", "2022"), ("2023-Q1", "2023"), ("2026-Y", "2023"), ("2019-Q1", "2021")],
)
def test_a_period_uses_its_form_and_later_ones_the_newest(catalogue: Catalogue, period: str, form: str) -> None:
    assert catalogue.form_for(Period.parse(period)).code == form


def test_every_indicator_has_a_sentence_that_defines_it_and_wordings_of_its_own(catalogue: Catalogue) -> None:
    for row in catalogue.indicators:
        assert row.definition, row.id
        assert row.definition.endswith("."), row.id
        assert row.definition.count(". ") == 0, row.id
        assert 2 <= len(row.aliases) <= 10, row.id


def names(row: CatalogueRow) -> set[str]:
    """Folded names of a row."""
    return {name_key(name) for name in (*row.labels, row.short, *row.aliases)}


def test_every_name_belongs_to_one_row_or_to_twins(catalogue: Catalogue) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in catalogue.rows:
        for name in names(row):
            owners[name].add(row.id)
    shared = {name: rows for name, rows in owners.items() if len(rows) > 1}
    assert all(rows in TWINS for rows in shared.values()), shared
    for twins in TWINS:
        assert len({name_key(catalogue.row(row_id).label) for row_id in twins}) == 1


def test_an_alias_never_belongs_to_twins(catalogue: Catalogue) -> None:
    aliases = Counter(name_key(alias) for row in catalogue.rows for alias in row.aliases)
    shared_labels = {name_key(catalogue.row(row_id).label) for twins in TWINS for row_id in twins}
    assert [alias for alias, count in aliases.items() if count > 1 or alias in shared_labels] == []


def test_short_names_fit_a_button_and_tell_siblings_apart(catalogue: Catalogue) -> None:
    assert max(len(row.short) for row in catalogue.rows) <= 45
    siblings = Counter((row.parent, name_key(row.short)) for row in catalogue.rows)
    assert max(siblings.values()) == 1


def test_rates_with_a_formula_or_weight_can_be_reckoned_over_agencies(catalogue: Catalogue) -> None:
    weighted = {row.id: row.weight for row in catalogue.indicators if row.weight}
    assert weighted == {
        "dossiers.on_time_rate": "dossiers.returned",
        "satisfaction_survey.satisfaction_rate": "satisfaction_survey.forms",
    }
    for row in catalogue.indicators:
        if row.formula:
            ids = operands(row.formula)
            assert evaluate(row.formula, dict.fromkeys(ids, Decimal(3))) is not None


def test_every_check_can_be_read(catalogue: Catalogue) -> None:
    for check in catalogue.checks:
        assert relations(check.expression), check.id
        assert all(row_id in catalogue for row_id in operands(check.expression)), check.id


def test_agencies_that_merged_in_2025_hand_over_to_one_that_goes_on(catalogue: Catalogue) -> None:
    merged = {agency.code: agency for agency in catalogue.agencies if agency.valid_to}
    assert {code: agency.successor for code, agency in merged.items()} == {
        "SKHDT": "STC",
        "STTTT": "SKHCN",
        "SGTVT": "SXD",
        "SLDTBXH": "SNV",
    }
    last_days = {agency.valid_to for agency in merged.values() if agency.valid_to}
    for last_day in last_days:
        assert sum(agency.is_valid_on(last_day) for agency in catalogue.agencies) == 19
        assert sum(agency.is_valid_on(last_day.replace(month=3, day=1)) for agency in catalogue.agencies) == 15


@pytest.mark.parametrize(
    ("spoken", "code"),
    [
        ("công thương", "SCT"),
        ("sở KH&ĐT", "SKHDT"),
        ("SKHĐT", "SKHDT"),
        ("4T", "STTTT"),
        ("TT-TT", "STTTT"),
        ("BQL KCN", "BQLKCN"),
        ("LĐTBXH", "SLDTBXH"),
        ("NN&PTNT", "SNNPTNT"),
        ("VPUB", "VPUBND"),
        ("thanh tra tỉnh", "TTT"),
    ],
)
def test_an_agency_is_known_by_its_everyday_names(catalogue: Catalogue, spoken: str, code: str) -> None:
    agency = catalogue.agency(code)
    assert name_key(spoken) in {name_key(name) for name in (agency.code, agency.name, agency.short, *agency.aliases)}


def test_the_interior_office_coordinates_and_the_four_regular_reports_have_deadlines(catalogue: Catalogue) -> None:
    assert [agency.code for agency in catalogue.agencies if agency.coordinator] == ["SNV"]
    assert catalogue.calendar.deadlines == {Span.Q1: (3, 17), Span.H1: (6, 17), Span.Q3: (9, 17), Span.YEAR: (12, 17)}
    assert catalogue.calendar.shift == "before"
