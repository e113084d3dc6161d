"""From what is said to rows of the catalogue: candidates with a score, and those that fit as well as the best one.

A row explains a saying as far as its names, or the headings above it, say the same things; what a name says beside that stays
unsaid. The best row stands alone when no other explains as much, or when it was called by its full name and no other was.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from bot.domain.catalogue import IndicatorId, RowKind, ValueType
from bot.understanding.reader import Known, Reader
from bot.understanding.request import Candidate

_AROUND = 0.85  # share of its weight that a word counts which only a heading, section or unit says
_SECTION = 0.5  # and one that only the section says
_ELSEWHERE = 0.7  # and one that only other names of the row say
_UNSAID_CONTEXT = 0.6  # what an unsaid word weighs that the rest of the message says
_OPPOSITE = 0.25  # what is left of a score when the row says the opposite of what was said
_FROM_EXPLAINED = 0.55  # of a score; the rest comes from how much of the name was said
_NAME = 0.02  # a printed name goes before an alias
_SILENT_RATE = 0.88  # "số hồ sơ đúng hạn": nothing speaks of a share
_HEADING = 0.6  # what a heading keeps of its score when it was not named outright
_NAMED_OUTRIGHT = 0.85  # share of a heading's name that must be said
_FULL = 0.9  # share of a name from which it counts as said in full ("hs tiếp nhận" for "số hồ sơ đã tiếp nhận")
_FULLY = 0.9  # share of the saying that a full name must explain to stand alone
_HALF_SAID = 0.6  # share of what another row's own name says
_AS_FULL = 0.3  # weight that a second full name may leave unsaid beyond the first
_LEAST = 0.25  # score below which a row is not worth naming
_NEARLY_AS_WELL = 0.86  # and one that only opposites tell from the best, which nobody said
_SISTERS = 0.3  # share of their labels that rows of one heading must have in common to be told apart by opposites
_TWINS = 0.5  # and rows of two headings
_BOTH_SAID = 0.6  # and of a sister whose opposite word was said as well: "trong số phải đổi thì đã đổi thực tế 3"
_AS_WELL = 0.90  # share of the best row's explanation that a rival must reach
_MORE_UNSAID = 0.85  # of the heaviest word: what a rival may leave unsaid beyond the best row
_UNPRINTED = 0.97  # a row that no form prints goes behind its twin
_PROMISING = 0.5  # share of what the most explaining row could explain: rows that could less are not looked at
_AMONG = re.compile(r"\W*[Tt]rong\b")
_SHARE = "tyle"  # said of percents
_MOST = 8
_DECIMALS = 9  # of scores that are compared: rows that differ by less than rounding fit equally
_FAMILY = 0.12  # for rows of the heading that the message is about


class Scored(NamedTuple):
    """A row with its score, the share of the saying it explains, the share of its name said, the weight left unsaid."""

    known: Known
    score: float
    explained: float
    named: float
    unsaid: float
    own: float  # share of the saying that the wording itself explains, without headings
    covered: float  # share that the wording or its headings say, what headings say not counted for less
    is_family: bool = False

    @property
    def id(self) -> IndicatorId:
        """The row's id."""
        return self.known.row.id

    def is_full(self, known: float) -> bool:
        """Whether the row was called by a full name and by nothing else; `known`: share of the saying that any row says."""
        return self.named >= _FULL and self.explained >= _FULLY * known


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates best first. `rivals`: those that fit as well as the best, the best included; more than one: to be asked."""

    candidates: tuple[Candidate, ...]
    rivals: tuple[IndicatorId, ...]
    explained: float  # share of what was said that the best row explains
    is_full: bool = False

    @property
    def best(self) -> IndicatorId | None:
        """The best row."""
        return self.candidates[0].indicator if self.candidates else None

    @property
    def score(self) -> float:
        """The best row's score."""
        return self.candidates[0].score if self.candidates else 0.0

    @property
    def is_alone(self) -> bool:
        """Whether one row fits better than all others."""
        return len(self.rivals) == 1


NOTHING = Found((), (), 0.0)


def match(
    said: Sequence[str],
    *,
    reader: Reader,
    context: Collection[str] = (),
    family: IndicatorId | None = None,
    among: Collection[IndicatorId] | None = None,
    headings: bool = True,
) -> Found:
    """Find the rows that `said` tokens mean.

    `context`: tokens of the rest of the message, a mild hint. `family`: the parent whose rows the message is about.
    `among`: only these rows. `headings` False: only indicators. The same is often asked again for the same message.
    """
    key = (tuple(said), frozenset(context), family, None if among is None else frozenset(among), headings)
    found = reader.matched.get(key)
    if found is None:
        found = _matched(said, reader, context, family, among, headings=headings)
        reader.matched.keep(key, found)
    return found


