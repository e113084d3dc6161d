"""What stands in an appendix: its words and the notation of its figures (docs/notation.md), as plain JSON for the makers.

A cell is a text, or a number as a decimal string: `{"text": …}`, `{"number": "59.09", "text": "59,09"}`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.documents.marking import COLUMNS
from bot.domain.appendix import Appendix, ProvinceAppendix
from bot.domain.catalogue import CatalogueRow, RowKind, ValueType
from bot.domain.overview import Overview, TotalKind
from bot.domain.period import Period, Span
from bot.domain.value import Figure, State
from bot.replies.wording import number_text, plain_number

NOTHING, NO_DATA, ESTIMATE = "không phát sinh", "chưa có số liệu", "ước"
_QUARTERS = {Span.Q1: "QUÝ I", Span.Q2: "QUÝ II", Span.Q3: "QUÝ III", Span.Q4: "QUÝ IV"}
_TITLE = "THỐNG KÊ SỐ LIỆU BÁO CÁO CẢI CÁCH HÀNH CHÍNH ĐỊNH KỲ"
_BLANK = "\u00a0" * 6  # for the registry to write in; a document number is never invented
_MOST_DIGITS = 15  # of a number that a spreadsheet keeps exactly
_SHEET_NAME = 31  # characters that Excel takes
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_AVERAGE_DIGITS = 2


def figure_notation(row: CatalogueRow, figure: Figure | None) -> str:
    """The figure as an appendix shows it and the importer reads it back: `4.968`, `59,09`, `ước 25`, `không phát sinh`, ""."""
    if figure is None:
        return ""
    if figure.state is State.NOTHING_OCCURRED:
        return NOTHING
    if figure.number is None:
        return NO_DATA
    number = _number_notation(row, figure.number)
    return f"{ESTIMATE} {number}" if figure.estimate else number


def _number_notation(row: CatalogueRow, number: Decimal) -> str:
    """A count with points between thousands. A percent without: its only mark is the decimal comma."""
    text = number_text(number)
    return text.replace(".", "") if row.type is ValueType.PERCENT else text


def appendix_content(appendix: Appendix) -> dict[str, Any]:
    """One agency's appendix: title lines, columns, rows with their level (section, heading, indicator) and five cells."""
    return {
        "heading": "Phụ lục",
        "title": [_TITLE, f"{period_in_title(appendix.period)} CỦA {appendix.agency.name.upper()}"],
        "attached": f"(Kèm theo Báo cáo số{_BLANK}/BC-{_BLANK}ngày{_BLANK}tháng{_BLANK}năm{_BLANK}của {appendix.agency.name})",
        "columns": list(COLUMNS),
        "sheet": "Phụ lục",
        "rows": [
            {
                "level": each.row.kind.value,
                "cells": [
                    {"text": each.printed.stt},
                    {"text": each.printed.label},
                    {"text": each.printed.unit},
                    _figure_cell(each.row, each.figure),
                    {"text": each.note or ""},
                ],
            }
            for each in appendix.rows
        ],
    }


def period_in_title(period: Period) -> str:
    """`QUÝ III NĂM 2022`, `6 THÁNG ĐẦU NĂM 2022`, `NĂM 2022`."""
    quarter = _QUARTERS.get(period.span)
    return f"{quarter} NĂM {period.year}" if quarter else period.name.upper()


def file_name(agency: str, period: Period, ending: str, *, draft: bool = False) -> str:
    """`PhuLuc_CCHC_SCT_2022-Q3.docx`: letters that every system and mail program takes."""
    return f"PhuLuc_CCHC_{agency}_{period.code}{'_BanNhap' if draft else ''}.{ending}"


def _figure_cell(row: CatalogueRow, figure: Figure | None) -> dict[str, str]:
    text = figure_notation(row, figure)
    if figure is None or figure.number is None or figure.estimate or figure.state is not State.REPORTED:
        return {"text": text}
    return _number_cell(figure.number, text, row)


def _number_cell(number: Decimal, text: str, row: CatalogueRow) -> dict[str, str]:
    """A number, unless it has more digits than a spreadsheet keeps. `grouped` says that thousands are told apart."""
    plain = f"{number.normalize():f}"
    if len(plain.replace(".", "").lstrip("0")) > _MOST_DIGITS:
        return {"text": text}
    return {"text": text, "number": plain, **({"grouped": "yes"} if row.type is ValueType.COUNT else {})}


