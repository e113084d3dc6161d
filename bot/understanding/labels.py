"""How alike a printed or typed label is to the catalogue's: labels compared without accents, abbreviations written out.

The measure stands on two legs: characters in order (slips, OCR) and words weighted by how much they tell rows apart
(abbreviated, cut-off or reordered labels). A negation or opposite on one side only is never blurred.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from rapidfuzz import fuzz, process

from bot.domain.catalogue import Catalogue, IndicatorId
from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.text import Word, fold, words_of

_LONGEST = 260  # characters compared; the longest printed label has 190
_SHORTLIST = 8
_ALIAS = 0.9  # an alias says which row is meant, but is not what a form prints
_NEAR_ALIAS = 92  # per cent of characters
_CHARACTERS = 0.45  # share of the measure; the rest goes to words
_SAID = 0.65  # share of words: how much of the row is in the label, the rest how much of the label is in the row
_SLIP = 74  # per cent of characters that two words must share to be one word mistyped
_SHORT_WORD = 3  # letters; shorter words are equal or different
_MOST_SEEN = 5_000  # labels whose likeness is kept
_BARE = 0.97  # a wording without its bracket ("… (nếu có)") is as good as printed, but behind a label printed just so
_SLIP_OF_ABBREVIATION = 85  # per cent of characters: one letter of "tthc" lost or doubled
_CONTRARY = 0.72  # what is left of a likeness when one side denies the other
_DENIALS = frozenset({"chua", "khong", "ngoai", "tre"})
_OPPOSITES = frozenset(
    {"qua", "dung", "truoc", "3", "4", "kiem", "thanh", "vien", "cong", "tiep", "tra", "phat", "xu", "de", "xong"}
)
_BULLET = re.compile(r"^[\s\-–—•*+·○●▪□✓o]*(?=[^\s\-–—•*+·])")
_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{3,}")
_BRACKET = re.compile(r"\([^()]*\)")
_NUMBERING = re.compile(r"^\s*((?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)")


def split_numbering(label: str) -> tuple[str, str]:
    """A label and the number written into it: "1. Kiểm tra CCHC" → ("1", "Kiểm tra CCHC"); "" when there is none."""
    found = _NUMBERING.match(label)
    return (found[1].rstrip(".)"), label[found.end() :]) if found else ("", label)


def words_in(
    label: str, *, abbreviations: Sequence[str] = (), reading: Callable[[str], Sequence[Word]] = words_of
) -> tuple[str, ...]:
    """The folded words of a label, bullet and clear abbreviations resolved ("TTHC" → thu tuc hanh chinh).

    A word without a vowel that is hardly different from one of `abbreviations` is a slip of it ("TTHHC", "VBQPL").
    """
    words: list[str] = []
    for word in reading(_BULLET.sub("", label)[:_LONGEST]):
        folded = word.folded
        meanings = readings(folded)
        if meanings and is_weak(folded):
            meanings = ()
        if not meanings and abbreviations and _NO_VOWEL.fullmatch(folded):
            meant = process.extractOne(folded, abbreviations, scorer=fuzz.ratio, score_cutoff=_SLIP_OF_ABBREVIATION)
            meanings = readings(meant[0]) if meant else ()
        words.extend(meanings[0].split() if meanings else (folded,))
    return tuple(words)


def placed_words(line: str) -> list[tuple[str, int, int]]:
    """The folded words of a line, clear abbreviations written out, with where each begins and ends in it."""
    found: list[tuple[str, int, int]] = []
    for word in words_of(line):
        meanings = () if is_weak(word.folded) else readings(word.folded)
        found += [(part, word.start, word.end) for part in (meanings[0].split() if meanings else (word.folded,))]
    return found


@dataclass(frozen=True, slots=True)
class Likeness:
    """One row of the catalogue and how alike its label is, 0 to 1; 1 is the printed wording itself."""

    id: IndicatorId
    score: float


@dataclass(frozen=True, slots=True)
class _Wording:
    text: str
    words: Counter[str]
    ids: tuple[IndicatorId, ...]
    limit: float  # likeness of a label that is this wording to the letter


class LabelIndex:
    """The labels of a catalogue, compiled for comparing."""

    def __init__(self, catalogue: Catalogue, reading: Callable[[str], Sequence[Word]] = words_of) -> None:
        """Fold every printed wording and alias once. `reading`: `words_of`, perhaps one that remembers what it has read."""
        read = cache(partial(words_in, reading=reading))
        printed = _owners(catalogue, read, bare=False)
        bare = {words: ids for words, ids in _owners(catalogue, read, bare=True).items() if words not in printed}
        aliases: dict[tuple[str, ...], list[IndicatorId]] = {}
        for row in catalogue.rows:
            for alias in row.aliases:
                aliases.setdefault(read(alias), []).append(row.id)
        self._weights = _weights(printed)
        self._unknown_weight = max(self._weights.values(), default=1.0)
        self._wordings = [
            _Wording(" ".join(words), Counter(words), tuple(ids), limit)
            for owners, limit in ((printed, 1.0), (bare, _BARE))
            for words, ids in owners.items()
        ]
        self._texts = [wording.text for wording in self._wordings]
        self._known = frozenset(self._texts)
        self._beginnings: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted((tuple(text.split()) for text in self._texts), key=len, reverse=True):
            self._beginnings.setdefault(words[0], []).append(words)
        self._aliases = {" ".join(words): tuple(ids) for words, ids in aliases.items() if words}
        self._alias_texts = list(self._aliases)
        said = {word for row in catalogue.rows for word in fold(row.label).split()}
        self._abbreviations = sorted(
            word for word in said if _NO_VOWEL.fullmatch(word) and readings(word) and not is_weak(word)
        )
        self._seen: dict[str, tuple[Likeness, ...]] = {}

    def alike(self, label: str) -> tuple[Likeness, ...]:
        """Rows whose label resembles this one, most alike first, at most 16; () for an empty label."""
        found = self._seen.get(label)
        if found is None:
            words = words_in(label, abbreviations=self._abbreviations)
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()  # an index may live as long as the bot
            found = self._seen[label] = self._alike(words) if words else ()
        return found

    def best(self, label: str) -> float:
        """Likeness of the most alike row, 0 when there is none."""
        found = self.alike(label)
        return found[0].score if found else 0.0

    def printed_at(self, words: Sequence[str]) -> int:
        """How many of these words (as of `words_in`) are the longest printed wording that they begin with; 0: none."""
        if not words:
            return 0
        known = self._beginnings.get(words[0], ())
        return next((len(wording) for wording in known if wording == tuple(words[: len(wording)])), 0)

    def _alike(self, words: tuple[str, ...]) -> tuple[Likeness, ...]:
        text = " ".join(words)
        scores: dict[IndicatorId, float] = {}
        for wording, characters in self._shortlist(text):
            score = wording.limit if wording.text == text else min(0.96, self._measure(words, wording, characters))
            for row_id in wording.ids:
                scores[row_id] = max(score, scores.get(row_id, 0.0))
        for alias, characters, _ in process.extract(
            text, self._alias_texts, scorer=fuzz.ratio, limit=_SHORTLIST, score_cutoff=_NEAR_ALIAS
        ):
            for row_id in self._aliases[alias]:
                scores[row_id] = max(_ALIAS * characters / 100, scores.get(row_id, 0.0))
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        return tuple(Likeness(row_id, score) for row_id, score in ranked[: 2 * _SHORTLIST])

    def _shortlist(self, text: str) -> Iterable[tuple[_Wording, float]]:
        """Wordings worth measuring, with their likeness in characters (0 to 1)."""
        places = {
            place for _, _, place in process.extract(text, self._texts, scorer=fuzz.ratio, limit=_SHORTLIST, score_cutoff=45)
        }
        if text not in self._known:  # abbreviated or cut off: few characters in common, but all its words
            places |= {
                place
                for _, _, place in process.extract(
                    text, self._texts, scorer=fuzz.token_set_ratio, limit=_SHORTLIST, score_cutoff=75
                )
            }
        return [(self._wordings[place], fuzz.ratio(text, self._texts[place]) / 100) for place in sorted(places)]

    def _measure(self, words: tuple[str, ...], wording: _Wording, characters: float) -> float:
        """Likeness of a label and a wording that are not the same."""
        left = wording.words.copy()
        matched = missing = 0.0
        strange: set[str] = set()
        for word in sorted(words, key=lambda word: left[word] == 0):  # the same word before slips of it
            twin = word if left[word] > 0 else _mistyped(word, left)
            if twin:
                left[twin] -= 1
                matched += self._weight(twin)
            elif any(all(left[part] > 0 for part in meaning.split()) for meaning in readings(word)):
                matched += self._weight(word)
            else:
                strange.add(word)
                missing += self._weight(word)
        unsaid = {word for word, times in left.items() if times > 0}
        rest = sum(self._weight(word) * times for word, times in left.items() if times > 0)
        if not matched:
            return _CHARACTERS * characters
        score = _CHARACTERS * characters + (1 - _CHARACTERS) * (
            _SAID * matched / (matched + missing) + (1 - _SAID) * matched / (matched + rest)
        )
        contrary = strange & _DENIALS or (strange & _OPPOSITES and unsaid & _OPPOSITES)
        return score * _CONTRARY if contrary else score

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unknown_weight)


def _mistyped(word: str, left: Counter[str]) -> str | None:
    """The word of the wording that this one is a slip of, or None."""
    if len(word) <= _SHORT_WORD or not word.isalpha():
        return None
    choices = [other for other, times in left.items() if times > 0 and len(other) > _SHORT_WORD and other.isalpha()]
    found = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=_SLIP)
    return found[0] if found else None


def _owners(
    catalogue: Catalogue, read: Callable[[str], tuple[str, ...]], *, bare: bool
) -> dict[tuple[str, ...], list[IndicatorId]]:
    """Every printed wording as words, and whose it is; `bare`: without its brackets."""
    owners: dict[tuple[str, ...], list[IndicatorId]] = {}
    wordings = [(label, row.id) for row in catalogue.rows for label in (row.label, *row.labels)]
    wordings += [(printed.label, printed.id) for form in catalogue.forms for printed in form.rows]
    for label, row_id in wordings:
        ids = owners.setdefault(read(_BRACKET.sub(" ", label) if bare else label), [])
        if row_id not in ids:
            ids.append(row_id)
    owners.pop((), None)
    return owners


def _weights(labels: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """How much each word tells rows apart: rare words more."""
    counts: Counter[str] = Counter()
    total = 0
    for words in labels:
        total += 1
        counts.update(set(words))
    return {word: math.log(1 + total / times) for word, times in counts.items()}
