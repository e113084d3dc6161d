"""/xuat and `cchc-bot export`: the appendix handed over as a file, and what has to be known about it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from html import escape

from bot.domain.appendix import Appendix, ProvinceAppendix
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.outgoing import Medium, Recipe
from bot.domain.period import Period
from bot.domain.report import ReportState
from bot.replies.appendix import appendix_content, figure_notation, file_name, province_content
from bot.replies.guide import agency_buttons
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_list, cut, placed_text

LISTED = 5
_NAME_MOST = 60
_PROVINCE = "ToanTinh"
_EXAMPLE = "/xuat sct quý 3/2022"


class FileKind(StrEnum):
    """As what an appendix is handed over; the value is the ending of the file's name."""

    WORD = "docx"
    EXCEL = "xlsx"
    CSV = "csv"


KIND_NAMES = {FileKind.WORD: "Word", FileKind.EXCEL: "Excel", FileKind.CSV: "CSV"}
_DRAFTS = {
    ReportState.ON_PAPER: "đã nộp bản giấy, chờ đối chiếu",
    ReportState.RETURNED: "bị trả lại, chưa nộp lại",
    ReportState.REOPENED: "được mở lại, chưa nộp lại",
}


def export_button(agency: AgencyCode, period: Period) -> Button:
    """Offered where a report is done."""
    return Button("Xuất phụ lục", {"do": "export", "a": agency, "p": period.code, "as": FileKind.WORD.value})


def appendix_file(
    appendix: Appendix, kind: FileKind, catalogue: Catalogue, *, draft: bool, filled: Sequence[Period] = ()
) -> Reply:
    """The file, and under it whose and how far filled, whether it is final, and what is not in it.

    `filled`: the periods that have figures, latest first, told where this one has none.
    """
    agency, period = appendix.agency, appendix.period
    lines = [f"Phụ lục {bold(period.name)} · {escape(agency.name, quote=False)} ({KIND_NAMES[kind]})"]
    lines += what_is_in_it(appendix, catalogue, draft=draft)
    if not appendix.filled and filled:
        lines.append(f"Kỳ có số liệu: {', '.join(each.name for each in filled[:LISTED])}.")
    others = tuple(
        Button(KIND_NAMES[other], {"do": "export", "a": agency.code, "p": period.code, "as": other.value})
        for other in FileKind
        if other is not kind
    )
    name = file_name(agency.code, period, kind.value, draft=draft)
    recipe = Recipe(maker_of(kind), Medium.DOCUMENT, name, appendix_content(appendix))
    return Reply("\n".join(lines), (others,), subject={"a": agency.code, "p": period.code}, recipe=recipe)


def maker_of(kind: FileKind) -> str:
    """Who makes such a file (`bot.making.MAKERS`)."""
    return f"appendix_{kind.value}"


def what_is_in_it(appendix: Appendix, catalogue: Catalogue, *, draft: bool) -> list[str]:
    """What whoever gets the file has to know; HTML."""
    if not appendix.filled:
        lines = ["Kỳ này chưa có số liệu nào: tệp là biểu mẫu trống."]
    else:
        lines = [f"Có số liệu ở {bold(f'{appendix.filled}/{len(appendix.rows)}')} dòng."]
        if draft:
            why = _DRAFTS.get(appendix.report.state, "chưa nộp")
            lines.append(f"{bold('Bản nháp')}: báo cáo {why}, số liệu còn có thể đổi.")
    period = appendix.period
    if appendix.extra:
        lines.append(f"In thêm {len(appendix.extra)} dòng ngoài biểu mẫu của kỳ này, vì có số liệu:")
        for extra in appendix.extra[:LISTED]:
            shown = escape(figure_notation(extra.row, extra.figure), quote=False)
            lines.append(f"• {cut(placed_text(extra.row, catalogue, period), _NAME_MOST)}: {shown}")
        lines += _more(len(appendix.extra))
    if appendix.left_over:
        names = ", ".join(escape(f"{value.key.indicator} ({value.raw})", quote=False) for value in appendix.left_over)
        lines.append(f"{len(appendix.left_over)} số liệu của chỉ tiêu đã bỏ khỏi danh mục, không có trong tệp: {names}.")
    if appendix.aside:
        lines.append(f"{len(appendix.aside)} số không hợp lệ, để riêng; trong tệp để trống:")
        for aside in appendix.aside[:LISTED]:
            row = catalogue.row(aside.key.indicator) if aside.key.indicator in catalogue else None
            name = cut(placed_text(row, catalogue, period), _NAME_MOST) if row else escape(aside.key.indicator, quote=False)
            lines.append(f"• {name}: {cut(aside.raw, _NAME_MOST)}")
        lines += _more(len(appendix.aside))
    return lines