def _matched(
    said: Sequence[str],
    reader: Reader,
    context: Collection[str],
    family: IndicatorId | None,
    among: Collection[IndicatorId] | None,
    *,
    headings: bool,
) -> Found:
    weights = {name: reader.weight(name) for name in said}
    total = sum(weights.values())
    ours = sum(weight for name, weight in weights.items() if name in reader.rows_saying)
    if not any(name in reader.rows_saying and name not in reader.telling_little for name in weights):
        return NOTHING
    scored = []
    for known, kept in _promising(weights, reader, among, headings=headings):
        each = _scored(known, weights, total, kept, context)
        if family is not None and known.row.parent == family:
            each = each._replace(score=min(each.score + _FAMILY, 1.0), is_family=True)
        if each.score >= _LEAST:
            scored.append(each)
    if not scored:
        return NOTHING
    scored.sort(key=lambda each: -round(each.score, _DECIMALS))
    best = scored[0]
    rivals = _rivals(scored, weights, reader, ours / total)
    order = [*rivals, *(each.id for each in scored if each.id not in rivals)]
    scores = {each.id: each.score for each in scored}
    candidates = tuple(Candidate(row_id, round(scores[row_id], 4)) for row_id in order[:_MOST])
    return Found(candidates, tuple(rivals), best.explained, is_full=best.is_full(ours / total))


def _promising(
    said: Mapping[str, float], reader: Reader, among: Collection[IndicatorId] | None, *, headings: bool
) -> list[tuple[Known, float]]:
    """Rows that could explain at least a share of what the most explaining one could, with all that they are excluded by.

    Each with what it keeps of its score.
    """
    reach: list[tuple[float, Known]] = []
    for row_id in reader.likely(said):
        known = reader.known[row_id]
        if (among is None or row_id in among) and (headings or known.row.kind is RowKind.INDICATOR):
            most, says = 0.0, known.says
            for name, weight in said.items():
                if name in says:
                    most += weight
            reach.append((most, known))
    furthest, kept = 0.0, {}
    for most, known in sorted(reach, key=itemgetter(0), reverse=True):
        if most < furthest * _PROMISING:  # nothing keeps more than all
            break
        kept[known.row.id] = _kept(known, said, reader)
        furthest = max(furthest, most * kept[known.row.id])
    least = furthest * _PROMISING
    return [(known, kept[known.row.id]) for most, known in reach if most >= least and most * kept[known.row.id] >= least]


def _kept(known: Known, said: Mapping[str, float], reader: Reader) -> float:
    """What a row keeps of its score: little when the message says the opposite, or speaks of a share and the row does not."""
    kept = 1.0 if known.is_printed else _UNPRINTED
    if not known.excluded_by.isdisjoint(said):
        against = known.excluded_by.intersection(said)
        if any(said.keys().isdisjoint(known.core & reader.lexicon.opposites[name]) for name in against):
            kept *= _OPPOSITE
    return kept * _OPPOSITE if _SHARE in said and known.row.type is not ValueType.PERCENT else kept


def _scored(known: Known, said: Mapping[str, float], total: float, kept: float, context: Collection[str]) -> Scored:
    """The row by the wording that fits best; `kept`: what it keeps of its score."""
    nearby = {name: _nearness(name, known) * weight for name, weight in said.items() if name in known.says}
    by_all = sum(nearby.values())
    around = sum(said[name] for name in nearby if name in known.around and name not in known.section)
    best = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    is_heading = known.row.kind is not RowKind.INDICATOR
    for place, wording in enumerate(known.wordings):
        says = wording.says
        own = [name for name in nearby if name in says]
        if not own and place:  # what only the headings say fits all names alike
            continue
        outright = near = own_unsaid = 0.0
        heard = around
        for name in own:
            outright += said[name]
            near += nearby[name]
            heard += said[name] if name not in known.around else 0.0
            own_unsaid += wording.unsaid[name]
        explained = by_all + outright - near
        unsaid = wording.all_unsaid - own_unsaid
        if context:
            unsaid -= sum((1 - _UNSAID_CONTEXT) * wording.unsaid[name] for name in context if name in says and name not in own)
        named = 1 - unsaid / wording.weight
        score = explained / total * (_FROM_EXPLAINED + (1 - _FROM_EXPLAINED) * named) + (_NAME if wording.is_name else 0.0)
        if is_heading and named < _NAMED_OUTRIGHT:
            score *= _HEADING
        if _SHARE in says and _SHARE not in said:
            score, explained = score * _SILENT_RATE, explained * _SILENT_RATE
        if score > best[0]:
            best = score, explained / total, named, unsaid, outright / total, heard / total
    score, explained, named, unsaid, outright, covered = best
    keeps = min(kept * 1.02, 1.0)
    return Scored(known, min(score * kept, 1.0), explained * keeps, named, unsaid, outright, covered * keeps)


