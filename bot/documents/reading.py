"""Any report file → prose and tables: the one door to the readers of Word, Excel, PDF and text."""

from __future__ import annotations

from typing import assert_never

from bot.documents.docx import read_docx
from bot.documents.encoding import BadFile, is_vietnamese, reads_as_vietnamese
from bot.documents.kinds import Kind, kind_of
from bot.documents.own_appendix import read_own
from bot.documents.package import BadPart
from bot.documents.text import MAX_BYTES, MAX_ROWS, TextDocument, read_text

_ENOUGH_LETTERS = 200  # to tell whether a text is Vietnamese in today's encoding


def read_document(content: bytes) -> TextDocument | BadFile:
    """Take a file apart by what it holds, whatever its name, or say why it cannot be."""
    if len(content) > MAX_BYTES:
        return BadFile.TOO_BIG
    kind = kind_of(content)
    if isinstance(kind, BadFile):
        return kind
    try:
        own = read_own(content, kind)
        if own is not None:
            return own
        if kind is Kind.TEXT:
            return read_text(content)
        document = _read(content, kind)
    except BadPart as problem:
        return problem.why
    except (RecursionError, MemoryError):
        return BadFile.BOMB
    if sum(len(table.rows) for table in document.tables) > MAX_ROWS:
        return BadFile.TOO_BIG
    if _is_garbled(document):
        return BadFile.ENCODING
    if not document.prose and not document.tables:
        return BadFile.EMPTY
    return document if document.tables else BadFile.NO_TABLE


def _read(content: bytes, kind: Kind) -> TextDocument:
    match kind:
        case Kind.WORD:
            return read_docx(content)
        case Kind.EXCEL:
            from bot.documents.xlsx import read_xlsx  # noqa: PLC0415  Excel's library is large, and most files are Word's

            return read_xlsx(content)
        case Kind.PDF:
            from bot.documents.pdf import read_pdf  # noqa: PLC0415  as above: a process reads one file

            return read_pdf(content)
        case Kind.TEXT:
            raise AssertionError(kind)  # read without a reader of its own
        case _:
            assert_never(kind)


def _is_garbled(document: TextDocument) -> bool:
    """Whether its letters are those of old fonts (TCVN3, VNI), which look right only in these fonts."""
    pieces = [line.text for line in document.prose]
    pieces += [cell for table in document.tables for row in table.rows for cell in row.cells]
    text = " ".join(pieces)
    if sum(char.isalpha() for char in text) < _ENOUGH_LETTERS:
        return False
    return not (is_vietnamese(text) and reads_as_vietnamese(text))
