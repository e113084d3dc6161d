"""What people type at a step of guided entry instead of a figure: skip, back, stop, as last time, for the whole section.

Read without accents, with a slip in longer phrases, and as keystrokes of Telex or VNI. "Đúng" and "dừng" are the same without
accents: then it stops, for nothing is written by that.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from bot.domain.catalogue import CatalogueRow
from bot.domain.value import NO_DATA, NOTHING_OCCURRED, Figure, nothing_in
from bot.understanding.keystrokes import decode_keystrokes
from bot.understanding.request import StepWish
from bot.understanding.text import fold, has_accents

_WISHES = """
skip: bỏ qua | bỏ | qua | skip | tiếp | tiếp theo | bỏ chỉ tiêu này | để sau | để đó | để lại sau | bỏ trống | để trống
skip: bỏ cái này | câu sau | next | chưa nhập | giữ nguyên | để nguyên | sang chỉ tiêu khác | chuyển tiếp
back: quay lại | trước | lùi | lùi lại | back | trở lại | câu trước | chỉ tiêu trước | quay về | quay lại chỉ tiêu trước
stop: dừng | dừng lại | thôi | nghỉ | stop | hết | kết thúc | tạm dừng | dừng nhập | thoát | ngừng | ngưng | mai làm tiếp
stop: mai nhập tiếp | lúc khác | để mai | thôi không nhập nữa | nhập sau | dừng ở đây | tạm nghỉ
as_last: như kỳ trước | giữ như kỳ trước | như cũ | giữ như cũ | như trước | như lần trước | không đổi | y như kỳ trước
as_last: bằng kỳ trước | như quý trước | giống kỳ trước | giống lần trước | không thay đổi | vẫn như cũ | như năm trước
as_last: y như cũ | vẫn như kỳ trước | lấy như kỳ trước | lấy kỳ trước | kỳ trước
computed: tự tính | ghi số tự tính | lấy số tự tính | ghi tự tính | theo tự tính
whole: cả mục | nhập cả mục | cả đề mục | nhập cả đề mục | nhập hết mục này | nhập một lần
rest_nothing: phần còn lại không phát sinh | còn lại không phát sinh | còn lại không có | cả phần không phát sinh
rest_nothing: các chỉ tiêu còn lại không phát sinh | còn lại bằng 0 | còn lại là 0 | phần còn lại không có | còn lại 0
rest_nothing: những cái còn lại không phát sinh | phần này không phát sinh | phần còn lại bằng 0 | phần còn lại là 0
rest_nothing: các mục còn lại không phát sinh | còn lại đều không phát sinh | còn lại không phát sinh hết
rest_as_last: cả phần như kỳ trước | cả phần giữ như kỳ trước | phần còn lại như kỳ trước | phần còn lại giữ như kỳ trước
rest_as_last: còn lại như kỳ trước | còn lại như cũ | còn lại giữ như kỳ trước | phần này như kỳ trước | phần còn lại như cũ
rest_as_last: phần này giữ như kỳ trước | các chỉ tiêu còn lại như kỳ trước | còn lại giữ nguyên như kỳ trước
undo: hoàn tác | undo | xóa số vừa ghi | gõ nhầm | nhầm rồi | ghi nhầm | em gõ nhầm | nhập nhầm | bỏ số vừa ghi
show: xem lại | đang ở đâu | đến đâu rồi | xem lại bước | hỏi lại | nhập tiếp | tiếp tục | tiếp tục nhập | làm tiếp
show: còn bao nhiêu | còn bao nhiêu nữa | còn mấy cái | còn mấy cái nữa | còn bao nhiêu chỉ tiêu | còn bao nhiêu chỉ tiêu nữa
"""
_FIGURES: dict[str, Figure] = {
    "không phát sinh": NOTHING_OCCURRED,
    "không có phát sinh": NOTHING_OCCURRED,
    "chưa phát sinh": NOTHING_OCCURRED,
    "chưa có": NO_DATA,
    "chưa có số liệu": NO_DATA,
    "chưa có số": NO_DATA,
    "chưa thống kê": NO_DATA,
    "chưa tổng hợp": NO_DATA,
    "chưa thống kê được": NO_DATA,
}
_SLIP_FROM = 6  # letters of a phrase from which one slip is read over; two from twice as many
_POLITE = re.compile(
    r"(?:[ ,]+(?:a|nha|nhe|nhen|nghen|di|em|anh|chi|da|vay|ban|bot|giup|giup em|luon|cho em|cai nay|chi tieu nay))+$"
)
_SPELT_OTHERWISE = {"dung": {"đúng", "dúng", "dùng"}, "qua": {"quá", "quà"}, "bo": {"bộ", "bò", "bố"}, "thoi": {"thời"}}


def _table() -> dict[str, StepWish]:
    found = {}
    for line in _WISHES.strip().splitlines():
        wish, _, phrases = line.partition(": ")
        found.update({fold(phrase): StepWish(wish) for phrase in phrases.split("|")})
    return found


_BY_PHRASE = _table()
_FIGURE_BY_PHRASE = {fold(phrase): figure for phrase, figure in _FIGURES.items()}


def wish_of(text: str) -> StepWish | None:
    """What a text wishes, or None."""
    for said in _readings(text):
        if said in _BY_PHRASE and not _is_spelt_otherwise(said, text):
            return _BY_PHRASE[said]
    phrase = _with_a_slip(text)
    return _BY_PHRASE.get(phrase) if phrase is not None else None


def figure_in_words(text: str, row: CatalogueRow | None = None) -> Figure | None:
    """Read "không phát sinh" or "chưa có số liệu" as a figure of `row`, slips read over; None for anything else."""
    phrase = next((said for said in _readings(text) if said in _FIGURE_BY_PHRASE), None) or _with_a_slip(text)
    figure = _FIGURE_BY_PHRASE.get(phrase) if phrase is not None else None
    return nothing_in(row) if row is not None and figure == NOTHING_OCCURRED else figure


def is_phrase(text: str) -> bool:
    """Whether a text is a wish or an answer in words, to the letter: what a list of values is cut by."""
    folded = fold(text)
    return folded in _BY_PHRASE or folded in _FIGURE_BY_PHRASE


def _readings(text: str) -> list[str]:
    """The text folded, without what is only polite, and as keystrokes would read."""
    decoded = decode_keystrokes(text)
    found = []
    for each in (text, decoded):
        if each:
            folded = fold(each).strip(" .!,;:\"'“”«»()")
            found += [folded, _POLITE.sub("", folded)]
    return list(dict.fromkeys(found))


def _with_a_slip(text: str) -> str | None:
    """The one phrase that a text is with a letter or two wrong; None when none is, or several equally well."""
    best: tuple[int, str] | None = None
    meanings: set[StepWish | Figure | None] = set()
    for said in _readings(text):
        if len(said) < _SLIP_FROM - 1 or any(char.isdigit() for char in said):
            continue
        for phrase in (*_BY_PHRASE, *_FIGURE_BY_PHRASE):
            most = 0 if len(phrase) < _SLIP_FROM else 1 if len(phrase) < 2 * _SLIP_FROM else 2
            away = OSA.distance(said, phrase, score_cutoff=most)
            if not most or away > most or (best is not None and away > best[0]):
                continue
            meanings = meanings if best is not None and away == best[0] else set()
            meanings.add(_BY_PHRASE.get(phrase) or _FIGURE_BY_PHRASE.get(phrase))
            best = (away, phrase)
    return best[1] if best is not None and len(meanings) == 1 else None


def _is_spelt_otherwise(said: str, text: str) -> bool:
    """Whether accents say that another word is meant: "đúng" is no "dừng"."""
    if not has_accents(text) or said not in _SPELT_OTHERWISE:
        return False
    first = unicodedata.normalize("NFC", text.strip(" .!,;:").casefold()).split()
    return bool(first) and first[0] in _SPELT_OTHERWISE[said]
