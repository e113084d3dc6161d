"""Bytes → text: which encoding a file of a Vietnamese office is in, or why it is not a text file."""

from __future__ import annotations

import codecs
import re
import unicodedata
from enum import Enum


class BadFile(Enum):
    """Why a file is no document that can be read."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    BOMB = "bomb"  # unpacks to far more than any report
    BINARY = "binary"
    DAMAGED = "damaged"  # of a known kind, but cut off or broken
    PASSWORD = "password"  # noqa: S105  a reason, no secret
    MACRO = "macro"
    OLD_WORD = "old_word"
    OLD_EXCEL = "old_excel"
    BINARY_EXCEL = "binary_excel"
    RTF = "rtf"
    OPEN_DOCUMENT = "open_document"
    WEB_PAGE = "web_page"
    PRESENTATION = "presentation"
    ARCHIVE = "archive"
    PICTURE = "picture"
    SOUND = "sound"
    SCANNED = "scanned"  # a PDF of pictures
    ENCODING = "encoding"
    NO_TABLE = "no_table"


_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1ea0-\u1ef9]")
_MAX_CONTROL_SHARE = 0.001  # a stray form feed or escape is no reason to refuse a report
_MIN_VIETNAMESE_SHARE = 0.05  # of a report's letters; real ones have 25 to 30 %
_COMMON = frozenset({"số", "của", "và", "các", "có", "không", "đã", "tổng", "kiểm", "tỷ", "vị", "vấn", "đề", "thủ", "hồ"})
_COMMON_WORDS = 2
_CHARACTER_BYTES = 4  # longest character of UTF-8: what a file cut off in the middle of one may leave


def decode(content: bytes) -> str | BadFile:
    """The text in composed letters, or why there is none.

    Read are UTF-8 (half a character at the very end is left out), UTF-16, UTF-32 and windows-1258. Older Vietnamese
    encodings (TCVN3, VNI) are refused: read wrongly they would give wrong labels without anyone noticing.
    """
    text = _decoded(content)
    if isinstance(text, BadFile):
        return text
    text = unicodedata.normalize("NFC", text)
    if len(_CONTROL.findall(text)) > max(1, len(text) * _MAX_CONTROL_SHARE):
        return BadFile.BINARY
    return text


def _decoded(content: bytes) -> str | BadFile:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding) or BadFile.ENCODING
    if b"\0" in content:
        return _wide(content) or BadFile.BINARY
    text = _strictly(content, "utf-8")
    if text is None:
        text = _strictly(content, "cp1258")
        if text is None or not reads_as_vietnamese(unicodedata.normalize("NFC", text)):
            return BadFile.BINARY if _looks_binary(content) else BadFile.ENCODING
    return text


def _strictly(content: bytes, encoding: str) -> str | None:
    """Decoded without a single error, except for a character cut off at the end."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        cut_off = encoding.startswith("utf") and error.start > 0 and len(content) - error.start < _CHARACTER_BYTES
        return content[: error.start].decode(encoding) if cut_off else None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: tabs, digits and spaces have a zero byte on one side."""
    encoding = "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"
    text = _strictly(content, encoding)
    return text if text is not None and is_vietnamese(text) else None


def is_vietnamese(text: str) -> bool:
    """Whether enough of its letters are such as only Vietnamese has."""
    letters = sum(char.isalpha() for char in text)
    return letters > 0 and len(_VIETNAMESE.findall(text)) >= letters * _MIN_VIETNAMESE_SHARE


def reads_as_vietnamese(text: str) -> bool:
    """Whether words that every report holds are spelt right: letters alone would let other fonts' encodings pass."""
    return len(_COMMON.intersection(re.findall(r"\w+", text.lower()))) >= _COMMON_WORDS


def _looks_binary(content: bytes) -> bool:
    """Whether control bytes are as frequent as in no single-byte text."""
    control = sum(byte < ord(" ") and byte not in b"\t\n\r\f\v" for byte in content)
    return control > len(content) * _MAX_CONTROL_SHARE
