"""Blocks → a PDF with text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib as mpl
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, Spacer

from tests.made_reports.blocks import Block, Cell, Grid
from tests.made_reports.looks import Look

_SHARES = {"stt": 5, "label": 32, "unit": 13, "value": 9, "last": 9, "note": 26, "sum": 7, "": 3}
_NARROW = {"stt": 5, "label": 15, "unit": 9, "value": 9, "last": 9, "note": 26, "sum": 7, "": 3}


@cache
def registered_font() -> str:
    """The name of a font with Vietnamese letters."""
    name = "ReportSans"
    pdfmetrics.registerFont(TTFont(name, Path(mpl.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"))
    return name


def pdf_of(blocks: Sequence[Block], look: Look) -> bytes:
    """The report as a .pdf."""
    style = ParagraphStyle("cell", fontName=registered_font(), fontSize=9, leading=11)
    size = landscape(A4) if look.landscape else A4
    file = BytesIO()
    document = SimpleDocTemplate(file, pagesize=size, leftMargin=40, rightMargin=40, topMargin=50, bottomMargin=50)
    story: list[Flowable] = []
    for block in blocks:
        if isinstance(block, str):
            story.append(Paragraph(escape(block), style))
        else:
            story += [Spacer(1, 12), _table(block, look, size[0] - 80, style), Spacer(1, 12)]
    after = _page_number if look.footers else _watermark if look.watermark else _nothing
    document.build(story, onFirstPage=after, onLaterPages=after)
    return file.getvalue()


def _page_number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(registered_font(), 9)
    canvas.drawCentredString(A4[0] / 2, 25, f"Trang {document.page}")


def _watermark(canvas: Canvas, _document: SimpleDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont(registered_font(), 60)
    canvas.setFillGray(0.9)
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, 0, "DỰ THẢO")
    canvas.restoreState()


def _nothing(_canvas: Canvas, _document: SimpleDocTemplate) -> None:
    """No footer."""


def _marked(cell: Cell) -> str:
    before = f"<strike>{cell.crossed_out}</strike>" if cell.crossed_out else ""
    return before + escape(cell.text)


def _table(grid: Grid, look: Look, width: float, style: ParagraphStyle) -> LongTable:
    shares = [(_NARROW if look.narrow else _SHARES)[role] for role in look.columns]
    if look.narrow_figures:
        shares[look.columns.index("value")] = 6
    texts = [[Paragraph(_marked(cell), style) if cell and cell.text else "" for cell in row] for row in grid.rows]
    commands: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if look.narrow else "TOP")]
    for down, row in enumerate(grid.rows):
        for across, cell in enumerate(row):
            if cell and (cell.across > 1 or (cell.down > 1 and down < grid.header)):
                commands.append(("SPAN", (across, down), (across + cell.across - 1, down + cell.down - 1)))
    if look.rules == "all":
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
    elif look.rules == "rows":
        commands.append(("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"))
    elif look.rules == "columns":
        commands += [("INNERGRID", (0, 0), (-1, 0), 0.5, "black"), ("LINEAFTER", (0, 0), (-1, -1), 0.5, "black")]
        commands += [("LINEBEFORE", (0, 0), (0, -1), 0.5, "black"), ("BOX", (0, 0), (-1, -1), 0.5, "black")]
    elif look.rules == "header":
        commands.append(("GRID", (0, 0), (-1, grid.header - 1), 0.5, "black"))
    return LongTable(
        texts,
        colWidths=[width * share / sum(shares) for share in shares],
        repeatRows=grid.header,
        splitInRow=1,
        style=commands,
    )
