"""PDF files with text in them: page by page, tables with ruled lines or with columns of text, and the prose between them."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from statistics import median

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page

from bot.documents.encoding import BadFile
from bot.documents.package import BadPart
from bot.documents.pdf_columns import columns_of, has_rows_of_columns, is_tabular, rows_without_rules
from bot.documents.pdf_ruled import Ruled, ruled_tables
from bot.documents.pdf_text import Word, chars_of, lines_of, text_of
from bot.documents.row import Row
from bot.documents.text import MAX_ROWS, Line, Table, TextDocument

MAX_PAGES = 200
_MAX_STREAM = 64 * 2**20  # bytes that one stream of text may unpack to
_STREAM = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image|/DCTDecode|/JPXDecode|/CCITTFaxDecode")
_DICTIONARY = 2000  # bytes before a stream that are searched for what it is
_FEW = 40  # characters a page; a scan has none, or a stamp and a page number
_UNKNOWN_LETTER = "(cid:"
_MOST_UNKNOWN = 0.1
_CAPITALS = 0.6
_SEGMENT = 2.0  # sizes of a letter between two texts on one line that do not belong together
_EDGE_OF_PAGE = 0.1  # share of the height where page numbers stand
_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_FULL_LINE = 0.88  # share of the text's width that a line fills before the next goes on with it


def read_pdf(content: bytes) -> TextDocument:
    """Take a PDF apart; raises BadPart."""
    if any(_unpacks_to_too_much(content)):
        raise BadPart(BadFile.BOMB)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every oddity of a font
    try:
        with pdfplumber.open(BytesIO(content), password="") as document:
            return _Pages(document.pages).document()
    except (BadPart, MemoryError, RecursionError):
        raise
    except Exception as problem:  # a broken file makes the library fail in any of a hundred places
        raise BadPart(BadFile.PASSWORD if _is_locked(problem) else BadFile.DAMAGED) from problem


def _is_locked(problem: BaseException) -> bool:
    chain = [problem, problem.__cause__, problem.__context__, *problem.args]
    return any(isinstance(each, PDFPasswordIncorrect | PDFEncryptionError) for each in chain)


def _unpacks_to_too_much(content: bytes) -> Iterator[bool]:
    """Whether streams of text are bombs; pictures may be large, and are never unpacked."""
    for found in _STREAM.finditer(content):
        before = content[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if b"FlateDecode" in before and not _IMAGE.search(before):
            try:
                yield len(zlib.decompressobj().decompress(content[found.end() :][:_MAX_STREAM], _MAX_STREAM)) >= _MAX_STREAM
            except zlib.error:
                continue


class _Pages:
    """The pages of a document while they are read."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._prose: list[Line] = []
        self._tables: list[Table] = []
        self._line = 0
        self._rows = 0

    def document(self) -> TextDocument:
        """Prose and tables of all pages; raises BadPart for scans and for letters that cannot be read."""
        if len(self._pages) > MAX_PAGES:
            raise BadPart(BadFile.TOO_BIG)
        letters = unknown = 0
        unruled: list[tuple[int, list[list[Word]], list[float], list[float]]] = []
        for number, page in enumerate(self._pages, 1):
            upright = _upright(page)
            chars = chars_of(upright)
            letters += sum(not char.text.isspace() for char in chars)
            unknown += sum(char.text.startswith(_UNKNOWN_LETTER) for char in chars)
            tables, rest, across, down = ruled_tables(upright, chars)
            lines = lines_of(rest)
            if not tables and is_tabular(lines, goes_on=bool(unruled)):
                unruled.append((number, lines, across, down))
            else:
                self._take_unruled(unruled)
                unruled = []
                below = _table_below(lines, tables)
                self._take_page(number, lines[: len(lines) - len(below)], tables, upright)
                if below:  # only the header is drawn with lines
                    self._take_unruled([(number, below, [], down)])
            upright.close()
            page.close()
        if letters < _FEW * len(self._pages):
            raise BadPart(BadFile.SCANNED)
        if unknown > _MOST_UNKNOWN * letters:
            raise BadPart(BadFile.ENCODING)
        self._take_unruled(unruled)
        return TextDocument(tuple(self._prose), tuple(self._tables))

    def _take_page(self, number: int, lines: list[list[Word]], tables: Sequence[Ruled], page: Page) -> None:
        """The prose and ruled tables of a page, from top to bottom."""
        lines = [line for line in lines if not _is_page_number(line, page.height)]
        place = 0
        for top, rows, _ in sorted(tables, key=lambda each: each[0]):
            above = [line for line in lines if line[0].middle < top]
            self._add_prose(above)
            lines = lines[len(above) :]
            place = self._add_table(number, rows, place)
        self._add_prose(lines)

    def _take_unruled(self, pages: list[tuple[int, list[list[Word]], list[float], list[float]]]) -> None:
        """Pages on which columns are told by gaps alone; the columns are those of all these pages together."""
        if not pages:
            return
        columns = columns_of([lines for _, lines, _, _ in pages], [place for _, _, _, down in pages for place in down])
        for number, lines, across, _ in pages:
            height = self._pages[number - 1].height
            kept = [line for line in lines if not _is_page_number(line, height)]
            above, rows, below = rows_without_rules(kept, columns, across)
            self._add_prose(above)
            self._add_table(number, rows, 0)
            self._add_prose(below)

    def _add_table(self, page: int, rows: Sequence[tuple[str, ...]], place: int) -> int:
        self._line += 1  # a gap tells tables and pages apart
        found: list[Row] = []
        for cells in rows:
            place += 1
            if any(cells):
                self._line += 1
                found.append(Row(cells, self._line, f"trang {page}, dòng {place}"))
        if found:
            self._tables.append(Table(tuple(found)))
        self._rows += len(found)
        if self._rows > MAX_ROWS:
            raise BadPart(BadFile.TOO_BIG)
        return place

    def _add_prose(self, lines: Sequence[list[Word]]) -> None:
        """Lines of prose; those of one paragraph are joined, columns side by side are told apart."""
        right = max((line[-1].x1 for line in lines), default=0.0)
        left = min((line[0].x0 for line in lines), default=0.0)
        before: list[Word] | None = None
        for line in lines:
            for segment in segments_of(line):
                text = text_of([segment])
                if before is not None and len(segment) == len(line) and _goes_on(before, segment, left, right):
                    last = self._prose[-1]
                    self._prose[-1] = Line(f"{last.text} {text}", last.number)
                else:
                    self._line += 1
                    self._prose.append(Line(text, self._line))
                before = segment


