"""Reading indicators.yaml: what a small catalogue becomes, and how each fault in it is told to its editor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.catalogue import Measure, Option, RowKind, ValueType
from bot.domain.catalogue_file import CatalogueError, installed_catalogue, load_catalogue
from bot.domain.catalogue_nodes import Flaw
from bot.domain.period import Period, Span

SMALL = (Path(__file__).parent / "small_catalogue.yaml").read_text(encoding="utf-8")
FAULTS = yaml.safe_load((Path(__file__).parent / "catalogue_faults.yaml").read_text(encoding="utf-8"))


def written(folder: Path, content: str) -> Path:
    """A catalogue file of this content."""
    path = folder / "indicators.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def flaws_of(path: Path) -> tuple[Flaw, ...]:
    """What is told about a file; nothing when it can be used."""
    try:
        load_catalogue(path)
    except CatalogueError as error:
        return error.flaws
    return ()


def test_rows_become_a_tree_that_knows_sections_and_parents(tmp_path: Path) -> None:
    catalogue = load_catalogue(written(tmp_path, SMALL))
    assert [(row.id, row.kind, row.parent, row.section) for row in catalogue.rows] == [
        ("I", RowKind.SECTION, None, "I"),
        ("dossiers", RowKind.HEADING, "I", "I"),
        ("dossiers.received", RowKind.INDICATOR, "dossiers", "I"),
        ("dossiers.returned", RowKind.INDICATOR, "dossiers", "I"),
        ("dossiers.rate", RowKind.INDICATOR, "dossiers.returned", "I"),
        ("published", RowKind.INDICATOR, "I", "I"),
    ]
    rate = catalogue.row("dossiers.rate")
    assert (rate.type, rate.max, rate.weight, rate.required) == (ValueType.PERCENT, Decimal(100), "dossiers.received", True)
    assert catalogue.row("published").options == (Option(0, "Không", ("chưa",)), Option(1, "Có"))


def test_a_row_knows_its_printed_wordings_newest_form_first(tmp_path: Path) -> None:
    catalogue = load_catalogue(written(tmp_path, SMALL))
    assert catalogue.row("dossiers.received").labels == ("Số hồ sơ tiếp nhận", "- Số hồ sơ nhận:")
    assert catalogue.row("dossiers.rate").labels == ("Tỷ lệ trả", "Tỷ lệ trả kết quả")


def test_a_heading_takes_the_measure_that_all_figures_below_share(tmp_path: Path) -> None:
    assert load_catalogue(written(tmp_path, SMALL)).row("dossiers").measure is Measure.FLOW
    mixed = SMALL.replace("measure: flow", "measure: stock", 1)
    assert load_catalogue(written(tmp_path, mixed)).row("dossiers").measure is Measure.STOCK


def test_forms_keep_printed_order_number_label_and_unit(tmp_path: Path) -> None:
    older, newer = load_catalogue(written(tmp_path, SMALL)).forms
    assert (older.valid_from, older.valid_to, newer.valid_to) == (Period.parse("2021-Q1"), Period.parse("2021-Y"), None)
    assert [(row.stt, row.id, row.label, row.unit) for row in newer.rows[1:4]] == [
        ("1", "dossiers", "Kết quả giải quyết", ""),
        ("", "dossiers.received", "- Số hồ sơ nhận:", "Hồ sơ"),
        ("", "dossiers.returned", "Tổng số:", "Hồ sơ"),
    ]


def test_agencies_know_until_when_they_work_and_who_follows(tmp_path: Path) -> None:
    catalogue = load_catalogue(written(tmp_path, SMALL))
    merged = catalogue.agency("SLD")
    assert (merged.valid_to, merged.successor) == (date(2025, 2, 28), "SNV")
    assert catalogue.agency("SNV").coordinator


def test_the_calendar_says_deadlines_by_month_and_day(tmp_path: Path) -> None:
    calendar = load_catalogue(written(tmp_path, SMALL)).calendar
    assert calendar.deadlines == {Span.Q1: (3, 17), Span.YEAR: (12, 17)}
    assert calendar.days_off == {date(2026, 1, 2)}


def test_the_version_changes_with_the_content(tmp_path: Path) -> None:
    before = load_catalogue(written(tmp_path, SMALL)).version
    assert load_catalogue(written(tmp_path, SMALL)).version == before
    assert load_catalogue(written(tmp_path, SMALL + "# ghi chú\n")).version != before


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{place} {fault['to'].strip()}" for place, fault in enumerate(FAULTS)])
def test_a_fault_is_told_with_its_line_and_key(tmp_path: Path, fault: dict[str, str]) -> None:
    assert fault["from"] in SMALL
    told = [str(flaw) for flaw in flaws_of(written(tmp_path, SMALL.replace(fault["from"], fault["to"], 1)))]
    assert any(flaw.startswith(fault["told"]) for flaw in told), told


def test_all_faults_are_told_together_in_the_order_of_the_file(tmp_path: Path) -> None:
    content = SMALL.replace("shift: before", "shift: later").replace("type: count", "type: number", 1)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(written(tmp_path, content))
    told = str(caught.value)
    assert "có 2 chỗ cần sửa" in told
    assert told.index("dòng 21, khoá type") < told.index("dòng 92, khoá shift")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "dòng 1, khoá rows: tệp trống"),
        (b"- I\n", "dòng 1, khoá rows: phải gồm các dòng “khoá: giá trị”"),
        (b"rows: [\n", "dòng 2: sai cách viết"),
        (b'rows:\n- label: "I\n', "dòng 3: sai cách viết"),
        ("rows:\n  - Thủ tục\n".encode("utf-16"), "dòng 1: có chữ không phải mã UTF-8"),
        (b"rows: \x00\n", "dòng 1: có ký tự không đọc được"),
    ],
    ids=["empty", "list", "open bracket", "open quote", "utf-16", "nul"],
)
def test_a_file_that_is_no_catalogue_is_refused_in_words(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "indicators.yaml"
    path.write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path)
    assert str(caught.value.flaws[0]).startswith(told)


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="không mở được tệp"):
        load_catalogue(tmp_path / "indicators.yaml")


def every_key(root: yaml.Node) -> list[tuple[yaml.MappingNode, int]]:
    """Each key of each mapping below a node, as (mapping, place in it)."""
    found: list[tuple[yaml.MappingNode, int]] = []
    if isinstance(root, yaml.MappingNode):
        found = [(root, place) for place in range(len(root.value))]
        children = [value for _, value in root.value]
    else:
        children = root.value if isinstance(root, yaml.SequenceNode) else []
    return found + [key for child in children for key in every_key(child)]


def small_nodes() -> yaml.Node:
    """The small catalogue as nodes, new each time as they are changed in place."""
    root = yaml.compose(SMALL)
    assert root is not None
    return root


KEY_COUNT = len(every_key(small_nodes()))
OPTIONAL = {
    "aliases",
    "unit",
    "max",
    "also_printed",
    "formula",
    "weight",
    "printed_at_times_in",
    "stt",
    "successor",
    "days_off",
    "Q1",
    "Y",
}
OPTIONAL.add("label")  # of a form's row, which else has the row's own


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, KEY_COUNT - 1), twice=st.booleans())
def test_any_key_dropped_or_written_twice_is_told_and_nothing_crashes(tmp_path: Path, place: int, *, twice: bool) -> None:
    root = small_nodes()
    mapping, index = every_key(root)[place]
    key = mapping.value[index][0].value
    if twice:
        mapping.value.insert(index, mapping.value[index])
    else:
        del mapping.value[index]
    flaws = flaws_of(written(tmp_path, yaml.serialize(root, allow_unicode=True)))
    assert all(flaw.line and flaw.key and flaw.text for flaw in flaws)
    if twice:
        assert any(flaw.key == key and flaw.text.startswith("viết hai lần") for flaw in flaws)
    else:
        assert flaws or key in OPTIONAL


REAL_LINES = installed_catalogue().read_text(encoding="utf-8").splitlines(keepends=True)
LAST_NEEDED = REAL_LINES.index("  shift: before\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(end=st.integers(0, LAST_NEEDED))
def test_a_file_cut_off_anywhere_is_never_used(tmp_path: Path, end: int) -> None:
    assert flaws_of(written(tmp_path, "".join(REAL_LINES[:end])))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(line=st.integers(0, len(REAL_LINES) - 1))
def test_any_line_lost_is_told_with_its_place_or_harmless(tmp_path: Path, line: int) -> None:
    flaws = flaws_of(written(tmp_path, "".join(REAL_LINES[:line] + REAL_LINES[line + 1 :])))
    assert all(flaw.line and flaw.text for flaw in flaws)
