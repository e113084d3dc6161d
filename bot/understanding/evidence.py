"""What speaks for a table row being a certain row of the form: its label, its number, its unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.domain.catalogue import CatalogueRow, RowKind
from bot.understanding.columns import TableRow, squeezed
from bot.understanding.labels import LabelIndex, Likeness
from bot.understanding.sequence import Match
from bot.understanding.targets import Targets

_LEAST = 0.55  # likeness below which a label says nothing
_BEHIND = 0.3  # likeness by which a reading may fall short of the best one and still be tried
_MOST_PARTS = 3  # rows that one label is split over
_GAINED = 0.02  # likeness that joining must add to be believed
_WHOLE = 0.75  # likeness of a joined label
_ALONE = 0.9  # likeness of a label that stands on its own and is hardly anybody's second half
_EXACT = 0.97  # likeness of a printed label, bracket or not: such a row is meant and no similar one
_AS_GOOD = 0.03  # likeness by which another reading of an exact label may fall short
_NOT_PRINTED = 0.45
_PART = 0.02
_ROMAN = re.compile(r"[IVX]+", re.IGNORECASE)


class Evidence:
    """Weighs matches of table rows and targets."""

    def __init__(self, targets: Targets, index: LabelIndex) -> None:
        """Weigh for one form."""
        self._targets = targets
        self._index = index

    def matches(self, rows: Sequence[TableRow], free: Sequence[int], used: Collection[int]) -> list[Match]:
        """Matches worth considering of the rows at `free` with targets not in `used`; rows count by their place in `free`."""
        found: list[Match] = []
        halves: set[int] = set()  # rows that make an exact label only together
        for place, row in enumerate(free):
            for length in range(_MOST_PARTS, 0, -1):
                last = place + length - 1
                parts = rows[row : row + length]
                if last >= len(free) or free[last] != row + length - 1 or not self._can_be_one(parts):
                    continue
                if length == 1 and place in halves:
                    continue
                of_these = list(self._of(parts, place, used))
                found.extend(of_these)
                joined = self._index.best(label_of(parts))
                if length > 1 and of_these and joined >= _EXACT and joined > self._best_alone(parts):
                    halves.update(range(place, last + 1))
        return found

    def alike(self, parts: Sequence[TableRow]) -> tuple[Likeness, ...]:
        """The rows that the (joined) label resembles, most alike first."""
        return self._index.alike(label_of(parts))

    def fits_unit(self, unit: str, row: CatalogueRow) -> float:
        """Positive when the printed unit is the row's, negative when it is another kind of quantity."""
        if not unit or not row.unit:
            return 0.0
        printed, known = squeezed(unit), squeezed(row.unit)
        if printed == known:
            return 0.1
        if ("%" in printed) != ("%" in known):
            return -0.6
        return -0.3 if ("=" in printed) != ("=" in known) else -0.05 if "=" not in known else 0.05

    def _best_alone(self, parts: Sequence[TableRow]) -> float:
        return max(self._index.best(part.label) for part in parts)

    def _can_be_one(self, parts: Sequence[TableRow]) -> bool:
        """Whether each of these rows but the first can be the rest of a row that began in the first."""
        return all(self._goes_on(parts[:length]) for length in range(2, len(parts) + 1))

    def _goes_on(self, parts: Sequence[TableRow]) -> bool:
        rest = parts[-1]
        if rest.stt or sum(bool(part.value) for part in parts) > 1 or sum(bool(part.unit) for part in parts) > 1:
            return False
        if self._index.best(rest.label) < _ALONE:
            return True
        is_bare = not (rest.unit or rest.value)  # second halves such as "thực hiện công bố lại ISO" resemble another row
        return is_bare and self._index.best(label_of(parts)) >= _EXACT

    def _of(self, parts: Sequence[TableRow], place: int, used: Collection[int]) -> Iterator[Match]:
        likely = self.alike(parts)
        if not likely:
            return
        behind = _AS_GOOD if likely[0].score >= _EXACT else _BEHIND
        least = max(_LEAST, likely[0].score - behind)
        for like in likely:
            target = self._targets.place[like.id]
            if like.score < least or target in used:
                continue
            if len(parts) > 1 and not self._is_whole(parts, like, self._targets.rows[target]):
                continue
            yield Match(place, len(parts), target, self._worth(parts, like.score, target))

    def _is_whole(self, parts: Sequence[TableRow], like: Likeness, row: CatalogueRow) -> bool:
        """Whether joining these rows makes one row of the form, rather than hiding one in another."""
        if not any(part.label for part in parts[1:]):  # figures pushed into the next row, without a label
            return row.kind is RowKind.INDICATOR and self.fits_unit(parts[-1].unit, row) > 0
        alone = max(self._likeness(part, row) for part in parts)
        return like.score >= max(_WHOLE, alone + _GAINED)

    def _likeness(self, part: TableRow, row: CatalogueRow) -> float:
        return next((like.score for like in self._index.alike(part.label) if like.id == row.id), 0.0) if part.label else 0.0

    def _worth(self, parts: Sequence[TableRow], likeness: float, target: int) -> float:
        row = self._targets.rows[target]
        unit = next((part.unit for part in parts if part.unit), "")
        worth = 2 * likeness - 1 + self.fits_unit(unit, row) + self._fits_stt(parts[0].stt, row) - _PART * (len(parts) - 1)
        return worth if self._targets.is_printed[target] else worth - _NOT_PRINTED

    def _fits_stt(self, stt: str, row: CatalogueRow) -> float:
        """Numbers shift from report to report, so they only lean; a Roman number is a section's or nobody's."""
        printed = self._targets.stt.get(row.id, "")
        if stt == printed:
            return 0.15 if stt else 0.0
        if _ROMAN.fullmatch(stt) or _ROMAN.fullmatch(printed):
            return -0.5 if stt and printed else -0.15
        if stt:
            return -0.05 if printed else -0.25
        return -0.1


def label_of(parts: Sequence[TableRow]) -> str:
    """The label of rows taken together."""
    return " ".join(part.label for part in parts if part.label)
