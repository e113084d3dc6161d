"""An agency's appendix as a Word document in the layout of decree 30/2020/NĐ-CP.

A4, Times New Roman, black, page number centred at the top from the second page on; the header row stands on every page. Rows
are written as XML: a table of python-docx looks its cells up anew each time, which takes a minute for what takes a blink here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from bot.documents.marking import MARK

FONT = "Times New Roman"
_TITLE_SIZE, _TEXT_SIZE, _TABLE_SIZE = 14, 13, 13  # points
_MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 16}  # mm, see docs/notation.md
_WIDTHS = (12, 66, 24, 21, 41)  # mm of the columns: what A4 leaves between the margins
_TWIPS = 1440 / 25.4  # a mm in twentieths of a point
_NOTE = 4  # the column that is never bold
_CENTRED = {0, 2, 3}  # columns: STT, unit, figure
_MAY_BREAK = 700  # characters of a note that may fill most of a page: its row may go on overleaf
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def appendix_document(content: Mapping[str, Any]) -> bytes:
    """The .docx of `bot.replies.appendix.appendix_content`."""
    document = Document()
    _set_page(document)
    _set_font(document)
    _add_line(document, content["heading"], size=_TITLE_SIZE, bold=True)
    for line in content["title"]:
        _add_line(document, line, size=_TEXT_SIZE, bold=True)
    _add_line(document, content["attached"], size=_TEXT_SIZE, italic=True, space_after=8)
    _add_table(document, content["columns"], content["rows"])
    document.core_properties.keywords = MARK
    document.core_properties.title = " ".join(content["title"])
    document.core_properties.author = document.core_properties.comments = ""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def without_control_characters(text: str) -> str:
    """Without what no XML can hold and nobody can see."""
    return _NOT_IN_XML.sub("", text)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, width in _MARGINS.items():
        setattr(section, name, Mm(width))
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = number.add_run()
        run.font.size = Pt(_TEXT_SIZE)
        xml = (
            f"<w:fldChar {nsdecls('w')} w:fldCharType='{kind}'/>"
            if kind
            else f"<w:instrText {nsdecls('w')} xml:space='preserve'>{text}</w:instrText>"
        )
        run._r.append(parse_xml(xml))  # noqa: SLF001  python-docx has no fields


def _set_font(document: WordDocument) -> None:
    """Times New Roman for letters of every kind: Word takes another font for Vietnamese when one of the four is not said."""
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    normal = document.styles["Normal"]
    normal.font.size = Pt(_TEXT_SIZE)
    normal.font.name = FONT
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.0


def _add_line(
    document: WordDocument, text: str, *, size: int, bold: bool = False, italic: bool = False, space_after: int = 0
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(space_after)
    run = paragraph.add_run(without_control_characters(text))
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size)
    return paragraph


def _add_table(document: WordDocument, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """The table, then the empty paragraph that Word wants at the end, as small as it can be."""
    body = document.element.body
    xml = [f"<w:tbl {nsdecls('w')}>", _table_properties()]
    xml.append(_row_xml(columns, bold=True, is_header=True, keep=True))
    for row in rows:
        is_heading = row["level"] != "indicator"
        xml.append(_row_xml([cell["text"] for cell in row["cells"]], bold=is_heading, keep=is_heading))
    xml.append("</w:tbl>")
    body.insert(len(body) - 1, parse_xml("".join(xml)))  # before the section's properties
    last = document.add_paragraph()
    last.paragraph_format.line_spacing = Pt(1)


def _table_properties() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f"<w:{side} w:val='single' w:sz='4' w:space='0' w:color='000000'/>" for side in sides)
    margins = "".join(f"<w:{side} w:w='70' w:type='dxa'/>" for side in ("left", "right"))
    grid = "".join(f"<w:gridCol w:w='{round(width * _TWIPS)}'/>" for width in _WIDTHS)
    return (
        f"<w:tblPr><w:tblW w:w='{round(sum(_WIDTHS) * _TWIPS)}' w:type='dxa'/><w:jc w:val='center'/>"
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type='fixed'/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row_xml(cells: Sequence[str], *, bold: bool, is_header: bool = False, keep: bool = False) -> str:
    """One row. `keep`: on the page of the next row, so that no heading stands alone at the foot of a page."""
    whole = "<w:cantSplit/>" if max(map(len, cells)) <= _MAY_BREAK else ""
    properties = f"<w:trPr>{whole}{'<w:tblHeader/>' if is_header else ''}</w:trPr>"
    texts = (
        _cell_xml(text, width, bold=bold and (is_header or place != _NOTE), keep=keep, centred=is_header or place in _CENTRED)
        for place, (text, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"<w:tr>{properties}{''.join(texts)}</w:tr>"


def _cell_xml(text: str, width: int, *, bold: bool, keep: bool, centred: bool) -> str:
    run_properties = f"<w:rPr>{'<w:b/><w:bCs/>' if bold else ''}<w:sz w:val='{2 * _TABLE_SIZE}'/></w:rPr>"
    run = f"<w:r>{run_properties}{_text_xml(text)}</w:r>" if text else ""
    return (
        f"<w:tc><w:tcPr><w:tcW w:w='{round(width * _TWIPS)}' w:type='dxa'/><w:vAlign w:val='center'/></w:tcPr>"
        f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}<w:spacing w:before='20' w:after='20'/>"
        f"<w:jc w:val='{'center' if centred else 'left'}'/></w:pPr>{run}</w:p></w:tc>"
    )


def _text_xml(text: str) -> str:
    """A text with its line breaks and tabs."""
    pieces = re.split(r"([\n\t])", without_control_characters(text).replace("\r\n", "\n").replace("\r", "\n"))
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(marks.get(piece) or f"<w:t xml:space='preserve'>{escape(piece)}</w:t>" for piece in pieces if piece)