def _more(count: int) -> list[str]:
    return [f"… và {count - LISTED} dòng khác"] if count > LISTED else []


def province_file(found: ProvinceAppendix, catalogue: Catalogue) -> Reply:
    """The workbook of all agencies, and which are not in it."""
    lines = [f"Số liệu {bold(found.period.name)} · toàn tỉnh (Excel)", *what_is_in_the_province(found, catalogue)]
    recipe = Recipe("province_xlsx", Medium.DOCUMENT, province_file_name(found.period), province_content(found))
    return Reply("\n".join(lines), subject={"a": None, "p": found.period.code}, recipe=recipe)


def province_file_name(period: Period) -> str:
    """`PhuLuc_CCHC_ToanTinh_2022-Q3.xlsx`."""
    return file_name(_PROVINCE, period, FileKind.EXCEL.value)


def what_is_in_the_province(found: ProvinceAppendix, catalogue: Catalogue) -> list[str]:
    """How many agencies, and whose columns are blank; HTML."""
    lines = [
        f"Có {bold(f'{len(found.reported)}/{len(found.agencies)}')} đơn vị đã nộp; mỗi phần một trang, mỗi đơn vị một cột."
    ]
    if found.missing:
        missing = agency_list(catalogue, [agency.code for agency in found.missing], most=len(found.missing))
        lines.append(f"Chưa nộp, để trống: {missing}")
    if found.extra:
        lines.append(f"In thêm {len(found.extra)} dòng ngoài biểu mẫu của kỳ này, vì có số liệu.")
    return lines


def nobody_submitted(period: Period) -> Reply:
    """The province's workbook would be empty."""
    return Reply(f"Chưa đơn vị nào nộp báo cáo {bold(period.name)}, nên chưa có gì để xuất.")


def only_own_agencies(catalogue: Catalogue, example: AgencyCode) -> Reply:
    """The workbook of the province is for those who see all of it."""
    named = escape(catalogue.agency(example).short.lower(), quote=False)
    return Reply(
        "Bảng toàn tỉnh dành cho quản trị và người xem toàn tỉnh.\n"
        f"Anh/chị xuất được từng đơn vị, ví dụ: <code>/xuat {named} quý 3/2022</code>"
    )


def which_agency(choices: Sequence[AgencyCode], period: Period | None, kind: FileKind, catalogue: Catalogue) -> Reply:
    """/xuat of somebody with several agencies."""
    action = {"do": "export", "as": kind.value, **({"p": period.code} if period else {})}
    return Reply("Xuất phụ lục của đơn vị nào?", agency_buttons(choices, catalogue, action))


def not_as_pdf() -> Reply:
    """PDF is not made here."""
    return Reply(
        f"Tôi xuất được Word, Excel và CSV, chưa xuất PDF.\nAnh/chị gõ <code>{_EXAMPLE}</code>, "
        "mở tệp Word rồi chọn Lưu thành (Save As) → PDF."
    )


def not_understood(argument: str) -> Reply:
    """/xuat with something behind it that is neither agency nor period nor a kind of file."""
    return Reply(
        f"Tôi chưa rõ «{cut(argument, _NAME_MOST)}» là đơn vị, kỳ hay loại tệp nào. Ví dụ:\n"
        f"<code>{_EXAMPLE}</code>\n<code>/xuat excel</code>\n<code>/xuat tỉnh quý 3/2022</code>"
    )
