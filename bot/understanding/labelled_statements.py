"""Figures that narrative prose gives like a table: a row's own printed label, a colon (or "là", "đạt"), and the number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.domain.catalogue import Catalogue, ValueType
from bot.domain.period import Period
from bot.domain.value import Figure
from bot.understanding.labels import LabelIndex
from bot.understanding.numbers import read_figure
from bot.understanding.stated_periods import set_times_apart
from bot.understanding.statements import Statement
from bot.understanding.text import fold

_LABELLED = re.compile(
    r"(?:^|[;.]\s|[-–•+*]\s)\s*(?P<label>[^\W\d][^:;\n]{9,180}?)\s*(?::|\blà:?|\bđạt:?)\s*"
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?![\d,])|\d{1,6}(?:[.,]\d{1,2})?(?:\s?%)?)(?![\d/]|[.,]\d)"
)
_QUOTED = 92  # characters of it that are shown, the figure at the end
_AS_PRINTED = 0.97  # likeness of the printed wording, with or without its bracket


def read_labelled(text: str, index: LabelIndex, catalogue: Catalogue, *, own: Period) -> Iterator[Statement]:
    """Labels as printed that one row alone has, with the numbers behind them; none where another period is named."""
    _, times = set_times_apart(fold(text), own)
    if any(period != own for period in times.named):
        return
    for found in _LABELLED.finditer(text):
        alike = [each for each in index.alike(found["label"]) if each.score >= _AS_PRINTED]
        if len(alike) != 1:
            continue
        row = catalogue.row(alike[0].id)
        if row.type not in (ValueType.COUNT, ValueType.PERCENT) or (row.type is ValueType.COUNT and "%" in found["number"]):
            continue
        figure = read_figure(found["number"], row)
        if isinstance(figure, Figure) and figure.number is not None:
            quote = " ".join(found[0].strip(" ;.-–•+*").split())
            quote = quote if len(quote) <= _QUOTED else f"…{quote[-_QUOTED:].split(' ', 1)[-1]}"
            yield Statement(row.id, Decimal(figure.number), own, found["number"], quote, found.start("number"))
