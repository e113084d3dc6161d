"""Vietnamese syllables: every onset with every rhyme that spelling allows, and the six tones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu ynh ych yt
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyt uyu
ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
"""
ONSETS = (*_ONSETS.split(), "")
RHYMES = tuple(_RHYMES.split())
TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")  # level, sắc, huyền, hỏi, ngã, nặng

_FRONT = "eêiy"
_ONLY_BEFORE_FRONT = {"k", "gh", "ngh"}
_NEVER_BEFORE_FRONT = {"c", "g", "ng"}
_AFTER_G = {"i", "in"}  # gì, gìn; giếng and giết are gi with êng and êt
_AFTER_QU = {"ynh", "ych", "yt", "yên", "yêt", "ôc", "i", "it"}
_ONLY_AFTER_QU = {"ynh", "ych", "yt"}
_ONLY_ALONE_OR_AFTER_QU = {"yên", "yêt"}
_ONLY_ALONE = {"yêm", "yêng", "yêu"}
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = {"\u0301", "\u0323"}


def is_syllable(onset: str, rhyme: str, tone: str) -> bool:
    """Whether Vietnamese spelling allows it; loose about rare words, strict about what no word has."""
    if rhyme.endswith(_STOPS) and tone not in _STOP_TONES:
        return False
    if onset == "qu":
        return rhyme in _AFTER_QU or rhyme[0] in "aăâeêyơ"
    if rhyme in _ONLY_AFTER_QU or (onset and rhyme in _ONLY_ALONE | _ONLY_ALONE_OR_AFTER_QU):
        return False
    if onset in _ONLY_BEFORE_FRONT:
        return rhyme[0] in _FRONT
    if onset == "gi":
        return rhyme[0] not in "iy"
    if onset == "g" and rhyme in _AFTER_G:
        return True
    return onset not in _NEVER_BEFORE_FRONT or rhyme[0] not in _FRONT


@cache
def tone_place(rhyme: str) -> int:
    """Index of the rhyme's letter that carries the tone mark."""
    marked = [place for place, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    if marked:
        return marked[-1]
    vowels = len(rhyme) - len(rhyme.lstrip("aeiouy"))
    if vowels == 1 or vowels == len(rhyme) == 2:  # noqa: PLR2004  an open pair: òa, ía, ủy
        return 0
    return 1


def spell(onset: str, rhyme: str, tone: str) -> str:
    """Written with its accents, composed (NFC)."""
    place = tone_place(rhyme)
    return unicodedata.normalize("NFC", onset + rhyme[: place + 1] + tone + rhyme[place + 1 :])


def all_syllables() -> Iterator[tuple[str, str, str]]:
    """Every (onset, rhyme, tone) that spelling allows."""
    for onset in ONSETS:
        for rhyme in RHYMES:
            for tone in TONES:
                if is_syllable(onset, rhyme, tone):
                    yield onset, rhyme, tone


SYLLABLES = frozenset(spell(*each) for each in all_syllables())  # as correctly written, accents and all
PLAIN_SYLLABLES = frozenset(  # without accents, d for đ: what a correctly typed word of Vietnamese folds to
    (onset + rhyme).translate(str.maketrans("đăâêôơư", "daaeoou"))
    for onset in ONSETS
    for rhyme in RHYMES
    if is_syllable(onset, rhyme, TONES[1])
)
