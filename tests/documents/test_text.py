"""Text files taken apart: encodings, cells, tables and prose; and files that are none."""

import pytest

from bot.documents.encoding import BadFile
from bot.documents.markup import plain
from bot.documents.text import MAX_ROWS, TextDocument, read_text, take_apart

REPORT = "Phụ lục\nSố liệu quý I\n\n1\tKiểm tra CCHC\t\t2\t\n\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t4\t\n"


def rows(text: str) -> list[tuple[str, ...]]:
    return [row.cells for table in take_apart(text).tables for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_unicode_encoding_is_read(encoding: str) -> None:
    """With its byte order mark or without."""
    document = read_text(REPORT.encode(encoding))
    assert isinstance(document, TextDocument)
    assert [row.cells[1] for row in document.tables[0].rows] == ["Kiểm tra CCHC", "Số phòng ban đã kiểm tra"]


def test_windows_1258_is_read_in_composed_letters() -> None:
    """Old Vietnamese Windows writes the tone behind its letter."""
    text = "Kiê\u0309m tra CCHC\tVâ\u0301n đê\u0300\t3\n"
    document = read_text(text.encode("cp1258"))
    assert isinstance(document, TextDocument)
    assert document.tables[0].rows[0].cells == ("Kiểm tra CCHC", "Vấn đề", "3")


def test_a_file_cut_off_inside_a_character_is_read_up_to_it() -> None:
    """Half a report is half a report, not an unknown encoding."""
    document = read_text(REPORT.encode()[:-12])
    assert isinstance(document, TextDocument)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", BadFile.EMPTY),
        (b" \r\n\t\n", BadFile.EMPTY),
        (b"\xef\xbb\xbf\n", BadFile.EMPTY),
        (bytes(range(256)) * 20, BadFile.BINARY),
        (b"So\x00 lieu\x00\x01\x02\x03\x04" * 50, BadFile.BINARY),
        ("Bé Néi vô\tcã = 1\t1\n".encode("latin-1"), BadFile.ENCODING),  # TCVN3: letters of another font
        ("Chỉ có lời văn, không có bảng.\nHết.".encode(), BadFile.NO_TABLE),
        (b"a\tb\n" * (MAX_ROWS + 1), BadFile.TOO_BIG),
    ],
    ids=lambda value: value.name if isinstance(value, BadFile) else "",
)
def test_what_is_no_text_report_is_named(content: bytes, why: BadFile) -> None:
    """Each with the advice that helps, so each told apart."""
    assert read_text(content) is why


def test_cells_are_told_apart_by_tabs_pipes_or_wide_gaps() -> None:
    """Whatever the file uses."""
    expected = [("1", "Kiểm tra CCHC", "2"), ("", "Số phòng ban", "4")]
    assert rows("1\tKiểm tra CCHC\t2\n\tSố phòng ban\t4\n") == expected
    assert rows("|1|Kiểm tra CCHC|2|\n|---|---|---|\n||Số phòng ban|4|\n") == expected
    assert rows("1    Kiểm tra CCHC     2\n") == [expected[0]]


@pytest.mark.parametrize("mark", [";", ","])
def test_csv_files_are_read_with_their_quotes(mark: str) -> None:
    """What Excel saves: titles padded to the width, cells with the mark or a line break in quotes."""
    rows = [["1", '"Cơ quan, đơn vị; đã kiểm tra"', "Cơ quan", "4", ""], ["", '"Số vấn đề\nđã xử lý"', "Vấn đề", '"59,09"', ""]]
    lines = [["Phụ lục số liệu", "", "", "", ""], ["STT", "Chỉ tiêu", "ĐVT", "Số lượng", "Ghi chú"], *rows, *rows, *rows]
    document = read_text("\r\n".join(mark.join(cells) for cells in lines).encode("utf-8-sig"))
    assert isinstance(document, TextDocument)
    assert [line.text for line in document.prose] == ["Phụ lục số liệu"]
    assert [row.cells for row in document.tables[0].rows[1:3]] == [
        ("1", "Cơ quan, đơn vị; đã kiểm tra", "Cơ quan", "4", ""),
        ("", "Số vấn đề đã xử lý", "Vấn đề", "59,09", ""),
    ]
    assert [row.line for row in document.tables[0].rows[1:4]] == [3, 4, 6]


def test_lines_drawn_with_characters_part_cells() -> None:
    """As programs print tables to a text file."""
    table = "┌────┬────────┬───┐\n│ 1  │ Số xã  │ 4 │\n├────┼────────┼───┤\n│ 2  │ Số ấp  │ 7 │\n└────┴────────┴───┘"
    found = take_apart(table)
    assert [[cell.strip() for cell in row.cells] for row in found.tables[0].rows] == [["1", "Số xã", "4"], ["2", "Số ấp", "7"]]


def test_rows_keep_the_line_they_stood_on() -> None:
    """Lines count from 1, whatever ends them."""
    document = take_apart("Tiêu đề\r\n\r\na\tb\r\n\r\nc\td")
    assert [(row.line, row.place) for row in document.tables[0].rows] == [(3, "dòng 3"), (5, "dòng 5")]
    assert [line.text for line in document.prose] == ["Tiêu đề"]


def test_prose_parts_tables_and_the_rest_of_a_cell_does_not() -> None:
    """A cell broken over lines goes on right below its row; a sentence stands apart."""
    document = take_apart("a\tb\tghi chú\nviết tiếp\nc\td\te\n\nNơi nhận:\n\nf\tg\n")
    assert [[row.cells for row in table.rows] for table in document.tables] == [
        [("a", "b", "ghi chú"), ("viết tiếp",), ("c", "d", "e")],
        [("f", "g")],
    ]


def test_a_cell_that_excel_quotes_is_one_cell() -> None:
    """Excel quotes cells with line breaks when it writes text."""
    assert rows('Hình thức\t"Có = 1\nKhông = 0"\t1\t"nói ""được"""\n') == [("Hình thức", "Có = 1 Không = 0", "1", 'nói "được"')]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("<b>II</b>", "II"),
        ("(<i>lũy kế</i>)", "(lũy kế)"),
        ("<p>một</p> <ul style='x'> - hai", "một - hai"),
        ('tại ( <a href="https://x.vn/">https://x.vn/</a> )', "tại ( https://x.vn/ )"),
        ("Có = 1<br/>Không = 0", "Có = 1 Không = 0"),
        ("**Kiểm tra**", "Kiểm tra"),
        ("*nghiêng*", "nghiêng"),
        ("0*", "0*"),
        ("0\\*", "0*"),
        ("51<sup>1</sup>", "51¹"),
        ("3 &lt; 4 &amp; 5", "3 < 4 & 5"),
        ("a < b > c", "a < b > c"),
        ("  hai\u00a0 khoảng \u200btrống ", "hai khoảng trống"),
    ],
)
def test_markup_is_stripped_and_footnote_marks_stay(cell: str, seen: str) -> None:
    """A raised 1 never joins the number it stands at."""
    assert plain(cell) == seen
