"""A row of cells read from a document or a paste, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FlawKind(Enum):
    """Why a cell says, or may say, something else than what was meant, or nothing."""

    DATE = "date"  # 10/12 typed for 10 of 12, and the spreadsheet made a day of it
    ERROR = "error"  # #REF!, #DIV/0!
    NO_RESULT = "no_result"  # a formula that no program has calculated yet
    TRUE_OR_FALSE = "true_or_false"
    SHARE = "share"  # 0.5909 that may be meant as 59,09 %


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that must be asked about. `text` is what stands in `Row.cells`; `place` for people ("ô D12")."""

    text: str
    kind: FlawKind
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """Cells left to right as read (markup kept); `line` is the first line of the text or table row, from 1.

    In documents without lines, `line` numbers paragraphs and table rows in reading order.
    """

    cells: tuple[str, ...]
    line: int
    place: str  # for people: "dòng 52", "bảng 2, hàng 7", "trang 3, dòng 12"
    flaws: tuple[Flaw, ...] = ()
    is_hidden: bool = False  # a row that the spreadsheet does not show
    is_exact: bool = False  # cells are to be taken to the letter: no markup, no hints (`bot.documents.own_appendix`)
