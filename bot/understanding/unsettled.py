"""Figures that are not so, or not yet: plans, conditions, hearsay, what is taken back, differences. They are asked about.

Patterns read folded text. A row that counts what is planned ("phải đào tạo", "kế hoạch đề ra") is called by words of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from bot.understanding.abbreviations import readings
from bot.understanding.lexicon import is_unknown
from bot.understanding.line_patterns import Line, LinePattern
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.spelling import SpellingIndex
from bot.understanding.syllables import PLAIN_SYLLABLES
from bot.understanding.text import fold, words_of

_UNSETTLED = LinePattern(
    r"\b(?:phan (?:dau|au|du|da|dua|dayu)|du dinh|giai su|gia su|vi du|chac la|chang le)\b"
    r"|\bdu kien (?!\d|khoang|la \d)|\d %? ?du kien$"
    r"|\bneu (?:[a-z]+ ){1,8}(?:thi|ghi|nhap|dien)\b|\bthi (?:ghi|nhap|bao|dien|de) (?:gi|sau|\d|0|1)"
    r"|\b(?:em |anh |chi |minh )?se (?:gui|co|tinh|kiem|ban|nop|lam|to chuc|dao|mo|trinh)\b"
    r"|^(?:(?:em|anh|chi|xin|a|oi) )*(?:dung|khoan|khoi) (?:nhap|ghi|luu|bao|dien)\b|\bkhoan nhap\b"
    r"|\bco nen (?:ghi|nhap|bao)\b|\blo nhap\b|\bkhong dung(?! (?:quy|han|tien|thoi|thu|trinh))\b|\bkhong phai la khong\b"
    r"|\b(?:chua|khong) (?:du|duoc|toi|den|dat)(?: toi| den| duoc)? \d|\b(?:dau phai|dau co) \d"
    r"|\bkhong (?:ai|the) noi\b|\bkhong chi co\b|\bkhong duoc khong\b|\bchua chac\b"
    r"|\b(?:nhieu|it|cao|thap|kem) hon (?:cung ky|quy|ky|nam|dot) (?:truoc |nay |ngoai )?\d"
    r"|\bcung ky(?: nam)?(?: (?:truoc|ngoai|roi|20\d\d))?(?: [a-z]+){0,6} \d"
    r"|\b(?:ke|gom|bao gom) ca\b(?!.*\bchua\b)"
    r"|\b(?:tinh|cong|dem) (?:ca|luon|luon ca|ca luon) \d|\bky truoc (?:chuyen|ton|mang)\b|\bva \d+ (?:[a-z]+ )?ky truoc\b"
    r"|\b(?:co|moi co) (?:du thao|dang ky|ke hoach se)\b|\b(?:gan|sap) xong\b"
    r"|\bkhong (?:ro|nho|biet ro|nho ro)\b"  # behind "kiểm soát TTHC:" it is no "không"
    r"|\b(?:khong|chua) hay (?:la )?(?:con|van|cu|de|lai|dang|moi|bo)\b"  # which of the two is asked
)
_GOING_ON = LinePattern(
    r"\b(?:con|dang|van) (?:\d+ )?(?:[a-z]+ )?(?:dang )?(?:xu ly|giai quyet|khac phuc|xem xet|cho xu ly|soan)(?! xong)\b"
    r"|\b\d+ (?:[a-z]+ ){0,2}dang (?:xu ly|giai quyet|khac phuc|xem xet)\b"
    r"|\b(?:dang|con) (?:trinh (?:sep|lanh dao|giam doc)|doi chieu|kiem lai|ra lai|dem lai|xac minh)\b"
    r"|\b(?:cho|doi) (?:chot|xac nhan|doi chieu)\b"
)
_ON_CONDITION = LinePattern(
    r"\bneu (?:duoc|ma|kip|xong|duyet|ky|sep|lanh dao|cap tren|khong|chua|suon|thuan|nhu|tinh|hop)\b"
    r"|\b(?:lo|nho|gia ma|mien la|voi dieu kien|tuy vao|phu thuoc vao) (?!nhap|an|vi|le)[a-z]+ (?:[a-z]+ ){0,6}thi\b"
)
_NOT_SURE = LinePattern(
    r"\bchac (?:tam|khoang|chung|cung|phai|duoc|toi|gan|hon|vay|the|\d)|\bchac co (?:\d|khoang|tam)"
    r"|\bco le\b|\btoan trinh\b|\btot\b(?!.*\bkhong\b).*\bvi pham\b"
    r"|\b(?:hinh nhu|nghe (?:noi|dau|bao|don|phong)) (?:[a-z]+ ){0,4}\d(?!.*\b(?:ghi|nhap|dien)\b)"
    r"|\bdau (?:do|chung|khoang|tam) (?:khoang |tam )?\d"
    r"|\bang chung\b|\buoc chung\b|\bdoan (?:la|khoang|chung|mo|dai|dau)\b|\btuong (?:la |dau )?\d|\bkhong chac\b"
    r"|\b(?:khong|chua) (?:nho|biet|ro)(?: ro| chinh xac)?(?: la)? \d|\btoi da \d|\btoi thieu \d"
)
_MEANT_TO_BE = LinePattern(
    r"(?<!quyet )(?<!quy )(?<!tham )(?<!nghi )(?<!chi )(?<!xac )(?<!nhat )(?<!giam )(?<!an )(?<!binh )(?<!hoach )(?<!kiem )"
    r"\bdinh (?:lam|mo|to chuc|ban hanh|ra|dang|gui|kiem tra|se|tuyen|lay|bo nhiem|dao tao|cu|xin|trinh|cat|giam|them) "
    r"|\bxin (?:chi tieu|bien che|them|giao|bo sung|tuyen|tang|duoc giao) (?:[a-z]+ ){0,3}\d|\bxin \d|\bdu (?:tinh|tru) "
    r"|\b(?:le|dang|dung) ra\b|\bdang (?:le|ly)\b|\bsuyt\b|\bdoi (?:toi |den )?\d+ (?:[a-z]+ ){0,2}(?:ma|nhung|chi|moi)\b"
    r"|\bse (?:ra|ban hanh|dang|tuyen|cat|giam|dua|ky|duyet|xu ly|tra|duoc|bo nhiem|cap|lay|ket noi|tich hop|mua) "
    r"|\b(?:chuan bi|sap sua|muon|mong|can|uoc gi) (?:co|duoc|lam|ra|mo|them)? ?\d"
    r"|\b(?:cho|doi|dang cho|con cho|con trinh|cho trinh) (?:ky|duyet|phe duyet|phat hanh|dong dau|tham dinh|ban hanh)\b"
)
_RECKONED = LinePattern(
    r"\b\d+ (?:[a-z]+ )?(?:nhan|chia|gap|(?:chua |khong )?tru)(?: di| ra| bot)? \d"
    r"|\b(?:lan|dot|hom) truoc (?:[a-z]+ ){0,3}\d|\bhom (?:qua|kia) (?:[a-z]+ ){0,2}\d"
    r"|(?<!khong )\bphai (?:ban hanh|co|dat|nop|dang|kiem tra|to chuc|mo) (?:[a-z]+ ){0,2}\d"
)
_AS_TYPED = re.compile(r"(?<![-=–—])[<>≥≤]\s?\d|\d\+(?!\s?\d)|\bhả\b")  # ">500", "500+", "12 hả"
_ONLY_NUMBER_WAITS = LinePattern(
    r"^[^0-9]*\b\d+ (?:[a-z]+ ){0,2}(?:chua|khong) (?:ky|ban hanh|phat hanh|duyet|duoc ky|duoc duyet)\b[^0-9]*$"
)
_TAKEN_BACK = LinePattern(
    r"\b(?:dung|khoan|khoi|khong) (?:co )?(?:ghi|nhap|luu|dien)(?: vo| vao)? \d"
    r"|\b(?:thoi|ma) (?:dung|khoan|khoi) (?:ghi|nhap|luu)\b"
    r"|\b(?:lam gi|lay dau|dau|o dau) (?:co|ra) \d|\b(?:dau co|co dau|dau ra) \d"
)
_CHANGED_SINCE = LinePattern(
    r"\btruoc (?:day |kia |do |la |thi )?(?:[a-z]+ ){1,5}(?:gio|hien)(?: (?:thi|la|nay|tai|chuyen|doi|sang))* [a-z]+"
    r"|\b(?:hoi truoc|hoi dau|ngay truoc|truoc kia|truoc day) [a-z ]{2,40}\b(?:gio|nay)\b|\bcu \d+ (?:[a-z]+ ){0,3}moi \d"
)
_OF_EACH = LinePattern(
    r"\b(?:tung|binh quan|trung binh) (?:thang|tuan|ngay|phong|don vi|nguoi|xa|huyen|bo phan|vien chuc|cong chuc)\b"
    r"|\b(?:mot|moi) (?:thang|tuan|ngay)\b|\bmoi (?:chi cuc|trung tam|don vi|so|huyen|xa) (?:[a-z]+ ){0,2}\d"
    r"|\b\d+ (?:[a-z]+ )?(?:mot|moi) (?:phong|don vi|nguoi)\b"
    r"|\b(?:thang|tuan|ngay) (?:nay|qua|roi) (?:[a-z]+ ){0,3}\d"
    r"|(?<!den )(?<!toi )(?<!\d )\bthang (?:0?[1-9]|1[0-2])(?: (?:co|duoc|ra|la|lam|ban hanh))? \d+\b"
    r"|\btrong (?:thang|tuan|ngay) (?:[a-z]+ ){0,3}\d"
)
_KINDS = (
    _UNSETTLED,
    _GOING_ON,
    _ON_CONDITION,
    _NOT_SURE,
    _MEANT_TO_BE,
    _ONLY_NUMBER_WAITS,
    _RECKONED,
    _TAKEN_BACK,
    _CHANGED_SINCE,
    _OF_EACH,
)


_NOTED = re.compile(r"\b(?:ghi chu|note|chu thich|gc|ly do|giai trinh|dien giai) $")
_OF_THE_FIGURE = re.compile(  # "số này là ước", "đừng nhập"
    r"^(?:(?:so|lieu|con|nay|do|tren|la|moi|chi|van|dang)\b ?){1,6}"
    r"(?:uoc|du kien|tam|phan dau|chua(?! co)|khong(?! co)|gan|nham)\b"
    r"|^(?:uoc|du kien|tam tinh|phan dau|chua chac|khong chac)$"
    r"|\b(?:chua|khong) (?:chac|dung|chinh xac)\b|\b(?:dung|khoan|khoi) (?:nhap|ghi|luu|bao)\b"
)
_MOST_STRANGE = 3  # words of a message that are looked at
_FEWEST = 3  # letters of a word that may be a cue with a slip


def is_unsettled(message: Message, reader: Reader, *, notes: Sequence[str] = ()) -> bool:
    """Whether the message says so of its figures, as it was meant or, slips and all, as it was typed.

    What stands behind "ghi chú" explains a figure and takes nothing of it back, but where it speaks of the figure: `notes`.
    """
    if any(_OF_THE_FIGURE.search(fold(note)) for note in notes):
        return True
    if _AS_TYPED.search(unicodedata.normalize("NFC", message.text).casefold()):
        return True
    lines = [message.asked_line]
    if message.decoded is not None and not message.is_typed(0, len(message.words)):
        lines.append(Line(" ".join(fold(word.text) for word in message.decoded.typed)))
    every = (_without_notes(line, notes) for line in (*lines, *_with_slips_as_cues(message, reader)))
    return any(kind.search(line) for line in every for kind in _KINDS)


def _without_notes(line: Line, notes: Sequence[str]) -> Line:
    """The line without the notes that a "ghi chú" opens."""
    for note in notes:
        before, _, after = line.partition(" ".join(word.folded for word in words_of(note)))
        if after and _NOTED.search(before):
            line = Line(f"{before}~{after}")
        elif _NOTED.search(before):
            line = Line(before)
    return line


def _with_slips_as_cues(message: Message, reader: Reader) -> Iterator[Line]:
    """The message with a strange word that calls no row read as a cue that it may have been: "hình nhx 12"."""
    if message.decoded is None:
        return
    typed = [word.folded for word in message.decoded.typed]
    tokens = reader.lexicon.tokens([word.folded for word in message.words])
    calling = {place for token in tokens if not is_unknown(token.name) for place in range(token.first, token.last)}
    calling.update(place for mention in message.agencies for place in range(mention.first, mention.last))
    calling.update(place for mark in message.marks for place in range(mark.first, mark.last))
    strange = [
        place
        for place, word in enumerate(typed)
        if len(word) >= _FEWEST - 1
        and place not in calling
        and word.isalpha()
        and (word != message.words[place].folded or (word not in PLAIN_SYLLABLES and not readings(word)))
    ]
    for place in strange[:_MOST_STRANGE]:
        for cue, _ in _cues().slips(typed[place]):
            yield Line(" ".join((*typed[:place], cue, *typed[place + 1 :])))


@cache
def _cues() -> SpellingIndex:
    """The words of the patterns."""
    return SpellingIndex(
        {cue for kind in _KINDS for cue in re.findall(r"[a-z]{3,}", kind.pattern.replace(r"\b", " ").replace(r"\d", " "))}
    )
