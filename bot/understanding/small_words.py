"""Slips in the small words that say what a message does: không, chưa, nhiều, khoảng, phát sinh, giải trình.

The catalogue's own words are mended by `mending`, in their surroundings; these stand anywhere, so only a word that is no
Vietnamese syllable, no abbreviation and one slip away from exactly one of them is taken for it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.understanding.reader import Reader
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold, has_accents, words_of

_WORDS = """
không chưa nhiều nhiêu nhất thấp khoảng ước giải trình nghĩa thiếu phát sinh liệu thống kê hạng sánh
biến động xu hướng danh sách trước tổng toàn phần trăm thành sửa chính đính rồi bao quý năm tháng
gửi nộp báo cáo khi nào xong thực hiện căn cứ cùng sao vi phạm trực tuyến
"""
_SPELT = {fold(word): unicodedata.normalize("NFC", word) for word in _WORDS.split()}
_SHORTEST = 3  # letters of the typed word; three-letter slips must keep their first or last letter
_LONGEST = 7
_FEWEST_FREE = 4


def with_small_words_mended(text: str, reader: Reader) -> str:
    """The text with such slips replaced; the same text when there are none."""
    accented = has_accents(text)
    parts: list[str] = []
    done = 0
    for word in words_of(text):
        if _SHORTEST <= len(word.folded) <= _LONGEST and word.folded.isalpha():
            meant = None if reader.lexicon.is_known(word.folded) else _meant(word.folded)
            if meant is not None:
                parts += [text[done : word.start], _SPELT[meant] if accented else meant]
                done = word.end
    return "".join([*parts, text[done:]]) if parts else text


@lru_cache(maxsize=4096)
def _meant(folded: str) -> str | None:
    """The one small word a slip away."""
    if folded in PLAIN_SYLLABLES or folded in _SPELT:
        return None
    near = [word for word in _SPELT if abs(len(word) - len(folded)) <= 1 and OSA.distance(word, folded, score_cutoff=1) <= 1]
    if len(folded) < _FEWEST_FREE:
        near = [word for word in near if word[0] == folded[0] or word[-1] == folded[-1]]
    swapped = [word for word in near if sorted(word) == sorted(folded)]
    found = swapped or near
    return found[0] if len(found) == 1 else None
