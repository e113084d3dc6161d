"""The catalogue compiled for understanding: what each row is called, what its words weigh, which rows go together."""

from __future__ import annotations

import gc
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from math import log
from typing import TYPE_CHECKING

from bot.domain.catalogue import Catalogue, CatalogueRow, CheckKind, IndicatorId, Measure, RowKind, ValueType
from bot.domain.formula import operands, relations
from bot.domain.period import Period
from bot.understanding.agencies import AgencyFinder
from bot.understanding.decoding import Decoder
from bot.understanding.everyday_wordings import NO_ROW, all_wordings
from bot.understanding.labels import LabelIndex
from bot.understanding.lexicon import Lexicon, is_foreign, is_unknown
from bot.understanding.likeness import Likeness, features_of
from bot.understanding.recent import Meaning, Recent
from bot.understanding.sections import section_names
from bot.understanding.taught_phrases import codes_of_agencies, names_of, taught_phrases
from bot.understanding.text import Word, words_of
from bot.understanding.thresholds import Thresholds
from bot.understanding.twins import Twins
from bot.understanding.word_classes import STANDING

if TYPE_CHECKING:
    from bot.understanding.matching import Found

_FAINT = 0.35  # share of its weight that a word keeps which is said out of politeness to the form
_UNMARKED = 0.001  # weight of a word that goes without saying
_HINT = 0.12  # and one that decides only between sisters
_UNSAID_AROUND = 0.4  # share of its weight that a word of the headings has when it stays unsaid
_FEW = 2  # rows whose aliases alone say a word that is none of the field's
_MANY = 400  # rows: a word that so many say picks none out
_BOTH = re.compile(
    r"(?:\bcả (?:về )?|\((?=(\w+ \w+ )[\w ]+ và \1)\1|dưới dạng (?=[\w ]+ và song song))(?P<one>[\w ]+?) (?:và|lẫn) "
    r"(?:song song với )?(?:\1)?(?P<other>.+)"
)
_UNDERSTOOD = 1000  # short messages whose meaning is kept (understanding.recalling): some two kilobytes each
_MATCHED = 32  # sayings whose rows are kept (`matching`), for one message
_UNKNOWN_WEIGHT = 0.55  # of the heaviest weight: a word we do not know may be the one that matters


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to call a row: what it says, and how much that weighs. `is_name`: a printed label or short name.

    `unsaid`: what each word weighs when a message leaves it out; `all_unsaid` their sum.
    """

    says: frozenset[str]
    weight: float
    is_name: bool
    unsaid: Mapping[str, float]
    all_unsaid: float


@dataclass(frozen=True, slots=True)
class Known:
    """A row as it can be recognised. `around`: what its headings, section and unit say."""

    row: CatalogueRow
    wordings: tuple[Wording, ...]
    around: frozenset[str]
    section: frozenset[str]  # what only its section says
    says: frozenset[str]  # of all its wordings, with the headings
    core: frozenset[str]  # of its printed names alone
    label: frozenset[str]  # of its official label
    heading: frozenset[str]  # of the printed names of the heading right above
    own: frozenset[str]  # of all its wordings
    excluded_by: frozenset[str]  # opposites of what it says; a saying with one of them means another row
    joined: frozenset[str]  # what its label counts together: "(cả trực tiếp và trực tuyến …)"
    is_printed: bool

    def without(self, says: Iterable[str]) -> Known:
        """The row as it would be known had nobody written the alias that says this."""
        gone = frozenset(says)
        return replace(self, wordings=tuple(each for each in self.wordings if each.is_name or each.says != gone))


@contextmanager
def _looking_for_no_rubbish() -> Iterator[None]:
    """Of a large catalogue millions of objects are made that stay: to go through them for rubbish takes a quarter as long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Reader:
    """Compiled once per catalogue. Of messages it holds only what the last short ones meant (`understanding.recalling`)."""

    @_looking_for_no_rubbish()
    def __init__(
        self,
        catalogue: Catalogue,
        thresholds: Thresholds | None = None,
        wordings: Sequence[tuple[IndicatorId, str]] | None = None,
    ) -> None:
        """Compile. `wordings`: what people say for rows, from which `likeness` learns; None: all that we have."""
        self._wordings = all_wordings() if wordings is None else wordings
        self.thresholds = thresholds or Thresholds()
        self.catalogue = catalogue
        self.understood: Recent[str, tuple[Meaning, ...]] = Recent(_UNDERSTOOD)
        self.matched: Recent[Hashable, Found] = Recent(_MATCHED)
        words = cache(words_of)  # every name is read for several uses
        self.agencies = AgencyFinder(catalogue, words)
        self.lexicon = Lexicon(words(text) for row in catalogue.rows for text in names_of(row))
        self.decoder = Decoder(
            map(words, dict.fromkeys(taught_phrases(catalogue))), self.lexicon.shorthand, codes=codes_of_agencies(catalogue)
        )
        said = {row.id: [self._says(words(text)) for text in names_of(row)] for row in catalogue.rows}
        counts: dict[str, int] = {}
        for row in catalogue.rows:
            for name in frozenset().union(*said[row.id]):
                counts[name] = counts.get(name, 0) + 1
        rows = len(catalogue.rows)
        self._weights = {
            name: log(1 + rows / count) * (_FAINT if name in self.lexicon.faint else _HINT if name in self.lexicon.hints else 1)
            for name, count in counts.items()
        }
        for name in self.lexicon.unmarked & self._weights.keys():
            self._weights[name] = _UNMARKED  # left unsaid it must not speak against a row
        lone = {name for name, count in counts.items() if count <= _FEW and is_unknown(name)}
        labelled = {name for row in catalogue.rows for says in said[row.id][: _names_printed(row)] for name in says}
        self.strays = frozenset(lone - labelled)  # said by an alias or two alone: no words of the field
        self.telling_little = self.strays | self.lexicon.hints  # they call no row by themselves
        self._weights.update(dict.fromkeys(self.strays, 1.0))
        self.heaviest = max(self._weights.values(), default=1.0)
        self.twins = Twins(
            catalogue.rows, {row.id: said[row.id][: _names_printed(row)] for row in catalogue.rows}, self.lexicon
        )
        printed = {row.id for form in catalogue.forms for row in form.rows}
        self.known: dict[IndicatorId, Known] = {}
        self.rows_saying: dict[str, list[IndicatorId]] = {}
        for row in catalogue.rows:
            known = self._known(row, said, is_printed=row.id in printed)
            self.known[row.id] = known
            for name in frozenset().union(*(wording.says for wording in known.wordings), known.around):
                self.rows_saying.setdefault(name, []).append(row.id)
        self.counted = frozenset(  # what forms count: "hồ sơ", "nhiệm vụ"
            name for row in catalogue.rows if row.type is ValueType.COUNT for name in self._says(words_of(row.unit or ""))
        )
        self.kinds = _kinds(catalogue.indicators)
        self.wholes = _parts_and_wholes(catalogue)
        self._rows_of = lru_cache(maxsize=16)(self._printed_by)
        self.labels = LabelIndex(catalogue, words)  # for pasted tables
        self.sections = section_names(catalogue)

    def weight(self, name: str) -> float:
        """How much a token tells rows apart."""
        known = self._weights.get(name)
        if known is not None:
            return known
        return self.heaviest * (_UNKNOWN_WEIGHT if is_unknown(name) and name not in self.lexicon.other_matters else 1.0)

    @cached_property
    def likeness(self) -> Likeness:
        """What messages for each row are like; compiled at the first question that no name settles."""
        named = ((row.id, text) for row in self.catalogue.indicators for text in names_of(row))
        told = (wording for wording in self._wordings if wording[0] in self.known or wording[0] == NO_ROW)
        return Likeness((row, self.features(text)) for row, text in (*named, *told))

    def features(self, text: str) -> frozenset[str]:
        """What a wording is known by."""
        words = [word.folded for word in words_of(text) if not word.is_number]
        return features_of(words, (token.name for token in self.lexicon.tokens(words)))

    def rows_for(self, periods: Iterable[Period]) -> frozenset[IndicatorId]:
        """Rows that some form prints for these periods, and rows that no form prints but some copies of it may have."""
        return self._rows_of(frozenset(self.catalogue.form_for(period).code for period in periods))

    def _printed_by(self, forms: frozenset[str]) -> frozenset[IndicatorId]:
        printed = {row.id for form in self.catalogue.forms if form.code in forms for row in form.rows}
        unprinted = (known.row for known in self.known.values() if not known.is_printed)
        at_times = {row.id for row in unprinted if forms.intersection(row.printed_at_times_in or forms)}
        return frozenset(printed | at_times)

    def likely(self, said: Iterable[str]) -> Iterable[IndicatorId]:
        """Rows that say any of these, by the words that tell most: words of very many rows bring no new ones."""
        found: dict[IndicatorId, None] = {}
        for rows in sorted((self.rows_saying.get(name, []) for name in said), key=len):
            if found and len(rows) > _MANY:
                break
            found.update(dict.fromkeys(rows))
        return found

    def _says(self, words: Sequence[Word]) -> frozenset[str]:
        names = self.lexicon.names([word.folded for word in words])
        return frozenset([name for name in names if not is_foreign(name)])

    def _known(self, row: CatalogueRow, said: dict[IndicatorId, list[frozenset[str]]], *, is_printed: bool) -> Known:
        above = list(self.catalogue.ancestors(row.id))
        near = frozenset(name for each in above if each.kind is not RowKind.SECTION for says in said[each.id] for name in says)
        near |= self._says(words_of(row.unit)) if row.unit else frozenset()
        far = frozenset(name for each in above if each.kind is RowKind.SECTION for says in said[each.id] for name in says)
        if row.measure is Measure.STOCK and not any(STANDING in says for says in said[row.id]):
            near |= {STANDING}
        names = _names_printed(row)
        wordings = [
            self._wording(says, near | far, is_name=place < names)
            for says, place in {says: place for place, says in reversed(list(enumerate(said[row.id])))}.items()
            if says
        ]
        everything = frozenset(name for wording in wordings for name in wording.says)
        return Known(
            row,
            tuple(wordings),
            around=near | far,
            section=far - near,
            says=everything | near | far,
            core=self.twins.said[row.id].core,
            label=self.twins.said[row.id].label,
            heading=self.twins.said[row.id].heading,
            own=everything,
            excluded_by=self.twins.excluding(row.id),
            joined=self._joined(row.label),
            is_printed=is_printed,
        )

    def _joined(self, label: str) -> frozenset[str]:
        """Both sides of a "cả … và …", when each is one concept."""
        found = _BOTH.search(label)
        if found is None:
            return frozenset()
        tokens = self.lexicon.tokens([word.folded for word in words_of(found["other"])])
        one, other = self._says(words_of(found["one"])), frozenset(token.name for token in tokens[:1])
        return one | other if len(one) == len(other) else frozenset()

    def _wording(self, says: frozenset[str], around: frozenset[str], *, is_name: bool) -> Wording:
        """One way to call a row whose headings say `around`."""
        names = sorted(says)  # a sum of floats depends on its order, and that of a set on the process
        unsaid = {name: self.weight(name) * (_UNSAID_AROUND if name in around else 1.0) for name in names}
        return Wording(says, sum(map(self.weight, names)), is_name, unsaid, sum(unsaid.values()))


