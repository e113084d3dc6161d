"""PDF files: text put right as a reader sees it, whatever way the page is turned and the letters are stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bot.documents.pdf import read_pdf

ROWS = (
    ("STT", "Chỉ tiêu thống kê", "Đơn vị", "Số lượng"),
    ("1", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "13"),
    ("2", "Số vấn đề phát hiện", "Vấn đề", "1.327"),
    ("3", "Tỷ lệ hài lòng", "%", "96,80"),
    ("4", "Số phiếu khảo sát", "Phiếu", "32"),
)
EDGES = (50, 90, 300, 400, 500)
FONT = "PdfSans"


def page(
    rows: Sequence[Sequence[str]] = ROWS, *, ruled: bool = True, turned: int = 0, drawn_turned: bool = False, raised: str = ""
) -> bytes:
    """A page with a table; `turned`: the page's own rotation; `drawn_turned`: text written upwards; `raised`: a small digit."""
    pdfmetrics.registerFont(TTFont(FONT, Path(mpl.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"))
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    if drawn_turned:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
    if turned:
        canvas.setPageRotation(turned)
    canvas.setFont(FONT, 10)
    canvas.drawString(50, 560, "THỐNG KÊ SỐ LIỆU CCHC QUÝ III NĂM 2022")
    for down, cells in enumerate(rows):
        top = 530 - 24 * down
        for left, text in zip(EDGES, cells, strict=False):
            canvas.drawString(left + 4, top - 16, text)
        if raised and down == 1:
            canvas.setFont(FONT, 6)
            canvas.drawString(EDGES[3] + 17, top - 12, raised)
            canvas.setFont(FONT, 10)
    if ruled:
        canvas.grid(list(EDGES), [530 - 24 * place for place in range(len(rows) + 1)])
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("how", ["upright", "rotated page", "drawn upwards", "decomposed letters"])
def test_a_table_is_read_whichever_way_the_page_is_made(how: str, *, ruled: bool) -> None:
    """The same cells in the same order, in composed letters."""
    rows = [[unicodedata.normalize("NFD", cell) for cell in row] for row in ROWS] if how == "decomposed letters" else ROWS
    turned = 90 if how == "rotated page" else 0
    made = page(rows, ruled=ruled, turned=turned, drawn_turned=how in ("rotated page", "drawn upwards"))
    document = read_pdf(made)
    assert [row.cells for table in document.tables for row in table.rows] == list(ROWS)
    assert [line.text for line in document.prose] == ["THỐNG KÊ SỐ LIỆU CCHC QUÝ III NĂM 2022"]
    assert document.tables[0].rows[1].place == "trang 1, dòng 2"


def test_a_raised_digit_never_joins_the_number_it_stands_at() -> None:
    """0 with the footnote mark 1 is not 01."""
    document = read_pdf(page(raised="1"))
    assert document.tables[0].rows[1].cells[3] == "13¹"
