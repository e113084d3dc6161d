"""What is said about a file that cannot be taken as a report: what it is, what was read of it, what to send instead."""

from __future__ import annotations

from typing import assert_never

from bot.documents.encoding import BadFile
from bot.domain.catalogue import Catalogue
from bot.domain.report_reading import Doubt, Unreadable
from bot.replies.reply import Reply, bold
from bot.replies.wording import agency_text

NOTHING_STORED = "Chưa ghi gì."
_AS_WORD = "Trong Word: Tệp (File) → Lưu thành (Save As) → Word Document (.docx)."
_AS_EXCEL = "Trong Excel: Tệp (File) → Lưu thành (Save As) → Excel Workbook (.xlsx)."
_READABLE = "Tôi đọc được .docx, .xlsx, .pdf có chữ và .txt."
_BAD_FILES = {
    BadFile.EMPTY: "tệp trống, không có chữ nào. Anh/chị mở tệp kiểm tra rồi gửi lại.",
    BadFile.TOO_BIG: "tệp quá lớn (hơn 20 MB, 200 trang hoặc 3.000 dòng bảng). Anh/chị gửi riêng phụ lục số liệu.",
    BadFile.BOMB: "tệp bung ra lớn bất thường nên tôi không mở. Anh/chị gửi riêng phụ lục số liệu, bỏ bớt hình.",
    BadFile.BINARY: f"đây không phải tệp báo cáo. {_READABLE}",
    BadFile.DAMAGED: "tệp bị hỏng hoặc tải chưa hết, không mở được. Anh/chị mở thử trên máy, lưu lại rồi gửi lần nữa.",
    BadFile.PASSWORD: "tệp có mật khẩu. Anh/chị gỡ mật khẩu (Word, Excel: Tệp → Thông tin → Bảo vệ) rồi gửi lại.",
    BadFile.MACRO: "tệp có macro; để an toàn tôi không mở. Anh/chị lưu thành .docx hoặc .xlsx (không macro) rồi gửi lại.",
    BadFile.OLD_WORD: f"đây là tệp Word đời cũ (.doc). {_AS_WORD}",
    BadFile.OLD_EXCEL: f"đây là tệp Excel đời cũ (.xls). {_AS_EXCEL}",
    BadFile.BINARY_EXCEL: f"đây là tệp Excel nhị phân (.xlsb). {_AS_EXCEL}",
    BadFile.RTF: f"đây là tệp RTF. {_AS_WORD}",
    BadFile.OPEN_DOCUMENT: "đây là tệp OpenDocument (.odt, .ods). Trong LibreOffice: Lưu thành → .docx hoặc .xlsx.",
    BadFile.WEB_PAGE: "đây là trang web, không phải báo cáo. Anh/chị mở bằng Word hoặc Excel rồi lưu thành .docx hoặc .xlsx.",
    BadFile.PRESENTATION: f"đây là tệp trình chiếu PowerPoint, không phải báo cáo. {_READABLE}",
    BadFile.ARCHIVE: "đây là tệp nén. Anh/chị giải nén rồi gửi từng báo cáo (.docx, .xlsx, .pdf).",
    BadFile.PICTURE: "đây là ảnh, tôi không đọc được số trong ảnh. Anh/chị gửi bản Word, Excel hoặc PDF có chữ của báo cáo.",
    BadFile.SOUND: "đây là tệp âm thanh hoặc phim, tôi không nghe được. Anh/chị gõ số liệu hoặc gửi tệp báo cáo.",
    BadFile.SCANNED: "đây là PDF quét (ảnh chụp), không có chữ để đọc. Anh/chị gửi bản Word hoặc Excel gốc của báo cáo.",
    BadFile.ENCODING: "không nhận ra bảng mã tiếng Việt (có thể TCVN3, VNI). Anh/chị đổi sang Unicode (UTF-8) rồi gửi lại.",
    BadFile.NO_TABLE: "không có bảng nào trong tệp: cần bảng số liệu có cột chỉ tiêu và cột số liệu.",
}


def unreadable(problem: Unreadable, catalogue: Catalogue) -> Reply:
    """Why a file is no report that can be taken, and what would help."""
    name = bold(problem.file_name)
    if isinstance(problem.why, BadFile):
        return Reply(f"{name}: {_BAD_FILES[problem.why]}\n{NOTHING_STORED}")
    lines = [f"{name}: {_doubt(problem.why, problem, catalogue)}"]
    if problem.rows:
        lines.append(f"Đọc được {problem.rows} dòng của biểu số liệu; {_stated(problem, catalogue)}.")
    return Reply("\n".join([*lines, NOTHING_STORED]))


def _doubt(why: Doubt, problem: Unreadable, catalogue: Catalogue) -> str:
    heading = problem.heading
    agencies = [agency_text(catalogue, code) for code in heading.agencies] if heading else []
    periods = [period.name for period in heading.periods] if heading else []
    match why:
        case Doubt.NO_REPORT_TABLE:
            return (
                "không thấy biểu số liệu CCHC: không dòng nào trong các bảng khớp với danh mục chỉ tiêu. "
                "Anh/chị xem có gửi nhầm tệp không."
            )
        case Doubt.SEVERAL_TABLES:
            return "tệp có nhiều biểu số liệu đầy đủ, không rõ đọc biểu nào. Anh/chị gửi mỗi biểu một tệp."
        case Doubt.UNCLEAR_COLUMNS:
            return "bảng có nhiều cột số liệu và không cột nào ghi rõ là kỳ này. Đặt tên cột cần đọc là «Kỳ này»."
        case Doubt.UNKNOWN_AGENCY:
            return "không rõ báo cáo của đơn vị nào: tiêu đề cần ghi tên đơn vị, ví dụ «của Sở Công Thương»."
        case Doubt.SEVERAL_AGENCIES:
            return f"tiêu đề nêu nhiều đơn vị ({', '.join(agencies)}), không rõ báo cáo của đơn vị nào."
        case Doubt.UNKNOWN_PERIOD:
            return "không rõ báo cáo của kỳ nào: tiêu đề cần ghi kỳ và năm, ví dụ «quý III năm 2022»."
        case Doubt.SEVERAL_PERIODS:
            return f"báo cáo ghi nhiều kỳ khác nhau ({', '.join(periods)}), không rõ là của kỳ nào."
        case _:
            assert_never(why)


def _stated(problem: Unreadable, catalogue: Catalogue) -> str:
    """What the document does say about itself."""
    heading = problem.heading
    said = [agency_text(catalogue, code) for code in heading.agencies] if heading else []
    said += [period.name for period in heading.periods] if heading else []
    return f"tiêu đề ghi: {', '.join(said)}" if said else "tiêu đề không nêu đơn vị, không nêu kỳ"


def option_that_helps(why: BadFile | Doubt) -> str:
    """What to add on the command line so that a document in doubt is taken; "" when no option helps."""
    match why:
        case Doubt.UNKNOWN_AGENCY | Doubt.SEVERAL_AGENCIES:
            return "Thêm --agency MÃ để chọn đơn vị, ví dụ --agency SCT."
        case Doubt.UNKNOWN_PERIOD | Doubt.SEVERAL_PERIODS:
            return "Thêm --period KỲ để chọn kỳ, ví dụ --period 2022-Q3."
        case _:
            return ""
