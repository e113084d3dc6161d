"""Rows named in words: by their place in the form ("III.7"), by name, or by both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.catalogue import Catalogue, IndicatorId, RowKind
from bot.domain.period import Period
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Context, Entry, Question
from bot.understanding.understand import understand

_PLACE = re.compile(r"\b(?P<section>[IVX]+)\s*\.\s*(?P<number>\d+)\b", re.IGNORECASE)
_PIECES = re.compile(r"[,;\n]+|\s+và\s+")
_WORDS = re.compile(r"\b(?:mục|dòng|chỉ tiêu|phần)\b", re.IGNORECASE)
_OFFERED = 5


@dataclass(frozen=True, slots=True)
class NamedRows:
    """The rows that are certain, and the pieces that are not with what they may mean."""

    rows: tuple[IndicatorId, ...]
    unclear: tuple[tuple[str, tuple[IndicatorId, ...]], ...]


def rows_at_places(text: str, period: Period, catalogue: Catalogue) -> tuple[IndicatorId, ...]:
    """The indicators under every place that a text names; a place that the period's form does not have gives none."""
    places = {f"{found['section'].upper()}.{int(found['number'])}" for found in _PLACE.finditer(text)}
    if not places:
        return ()
    printed = dict.fromkeys(row.id for row in catalogue.form_for(period).rows)
    return tuple(
        row_id
        for row_id in printed
        if catalogue.row(row_id).kind is RowKind.INDICATOR and catalogue.place_in_form(row_id, period) in places
    )


def read_rows(text: str, period: Period, *, today: date, reader: Reader) -> NamedRows:
    """The rows of a list; a name beside a place means the row of that name there."""
    rows: dict[IndicatorId, None] = {}
    unclear: list[tuple[str, tuple[IndicatorId, ...]]] = []
    for piece in _PIECES.split(text):
        at_place = rows_at_places(piece, period, reader.catalogue)
        name = _WORDS.sub(" ", _PLACE.sub(" ", piece)).strip(" .:-")
        if not name:
            rows.update(dict.fromkeys(at_place))
            if piece.strip() and not at_place:
                unclear.append((piece.strip(), ()))
            continue
        candidates, certain = _candidates(name, today, reader)
        here = [row for row in candidates if row in at_place] if at_place else candidates
        if here and (certain or len(here) == 1):
            rows[here[0]] = None
        elif at_place and not here:
            rows.update(dict.fromkeys(at_place))
        else:
            unclear.append((piece.strip(), tuple(here[:_OFFERED])))
    return NamedRows(tuple(rows), tuple(unclear))


def _candidates(name: str, today: date, reader: Reader) -> tuple[list[IndicatorId], bool]:
    """What a name may mean, best first, and whether the first is certain."""
    request = understand(name, Context(today), reader=reader)
    found: Sequence[Candidate] = ()
    certain = False
    if isinstance(request, Question):
        found, certain = request.candidates, request.certain
    elif isinstance(request, Entry) and request.values:
        value = request.values[0]
        if value.indicator is not None and value.certain:
            return [value.indicator], True
        found = value.candidates
    indicators = [
        candidate.indicator for candidate in found if reader.catalogue.row(candidate.indicator).kind is RowKind.INDICATOR
    ]
    return indicators, certain and bool(indicators)
