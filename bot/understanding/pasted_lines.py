"""Lines of a paste that lost its tabs → rows of cells: each row on a line, on several, or each cell on a line of its own.

A printed label at the start of a line begins a row; what stands behind it, on its line or below, is its unit, value and note.
Lines with another wording begin a row when it is alike enough. Where a number may be two things, the row says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.catalogue import Catalogue, RowKind
from bot.understanding.cell_texts import CellTexts, after_separator, number_at, numbers_in
from bot.understanding.headers import Role, header_role, roles_in
from bot.understanding.labels import LabelIndex, placed_words
from bot.understanding.line_rows import LineRow, LineTable, answers_in_words, are_told, asks
from bot.understanding.text import fold

_MOST_LINES_OF_A_LABEL = 4
_LONGEST_LINE = 700  # characters; a longer one is prose
_MOST_CUTS = 8  # places tried where the label of a line may end
_ALIKE = 0.62  # likeness of a label that begins a row; sentences of notes stay under 0.55
_HEADING = 0.8  # likeness when no value stands behind it
_GAINED = 0.02  # likeness that joining two lines, or swallowing a value, must add
_TOLD = 0.9  # likeness of a label that nobody uses for anything else; what an alias is like stays under it
_MANY_HEADERS = 3  # words in a line that name columns
_MARK = re.compile(
    r"\s*(?:[-–—+*•●○▪□✓]+\s*)?(?:(?P<stt>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ](?=[.)]))(?:[.)]+(?!\d)|(?=\s|$)))?\s*"
)
_NUMBERED = re.compile(r"\b(quy|thang|nam|ngay|ky|so|phu luc|bieu|mau)$")  # words before the number of a period or document
_LEVEL = re.compile(r"\b(?:muc do|muc)$")  # what follows is a level of online service, no value
_STT_LINE = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ](?=[.)]))[.)]*\s*")


class LineReader:
    """Reads one paste."""

    def __init__(self, catalogue: Catalogue, index: LabelIndex) -> None:
        """Learn what forms print."""
        self._catalogue = catalogue
        self._index = index
        self._cells = CellTexts(
            {printed.unit for form in catalogue.forms for printed in form.rows} | {row.unit for row in catalogue.rows}
        )
        self._stts: dict[str, set[str]] = {}
        for form in catalogue.forms:
            for printed in form.rows:
                self._stts.setdefault(printed.id, set()).add(printed.stt)

    def read(self, lines: Sequence[tuple[int, str]]) -> LineTable:
        """Numbered lines, none of them blank."""
        self._lines = [(number, line[:_LONGEST_LINE]) for number, line in lines]
        self._words = [placed_words(line) for _, line in self._lines]
        self._rows: list[LineRow] = []
        self._title: list[str] = []
        self._counted = 0  # the last number that stood before a row on a line of its own
        self._is_other_period, self._is_message = False, any(asks(line) for _, line in self._lines)
        starts = [self._printed_start(place) for place in range(len(self._lines))]
        if not any(starts):
            return LineTable("", (), is_table=False)
        at = 0
        pending = ""
        while at < len(self._lines):
            number, line = self._lines[at]
            start = starts[at]
            if start is not None:
                stt, place, end = start
                self._begin(LineRow(number, stt or pending, self._text(at, place, end), is_told=True), end)
                at, pending = end[0] + 1, ""
            elif self._is_header(line):
                at += 1
            elif _STT_LINE.fullmatch(line) and at + 1 < len(starts) and starts[at + 1] and self._is_number_of_next(line, at):
                pending = line.strip().rstrip(".)")
                at += 1
            else:
                at = self._other_line(at, starts)
        self._settle()
        return LineTable("\n".join(self._title), tuple(self._rows), self._is_table())

    def _printed_start(self, at: int) -> tuple[str, int, tuple[int, int]] | None:
        """The STT, where the label begins and (line, character) where it ends, when a printed label begins a line."""
        mark = _MARK.match(self._lines[at][1])
        offsets = [(mark["stt"] or "", mark.end()), ("", 0)] if mark and mark.end() else [("", 0)]
        for stt, offset in offsets:
            words = [(word, (at, end)) for word, start, end in self._words[at] if start >= offset]
            if not words:
                continue
            for below in range(at + 1, min(at + _MOST_LINES_OF_A_LABEL, len(self._lines))):
                words += [(word, (below, end)) for word, _, end in self._words[below]]
            length = self._index.printed_at([word for word, _ in words])
            if not length or (length < len(words) and words[length][1] == words[length - 1][1]):
                continue  # none, or it ends within an abbreviation
            line, end = words[length - 1][1]
            end += self._lines[line][1][end : end + 1] == ")"
            rest = after_separator(self._lines[line][1][end:])
            if line == at and (longer := self._longer(at, offset, end, rest)):
                return stt, offset, (at, longer)
            if length > 1 or not rest or self._cells.unit_at(rest) or number_at(rest):  # "Khác" alone is a word of notes too
                return stt, offset, (line, end)
        return None

    def _longer(self, at: int, place: int, end: int, rest: str) -> int | None:
        """Where a longer label ends that begins with a printed one and goes on with a slip: "…mức độ 3 có ohát sinh hồ sơ"."""
        (_, stop), likeness, has_value = self._likely_end(at, place, at)
        if not rest or number_at(rest) or stop <= end or not has_value or likeness < _TOLD:
            return None
        short, long = (self._index.alike(self._text(at, place, (at, each))) for each in (end, stop))
        return stop if short and long[0].id != short[0].id else None

    def _text(self, at: int, place: int, end: tuple[int, int]) -> str:
        last, stop = end
        if last == at:
            return self._lines[at][1][place:stop].strip()
        between = [self._lines[line][1] for line in range(at + 1, last)]
        return " ".join((self._lines[at][1][place:].strip(), *between, self._lines[last][1][:stop].strip()))

    def _begin(self, row: LineRow, end: tuple[int, int]) -> None:
        """A row of which all but the label is still to come."""
        likely = self._index.alike(row.label)
        row.meant = self._catalogue.row(likely[0].id) if likely else None
        row.stts = frozenset(stt for like in likely if like.score > _TOLD for stt in self._stts.get(like.id, ()))
        row.is_told = row.is_told or bool(likely and likely[0].score > _TOLD)
        self._rows.append(row)
        line, place = end
        rest = self._lines[line][1][place:]
        self._feed(row, rest, line, is_behind_label=True)

    def _feed(self, row: LineRow, text: str, line: int, *, is_behind_label: bool) -> None:
        """Take the cells a text holds into the row."""
        rest = after_separator(text)
        if not row.unit and not row.value and (unit := self._cells.unit_at(rest) or self._cells.strange_unit_at(rest)):
            row.unit, rest = unit.cell, after_separator(unit.rest)
        if not row.value and rest and (value := self._cells.value_at(rest, row.meant)):
            row.value, row.value_line, row.figures = value.cell, line, 1
            row.is_doubtful = row.is_doubtful or value.is_doubtful
            rest = after_separator(value.rest)
            if not row.unit and (unit := self._cells.unit_at(rest)):
                row.unit, rest = unit.cell, after_separator(unit.rest)
            self._second_figures(row, rest)
            if row.figures > 1:
                return
        elif row.value and number_at(rest):
            self._second_figures(row, rest)
            return
        if not rest:
            return
        numbers = numbers_in(rest)
        is_indicator = row.meant is not None and row.meant.kind is RowKind.INDICATOR
        if is_behind_label and not row.value and not row.unit and numbers and is_indicator:
            row.value, row.value_line, row.figures, row.is_doubtful = numbers[-1], line, 1, True
            row.is_told = False  # nobody prints "… quý 3 là 4": a message rather than a table
        row.note = f"{row.note} {rest}".strip()

    def _second_figures(self, row: LineRow, rest: str) -> None:
        """More figures behind the first: nobody can tell which column is this period's."""
        while found := number_at(rest):
            row.value, row.figures = f"{row.value} {found.cell}", row.figures + 1
            rest = after_separator(found.rest)

    def _is_number_of_next(self, line: str, at: int) -> bool:
        """Whether a line with only a number numbers the row below; when it may be the value above too, that is doubtful."""
        number = line.strip().rstrip(".)")
        if not self._rows or not number[0].isdigit() or line.strip() != number:
            self._counted = int(number) if number.isdigit() else self._counted
            return True
        above = self._rows[-1]
        start = self._printed_start(at + 1)
        label = self._text(at + 1, start[1], start[2]) if start else ""
        stts = {stt for like in self._index.alike(label) if like.score > _TOLD for stt in self._stts.get(like.id, ())}
        is_expected = number in stts or (number.isdigit() and int(number) == self._counted + 1 and self._counted > 0)
        if is_expected or "." in number:
            if not above.value and above.meant is not None and above.meant.kind is RowKind.INDICATOR:
                above.value, above.value_line, above.figures, above.is_doubtful = number, at, 1, True
            self._counted = int(number) if number.isdigit() else self._counted
            return True
        return False

    def _other_line(self, at: int, starts: Sequence[object]) -> int:
        """A line that begins with no printed label; returns the next place."""
        number, line = self._lines[at]
        open_row = self._rows[-1] if self._rows else None
        if open_row is not None and not answers_in_words(line) and self._is_cells(open_row, line):
            self._feed(open_row, line, at, is_behind_label=False)
            return at + 1
        mark = _MARK.match(line)
        place = mark.end() if mark else 0
        stt = (mark["stt"] or "") if mark else ""
        below = at + 1 < len(self._lines) and starts[at + 1] is None
        end, likeness, has_value = self._likely_end(at, place, at)
        if below and not has_value:
            joined_end, joined, joined_value = self._likely_end(at, place, at + 1)
            if joined > max(likeness, _HEADING - _GAINED, self._index.best(self._lines[at + 1][1])) + _GAINED:
                end, likeness, has_value = joined_end, joined, joined_value
        if open_row is None:  # a title above the rows is rather like a heading
            is_row = likeness >= (_HEADING if has_value else _TOLD)
        else:
            is_row = likeness >= (_ALIKE if has_value else _HEADING)
        if is_row:
            self._begin(LineRow(number, stt, self._text(at, place, end)), end)
            return end[0] + 1
        if open_row is None or open_row.value or open_row.note or open_row.unit:
            self._left_over(open_row, at, place)
        else:
            self._feed(open_row, line, at, is_behind_label=True)
        return at + 1

    def _is_cells(self, row: LineRow, line: str) -> bool:
        """Whether a line is the unit, the value or both of the row above, and nothing else."""
        rest = after_separator(line)
        if not rest:
            return True
        unit = None if row.unit else self._cells.unit_at(rest)
        rest = after_separator(unit.rest) if unit else rest
        value = self._cells.value_at(rest, row.meant) if rest else None
        rest = after_separator(value.rest) if value else rest
        if value and not row.value and (unit or row.unit):
            return not number_at(rest) or not rest
        return not rest and (unit is not None or value is not None)

    def _likely_end(self, at: int, place: int, last: int) -> tuple[tuple[int, int], float, bool]:
        """Where the label of lines `at` to `last` ends most likely, how alike it is, and whether a value follows."""
        best: tuple[tuple[int, int], float, bool] = ((last, len(self._lines[last][1])), 0.0, False)
        for stop, has_value in self._cuts(last, place if last == at else 0):
            label = self._text(at, place, (last, stop))
            likeness = self._index.best(label) if label else 0.0
            if not has_value and likeness >= _HEADING and self._is_numbered_name(label):
                return (last, stop), likeness, False
            is_as_good = has_value and not best[2] and likeness >= best[1] - _GAINED
            if is_as_good or likeness > best[1] + (_GAINED if best[2] and not has_value else 0.0):
                best = ((last, stop), likeness, has_value)
        return best

    def _is_numbered_name(self, label: str) -> bool:
        """Whether a number at the end belongs to the name: "Dịch vụ công trực tuyến 4"."""
        meant = self._index.alike(label)
        last = fold(label).split()[-1]
        return bool(last.isdigit() and meant) and fold(self._catalogue.row(meant[0].id).label).split()[-1] == last

    def _cuts(self, at: int, place: int) -> list[tuple[int, bool]]:
        """Ends of a label worth trying: before a unit, a figure or a wide gap, and the end of the line."""
        line = self._lines[at][1]
        cuts: list[tuple[int, bool]] = [(len(line), False)]
        for found in re.finditer(r"\S+", line[place:]):
            start = place + found.start()
            if start == place or _LEVEL.search(fold(line[place:start])):
                continue
            rest = line[start:]
            unit = self._cells.unit_at(rest) or self._cells.strange_unit_at(rest)
            behind = after_separator(unit.rest) if unit else after_separator(rest)
            is_wide = line[:start].endswith("  ") or line[:start].rstrip()[-1:] in ":="
            if number_at(behind) or (unit and not behind) or (is_wide and len(behind.split()) <= _MANY_HEADERS):
                cuts.append((start, bool(behind)))
        return cuts[:1] + cuts[1:][-_MOST_CUTS:]

    def _left_over(self, row: LineRow | None, at: int, place: int) -> None:
        """A line like no row of ours: a title, a note of the row above, or a figure of something unknown, which is named."""
        number, line = self._lines[at]
        if line.rstrip().endswith("?") or (answers_in_words(line) and are_told(each for _, each in self._lines)):
            self._is_message = True
        numbers = numbers_in(line[place:])
        label = line[place : line.rindex(numbers[-1])].strip(" :=-–") if numbers else ""
        is_figure = bool(numbers) and line.rstrip().endswith(numbers[-1]) and any(char.isalpha() for char in label)
        if row is None and not (is_figure and not _NUMBERED.search(fold(label))):
            self._title.append(line)
        elif is_figure:
            self._rows.append(LineRow(number, "", label, value=numbers[-1], figures=1, value_line=at, is_doubtful=True))
        elif row is not None and row.note:
            row.note = f"{row.note} {line.strip()}"

    def _is_header(self, line: str) -> bool:
        """Whether a line names columns, one or all; notes whether one of them is of another period."""
        role = header_role(line)
        roles = {role} if role else roles_in(line)
        row = self._rows[-1] if self._rows else None
        if role and (role is not Role.OTHER) and row is not None and not row.value:
            return False  # "Số lượng" is a unit too
        self._is_other_period = self._is_other_period or Role.OTHER in roles
        return bool(role) or len(roles) >= _MANY_HEADERS

    def _settle(self) -> None:
        """Doubt what the whole paste makes doubtful."""
        several = any(row.figures > 1 for row in self._rows)
        with_value = [row for row in self._rows if row.value]
        apart = [row for row in with_value if self._lines[row.value_line][0] != row.line and self._is_bare(row)]
        for row in with_value:
            is_odd = row in apart and len(apart) * 2 < len(with_value)
            if several or self._is_other_period or is_odd:
                row.is_doubtful = True

    def _is_bare(self, row: LineRow) -> bool:
        """Whether the value stands alone on its line, and the unit does not stand alone too."""
        if row.unit and self._lines[row.value_line - 1][1].strip() == row.unit:
            return False
        return self._lines[row.value_line][1].strip() == row.value.strip()

    def _is_table(self) -> bool:
        """Two rows or more with printed labels and values, printed labels at least half of all, nothing asked or told."""
        told = [row for row in self._rows if row.is_told]
        valued = [row for row in told if row.value]
        return not self._is_message and len(valued) > 1 and 2 * len(told) >= len(self._rows)
