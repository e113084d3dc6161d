"""Reports as Word, Excel and PDF files in the layouts of offices: the figures read are those written, all and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.period import Period
from bot.domain.report_reading import Reading, read_report
from tests.made_reports.as_docx import docx_of
from tests.made_reports.as_pdf import pdf_of
from tests.made_reports.as_xlsx import xlsx_of
from tests.made_reports.blocks import Block, Content, as_read, blocks_of, made_up
from tests.made_reports.looks import LOOKS, Look
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


@pytest.mark.soak
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("source", [*TITLES, *REAL])
def test_every_report_in_every_layout_and_format(source: str, look: str, file_format: str) -> None:
    """The full product."""
    if source in REAL and not SEEDS.is_dir():
        pytest.skip("the real reports are not part of the project")
    check(real(source) if source in REAL else made(source), look, file_format)
