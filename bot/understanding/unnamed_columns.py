"""Tables without a header that is understood: what each column holds, told by what stands in all of its cells together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from bot.understanding.headers import Role

_NUMBER = re.compile(r"[-+~≈]?\s*\d[\d.,\s]*%?")
_ENOUGH = 8  # rows with a label and rows with a figure, to tell columns by
_KNOWN = 0.9  # likeness of a label that nobody uses for anything else
_MOSTLY = 0.5  # share of what stands in a column of figures that is figures; else it holds notes, of which some are numbers
_STRAY = 0.05  # share of the figures that may stand in another column; more of them are figures of something else


def roles_of_columns(
    rows: Sequence[Sequence[str]], is_unit: Callable[[str], bool], likeness: Callable[[str], float]
) -> list[Role | None]:
    """The roles of the columns that most rows have, [] where it is not plain: two columns of figures, or too few rows."""
    if not rows:
        return []
    width = Counter(map(len, rows)).most_common(1)[0][0]
    columns = list(zip(*(cells for cells in rows if len(cells) == width), strict=True))
    labels = [sum(bool(cell) and likeness(cell) >= _KNOWN for cell in column) for column in columns]
    label = max(range(width), key=labels.__getitem__)
    if labels[label] < _ENOUGH:
        return []
    numbers = [
        0 if place < label else sum(bool(_NUMBER.fullmatch(cell)) for cell in column) for place, column in enumerate(columns)
    ]
    value = max(range(width), key=numbers.__getitem__)
    others = sum(count for place, count in enumerate(numbers) if place != value)
    written = sum(bool(cell) for cell in columns[value])
    if numbers[value] < max(_ENOUGH, _MOSTLY * written) or others > _STRAY * numbers[value]:
        return []
    roles: list[Role | None] = [None] * width
    roles[label], roles[value] = Role.LABEL, Role.VALUE
    if label:
        roles[label - 1] = Role.STT
    units = [sum(bool(cell) and is_unit(cell) for cell in column) for column in columns]
    unit = max((place for place in range(width) if roles[place] is None), key=units.__getitem__, default=None)
    if unit is not None and units[unit] >= _ENOUGH:
        roles[unit] = Role.UNIT
    if roles[-1] is None:
        roles[-1] = Role.NOTE
    return roles