def province_content(found: ProvinceAppendix) -> dict[str, Any]:
    """The workbook of all agencies: a sheet that says what it is, and one a section with a column an agency."""
    sheets: list[dict[str, Any]] = []
    columns = [*COLUMNS[:3], *(agency.short for agency in found.agencies), "Toàn tỉnh", "Số đơn vị có số", "Cách tính"]
    for printed, row in found.rows:
        if row.kind is RowKind.SECTION or not sheets:
            name = f"{printed.stt or row.id}. {row.short}".translate(_NOT_IN_SHEET_NAMES)
            sheets.append({"name": name[:_SHEET_NAME].strip(), "title": _province_title(found), "columns": columns, "rows": []})
        cells: list[dict[str, str]] = [{"text": printed.stt}, {"text": printed.label}, {"text": printed.unit}]
        cells += [_figure_cell(row, found.values.get((agency.code, row.id))) for agency in found.agencies]
        total = found.totals.get(row.id)
        counted = f"{len(total.counted)}/{len(found.agencies)}" if total else ""
        cells += [_total_cell(row, total), {"text": counted}, {"text": _total_kind(total)}]
        sheets[-1]["rows"].append({"level": row.kind.value, "cells": cells})
    return {"about": {"name": "Tổng quan", "title": _province_title(found), "lines": _about(found)}, "sheets": sheets}


def _province_title(found: ProvinceAppendix) -> list[str]:
    return [_TITLE, f"{period_in_title(found.period)} TOÀN TỈNH"]


def _about(found: ProvinceAppendix) -> list[str]:
    lines = [f"Tổng hợp {len(found.reported)}/{len(found.agencies)} đơn vị đã nộp báo cáo."]
    if found.missing:
        lines.append("Chưa nộp, để trống: " + "; ".join(f"{agency.short} ({agency.name})" for agency in found.missing) + ".")
    lines += [
        f"Ô trống là chưa có báo cáo, không phải số 0. «{NOTHING}» là 0; «{NO_DATA}» là chưa có số; «{ESTIMATE}» là số ước.",
        "Cột «Toàn tỉnh» chỉ tính các đơn vị có số, đếm ở cột «Số đơn vị có số»:",
        "– số lượng: cộng lại;",
        "– tỷ lệ có công thức: tính lại từ tổng các số thành phần; tỷ lệ khác có trọng số: bình quân gia quyền;",
        "– tỷ lệ không cộng được: để trống, xem từng đơn vị; Có/Không, phương án: đếm số đơn vị.",
    ]
    if found.extra:
        lines.append(
            f"In thêm {len(found.extra)} dòng ngoài biểu mẫu của kỳ vì có số liệu: {'; '.join(r.label for r in found.extra)}."
        )
    return lines


def _total_cell(row: CatalogueRow, total: Overview | None) -> dict[str, str]:
    """A number as reported, or worked out and then rounded; how many answered what; blank where nothing can be put together."""
    if total is None:
        return {"text": ""}
    if total.kind is TotalKind.COUNTED:
        answers = [each.figure.number for each in total.reported if each.figure is not None]
        counts = [(option, answers.count(Decimal(option.number))) for option in row.options]
        return {"text": "; ".join(f"{plain_number(row, Decimal(o.number))}: {count}" for o, count in counts if count)}
    if total.number is None:
        return {"text": ""}
    is_sum = total.kind is TotalKind.SUM
    number = total.number if is_sum else round(total.number, _AVERAGE_DIGITS)
    if any(each.figure is not None and each.figure.estimate for each in total.reported):
        return {"text": f"{ESTIMATE} {_number_notation(row, number)}"}
    return _number_cell(number, _number_notation(row, number), row)


def _total_kind(total: Overview | None) -> str:
    if total is None or (total.number is None and total.kind is not TotalKind.COUNTED):
        return "xem từng đơn vị" if total is not None and total.reported else ""
    match total.kind:
        case TotalKind.SUM:
            return "cộng"
        case TotalKind.FORMULA:
            return "tính lại từ tổng"
        case TotalKind.WEIGHTED:
            return "bình quân gia quyền"
        case TotalKind.COUNTED:
            return "đếm đơn vị"
        case TotalKind.LISTED:
            return "xem từng đơn vị"
