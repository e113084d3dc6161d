"""What kind of file some bytes are: told by the content, because names lie (a web page called .xls, a .doc called .docx)."""

from __future__ import annotations

from enum import Enum

from bot.documents.encoding import BadFile
from bot.documents.package import BadPart, Package


class Kind(Enum):
    """The kinds of documents that can be read."""

    WORD = "docx"
    EXCEL = "xlsx"
    PDF = "pdf"
    TEXT = "txt"


_SIGNATURES = (
    (b"{\\rtf", BadFile.RTF),
    (b"\x89PNG", BadFile.PICTURE),
    (b"\xff\xd8\xff", BadFile.PICTURE),
    (b"GIF8", BadFile.PICTURE),
    (b"BM", BadFile.PICTURE),
    (b"II*\0", BadFile.PICTURE),
    (b"MM\0*", BadFile.PICTURE),
    (b"OggS", BadFile.SOUND),
    (b"ID3", BadFile.SOUND),
    (b"#!AMR", BadFile.SOUND),
    (b"\xff\xfb", BadFile.SOUND),
    (b"\xff\xf3", BadFile.SOUND),
    (b"\x1aE\xdf\xa3", BadFile.SOUND),
    (b"Rar!", BadFile.ARCHIVE),
    (b"7z\xbc\xaf", BadFile.ARCHIVE),
    (b"\x1f\x8b", BadFile.ARCHIVE),
    (b"BZh", BadFile.ARCHIVE),
    (b"\xfd7zXZ", BadFile.ARCHIVE),
    (b"\x7fELF", BadFile.BINARY),
    (b"MZ\x90", BadFile.BINARY),
)
_RIFF = {b"WEBP": BadFile.PICTURE, b"WAVE": BadFile.SOUND, b"AVI ": BadFile.SOUND}
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0"  # the container of Office before 2007, and of files with a password ever since
_COMPOUND_STREAMS = (
    ("EncryptedPackage", BadFile.PASSWORD),
    ("WordDocument", BadFile.OLD_WORD),
    ("Workbook", BadFile.OLD_EXCEL),
    ("Book", BadFile.OLD_EXCEL),
    ("PowerPoint Document", BadFile.PRESENTATION),
)
_WEB_STARTS = (b"<html", b"<!doctype html", b"mime-version:", b"<table", b"<head", b"<meta")
_OFFICE_XML = ((b"Word.Document", BadFile.OLD_WORD), (b"Excel.Sheet", BadFile.OLD_EXCEL))
_PDF_WITHIN = 1024  # bytes in which readers look for the signature
_MACROS = ("vbaProject.bin", "vbaData.xml")


def kind_of(content: bytes) -> Kind | BadFile:
    """The kind of a file, or why it is none that can be read."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return BadFile.EMPTY
    if content.startswith(_ZIP):
        return _packed(content)
    if content.startswith(_COMPOUND):
        names = ((name.encode("utf-16-le"), why) for name, why in _COMPOUND_STREAMS)
        return next((why for name, why in names if name in content), BadFile.BINARY)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Kind.PDF
    for signature, why in _SIGNATURES:
        if content.startswith(signature) and (len(signature) > 2 or _has_zeros(content)):  # noqa: PLR2004  "BM" may begin a word
            return why
    if content.startswith(b"RIFF"):
        return _RIFF.get(content[8:12], BadFile.BINARY)
    if content[4:8] == b"ftyp":
        return BadFile.PICTURE if content[8:12] in _PICTURE_BRANDS else BadFile.SOUND
    start = content[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.lower().startswith(_WEB_STARTS) or (start.startswith(b"<") and b"<html" in start.lower()):
        return BadFile.WEB_PAGE
    if start.startswith(b"<?xml"):
        return next((why for mark, why in _OFFICE_XML if mark in content), BadFile.BINARY)
    return Kind.TEXT


def _has_zeros(content: bytes) -> bool:
    return b"\0" in content[:_PDF_WITHIN]


def _packed(content: bytes) -> Kind | BadFile:
    """What a zip file is: a Word or Excel file of today, or something else packed the same way."""
    try:
        names = Package(content).names
    except BadPart as problem:
        return problem.why
    if "EncryptedPackage" in names or "encryption.xml" in names:
        return BadFile.PASSWORD
    if any(name.endswith(_MACROS) for name in names):
        return BadFile.MACRO
    if "xl/workbook.bin" in names:
        return BadFile.BINARY_EXCEL
    if "mimetype" in names and "content.xml" in names:
        return BadFile.OPEN_DOCUMENT
    folders = {name.partition("/")[0] for name in names if "/" in name}
    if "[Content_Types].xml" in names:
        for folder, found in (("word", Kind.WORD), ("xl", Kind.EXCEL), ("ppt", BadFile.PRESENTATION)):
            if folder in folders:
                return found
        return BadFile.BINARY
    return BadFile.DAMAGED if folders & {"word", "xl"} else BadFile.ARCHIVE
