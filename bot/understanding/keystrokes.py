"""Text typed with the input method switched off: Telex ("hoof sow") and VNI ("ho62 so7") keystrokes read as Vietnamese.

A second reading beside the plain one. A word is decoded only when what comes out is a Vietnamese syllable, and a message only
when several of its words decode: "test" alone is not "tét".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from bot.understanding.abbreviations import is_weak, readings
from bot.understanding.syllables import RHYMES, TONES, is_syllable, spell
from bot.understanding.text import has_accents

_LEAST_DECODED = 2  # words; one decoded word is more likely English ("list", "max")
_LEAST_SHARE = 3  # at least one in three words that could be syllables; typed Telex reaches one in two
_LONGEST_WORD = 12  # "nghieengfs" has 10 keys
_VNI_KEYS_PER_WORD = 4  # "d9u7o72ng": đ, two horns, a tone

_PARTS = re.compile(r"(ngh|ng|nh|gh|gi(?=[a-z0-9]*[aeiouyw])|g|kh|k|ch|c|ph|p|qu|th|tr|t|dd|d|b|h|l|m|n|r|s|v|x|)([aeiouyw].*)")
_TELEX_TONES = dict(zip("zsfrxj", TONES, strict=True))
_VNI_TONES = dict(zip("012345", TONES, strict=True))
_TELEX_TONE_KEYS = re.compile("[zsfrxj]")
_VNI_TONE_KEYS = re.compile("[0-5]")
_BARE = str.maketrans("ăâêôơư", "aaeoou")
_CIRCUMFLEX, _HORN, _BREVE = "6", "7", "8"  # the VNI keys name the marks


def _marks_of(rhyme: str) -> str:
    """The marks a rhyme needs, as VNI keys."""
    return "".join(
        key
        for key, letters in ((_CIRCUMFLEX, "âêô"), (_HORN, "ơư"), (_BREVE, "ă"))
        if any(letter in rhyme for letter in letters)
    )


_RHYMES_BY_KEYS = {(rhyme.translate(_BARE), _marks_of(rhyme)): rhyme for rhyme in RHYMES}
_PLAIN_RHYMES = {bare for bare, _ in _RHYMES_BY_KEYS}


def decode_keystrokes(text: str) -> str | None:
    """The message as it would have looked with the input method on, everything else in place.

    None when the text has accents already, or too few words decode for it to be Telex or VNI.
    """
    if has_accents(text):
        return None
    telex = _decode(text, _TELEX_WORD, decode_telex)
    vni = _decode(text, _VNI_WORD, decode_vni) if _DIGIT_IN_WORD.search(text) else (0, text)
    decoded, best = max(telex, vni, key=lambda reading: reading[0])
    return best if decoded else None


_TELEX_WORD = re.compile(r"(?<![^\W_])[A-Za-z]{2,12}(?![^\W_])")
_STROKED_LEVEL = re.compile(r"\b([a-zA-Z])dd(\d)\b")  # "mdd3": a level
_VNI_WORD = re.compile(r"(?<![^\W_])[A-Za-z][A-Za-z0-9]{1,11}(?![^\W_])")
_DIGIT_IN_WORD = re.compile(r"[A-Za-z][0-9]")


def _decode(text: str, word: re.Pattern[str], decode: Callable[[str], str | None]) -> tuple[int, str]:
    """How many words decode (0 when too few), and the text with them decoded."""
    decoded = plain = 0

    def replace(found: re.Match[str]) -> str:
        nonlocal decoded, plain
        typed = found[0]
        meant = decode(typed.lower())
        if meant is None:
            if _STROKED_CODE.match(typed) and readings(code := _STROKED_D.sub("d", typed).lower()):  # "ddk" is "đk"
                decoded += 1
                return code
            is_plain = _looks_like_a_syllable(typed.lower())
            plain += is_plain
            return typed if is_plain else _without_keys(typed)
        decoded += 1
        return meant.capitalize() if typed[0].isupper() else meant

    result = _STROKED_LEVEL.sub(r"\1đ\2", word.sub(replace, text))
    return (decoded, result) if decoded >= _LEAST_DECODED and decoded * _LEAST_SHARE >= decoded + plain else (0, text)


def _without_keys(typed: str) -> str:
    """A word with a slip in it, "ngieepj", without its keys, so that spelling can mend it; đ in an abbreviation, "ldd"."""
    if not _VOWEL.search(typed):
        word = _STROKED_D.sub("đ", typed)
        letters = word.rstrip("0123456789")  # of "hnh2" no number is left, of "dvctt4" it is
        return word if len(letters) <= _SHORTEST_CODE or readings(letters.lower()) else letters
    if typed.isalpha():
        plain = _TELEX_KEYS.sub(lambda key: key[1] or "", _HORNS.sub("", typed))
        return typed if readings(typed.lower()) else _TONE_KEY_LAST.sub("", plain)
    return re.sub(r"(?<=[A-Za-z])[0-9]+", "", typed) if _SHORT_CODE.fullmatch(typed) is None else typed


_VOWEL = re.compile("[aeiouyAEIOUY]")
_STROKED_D = re.compile("[dD]9|(?:dd|DD|Dd)(?!9)")
_STROKED_CODE = re.compile("(?:dd|DD|Dd|[dD]9)[^aeiouyAEIOUY]*$")
_TONE_KEY_LAST = re.compile("(?<=[a-zA-Z]{2})[sfrxjSFRXJ]$")  # no syllable ends so: "thnahf", "thags"
_TELEX_KEYS = re.compile(
    r"([aeod])\1|(?<=[aeiouy])[sfrxj](?![aeiouy])|(?<=[aeiouy]n)[sfrxj]|(?<=[aeiouy][mcpt])[sfrxj]|(?<=ng|nh|ch)[sfrxj]"
)
_SHORTEST_CODE = 2  # letters: "q3", "md4"
_HORNS = re.compile("(?<=[aou])w")  # not the one of "website"
_SHORT_CODE = re.compile("[A-Za-z]{1,2}[0-9]+")  # "q3", "md4"


@lru_cache(maxsize=2048)
def _looks_like_a_syllable(word: str) -> bool:
    """Whether it could be an unaccented Vietnamese syllable."""
    parts = _PARTS.fullmatch(word)
    return parts is not None and parts[2] in _PLAIN_RHYMES


@lru_cache(maxsize=2048)
def decode_telex(word: str) -> str | None:
    """A lower-case word typed in Telex as its syllable: tone key and marks anywhere after the first vowel.

    None when no key is used or no syllable comes out.
    """
    parts = _PARTS.fullmatch(word)
    if parts is None or len(word) > _LONGEST_WORD or (readings(word) and not is_weak(word)):
        return None
    onset, rest = parts.groups()
    tones = _TELEX_TONE_KEYS.findall(rest)
    if len(tones) > 1:
        return None
    if tones:
        rest = rest.replace(tones[0], "")
    used = bool(tones)
    if onset == "dd":
        onset, used = "đ", True
    elif onset == "d" and "d" in rest:
        onset, rest, used = "đ", rest.replace("d", "", 1), True
    tone = _TELEX_TONES[tones[0]] if tones else ""
    for letters, marks in _telex_marks(rest):
        rhyme = _RHYMES_BY_KEYS.get((letters, marks))
        if rhyme and (used or marks) and is_syllable(onset, rhyme, tone):
            return spell(onset, rhyme, tone)
    return None


def _telex_marks(rest: str) -> list[tuple[str, str]]:
    """Letters and marks that a rhyme typed in Telex may stand for; likelier first."""
    if rest.startswith("w"):
        rest = "u" + rest  # w alone is ư
    if "w" in rest:
        letters = rest.replace("w", "")
        return [(letters, _HORN), (letters, _BREVE)]
    for vowel in "aeo":
        if rest.count(vowel) > 1:
            first = rest.index(vowel) + 1
            return [(rest[:first] + rest[first:].replace(vowel, "", 1), _CIRCUMFLEX), (rest, "")]
    return [(rest, "")]


@lru_cache(maxsize=2048)
def decode_vni(word: str) -> str | None:
    """A lower-case word typed in VNI as its syllable; None when no key is used or no syllable comes out."""
    letters = re.sub("[0-9]", "", word)
    keys = re.sub("[^0-9]", "", word)
    parts = _PARTS.fullmatch(letters)
    if parts is None or not keys or len(keys) > _VNI_KEYS_PER_WORD or len(word) > _LONGEST_WORD:
        return None
    onset, rest = parts.groups()
    if "9" in keys:
        if onset != "d":
            return None
        onset, keys = "đ", keys.replace("9", "", 1)
    tones = _VNI_TONE_KEYS.findall(keys)
    marks = "".join(sorted(set(_VNI_TONE_KEYS.sub("", keys))))  # "u7o7" and "uo7" are both ươ
    tone = _VNI_TONES[tones[0]] if tones else ""
    rhyme = _RHYMES_BY_KEYS.get((rest, marks))
    if rhyme is None or len(tones) > 1 or not is_syllable(onset, rhyme, tone):
        return None
    return spell(onset, rhyme, tone)
