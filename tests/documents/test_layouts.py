"""Reports as Word, Excel and PDF files in the layouts of offices: the figures read are those written, all and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.report_reading import Doubt, Reading, Unreadable, read_report
from tests.made_reports.as_docx import docx_of
from tests.made_reports.as_pdf import pdf_of
from tests.made_reports.as_xlsx import xlsx_of
from tests.made_reports.blocks import Block, Cell, Content, Grid, as_read, blocks_of, made_up
from tests.made_reports.looks import LOOKS, Look, words
from tests.text_reports import noise_of, random_figures

SEEDS = Path(__file__).parents[2] / "../shared/seeds"
CATALOGUE = load_catalogue()
WRITERS: dict[str, Callable[[Sequence[Block], Look], bytes]] = {"docx": docx_of, "xlsx": xlsx_of, "pdf": pdf_of}
FORMATS = sorted(WRITERS)
TITLES = {
    "2021": ("2021-H1", "6 THÁNG ĐẦU NĂM 2021"),
    "2022": ("2022-Q3", "QUÝ III NĂM 2022"),
    "2023": ("2023-Q1", "QUÝ I NĂM 2023"),
}
REAL = ("000", "001", "002", "003", "004")
Figures = dict[IndicatorId, Decimal | None]


@cache
def made(form: str, seed: int = 7) -> tuple[Figures, Content, AgencyCode, Period]:
    """A report with figures of our own."""
    period, named = TITLES[form]
    noise = noise_of(seed)
    figures = random_figures(CATALOGUE, form, noise, filled=0.7)
    title = ("PHỤ LỤC", "THỐNG KÊ SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH", f"{named} CỦA SỞ CÔNG THƯƠNG")
    return dict(figures), made_up(figures, CATALOGUE, form, title, noise), AgencyCode("SCT"), Period.parse(period)


@cache
def real(name: str) -> tuple[Figures, Content, AgencyCode, Period]:
    """One of the five reports, with the figures that its text file gives."""
    reading = read_report((SEEDS / f"{name}.txt").read_bytes(), file_name=f"{name}.txt", catalogue=CATALOGUE)
    assert isinstance(reading, Reading)
    figures = {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}
    period = reading.period.name.upper().replace("/", " NĂM ")
    agency = CATALOGUE.agency(reading.agency).name.upper()
    return figures, as_read(reading, ("PHỤ LỤC", f"SỐ LIỆU CCHC {period}", f"CỦA {agency}")), reading.agency, reading.period


def check(report: tuple[Figures, Content, AgencyCode, Period], look: str, file_format: str) -> None:
    """Write, read, compare: agency, period, every figure, and no row with a figure left over."""
    figures, content, agency, period = report
    written = WRITERS[file_format](blocks_of(content, LOOKS[look]), LOOKS[look])
    reading = read_report(written, file_name=f"bao-cao.{file_format}", catalogue=CATALOGUE)
    assert isinstance(reading, Reading), reading
    assert (reading.agency, reading.period) == (agency, period)
    found = {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure}
    assert found == figures
    assert [row.label for row in reading.unread if row.raw] == []


@pytest.mark.parametrize(("look", "file_format"), [(look, FORMATS[place % len(FORMATS)]) for place, look in enumerate(LOOKS)])
def test_a_report_is_read_as_written_in_every_layout(look: str, file_format: str) -> None:
    """Each layout in one of the formats; `make soak` takes all three."""
    check(made("2022"), look, file_format)


@pytest.mark.parametrize(
    ("name", "look", "file_format"),
    [
        (name, list(LOOKS)[(7 * number + 11 * place) % len(LOOKS)], file_format)
        for number, name in enumerate(REAL)
        for place, file_format in enumerate(FORMATS)
    ],
)
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real reports are not part of the project")
def test_the_real_reports_give_the_figures_of_their_text_in_every_format(name: str, look: str, file_format: str) -> None:
    """Long notes, split rows, twins."""
    check(real(name), look, file_format)


def test_a_label_may_go_on_in_a_nameless_column() -> None:
    """A label of two cells beside each other."""
    figures, content, *_ = made("2022")
    blocks = blocks_of(content, Look(columns=("stt", "label", "", "unit", "value", "note")))
    for row in (row for block in blocks if isinstance(block, Grid) for row in block.rows):
        parts = row[1].text.split() if row[1] else []
        if len(parts) > 8:
            row[1], row[2] = Cell(" ".join(parts[:5])), Cell(" ".join(parts[5:]))
    reading = read_report(docx_of(blocks, Look()), file_name="bao-cao.docx", catalogue=CATALOGUE)
    assert isinstance(reading, Reading)
    assert {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure} == figures


def test_the_end_of_a_unit_overleaf_is_no_figure() -> None:
    """Rows cut by a page within "Có = 1; Không = 0": the 0 comes with the second half of the label."""
    figures, content, *_ = made("2022")
    blocks = blocks_of(content, Look())
    for grid in (block for block in blocks if isinstance(block, Grid)):
        cut: list[list[Cell | None]] = []
        for row in grid.rows:
            label, unit = (row[1].text if row[1] else ""), (row[2].text if row[2] else "")
            if unit.endswith("= 0") and len(parts := label.split()) > 6:
                cut.append([row[0], Cell(" ".join(parts[:4])), Cell(unit.removesuffix(" 0")), *row[3:]])
                cut.append([Cell(), Cell(" ".join(parts[4:])), Cell("0"), Cell(), Cell()])
            else:
                cut.append(row)
        assert len(cut) > len(grid.rows)
        grid.rows = cut
    reading = read_report(docx_of(blocks, Look()), file_name="bao-cao.docx", catalogue=CATALOGUE)
    assert isinstance(reading, Reading)
    assert {row.indicator.id: row.figure.number for row in reading.read if row.indicator and row.figure} == figures


def test_numbers_like_i_5_1_in_the_labels_are_no_part_of_them() -> None:
    """Twins as "Khác" are told apart as without."""
    figures, content, agency, period = made("2022")
    lines = tuple(replace(line, stt=f"I.{place // 10 + 1}.{place % 10 + 1}") for place, line in enumerate(content.lines))
    check((figures, replace(content, lines=lines), agency, period), "numbers in labels", "docx")


def test_two_figures_without_a_header_that_says_which_are_no_report() -> None:
    """None of them is taken for the note."""
    look = Look(columns=("stt", "label", "unit", "last", "value"), words=words(value="Cột hai", last="Cột một"))
    written = docx_of(blocks_of(made("2022")[1], look), look)
    reading = read_report(written, file_name="bao-cao.docx", catalogue=CATALOGUE)
    assert isinstance(reading, Unreadable)
    assert reading.why is Doubt.UNCLEAR_COLUMNS


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_part_of_another_report_in_the_file_is_asked_about(file_format: str, is_first: bool) -> None:  # noqa: FBT001
    """Its figures stand in no row of the own report, not even where that one is blank."""
    look = Look()
    own = blocks_of(made("2022")[1], look)
    other = made("2022", seed=8)[1]
    part = blocks_of(
        replace(other, title=("PHỤ LỤC", "SỐ LIỆU CCHC QUÝ III NĂM 2022 CỦA SỞ NỘI VỤ"), lines=other.lines[:30]), look
    )
    written = WRITERS[file_format]([*part, *own] if is_first else [*own, *part], look)
    reading = read_report(written, file_name=f"bao-cao.{file_format}", catalogue=CATALOGUE)
    assert isinstance(reading, Unreadable)
    assert reading.why is Doubt.SEVERAL_TABLES


@pytest.mark.soak
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("source", [*TITLES, *REAL])
def test_every_report_in_every_layout_and_format(source: str, look: str, file_format: str) -> None:
    """The full product."""
    if source in REAL and not SEEDS.is_dir():
        pytest.skip("the real reports are not part of the project")
    check(real(source) if source in REAL else made(source), look, file_format)
