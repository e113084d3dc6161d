"""Word files: what the reader of the page sees is read, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest

from bot.documents.docx import read_docx
from tests.made_reports.bad_files import packed, word

WIDE = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("STT", "Chỉ tiêu", "Số lượng", "Ghi chú"))


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def text(*runs: str) -> str:
    return "<w:p>" + "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in (WIDE, *rows)) + "</w:tbl>"


def cells_of(body: str) -> list[tuple[str, ...]]:
    return [row.cells for table in read_docx(word(body)).tables for row in table.rows][1:]


RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (text("59", ",09"), "59,09"),
        (text("Số vấn đề") + text("phát hiện"), "Số vấn đề phát hiện"),
        (text("0", RAISED), "0¹"),
        (text("4", '<w:r><w:footnoteReference w:id="7"/></w:r>'), "4¹"),
        (text("<w:del><w:r><w:delText>12</w:delText></w:r></w:del>", "<w:ins><w:r><w:t>13</w:t></w:r></w:ins>"), "13"),
        (text("<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>", "mới"), "mới"),
        (text("5", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>"), "5"),
        (text('<w:fldSimple w:instr="SUM"><w:r><w:t>22</w:t></w:r></w:fldSimple>'), "22"),
        (text("<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>", "22"), "22"),
        (text("<w:hyperlink><w:r><w:t>https://cchc.vn</w:t></w:r></w:hyperlink>"), "https://cchc.vn"),
        (text("<w:r><w:t>Có = 1</w:t><w:br/><w:t>Không = 0</w:t></w:r>"), "Có = 1 Không = 0"),
        (text("<w:r><w:t>41/QĐ</w:t><w:noBreakHyphen/><w:t>SCT</w:t></w:r>"), "41/QĐ-SCT"),
        (f"<w:sdt><w:sdtContent>{text('8')}</w:sdtContent></w:sdt>", "8"),
        (text(unicodedata.normalize("NFD", "Số vấn đề")), "Số vấn đề"),
        (text("9") + "<w:tbl><w:tr>" + cell(text("kèm")) + "</w:tr></w:tbl>", "9 kèm"),
    ],
)
def test_a_cell_is_read_as_it_is_seen(inside: str, seen: str) -> None:
    """Runs joined, changes applied, footnote marks raised, letters composed; a table in a note is part of the note."""
    (row,) = cells_of(table(cell(text("1")) + cell(text("Chỉ tiêu một")) + cell(inside) + cell(text(""))))
    assert row == ("1", "Chỉ tiêu một", seen, "")


def test_merged_cells_keep_their_place() -> None:
    """Over columns: in the first of them; over rows: in the first row; rows begun late are filled up."""
    merged = cell(text("I"), '<w:vMerge w:val="restart"/>') + cell(text("Một")) + cell(text("2")) + cell(text(""))
    below = cell(text("bỏ"), "<w:vMerge/>") + cell(text("Hai")) + cell(text("3")) + cell(text(""))
    wide = cell(text("II. Cải cách"), '<w:gridSpan w:val="4"/>')
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell(text("Ba")) + cell(text("4")) + cell(text("x"))
    assert cells_of(table(merged, below, wide, late)) == [
        ("I", "Một", "2", ""),
        ("", "Hai", "3", ""),
        ("II. Cải cách", "", "", ""),
        ("", "Ba", "4", "x"),
    ]


def test_a_deleted_row_is_gone_and_an_inserted_one_is_there() -> None:
    """Tracked changes of whole rows."""
    row = cell(text("1")) + cell(text("Một")) + cell(text("2")) + cell(text(""))
    gone = "<w:trPr><w:del/></w:trPr>" + row
    new = "<w:trPr><w:ins/></w:trPr>" + row.replace("Một", "Mới")
    assert cells_of(table(gone, new)) == [("1", "Mới", "2", "")]


def test_two_numbers_never_share_a_cell() -> None:
    """A row with more cells than columns keeps them apart: joined, 5 and 700 would be 5700."""
    odd = "".join(cell(text(part), '<w:gridSpan w:val="1"/>') for part in ("1", "Một", "5", "700", "x", "y"))
    grid = "<w:tblGrid>" + '<w:gridCol w:w="100"/>' * 4 + "</w:tblGrid>"
    rows = cells_of(table(*[WIDE] * 3, odd).replace("<w:tbl>", f"<w:tbl>{grid}"))
    assert rows[-1] == ("1", "Một", "5", "700", "x", "y")


def test_frames_boxes_and_page_heads_are_prose_in_their_order() -> None:
    """The letterhead is a table without lines; a title may stand in a text box; places are named for people."""
    letterhead = "<w:tbl><w:tr>" + cell(text("UBND TỈNH") + text("SỞ CÔNG THƯƠNG")) + cell(text("CỘNG HÒA")) + "</w:tr></w:tbl>"
    box = "<w:p><w:r><w:pict><w:txbxContent>" + text("PHỤ LỤC") + "</w:txbxContent></w:pict></w:r></w:p>"
    row = cell(text("1")) + cell(text("Một")) + cell(text("2")) + cell(text(""))
    document = read_docx(word(letterhead + box + table(row) + text("Nơi nhận")))
    assert [line.text for line in document.prose] == ["UBND TỈNH", "SỞ CÔNG THƯƠNG", "CỘNG HÒA", "PHỤ LỤC", "Nơi nhận"]
    (found,) = document.tables
    assert [each.place for each in found.rows] == ["bảng 1, hàng 1", "bảng 1, hàng 2"]
    numbers = [line.number for line in document.prose[:4]] + [each.line for each in found.rows] + [document.prose[4].number]
    assert numbers == sorted(set(numbers))


def test_a_file_in_the_strict_dialect_and_in_utf_16_is_read() -> None:
    """Other namespaces, another encoding, another name of the main part."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = table(cell(text("1")) + cell(text("Một")) + cell(text("2")) + cell(text("")))
    document = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{strict}"><w:body>{body}</w:body></w:document>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document2.xml"/>'
        "</Relationships>"
    )
    file = packed({"[Content_Types].xml": "", "_rels/.rels": relations, "word/document2.xml": document.encode("utf-16")})
    assert read_docx(file).tables[0].rows[1].cells == ("1", "Một", "2", "")
