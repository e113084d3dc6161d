"""The named layouts: how reports of the same content look."""

from __future__ import annotations

from dataclasses import dataclass, field

USUAL = ("stt", "label", "unit", "value", "note")
WORDS = {
    "stt": "STT",
    "label": "Chỉ tiêu thống kê",
    "unit": "Đơn vị tính",
    "value": "Số lượng",
    "last": "Kỳ trước",
    "note": "Ghi chú",
    "sum": "Lũy kế",
    "": "",
}
NARRATIVE = (
    "UBND TỈNH MẪU",
    "Thực hiện chương trình công tác, trong kỳ đơn vị đã hoàn thành 7/9 việc theo kế hoạch; 02 việc còn lại chưa đến hạn.",
    "I. Tình hình chung",
    "Tổng số hồ sơ tiếp nhận là 15 hồ sơ, trong đó 12 hồ sơ đã giải quyết.",
)
SIGNATURES = ("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "GIÁM ĐỐC")


@dataclass(frozen=True, slots=True)
class Look:
    """How a report looks. Everything is about form; the figures stay the same."""

    columns: tuple[str, ...] = USUAL
    words: dict[str, str] = field(default_factory=lambda: dict(WORDS))
    group: str = "Kết quả thống kê"
    header_rows: int = 1
    tables: str = "one"  # one, two, sections, pages
    page: int = 12  # rows a table where each page is one
    repeat_header: bool = True
    between: str = ""  # a line between tables
    narrative: tuple[str, ...] = ()
    signatures: tuple[str, ...] = SIGNATURES
    stt_merged: bool = False
    sections_merged: bool = False
    numbering_in_label: bool = False
    split_every: int = 0
    after_value: str = ""
    decimal_point: str = "."
    paragraphs: bool = False  # each cell's text in several paragraphs
    landscape: bool = False
    numbers_as_text: bool = False
    rules: str = "all"  # all, rows (only lines across), columns (only lines down), header (only the header boxed), none
    narrow: bool = False  # columns so narrow that most cells wrap
    nested: bool = False  # the table stands in a cell of a table that only frames the page
    footers: bool = False  # page numbers at the foot
    watermark: bool = False  # DỰ THẢO aslant over each page
    crossed_out: str = ""  # a figure with a line through it before each figure, as tracked changes print it
    narrow_figures: bool = False  # a column of figures in which 18.910 takes two lines
    first_row: int = 1  # of a sheet
    first_column: int = 1
    percent_format: bool = False  # 59.09 as 0.5909 shown 59.09%

    def with_header(self, place: int) -> bool:
        """Whether the table at this place has a header."""
        return place == 0 or self.repeat_header


def words(**changed: str) -> dict[str, str]:
    """Header words with some of them changed."""
    return {**WORDS, **changed}


LOOKS: dict[str, Look] = {
    "two-row merged header": Look(header_rows=2),
    "header on each page": Look(header_rows=2, tables="pages"),
    "pages without a header": Look(header_rows=2, tables="pages", repeat_header=False),
    "row split over pages": Look(header_rows=2, split_every=3),
    "no STT": Look(columns=("label", "unit", "value", "note")),
    "STT merged": Look(header_rows=2, stt_merged=True),
    "last period beside": Look(
        columns=("stt", "label", "unit", "last", "value", "note"), words=words(value="Kỳ này"), header_rows=2
    ),
    "last period behind": Look(
        columns=("stt", "label", "unit", "value", "last", "note"),
        words=words(value="Số liệu kỳ báo cáo", last="Cùng kỳ năm trước"),
    ),
    "in the period and in all": Look(
        columns=("stt", "label", "unit", "last", "value", "note"),
        words=words(value="Số liệu trong kỳ", last="Lũy kế từ đầu năm"),
    ),
    "an office's own figures before": Look(
        columns=("stt", "label", "unit", "last", "value", "note"), words=words(value="Đã thực hiện", last="Phải thực hiện")
    ),
    "an office's own figures behind, two rows": Look(
        columns=("stt", "label", "unit", "value", "last", "note"), words=words(value="Kết quả", last="Điểm"), header_rows=2
    ),
    "what the next quarter expects": Look(
        columns=("stt", "label", "unit", "last", "value", "note"),
        words=words(value="Thực hiện quý III", last="Ước thực hiện quý IV"),
    ),
    "a goal beside": Look(
        columns=("stt", "label", "unit", "last", "value", "note"),
        words=words(value="Kết quả đạt được", last="Chỉ tiêu được giao"),
    ),
    "in the quarter and since January": Look(
        columns=("stt", "label", "unit", "last", "value", "note"),
        words=words(value="Kết quả trong quý", last="Lũy kế từ đầu năm đến nay"),
    ),
    "this year and last": Look(
        columns=("stt", "label", "unit", "last", "value", "note"), words=words(value="Năm 2022", last="Năm 2021")
    ),
    "another quarter beside": Look(
        columns=("stt", "label", "unit", "last", "value", "note"), words=words(value="Số liệu", last="Số liệu quý II/2022")
    ),
    "remarks behind figures": Look(after_value=" (vượt)"),
    "columns in other order": Look(columns=("stt", "label", "value", "unit", "note")),
    "notes before figures": Look(columns=("stt", "label", "unit", "note", "value")),
    "two tables": Look(tables="two", between="BẢNG 2"),
    "a table a section": Look(tables="sections", between="Số liệu tiếp theo"),
    "narrative before": Look(header_rows=2, narrative=NARRATIVE),
    "nested paragraphs": Look(header_rows=2, paragraphs=True),
    "wrapped labels": Look(header_rows=2, narrow=True),
    "landscape": Look(header_rows=2, landscape=True),
    "numbers as text": Look(numbers_as_text=True, decimal_point=","),
    "percent cells": Look(percent_format=True, header_rows=2),
    "other header words": Look(
        words=words(stt="TT", label="Nội dung", unit="ĐVT", value="Kết quả thực hiện trong kỳ", note="Giải trình, minh chứng")
    ),
    "no unit column": Look(columns=("stt", "label", "value", "note"), words=words(value="Thực hiện")),
    "no note column": Look(columns=("stt", "label", "unit", "value")),
    "only label and figure": Look(columns=("label", "value")),
    "numbers in labels": Look(columns=("label", "unit", "value", "note"), numbering_in_label=True),
    "sections over all columns": Look(sections_merged=True),
    "empty columns": Look(columns=("stt", "", "label", "unit", "value", "sum", "note"), first_row=4, first_column=3),
    "no rules": Look(rules="none"),
    "no rules, wrapped": Look(rules="none", narrow=True),
    "lines between rows only": Look(rules="rows", header_rows=1),
    "framed": Look(nested=True),
    "page numbers": Look(footers=True, header_rows=2),
}
