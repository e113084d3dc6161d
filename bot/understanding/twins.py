"""Rows that differ by opposites alone: what a row must not be taken for when the opposite was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import CatalogueRow, IndicatorId, RowKind, ValueType
from bot.understanding.lexicon import Lexicon

_TWINS = 0.5  # share of their labels that two rows must have in common to differ by opposites
_MANY = 400  # rows: of more that say the opposite only those are compared that share a rare word too


@dataclass(frozen=True, slots=True)
class Said:
    """What the names of a row say: `label` the official one, `core` all printed ones, `heading` those of the heading above."""

    label: frozenset[str]
    core: frozenset[str]
    heading: frozenset[str]


class Twins:
    """Labels of all rows by what they say."""

    def __init__(
        self, rows: Sequence[CatalogueRow], printed: Mapping[IndicatorId, Sequence[frozenset[str]]], lexicon: Lexicon
    ) -> None:
        """Compile; `printed`: what each printed name of a row says, the official label first."""
        self._lexicon = lexicon
        self._rows = {row.id: row for row in rows}
        cores = {row.id: frozenset(name for says in printed[row.id] for name in says) for row in rows}
        self.said: dict[IndicatorId, Said] = {}
        self._telling_little = lexicon.faint | lexicon.hints
        self._telling: dict[IndicatorId, frozenset[str]] = {}  # what the labels say without that
        self._saying: dict[str, set[IndicatorId]] = {}
        self._of_kind: dict[tuple[ValueType, str], list[tuple[IndicatorId, frozenset[str]]]] = {}
        for row in rows:
            above = self._rows[row.parent] if row.parent is not None else None
            heading = cores[above.id] if above is not None and above.kind is not RowKind.SECTION else frozenset()
            self.said[row.id] = Said(printed[row.id][0], cores[row.id], heading)
            self._telling[row.id] = printed[row.id][0] - self._telling_little
            for name in printed[row.id][0] | heading:
                self._saying.setdefault(name, set()).add(row.id)
                self._of_kind.setdefault((row.type, name), []).append((row.id, self._telling[row.id]))

    def excluding(self, row_id: IndicatorId) -> frozenset[str]:
        """Words whose opposite the row says and that name another row, alike in all the rest."""
        said, opposites = self.said[row_id], self._lexicon.opposites
        found = set()
        for name in said.core | said.heading:
            for other in opposites.get(name, frozenset()):
                where = said.core if said.core & {name, *opposites[name]} else said.heading
                if (
                    name in where
                    and other not in where
                    and (other in self._lexicon.strict or self._has_twin(row_id, name, other))
                ):
                    found.add(other)
        return frozenset(found)

    def are_alike(self, label: frozenset[str], other: frozenset[str], share: float = _TWINS) -> bool:
        """Whether two labels have that share of their words in common, those apart that say little."""
        every = (label | other) - self._telling_little
        return len(label & other & every) >= share * len(every)

    def _has_twin(self, row_id: IndicatorId, name: str, other: str) -> bool:
        """Whether a row says `other` where this one says `name` and much the same beside."""
        kind, telling = self._rows[row_id].type, self._telling[row_id] - {name}
        ours, size = telling - {other}, len(telling)
        for twin, label in self._likely(self.said[row_id].label - {name}, other, kind):  # a million for ten thousand rows
            both = len(ours & label)
            if (
                both >= _TWINS * (size + len(label) - (other in label) - both)
                and twin != row_id
                and name not in self.said[twin].label
            ):
                return True
        return False

    def _likely(self, label: frozenset[str], other: str, kind: ValueType) -> Iterable[tuple[IndicatorId, frozenset[str]]]:
        """Rows of a kind that say `other`, with the telling words of their labels.

        Of very many only those that share one of the two rarest words of the label.
        """
        saying = self._saying.get(other, set())
        if len(saying) <= _MANY:
            return self._of_kind.get((kind, other), ())
        rarest = sorted((self._saying.get(name, set()) for name in sorted(label)), key=len)[:2]
        sharing = saying & set().union(*rarest)
        return [(row_id, self._telling[row_id]) for row_id in sharing if self._rows[row_id].type is kind]