def _names_printed(row: CatalogueRow) -> int:
    """How many of `names_of` are printed."""
    return len({row.label, row.short, *row.labels})


def _kinds(rows: Iterable[CatalogueRow]) -> list[tuple[CatalogueRow, frozenset[IndicatorId]]]:
    """One indicator of each kind that takes the same answers, and all that are of it."""
    kinds: dict[tuple[object, ...], list[CatalogueRow]] = {}
    for row in rows:
        kinds.setdefault((row.type, row.options, row.max), []).append(row)
    return [(alike[-1], frozenset(row.id for row in alike)) for alike in kinds.values()]


def _parts_and_wholes(catalogue: Catalogue) -> dict[IndicatorId, IndicatorId]:
    """Which row a row is a part of, so that 13/22 fills both.

    From rates (part / whole * 100), headings with one plan and one result, and checks (part <= whole).
    """
    found: dict[IndicatorId, IndicatorId] = {}
    for row in catalogue.rows:
        if row.formula is not None and "/" in row.formula:
            ids = operands(row.formula)
            if len(ids) == len(("part", "whole")):
                found[ids[0]] = ids[1]
    for heading in catalogue.rows:
        counts = [
            row for row in catalogue.children(heading.id) if row.type is ValueType.COUNT and row.kind is RowKind.INDICATOR
        ]
        planned = [row for row in counts if row.measure is Measure.ANNUAL]
        done = [row for row in counts if row.measure in (Measure.FLOW, Measure.CUMULATIVE)]
        if len(counts) == len(planned) + len(done) and len(planned) == len(done) == 1:
            found[done[0].id] = planned[0].id
    for check in catalogue.checks:
        if check.kind is not CheckKind.LE:
            continue
        for relation in relations(check.expression):
            left, right = operands(relation.left), operands(relation.right)
            if len(left) == len(right) == 1 and left[0] not in found and _are_close(catalogue, left[0], right[0]):
                found[left[0]] = right[0]
    return found


def _are_close(catalogue: Catalogue, part: IndicatorId, whole: IndicatorId) -> bool:
    """Whether both hang under one heading: people then say one as a share of the other."""
    one, other = catalogue.row(part), catalogue.row(whole)
    return one.kind is other.kind is RowKind.INDICATOR and (one.parent in (other.parent, other.id))
