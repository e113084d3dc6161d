"""Blocks → a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.made_reports.blocks import Block, Cell, Grid
from tests.made_reports.looks import Look


def docx_of(blocks: Sequence[Block], look: Look) -> bytes:
    """The report as a .docx."""
    document = Document()
    if look.landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if look.footers:
        document.sections[0].footer.paragraphs[0].text = "Trang 1"
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = _table(block, look)
        if look.nested:
            table = f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{table}<w:p/></w:tc></w:tr></w:tbl>"
        document.element.body.insert_element_before(
            parse_xml(table.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)), "w:sectPr"
        )
    return saved(document)


def saved(document: Any) -> bytes:  # noqa: ANN401  python-docx's document
    """A document's bytes."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _table(grid: Grid, look: Look) -> str:
    columns = len(grid.rows[0])
    widths = "".join(f'<w:gridCol w:w="{9000 // columns}"/>' for _ in range(columns))
    rows = "".join(_row(grid, place, look) for place in range(len(grid.rows)))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides) if look.rules == "all" else ""
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{widths}</w:tblGrid>{rows}</w:tbl>"


def _row(grid: Grid, place: int, look: Look) -> str:
    cells = []
    covered = 0
    for column, cell in enumerate(grid.rows[place]):
        if covered:
            covered -= 1
            continue
        if cell is None:
            cells.append('<w:tc><w:tcPr><w:vMerge w:val="continue"/></w:tcPr><w:p/></w:tc>')
            continue
        covered = cell.across - 1
        span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
        cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{_paragraphs(cell, look, is_label=column < 2)}</w:tc>")
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if place < grid.header else ""
    return f"<w:tr>{repeated}{''.join(cells)}</w:tr>"


def _paragraphs(cell: Cell, look: Look, *, is_label: bool) -> str:
    """A cell's text; in pieces of runs as Word leaves them, or in several paragraphs."""
    words = cell.text.split(" ")
    cut = len(words) // 2
    if look.paragraphs and len(words) > 3:
        parts = [" ".join(words[:cut]), " ".join(words[cut:])]
        return "<w:p/>" + "".join(f"<w:p>{_run(part)}</w:p>" for part in parts)
    if is_label and len(cell.text) > 6:
        return f"<w:p>{_run(cell.text[:5])}<w:proofErr w:type='spellStart'/>{_run(cell.text[5:])}</w:p>"
    before = _run(cell.crossed_out, "<w:strike/>") if cell.crossed_out else ""
    return f"<w:p>{before}{_run(cell.text)}</w:p>"


def _run(text: str, looks: str = "<w:b/>") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
