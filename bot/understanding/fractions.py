"""13/22: the part and the whole of one pair of rows, such as tasks done and tasks planned."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.catalogue import IndicatorId
from bot.domain.value import Fault, Figure
from bot.understanding.matching import match
from bot.understanding.numbers import read_figure, read_fraction
from bot.understanding.pieces import Piece
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, EntryValue

_EXPLAINED = 0.74  # share of the words that the two rows together must explain
_CLEARLY = 0.03  # by how much the best pair must lead
_WHOLE = 0.3  # of the whole's own score beside the part's: what is said mostly calls the part
_FAMILY = 0.1  # for a pair under the heading of the value before
_CHOICES = 5


def read_pair(
    piece: Piece, said: Sequence[str], text: str, family: IndicatorId | None, reader: Reader, *, is_clear: bool
) -> tuple[EntryValue, ...]:
    """Both values of a fraction; nothing when no pair of rows fits what is said. `family`: heading of the value before.

    `is_clear` False: the words that decide were not all understood, so it is asked.
    """
    fraction = read_fraction(piece.spot.meant)
    ranked = _ranked(dict.fromkeys(said), family, reader)
    if fraction is None or not ranked:
        return ()
    best = ranked[0]
    certain = is_clear and (len(ranked) == 1 or best[0] - ranked[1][0] > _CLEARLY)
    values = []
    parts, wholes = ([each[1] for each in ranked], [each[2] for each in ranked])
    for number, rows, note in ((fraction.part, parts, piece.note), (fraction.whole, wholes, None)):
        row_id = rows[0]
        figure = read_figure(str(number), reader.catalogue.row(row_id))
        choices = list(dict.fromkeys(rows))[: 1 if certain else _CHOICES]
        offered = tuple(Candidate(row, min(best[0] / 2, 1.0)) for row in choices)
        is_figure = isinstance(figure, Figure)
        value = EntryValue(
            row_id if certain or not is_figure else None,
            offered,
            certain=certain and is_figure,
            figure=figure if isinstance(figure, Figure) else None,
            fault=figure if isinstance(figure, Fault) else None,
            note=note,
            raw=str(number),
            text=text,
        )
        values.append(value)
    return tuple(values)


def _ranked(said: dict[str, None], family: IndicatorId | None, reader: Reader) -> list[tuple[float, IndicatorId, IndicatorId]]:
    """Pairs of part and whole that explain what is said, best first."""
    total = sum(reader.weight(name) for name in said) or 1.0
    found = []
    for part, whole in reader.wholes.items():
        one, other = reader.known[part], reader.known[whole]
        explained = sum(reader.weight(name) for name in said if name in one.says | other.says) / total
        if explained < _EXPLAINED:
            continue
        scores = {each.indicator: each.score for each in match(tuple(said), reader=reader, among={part, whole}).candidates}
        bonus = _FAMILY if family is not None and family == one.row.parent else 0.0
        found.append((explained + scores.get(part, 0.0) + _WHOLE * scores.get(whole, 0.0) + bonus, part, whole))
    return sorted(found, key=lambda each: -each[0])
