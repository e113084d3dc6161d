"""From what is said to rows of the catalogue: candidates with a score, and whether the best one stands alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.catalogue import IndicatorId, RowKind
from bot.understanding.reader import Known, Reader, Wording
from bot.understanding.request import Candidate

_AROUND = 0.85  # share of its weight that a word counts which only a heading, section or unit says
_OPPOSITE = 0.25  # what is left of a score when the row says the opposite of what was said
_NAME = 0.02  # a printed name goes before an alias
_HEADING = 0.6  # what a heading keeps of its score when it was not named outright
_NAMED_OUTRIGHT = 0.85  # share of a heading's name that must be said
_LEAST = 0.3  # score below which a row is not worth naming
_TIE = 0.06  # score within which two rows fit equally
_RIVAL = 0.55  # share of the best score that a rival by opposites must have
_AS_WELL = 0.03  # share of what was said that a rival may leave unexplained beside the best row
_UNPRINTED = 0.985  # a row that no form prints goes behind its twin
_MOST = 8
_SIBLING = 0.12  # bonus for the family that the message is about
_CONTEXT = 0.25  # weight that words of another part of the message have


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with its score 0 to 1, the share of the saying it explains, and what its best wording says beside it."""

    id: IndicatorId
    score: float
    explained: float
    unsaid: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates best first. `rivals`: those that fit as well as the best, the best included; more than one: to be asked."""

    candidates: tuple[Candidate, ...]
    rivals: tuple[IndicatorId, ...]
    explained: float  # share of what was said that the best row explains

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
) -> Found:
    """Find the rows that `said` tokens mean.

    `context`: tokens of the rest of the message, a mild hint. `family`: the parent whose rows the message is about.
    `among`: only these rows.
    """
    names = dict.fromkeys(said)
    total = sum(reader.weight(name) for name in names)
    if not total:
        return NOTHING
    touched = dict.fromkeys(row_id for name in names for row_id in reader.rows_saying.get(name, ()))
    scored = []
    for row_id in touched:
        if among is not None and row_id not in among:
            continue
        each = _scored(reader.known[row_id], names, total, reader, context)
        if family is not None and reader.known[row_id].row.parent == family:
            each = Scored(each.id, min(each.score + _SIBLING, 1.0), each.explained, each.unsaid)
        if each.score >= _LEAST:
            scored.append(each)
    if not scored:
        return NOTHING
    scored.sort(key=lambda each: -each.score)
    best = scored[0]
    rivals = [best.id, *(each.id for each in scored[1:] if _is_rival(best, each, names, reader))]
    order = [*rivals, *(each.id for each in scored if each.id not in rivals)]
    scores = {each.id: each.score for each in scored}
    candidates = tuple(Candidate(row_id, round(scores[row_id], 4)) for row_id in order[:_MOST])
    return Found(candidates, tuple(rivals), best.explained)


def _scored(known: Known, said: Mapping[str, None], total: float, reader: Reader, context: Collection[str]) -> Scored:
    best = Scored(known.row.id, 0.0, 0.0, frozenset())
    for wording in known.wordings:
        own = wording.says.intersection(said)
        explained = sum(reader.weight(name) for name in own)
        explained += _AROUND * sum(reader.weight(name) for name in said if name in known.around and name not in own)
        covered = _covered(wording, own, known, reader, context)
        share = explained / total
        score = share * (0.55 + 0.45 * covered) + (_NAME if wording.is_name else 0.0)
        if known.row.kind is not RowKind.INDICATOR and covered < _NAMED_OUTRIGHT:
            score *= _HEADING
        if score > best.score:
            best = Scored(known.row.id, score, share, wording.says - own)
    score = best.score * (1.0 if known.is_printed else _UNPRINTED)
    if _says_the_opposite(known, said, reader):
        score *= _OPPOSITE
    return Scored(known.row.id, min(score, 1.0), best.explained, best.unsaid)


def _covered(wording: Wording, own: Collection[str], known: Known, reader: Reader, context: Collection[str]) -> float:
    """Share of a wording that was said; what the headings say too, or the rest of the message, is asked for less."""
    reached = wanted = 0.0
    for name in wording.says:
        weight = reader.weight(name)
        if name in own:
            reached += weight
            wanted += weight
        else:
            hint = name in context
            wanted += weight * (0.4 if name in known.around else 1.0)
            reached += weight * _CONTEXT if hint else 0.0
    return min(reached / wanted, 1.0) if wanted else 0.0


def _says_the_opposite(known: Known, said: Mapping[str, None], reader: Reader) -> bool:
    for name in said:
        others = reader.lexicon.opposites.get(name)
        if not others:
            continue
        if name not in known.says and others & known.says:
            return True
        if name not in known.core and others & known.core and not others & said.keys():
            return True
    return False


def _is_rival(best: Scored, other: Scored, said: Mapping[str, None], reader: Reader) -> bool:
    """Whether the other row fits what was said as well: by score, or because only a word that was not said decides."""
    if other.explained < best.explained - _AS_WELL:
        return False
    if other.score >= best.score - _TIE and (best.unsaid or not other.unsaid):
        return True
    if other.score < best.score * _RIVAL:
        return False
    ours, theirs = reader.known[best.id], reader.known[other.id]
    if ours.row.type is not theirs.row.type or ours.row.kind is not theirs.row.kind:
        return False
    missing = ours.label - said.keys()
    opposed = {name for own in missing for name in reader.lexicon.opposites.get(own, frozenset())}
    return bool(opposed & (theirs.label - said.keys()))