def _table_below(lines: list[list[Word]], tables: Sequence[Ruled]) -> list[list[Word]]:
    """The lines under the last ruled table of a page where they make a table themselves; else none."""
    end = max((bottom for *_, bottom in tables), default=0.0)
    below = [line for line in lines if line[0].middle > end] if tables else []
    return below if has_rows_of_columns(below) else []


def segments_of(line: Sequence[Word]) -> list[list[Word]]:
    """The parts of a line that stand far from each other."""
    size = median(word.bottom - word.top for word in line)
    found: list[list[Word]] = []
    for word in line:
        if not found or word.x0 - found[-1][-1].x1 > _SEGMENT * size:
            found.append([])
        found[-1].append(word)
    return found


def _goes_on(before: Sequence[Word], line: Sequence[Word], left: float, right: float) -> bool:
    """Whether a line goes on with the paragraph above: that one is full, this one is not indented, neither is a title."""
    letters = [char for word in before for char in word.text if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) >= _CAPITALS * len(letters):
        return False
    size = before[0].bottom - before[0].top
    is_full = before[-1].x1 >= left + _FULL_LINE * (right - left)
    return is_full and line[0].x0 <= left + size and line[0].top - before[0].bottom < size


def _is_page_number(line: Sequence[Word], height: float) -> bool:
    at_edge = line[0].middle < _EDGE_OF_PAGE * height or line[0].middle > (1 - _EDGE_OF_PAGE) * height
    return at_edge and bool(_PAGE_NUMBER.fullmatch(text_of([line])))


def _upright(page: Page) -> Page:
    """The page, turned so that most of its text runs from left to right."""
    turned = [char for char in page.chars if not char.get("upright", True) and not char["text"].isspace()]
    if 2 * len(turned) <= len(page.chars):
        return page
    runs_up = sum(char["matrix"][1] > 0 for char in turned) * 2 > len(turned)
    page.page_obj.rotate = (page.page_obj.rotate + (90 if runs_up else 270)) % 360
    return Page(page.pdf, page.page_obj, page.page_number)
