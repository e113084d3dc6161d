"""Tables of a PDF page without lines: columns where gaps stand under each other, rows where lines stand further apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from bot.documents.pdf_text import Word, text_of

_GAP = 0.75  # sizes of a letter between words of two columns; a space has 0.25, in justified lines up to 0.6
_FORM_COLUMNS = 3
_TABULAR_LINES = 4  # that have so many columns make a page a table
_PAIRS = 10  # lines with two texts do as well: cells in the middle of a row stand on lines of their own
_SHARED = 0.12  # share of lines that may reach over the gap between two columns
_STEP = 1.0  # points: how finely the page's width is looked at
_NARROWEST = 2.0  # points between two columns
_WRAPPED = 1.5  # heights of a letter: lines of one cell stand closer
_PARTED = 1.1  # times the distance of lines in a cell: where a row ends
_ENOUGH_RULES = 4
_STRAY_GAPS = 2  # under the header and above the signatures, of a page whose rows stand as close as the lines in them
_EVEN_LINES = 15

Words = list[Word]


def is_tabular(lines: Sequence[Words], *, goes_on: bool) -> bool:
    """Whether the lines of a page make a table; where one goes on from the page before, a single row is enough."""
    counts = [len(_segments(line)) for line in lines]
    if goes_on:
        return any(count >= _FORM_COLUMNS for count in counts)
    return has_rows_of_columns(lines) or sum(count > 1 for count in counts) >= _PAIRS


def has_rows_of_columns(lines: Sequence[Words]) -> bool:
    """Whether so many lines have three texts and more that they cannot be prose or signatures."""
    return sum(len(_segments(line)) >= _FORM_COLUMNS for line in lines) >= _TABULAR_LINES


def columns_of(pages: Sequence[Sequence[Words]], rules: Sequence[float]) -> list[float]:
    """Where each column but the first begins (the middle of the gap before it), from rules or from the gaps of all pages."""
    if len(set(rules)) > _FORM_COLUMNS:
        return sorted(set(rules))[1:-1]
    distinct = {text_of([line]): line for lines in reversed(pages) for line in lines}  # headers of pages count once
    wide = [segments for line in distinct.values() if len(segments := _segments(line)) >= _FORM_COLUMNS]
    if not wide:
        return []
    right = max(segments[-1][-1].x1 for segments in wide)
    covered = [0] * (int(right / _STEP) + 2)
    for segments in wide:
        for segment in segments:
            for place in range(int(segment[0].x0 / _STEP), int(segment[-1].x1 / _STEP) + 1):
                covered[place] += 1
    limit = int(_SHARED * len(wide))
    inked = [place for place, times in enumerate(covered) if times > limit]
    columns = [[inked[0], inked[0]]]
    for place in inked[1:]:
        if (place - columns[-1][1]) * _STEP <= _NARROWEST:
            columns[-1][1] = place
        else:
            columns.append([place, place])
    for segment in max(wide, key=len):  # a column that only its header names, such as notes that nobody wrote
        first, last = int(segment[0].x0 / _STEP), int(segment[-1].x1 / _STEP)
        if all(last < start or first > end for start, end in columns):
            columns.append([first, last])
    columns.sort()
    return [(before[1] + after[0]) / 2 * _STEP for before, after in pairwise(columns)]


def rows_without_rules(
    lines: Sequence[Words], columns: Sequence[float], rules: Sequence[float]
) -> tuple[list[Words], list[tuple[str, ...]], list[Words]]:
    """The prose above a table, its rows, and the prose below. `rules`: where lines across the page part rows, if they do."""
    wide = [place for place, line in enumerate(lines) if _is_row(line, columns)]
    if not wide:
        return list(lines), [], []
    distance = _distance_in_cells(lines[wide[0] : wide[-1] + 1], columns)
    first, last = wide[0], wide[-1] + 1
    most = max((_top(after) - _top(before) for before, after in pairwise(lines[first:last])), default=0.0)
    while last < len(lines) and _is_below(lines[last - 1], lines[last], columns, max(most, distance * _PARTED)):
        last += 1
    while first and distance and _goes_into(lines[first - 1], lines[first], columns, distance):
        first -= 1
    inside = [line for line in lines[first:last] if line]
    groups = _by_rules(inside, rules) if len(rules) >= _ENOUGH_RULES else _by_distance(inside, columns, distance)
    return list(lines[:first]), [_cells(group, columns) for group in groups], list(lines[last:])


def _is_row(line: Words, columns: Sequence[float]) -> bool:
    """Whether a line has texts in several columns, each within its own."""
    segments = _segments(line)
    if len(segments) >= _FORM_COLUMNS:
        return True
    return len(segments) > 1 and all(_is_inside(segment, columns) for segment in segments)


def _is_inside(segment: Words, columns: Sequence[float]) -> bool:
    return bisect_right(columns, segment[0].x0) == bisect_right(columns, segment[-1].x1)


def _goes_into(above: Words, line: Words, columns: Sequence[float], distance: float) -> bool:
    """Whether a line is the first of the cells that the line below goes on with, as in a header of two lines."""
    is_near = _top(line) - _top(above) <= distance * _PARTED
    return is_near and all(_is_inside(segment, columns) for segment in _segments(above))


def _is_below(above: Words, line: Words, columns: Sequence[float], distance: float) -> bool:
    """Whether a line is a row, or part of one, under the last that has texts in several columns."""
    return _top(line) - _top(above) <= distance and all(_is_inside(segment, columns) for segment in _segments(line))


def _segments(line: Words) -> list[Words]:
    size = median(word.bottom - word.top for word in line)
    found: list[Words] = []
    for word in line:
        if not found or word.x0 - found[-1][-1].x1 > _GAP * size:
            found.append([])
        found[-1].append(word)
    return found


def _top(line: Words) -> float:
    return line[0].middle


def _distance_in_cells(lines: Sequence[Words], columns: Sequence[float]) -> float:
    """How far lines of one cell stand apart; 0 when no cell has two lines."""
    gaps = []
    above: dict[int, Word] = {}
    for line in lines:
        for word in line:
            column = bisect_right(columns, (word.x0 + word.x1) / 2)
            before = above.get(column)
            if before is not None and word.middle - before.middle > 0.5 * (word.bottom - word.top):
                gaps.append((word.middle - before.middle, word.bottom - word.top))
            above[column] = word
    near = sorted(gap for gap, height in gaps if gap <= _WRAPPED * height)
    return near[len(near) // 10] if near else 0.0


def _by_rules(lines: Sequence[Words], rules: Sequence[float]) -> list[list[Words]]:
    found: dict[int, list[Words]] = {}
    for line in lines:
        found.setdefault(bisect_right(list(rules), _top(line)), []).append(line)
    return list(found.values())


def _by_distance(lines: Sequence[Words], columns: Sequence[float], distance: float) -> list[list[Words]]:
    """Rows end where the next line stands further off than lines of a cell do; where all stand alike, by what fits above."""
    gaps = [_top(after) - _top(before) for before, after in pairwise(lines)]
    parted = [not distance or gap > distance * _PARTED for gap in gaps]
    is_even = distance > 0 and sum(parted) <= _STRAY_GAPS and len(gaps) > _EVEN_LINES
    groups = [[lines[0]]]
    for gap_parts, line in zip(parted, lines[1:], strict=True):
        if gap_parts or (is_even and not _is_wrapped(groups[-1][-1], line, columns)):
            groups.append([])
        groups[-1].append(line)
    return groups


def _is_wrapped(above: Words, line: Words, columns: Sequence[float]) -> bool:
    """Whether a line only goes on with cells of the one above: what begins it would not have fitted there."""
    parts = _parts(line, columns)
    before = _parts(above, columns)
    edges = [*columns, max(word.x1 for word in above)]
    for column, words in parts.items():
        if column not in before or column >= len(edges):
            return False
        width = words[0].x1 - words[0].x0
        if before[column][-1].x1 + width + _NARROWEST < edges[column] - (words[0].bottom - words[0].top):
            return False
    return True


def _parts(line: Words, columns: Sequence[float]) -> dict[int, Words]:
    """A line's words by column; a text that runs on over a gap stays in the column where it begins."""
    found: dict[int, Words] = {}
    for segment in _segments(line):
        middle = (segment[0].x0 + segment[-1].x1) / 2
        if _is_inside(segment, columns):
            found.setdefault(bisect_right(columns, middle), []).extend(segment)
            continue
        for word in segment:
            found.setdefault(bisect_right(columns, (word.x0 + word.x1) / 2), []).append(word)
    return found


def _cells(group: Sequence[Words], columns: Sequence[float]) -> tuple[str, ...]:
    cells: list[list[Words]] = [[] for _ in range(len(columns) + 1)]
    inside = {
        bisect_right(columns, segment[0].x0) for line in group for segment in _segments(line) if _is_inside(segment, columns)
    }
    for line in group:
        only = _segments(line)
        if len(only) == 1 and len(group) == 1:  # a section's name may run over all columns
            cells[bisect_right(columns, line[0].x1)].append(line)
            continue
        own = [word for segment in only if not _is_over_named(segment, columns, inside) for word in segment]
        for column, words in _parts(own, columns).items() if own else ():
            cells[column].append(words)
    return tuple(text_of(cell) for cell in cells)


def _is_over_named(segment: Words, columns: Sequence[float], inside: set[int]) -> bool:
    """Whether a text stands over several columns that have texts of their own: the common title of columns in a header."""
    covered = range(bisect_right(columns, segment[0].x0), bisect_right(columns, segment[-1].x1) + 1)
    return len(covered) > 1 and inside.issuperset(covered)
