"""Levels of online service in a message, "mức độ 3, 4", "mức ba và bốn": they name rows and are no figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.text import Word

_LEVEL_BEFORE = {"do", "muc", "mucdo", "cap", "md", "lv", "nhom"}  # mức độ 3, cấp độ 4, nhóm 1
_LEVELS = {"3", "4", "03", "04", "2", "1"}
_LEVELS_IN_WORDS = {"ba", "bon", "tu"}  # mức độ ba và bốn
_LEVELLED = {"cung", "cac", "nhieu", "khac", "lien"}  # "liên thông cùng cấp 2": two of them
_GLUED = re.compile(r"(?:md|muc|lv)[34]")
_LISTED = {",", "/", "&", "-"}
_LEVEL_JOINERS = {"va", "voi", "hoac", "den", "hay", "lan", "cong"}


def levels_end(words: Sequence[Word], place: int) -> int:
    """The end of the levels that start here ("3, 4" after "mức độ"); `place` when none do."""
    if words[place].folded.replace(",", "") not in {*_LEVELS, *_LEVELS_IN_WORDS, "34"} or not place:
        return place
    before = words[place - 1].folded
    is_level = before in _LEVEL_BEFORE and not (before == "cap" and words[place].folded not in _LEVELS)
    is_glued = bool(_GLUED.fullmatch(before)) and words[place].gap in _LISTED  # "md3,4"
    if before == "cap" and place > 1 and words[place - 2].folded in _LEVELLED:
        return place
    if not is_glued and (
        not is_level
        or words[place].gap.strip(" .:")
        or (before == "do" and place > 1 and words[place - 2].folded not in {"muc", "cap"})
    ):
        return place
    end = place + 1
    while end < len(words):
        following = words[end + 1].folded if end + 1 < len(words) else ""
        if words[end].folded in _LEVEL_JOINERS and following in _LEVELS | _LEVELS_IN_WORDS:
            end += 2
        elif words[end].folded in _LEVELS and words[end].gap.strip() in _LISTED:
            end += 1
        elif words[end].folded in _LEVELS_IN_WORDS and words[end - 1].folded in _LEVELS_IN_WORDS:
            end += 1  # "mức độ ba, bốn"
        else:
            break
    return end
