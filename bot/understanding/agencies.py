"""Agencies named in a message: "Sở Công Thương", "sct", "sở 4T", "BQL các KCN", "nội vụ với tư pháp", "toàn tỉnh".

Names, short codes and aliases come from the catalogue. "sở" may be left out where the rest is an agency's alone; words that
the indicators use too (tài chính, xây dựng, kế hoạch, thông tin, lao động) name an agency only behind "sở" or in a list of
agencies. Confidence: 1 said outright (code, or "sở" and name), less for names with a slip or without "sở".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, Catalogue
from bot.understanding import agency_surroundings as around
from bot.understanding.abbreviations import readings
from bot.understanding.agency_names import Name, clipped_among, moved_names, written_names
from bot.understanding.agency_words import (
    ALL_PHRASES,
    BASES,
    EVERYDAY_CODES,
    NOT_AFTER,
    NOT_ALL_BEFORE,
    OUTRIGHT,
    OWNING,
    WITHIN,
)
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import Mention, Word, has_accents, words_of

_SURE, _LONG_BARE, _SLIP, _BARE, _DOUBTFUL = 1.0, 0.9, 0.85, 0.7, 0.6
_LEAST_WORDS_FOR_SLIP = 3  # "so tu phap": with fewer words a slip may be another name
_LEAST_CODE_FOR_SLIP = 5  # letters: "sldtbxh"
_LONG_NAME = 3  # words: "tài nguyên môi trường" is nobody else's even without "sở"
_LONGEST, _SHORTEST_CODE = 12, 3  # words of a name, letters of a code
_LEAST_GLUED, _SHORT_WORD = 5, 2  # letters: "ca" and "tinh" make six; "so" is one slip from "do" and "co"
_VOWELS = set("aeiouy")
_NEW = {"mới", "mơi"}


class AgencyFinder:
    """Finds agencies; compiled once per catalogue, holds nothing of a message."""

    def __init__(self, catalogue: Catalogue, reading: Callable[[str], Sequence[Word]] = words_of) -> None:
        """Index the names of all agencies. `reading`: `words_of`, perhaps one that remembers what it has read."""
        self._catalogue = catalogue
        self._names: dict[str, set[AgencyCode]] = {}  # written together: "socongthuong"
        self._cores: dict[str, set[AgencyCode]] = {}  # without "so": named so only after another agency
        self._pairs: set[tuple[str, str]] = set()  # words side by side in a name
        self._slips: dict[tuple[str | None, ...], list[tuple[str, AgencyCode]]] = {}  # one word left out: what it was, whose
        for agency in catalogue.agencies:
            for name in written_names(agency):
                self._learn(name, agency.code)
                self._learn_slips(name, agency.code)
        for agency in catalogue.agencies:
            for name in moved_names(agency):
                if "".join(name) not in self._names:
                    self._learn(name, agency.code)
        self._names = {**clipped_among(catalogue.agencies), **self._names}  # a full name goes before a clipped one
        for phrase in ALL_PHRASES:
            self._pairs.update(pairwise(phrase.split()))
            self._names.setdefault(phrase.replace(" ", ""), set()).add(ALL_AGENCIES)
        self._starts = {name[:length] for name in (*self._names, *self._cores) for length in range(1, len(name) + 1)}
        codes = {agency.code.lower() for agency in catalogue.agencies}
        self._codes = [name for name in self._names if name in codes or not set(name) & _VOWELS]
        self._code_names = {name for name in self._codes if len(name) >= _SHORTEST_CODE and not readings(name)}
        self._vocabulary = {word for pattern in self._slips for word in pattern if word}
        self._label_runs = around.label_runs(catalogue, reading)

    def knows(self, written: str) -> bool:
        """Whether a word alone is the name of an agency, wherever it stands."""
        return written in self._names

    def find(self, words: Sequence[Word], *, today: date) -> tuple[Mention[AgencyCode], ...]:
        """Agencies in text order, each mention once; (ALL_AGENCIES) for the whole province."""
        accented = has_accents(" ".join([word.text for word in words]))
        words = [self._unglued(word) if len(word.folded) >= _LEAST_GLUED else word for word in words]
        known = [word.folded in self._vocabulary for word in words]
        found: list[Mention[AgencyCode]] = []
        done = 0
        for place, word in enumerate(words):
            if place < done or not (word.folded in self._starts or self._may_have_slip(word.folded, known, place)):
                continue
            after_agency = bool(found) and around.is_joined(words, found[-1].last, place)
            mention = self._at(words, place, today, accented=accented, after_agency=after_agency)
            if mention is not None and not around.is_in_document_number(words, mention):
                found.append(mention)
                done = mention.last
        return tuple(found)

    def _unglued(self, word: Word) -> Word:
        """A word that swallowed its neighbour, as the part that names an agency: "tusphap" tuphap, "cuassct" sct, "sxdquy" sxd.

        The letter between the two may have been hit for the space. The whole word stays the mention.
        """
        typed = word.folded
        if typed in PLAIN_SYLLABLES or typed in self._starts or typed[0].isdigit() or readings(typed):
            return word
        for place in range(2, len(typed) - 1):
            left, right = typed[:place], typed[place:]
            for part in (right, right[1:]):
                if (left, part) in self._pairs:
                    return word._replace(folded=left + part)
                if part in self._code_names and left in PLAIN_SYLLABLES:
                    return word._replace(folded=part)
                if left in self._code_names and part in PLAIN_SYLLABLES:
                    return word._replace(folded=left)
        return word

    def _may_have_slip(self, word: str, known: Sequence[bool], place: int) -> bool:
        """Whether a look at mistyped names is worth its time: most words around are words of names, or it is no word."""
        if sum(known[place : place + _LEAST_WORDS_FOR_SLIP]) >= _LEAST_WORDS_FOR_SLIP - 1:
            return True
        return len(word) >= _SHORTEST_CODE and word not in PLAIN_SYLLABLES and not word[0].isdigit()

    def _learn(self, name: Name, code: AgencyCode) -> None:
        """Index one name."""
        self._names.setdefault("".join(name), set()).add(code)
        if name[0] == "so" and len(name) > 1:
            self._cores.setdefault("".join(name[1:]), set()).add(code)
        self._pairs.update(pairwise(name))

    def _learn_slips(self, name: Name, code: AgencyCode) -> None:
        """Index one name with each of its words left out."""
        if len(name) >= _LEAST_WORDS_FOR_SLIP:
            for place, word in enumerate(name):
                pattern = (*name[:place], None, *name[place + 1 :])
                self._slips.setdefault(pattern, []).append((word, code))

    def _at(
        self, words: Sequence[Word], first: int, today: date, *, accented: bool, after_agency: bool
    ) -> Mention[AgencyCode] | None:
        """The longest agency that starts at a word."""
        best: Mention[AgencyCode] | None = None
        refused = False
        for last, written in self._windows(words, first):
            codes = self._names.get(written)
            refused = refused or codes is not None
            confidence = self._confidence(words, first, last, accented=accented) if codes else 0.0
            if (after_agency or around.is_owner(words, first, last)) and confidence < _LONG_BARE and written in self._cores:
                codes, confidence = self._cores[written], _LONG_BARE
            if codes and confidence > 0:
                best = Mention(self._valid(codes, today), first, last, confidence)
        return best if best or refused else self._with_slip(words, first, today)

    def _windows(self, words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
        """Word ranges from `first` that may be a name, as (last, letters written together)."""
        if words[first].is_number or words[first].folded == "va":
            return
        written = ""
        for last in range(first, min(len(words), first + _LONGEST)):
            word = words[last]
            if last > first and around.is_broken(word.gap):
                return
            if last > first and word.folded in WITHIN and written != "so":
                continue
            written += word.folded
            if written not in self._starts:
                return
            yield last + 1, written

    def _confidence(self, words: Sequence[Word], first: int, last: int, *, accented: bool) -> float:
        """How surely an exact name is an agency here; 0 when it belongs to something else."""
        folded = [word.folded for word in words[first:last] if word.folded not in WITHIN]
        before = words[first - 1].folded if first else ""
        after = words[last].folded if last < len(words) else ""
        if (around.is_recipient(words, first) or after == "oi") and self._is_coordinator("".join(folded)):
            return 0.0
        if folded[0] == "so" and len(folded) > 1:
            return self._confidence_behind_so(words, first, folded, after, accented=accented)
        if self._names.get("".join(folded)) == {ALL_AGENCIES}:
            return _SURE if self._is_of_province(words, first, last) else 0.0
        if any(tuple(folded[: len(prefix)]) == prefix for prefix in OUTRIGHT) and len(folded) > 1:
            return _SURE
        if all(not set(word) & _VOWELS for word in folded):  # a code, perhaps in parts: "sct", "kh&cn"
            everyday = any(readings(word) or word in EVERYDAY_CODES for word in ("".join(folded), *folded))
            linked = any(not word.gap.isspace() for word in words[first + 1 : last]) or (before in OWNING and last > first + 1)
            return _DOUBTFUL if everyday and not linked else _SURE
        if len(folded) == 1:
            return 0.0 if folded[0] in PLAIN_SYLLABLES else _BARE
        if before == "so" and not (first > 1 and words[first - 2].folded == "ho"):  # "cơ sở y tế", but "hồ sơ y tế"
            return 0.0
        if before in NOT_AFTER:
            return 0.0
        if len(folded) >= _LONG_NAME:
            return _LONG_BARE
        is_of_label = (before, *folded[:2]) in self._label_runs or (*folded[-2:], after) in self._label_runs
        return 0.0 if is_of_label else _BARE

    def _confidence_behind_so(
        self, words: Sequence[Word], first: int, folded: list[str], after: str, *, accented: bool
    ) -> float:
        """The same for "so …", which without accents may be "số …", "so (với) …" or the end of "cơ sở"."""
        typed = words[first].text.lower()
        own = " ".join([word.text for word in words[first : first + len(folded)]])
        accented = accented and (len(folded) <= len(("so", "code")) or has_accents(own))  # "…, so ke hoach quý 1" typed so
        before = words[first - 1] if first else None
        core = folded[1:]
        if before and before.folded in BASES and (not accented or typed != "sở" or before.text.lower() in {"cơ", "trụ"}):
            return 0.0
        plain = typed in {"so", "số"}
        if len(core) == 1 and readings(core[0]) and plain:  # "so nv": số nhiệm vụ more often than Sở Nội vụ
            listed = before is not None and (before.folded in OWNING or "," in words[first].gap) and not after.isdigit()
            if not accented and around.is_body(words, first, first + len(folded)):
                return _BARE
            return _DOUBTFUL if not accented and (listed or words[first + 1].text.isupper()) else 0.0
        if not plain or len(core) >= _LONG_NAME:
            return _SURE
        shared = len(core) > 1 and tuple(core) in self._label_runs  # "so ke hoach", "so lao dong"
        if shared and (accented or (*core[-2:], after) in self._label_runs):
            return 0.0
        return _LONG_BARE if shared or accented else _SURE

    def _is_of_province(self, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether "các đơn vị" are all agencies: not "các đơn vị trực thuộc", nor "(công bố) mới Sở Y tế" read as "mọi sở"."""
        behind = [word.folded for word in words[last : last + 2]]
        if around.are_parts(words, last) or (behind and behind[0] in OWNING and self._is_name_of_one(words, last + 1)):
            return False
        if NOT_ALL_BEFORE & set(behind[:1]) or any(word.startswith(("truc", "thuoc")) for word in behind):
            return False
        if words[first].text.lower() in _NEW:
            return False
        names = (written for end, written in self._windows(words, last - 1) if end > last and written in self._names)
        return words[last - 1].folded != "so" or all(self._names[name] == {ALL_AGENCIES} for name in names)

    def _is_name_of_one(self, words: Sequence[Word], first: int) -> bool:
        """Whether the name of one agency starts here."""
        others = (self._names.get(written, {ALL_AGENCIES}) for _, written in self._windows(words, first))
        return first < len(words) and any(codes != {ALL_AGENCIES} for codes in others)

    def _is_coordinator(self, written: str) -> bool:
        """Whether the name is of the agency that collects the reports, to which everything is sent."""
        return any(code != ALL_AGENCIES and self._catalogue.agency(code).coordinator for code in self._names.get(written, ()))

    def _with_slip(self, words: Sequence[Word], first: int, today: date) -> Mention[AgencyCode] | None:
        """A name of several words with one slip in one of them, or a long code with one slip."""
        code = self._code_with_slip(words[first].folded)
        if code:
            return Mention(code, first, first + 1, _SLIP if len(words[first].folded) >= _LEAST_CODE_FOR_SLIP else _DOUBTFUL)
        strangers = 0
        folded: list[str] = []
        best: Mention[AgencyCode] | None = None
        for last in range(first, min(len(words), first + _LONGEST)):
            word = words[last].folded
            if last > first and around.is_broken(words[last].gap):
                break
            if word == "va":
                continue
            folded.append(word)
            strangers += word not in self._vocabulary
            if strangers > 1:
                break
            if len(folded) >= _LEAST_WORDS_FOR_SLIP:
                codes = set(self._one_slip(folded, is_outright=words[first].text.lower() == "sở"))
                if len(codes) == 1:
                    best = Mention(self._valid(codes, today), first, last + 1, _SLIP)
        return best

    def _code_with_slip(self, typed: str) -> AgencyCode | None:
        """The agency of a code with one slip: any in a long code, in a short one only a doubled letter or two swapped."""
        if len(typed) < _SHORTEST_CODE or typed in PLAIN_SYLLABLES or readings(typed):
            return None
        near = [name for name in self._codes if OSA.distance(name, typed, score_cutoff=1) <= 1]
        near = [
            name
            for name in near
            if len(name) >= _LEAST_CODE_FOR_SLIP
            or len(typed) > len(name) >= _SHORTEST_CODE  # a letter too many: "asxd"
            or (len(name) >= _SHORTEST_CODE and sorted(name) == sorted(typed))  # two swapped
        ]
        codes = {code for name in near for code in self._names[name]}
        return codes.pop() if len(codes) == 1 else None

    def is_guessed_code(self, typed: str, meant: str, *, is_before_period: bool = False) -> bool:
        """Whether a short code was made of letters that could be another agency's, or nobody's: "sgt"; "mnv 2022" is SNV."""
        if meant not in self._code_names or len(meant) >= _LEAST_CODE_FOR_SLIP or self._code_with_slip(typed):
            return False
        near = (self._names[name] for name in self._codes if OSA.distance(name, typed, score_cutoff=1) <= 1)
        return len(set().union(*near)) > 1 or (typed[0] != meant[0] and not is_before_period)

    def _one_slip(self, folded: list[str], *, is_outright: bool) -> Iterator[AgencyCode]:
        """Agencies whose name differs in one word by one slip."""
        for place, typed in enumerate(folded):
            for meant, code in self._slips.get((*folded[:place], None, *folded[place + 1 :]), ()):
                unlikely_word = typed not in PLAIN_SYLLABLES and not readings(typed)
                behind_so = place > 0 and folded[0] == "so" and (is_outright or typed[0] == meant[0])  # "sở y tre", "sở nội ụ"
                if (place == 0 or len(meant) <= _SHORT_WORD) and not unlikely_word and not behind_so:  # "(phổ) biến giáo dục"
                    continue
                if place == 0 and len(typed) == 1 and meant != "so":  # "(n)v ubnd tỉnh" is no "vp ubnd tỉnh"
                    continue
                if OSA.distance(typed, meant, score_cutoff=1) <= 1:
                    yield code

    def _valid(self, codes: set[AgencyCode], today: date) -> AgencyCode:
        """Of agencies that share a name, the one that exists today; else the first by code."""
        valid = (code for code in sorted(codes) if code == ALL_AGENCIES or self._catalogue.agency(code).is_valid_on(today))
        return next(valid, min(codes))