def _nearness(name: str, known: Known) -> float:
    """Share of its weight that a word counts which the wording itself does not say."""
    if name in known.section:
        return _SECTION
    return _AROUND if name in known.around else _ELSEWHERE


def _rivals(scored: Sequence[Scored], said: Collection[str], reader: Reader, known: float) -> list[IndicatorId]:
    """The rows that fit as well as the best, itself first; and the sisters that nothing said tells from one of those."""
    best = scored[0]
    rivals = {best.id: best}
    rivals |= {each.id: each for each in scored[1:] if _is_rival(best, each, said, reader, known)}
    sisters = [each for each in scored if each.id not in rivals and _could_be(best, each, _NEARLY_AS_WELL)]
    for each in sisters:
        if any(is_undecided(one.known, each.known, said, reader) for one in rivals.values() if one.id != best.id):
            rivals[each.id] = each
    return list(rivals)


def _could_be(best: Scored, other: Scored, share: float) -> bool:
    """Whether another row of the same kind explains as much."""
    one, two = best.known.row, other.known.row
    return other.explained >= best.explained * share and one.type is two.type and one.kind is two.kind


def _is_rival(best: Scored, other: Scored, said: Collection[str], reader: Reader, known: float) -> bool:
    """Whether the other row fits what was said as well as the best."""
    if _could_be(best, other, _NEARLY_AS_WELL) and is_undecided(best.known, other.known, said, reader):
        return True
    if _could_be(best, other, _BOTH_SAID) and _says_opposites(best.known, other.known, said, reader):
        return True
    if other.own >= _FULLY * known and best.own < _HALF_SAID * other.own and best.known.row.type is other.known.row.type:
        return True  # "phòng ban ở đơn vị trực thuộc": no full name that says only "trực thuộc" settles it
    if not best.is_family and _is_part_alone(best.known, said, reader) and _could_be(best, other, _NEARLY_AS_WELL):
        return True
    is_full = best.is_full(known) or (best.named >= _FULL and best.covered >= _FULLY * known)
    if is_full and (other.is_family or not best.is_family):
        as_full = other.is_full(known) and other.unsaid <= best.unsaid + _AS_FULL and other.own >= best.own * _AS_WELL
        return as_full and best.known.row.kind is other.known.row.kind
    if not _could_be(best, other, _AS_WELL):
        return False
    if best.is_family and not other.is_family:
        return other.is_full(known) and not best.is_full(known)
    return other.unsaid <= best.unsaid + _MORE_UNSAID * reader.heaviest


def _is_part_alone(known: Known, said: Collection[str], reader: Reader) -> bool:
    """Whether a row that counts among those of its heading ("Trong đơn vị … tự chủ hoàn toàn") was called without it."""
    if not _AMONG.match(known.row.label):
        return False
    return (known.heading - known.label - reader.lexicon.faint).isdisjoint(said)


def _says_opposites(one: Known, other: Known, said: Collection[str], reader: Reader) -> bool:
    """Whether of two rows of one heading each says a word that was said, and these are opposites."""
    if one.row.parent != other.row.parent:
        return False
    theirs = (other.core - one.core).intersection(said)
    return any(
        not reader.lexicon.opposites.get(name, frozenset()).isdisjoint(theirs) for name in (one.core - other.core) & set(said)
    )


def is_undecided(one: Known, other: Known, said: Collection[str], reader: Reader) -> bool:
    """Whether two rows are told apart by opposites of which none was said: "tthc liên thông" is within or between levels."""
    if not reader.twins.are_alike(one.label, other.label, _SISTERS if one.row.parent == other.row.parent else _TWINS):
        return False
    ours, theirs = one.core | one.heading, other.core | other.heading
    opposed = set()
    for name in ours - theirs - reader.lexicon.unmarked:
        against = reader.lexicon.opposites.get(name, frozenset()) & (theirs - ours - reader.lexicon.unmarked)
        if against:
            opposed |= {name, *reader.lexicon.opposites[name]}
    different = (one.own ^ other.own) - reader.lexicon.faint
    return bool(opposed) and not (opposed | different).intersection(said)
