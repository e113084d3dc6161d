"""Files that are no report that can be read, made by the dozen: what each is, its content, what is said about it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from bot.documents.encoding import BadFile
from bot.domain.report_reading import Doubt
from tests.made_reports.as_docx import docx_of, saved
from tests.made_reports.as_xlsx import saved as saved_book
from tests.made_reports.as_xlsx import xlsx_of
from tests.made_reports.blocks import Block, Cell, Grid
from tests.made_reports.looks import Look

_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


class Bad(NamedTuple):
    """A file and what is expected of it: the reason, and a piece of the message."""

    name: str
    content: bytes
    why: BadFile | Doubt
    says: str


def packed(members: Mapping[str, bytes | str]) -> bytes:
    """A zip file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def word(body: str, **members: str) -> bytes:
    """A Word file with this body."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": _TYPES, "word/document.xml": document, **members})


def compound(stream: str) -> bytes:
    """The container of old Office files, with a stream of that name."""
    return _COMPOUND + stream.encode("utf-16-le") + bytes(4000)


def pdf(*lines: str, opened_by: str = "", pictures: int = 0, pages: int = 1) -> bytes:
    """A PDF with lines of text or with grey pictures; a word that opens it when there is one."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=StandardEncryption(opened_by, ownerPassword="chu") if opened_by else None)
    for _ in range(pages):
        for place, line in enumerate(lines):
            canvas.drawString(60, 800 - 14 * place, line)
        for place in range(pictures):
            canvas.setFillGray(0.5)
            canvas.rect(50, 50 + 300 * place, 480, 280, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 200 MB."""
    stream = zlib.compress(b"0 0 m 1 1 l S\n" * 15_000_000, 9)
    return (
        b"%PDF-1.4\n1 0 obj\n<</Length "
        + str(len(stream)).encode()
        + b"/Filter/FlateDecode>>\nstream\n"
        + stream
        + b"\nendstream"
    )


def word_bomb() -> bytes:
    """A document part of 200 MB in some hundred kilobytes."""
    return packed({"[Content_Types].xml": _TYPES, "word/document.xml": b" " * (200 * 2**20)})


def tags_bomb() -> bytes:
    """Millions of empty elements."""
    return word("<w:p/>" * 3_000_000)


def grid(*rows: tuple[str, ...]) -> list[Block]:
    """A document with one table."""
    return [Grid([[Cell(text) for text in row] for row in rows], header=1)]


def _documents() -> list[Bad]:
    """Word and Excel files of other kinds, or damaged."""
    look = Look()
    letter = Document()
    letter.add_paragraph("Kính gửi: Sở Nội vụ. Đơn vị xin gửi báo cáo của quý này và các số liệu có liên quan.")
    names = docx_of(
        grid(("STT", "Họ và tên", "Chức vụ"), ("1", "Người Thứ Nhất", "Chuyên viên"), ("2", "Người Thứ Hai", "Phó")), look
    )
    plan = docx_of(
        ["KẾ HOẠCH", *grid(("STT", "Nhiệm vụ", "Thời gian"), ("1", "Họp giao ban", "Quý I"), ("2", "Tập huấn", "Quý II"))], look
    )
    budget = xlsx_of(
        grid(("STT", "Khoản chi", "Số tiền"), ("1", "Văn phòng phẩm", "12"), ("2", "Xăng xe", "30"), ("3", "Khác", "1")), look
    )
    old_font = docx_of(
        ["Sè l­îng v¨n b¶n ®· ban hµnh cña ®¬n vÞ " * 12, *grid(("TT", "ChØ tiªu", "Sè l­îng"), ("1", "KiÓm tra", "2"))], look
    )
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000
    entity = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{_WORD}"><w:body><w:p>&a;</w:p></w:body></w:document>'
    outside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{_WORD}">&a;</w:document>'
    content = {"[Content_Types].xml": _TYPES}
    return [
        Bad("thư không có bảng.docx", saved(letter), BadFile.NO_TABLE, "không có bảng nào"),
        Bad("tệp Word trống.docx", saved(Document()), BadFile.EMPTY, "tệp trống"),
        Bad("danh sách cán bộ.docx", names, Doubt.NO_REPORT_TABLE, "gửi nhầm tệp"),
        Bad("kế hoạch.docx", plan, Doubt.NO_REPORT_TABLE, "không thấy biểu số liệu CCHC"),
        Bad("dự toán.xlsx", budget, Doubt.NO_REPORT_TABLE, "không thấy biểu số liệu CCHC"),
        Bad("sổ tính trống.xlsx", saved_book(Workbook()), BadFile.EMPTY, "tệp trống"),
        Bad("phông TCVN3.docx", old_font, BadFile.ENCODING, "TCVN3"),
        Bad("cụt giữa chừng.docx", names[: len(names) // 2], BadFile.DAMAGED, "bị hỏng"),
        Bad("cụt giữa chừng.xlsx", budget[:-400], BadFile.DAMAGED, "bị hỏng"),
        Bad("XML hỏng.docx", packed({**content, "word/document.xml": "<w:document"}), BadFile.DAMAGED, "bị hỏng"),
        Bad("thiếu phần chính.docx", packed({**content, "word/styles.xml": "<a/>"}), BadFile.DAMAGED, "bị hỏng"),
        Bad("thiếu phần chính.xlsx", packed({**content, "xl/styles.xml": "<a/>"}), BadFile.DAMAGED, "bị hỏng"),
        Bad("không có mục lục gói.docx", packed({"word/document.xml": "<a/>"}), BadFile.DAMAGED, "bị hỏng"),
        Bad("có thực thể XML.docx", packed({**content, "word/document.xml": entity}), BadFile.DAMAGED, "bị hỏng"),
        Bad("đọc trộm tệp máy.docx", packed({**content, "word/document.xml": outside}), BadFile.DAMAGED, "bị hỏng"),
        Bad("bảng lồng ba nghìn tầng.docx", word(deep), BadFile.EMPTY, "tệp trống"),
        Bad("bom zip.docx", word_bomb(), BadFile.BOMB, "bung ra lớn"),
        Bad("triệu thẻ rỗng.docx", tags_bomb(), BadFile.TOO_BIG, "quá lớn"),
        Bad(
            "bốn nghìn tệp con.docx", packed({**content, **{f"word/{n}": "" for n in range(4000)}}), BadFile.BOMB, "bung ra lớn"
        ),
        Bad(
            "bốn nghìn hàng.docx",
            word(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc><w:tc/></w:tr>' * 4000}</w:tbl>"),
            BadFile.TOO_BIG,
            "3.000 dòng",
        ),
        Bad(
            "có macro.docm",
            packed({**content, "word/document.xml": "<a/>", "word/vbaProject.bin": "x"}),
            BadFile.MACRO,
            "macro",
        ),
        Bad(
            "macro đổi tên.xlsx",
            packed({**content, "xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x"}),
            BadFile.MACRO,
            "macro",
        ),
        Bad("nhị phân.xlsb", packed({**content, "xl/workbook.bin": "x"}), BadFile.BINARY_EXCEL, ".xlsb"),
        Bad("trình chiếu.pptx", packed({**content, "ppt/presentation.xml": "<a/>"}), BadFile.PRESENTATION, "PowerPoint"),
    ]


def _other_kinds() -> list[Bad]:
    """Files that only look like documents by their names."""
    locked_zip = bytearray(packed({"bao-cao.docx": b"x" * 100}))
    for place in (locked_zip.index(b"PK\x03\x04") + 6, locked_zip.index(b"PK\x01\x02") + 8):
        locked_zip[place] |= 1
    vni = "Soá lieäu baùo caùo cuûa ñôn vò\tÑôn vò\t1\n".encode("latin-1")
    return [
        Bad("trống.docx", b"", BadFile.EMPTY, "tệp trống"),
        Bad("toàn số không.pdf", bytes(5000), BadFile.EMPTY, "tệp trống"),
        Bad("hơn 20 MB.pdf", b"%PDF-1.7" + bytes(21 * 2**20), BadFile.TOO_BIG, "20 MB"),
        Bad("Word 2003.doc", compound("WordDocument"), BadFile.OLD_WORD, "Lưu thành (Save As) → Word Document (.docx)"),
        Bad("Excel 2003.xls", compound("Workbook"), BadFile.OLD_EXCEL, "Lưu thành (Save As) → Excel Workbook (.xlsx)"),
        Bad("Word 2003 đổi tên.docx", compound("WordDocument"), BadFile.OLD_WORD, "(.doc)"),
        Bad("có mật khẩu.docx", compound("EncryptedPackage"), BadFile.PASSWORD, "gỡ mật khẩu"),
        Bad("trình chiếu.ppt", compound("PowerPoint Document"), BadFile.PRESENTATION, "PowerPoint"),
        Bad("thư Outlook.msg", compound("__substg1.0"), BadFile.BINARY, "không phải tệp báo cáo"),
        Bad("zip có mật khẩu.zip", bytes(locked_zip), BadFile.PASSWORD, "gỡ mật khẩu"),
        Bad("RTF đổi tên.doc", b"{\\rtf1\\ansi Phu luc}", BadFile.RTF, "RTF"),
        Bad("trang web.xls", "<html><body><table><tr><td>Số liệu</td></tr></table>".encode(), BadFile.WEB_PAGE, "trang web"),
        Bad("trang web có ghi chú.xls", b"\n<!-- x -->\n<HTML xmlns:o='urn'><table>", BadFile.WEB_PAGE, "trang web"),
        Bad(
            "Word XML 2003.doc",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>',
            BadFile.OLD_WORD,
            "(.doc)",
        ),
        Bad(
            "OpenDocument.odt",
            packed({"mimetype": "application/vnd.oasis", "content.xml": "<a/>"}),
            BadFile.OPEN_DOCUMENT,
            ".odt",
        ),
        Bad("nhiều báo cáo.zip", packed({"a.docx": "x", "b.docx": "y"}), BadFile.ARCHIVE, "giải nén"),
        Bad("nén.rar", b"Rar!\x1a\x07\x00" + bytes(100), BadFile.ARCHIVE, "giải nén"),
        Bad("nén.7z", b"7z\xbc\xaf\x27\x1c" + bytes(100), BadFile.ARCHIVE, "giải nén"),
        Bad("ảnh chụp.png", b"\x89PNG\r\n\x1a\n" + bytes(100), BadFile.PICTURE, "tôi không đọc được số trong ảnh"),
        Bad("ảnh đổi tên.pdf", b"\xff\xd8\xff\xe0" + bytes(100), BadFile.PICTURE, "ảnh"),
        Bad("ảnh iPhone.heic", struct.pack(">I", 24) + b"ftypheic" + bytes(40), BadFile.PICTURE, "ảnh"),
        Bad("ghi âm.ogg", b"OggS\0" + bytes(100), BadFile.SOUND, "âm thanh"),
        Bad("phim.mp4", struct.pack(">I", 24) + b"ftypisom" + bytes(40), BadFile.SOUND, "phim"),
        Bad("chương trình.exe", b"MZ\x90\0" + bytes(100), BadFile.BINARY, "không phải tệp báo cáo"),
        Bad("byte lộn xộn.docx", bytes(range(256)) * 20, BadFile.BINARY, "không phải tệp báo cáo"),
        Bad("phông VNI.txt", vni * 20, BadFile.ENCODING, "VNI"),
        Bad("chỉ có lời văn.txt", "Kính gửi Sở Nội vụ.".encode(), BadFile.NO_TABLE, "không có bảng nào"),
    ]


def _pdfs() -> list[Bad]:
    plain = pdf("Ke hoach cong tac nam 2022 cua don vi, khong co so lieu nao ca", "va mot dong nua cho du chu cai")
    return [
        Bad("có mật khẩu.pdf", pdf("So lieu", opened_by="mat-khau"), BadFile.PASSWORD, "gỡ mật khẩu"),
        Bad("quét.pdf", pdf(pictures=2, pages=3), BadFile.SCANNED, "PDF quét"),
        Bad("quét có số trang.pdf", pdf("1", pictures=2, pages=3), BadFile.SCANNED, "bản Word hoặc Excel gốc"),
        Bad("chỉ có lời văn.pdf", plain, BadFile.NO_TABLE, "không có bảng nào"),
        Bad("hỏng.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, BadFile.DAMAGED, "bị hỏng"),
        Bad("cụt.pdf", plain[:300], BadFile.DAMAGED, "bị hỏng"),
        Bad("hai trăm linh một trang.pdf", pdf("So lieu", pages=201), BadFile.TOO_BIG, "200 trang"),
        Bad("bom.pdf", pdf_bomb(), BadFile.BOMB, "bung ra lớn"),
    ]


def bad_files() -> list[Bad]:
    """The whole corpus."""
    return [*_other_kinds(), *_documents(), *_pdfs()]
