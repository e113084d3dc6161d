"""How people write periods: patterns over a line of folded words (see WordLine), and the slips of the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.understanding.abbreviations import readings
from bot.understanding.syllables import PLAIN_SYLLABLES

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def _slips_of(word: str) -> Iterable[str]:
    """What one slip of the fingers makes of a word: a letter lost, doubled or added, wrong, or two swapped."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield from (before + letter + after for letter in _ALPHABET)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in _ALPHABET)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _spelling() -> dict[str, str]:
    """Slips of the words of period names; a slip that is itself a Vietnamese syllable or abbreviation is left alone."""
    table: dict[str, str] = {}
    for word in ("quy", "thang", "nam", "dau", "cuoi", "truoc", "ngoai", "nua", "cung", "nay"):
        for slip in _slips_of(word):
            if slip not in PLAIN_SYLLABLES and not readings(slip):
                table.setdefault(slip, word)
    return {**table, "qui": "quy", "ki": "ky", "khy": "ky"}


SPELLING = _spelling()

_NUMBER = r"(?:0?[1-4]|iv|[1l]v|[il]{1,3}|mot|nhut|hai|ba|bon|tu)"
_PLACE = rf"(?:{_NUMBER}|thu (?:[1-4]|nhat|nhut|hai|ba|bon|tu)|(?:dau|cuoi)(?: tien| cung)?)"  # "quý thứ ba", "quý đầu tiên"
_SHORT_NUMBER = r"(?:0?[1-4]|iv|i{1,3})"
_BOUND = r"(?![a-z0-9%])(?! %)(?![.,]\d)"  # the word ends here, and neither decimals nor a percent sign follow
_AGO = r"(?:nay|ni|ngoai|lien truoc|truoc|roi|vua roi|vua qua|kia|sau|toi(?! nay| gio)|hien tai|hien nay)"
_STRAY = r"2(?:[a-z]\d{3}|0[a-z]\d\d|0\d[a-z]\d)"  # a letter hit among the digits of a year
_NAM_YEAR = rf"nam(?:[ /]?(?:20[0-4]\d|{_STRAY}|\d{{2,5}}|{_AGO})|;20[0-4]\d)"  # "kế hoạch năm: 26" is a value

YEAR_BEFORE = rf"(?:(?P<before>(?:nam ?)?20[0-4]\d|nam \d\d|nam {_AGO})[ /.\-,;]?)?"
YEAR_AFTER = (
    rf"(?:[ /.\-~,;]?(?:cua |trong |thuoc )?(?P<after>{_NAM_YEAR}{_BOUND}|20[0-4]\d{_BOUND}"
    rf"|[a-z]20[0-4]\d{_BOUND}|[a-z]\d\d{_BOUND}|(?<=\dt)\d\d{_BOUND}|(?<=[/\-.])\d{{2,5}}{_BOUND}|(?<= )\d\d{_BOUND}(?! %)))?"
)
_JOINT = r" va |[,;] ?va | voi |[,;\-~] ?| den | toi "
_MORE = rf"(?P<more>(?:(?:{_JOINT}){_NUMBER}(?![a-z0-9]))+)?"
MORE_NUMBERS = re.compile(rf"({_JOINT})({_NUMBER})")
_QUY = r"quy(?: so)?[ .;]?"
_QUARTER = (
    rf"(?:(?:{_QUY}(?P<number>{_PLACE})|q[ .]?(?P<short_number>{_SHORT_NUMBER}))"
    rf"(?=[^a-z0-9]|$|nam|[a-z]?20[0-4]\d|[a-z]\d\d\b)"
    rf"|(?P<roman>iv|i{{1,3}})(?=[/.\-]20[0-4]\d))"
)
_MONTHS = r"(?P<months>0?3|0?6|0?9|12|ba|sau|chin|muoi hai)(?: ?thang| ?th| ?t)(?P<edge_of>dn|cn)?(?![a-z])"  # 6tđn
_EDGE = r"(?: (?P<edge>dau|dua|dai|day|dao|cuoi|cui|cio)(?: cua| tien)?)?"
_HALF = r"(?P<half>nua (?P<half_edge>dau|cuoi|sau)|nua nam (?P<late_edge>dau|cuoi|sau)|nua nam|ban nien)(?: cua)?"
_CODE = r"(?P<code>h[12]|9m|y)"
_NEWEST = r"(?:gan|moi)(?: day)? nhat"
_JUST = r"(?:vua|moi) (?:xong|het|day|roi|khep|ket thuc)"
_SINCE_JANUARY = r"(?:ke )?(?:tu )?dau nam(?: nay)? (?:cho )?(?:den|toi) (?:nay|hien nay|hien tai|gio|bay gio|thoi diem nay)"

PERIOD = re.compile(
    rf"(?<![a-z0-9])(?<!\d[.,])(?:"
    rf"(?P<same>cung ky(?: cua)?(?: nam)?(?: (?P<same_year>20[0-4]\d|truoc|ngoai|roi|kia))?){_BOUND}"
    rf"|(?P<since_january>{_SINCE_JANUARY}){_BOUND}"
    rf"|(?P<relative>(?<!may )(?<!cac )(?<!hai )(?<!ba )(?<!\d )(?:quy|q|ky bao cao|ky|dot bao cao) "
    rf"(?P<which>nay|ni|hien tai|hien nay|truoc|tuoc|trc|lien truoc|vua roi|vua qua|{_JUST}|roi|sau|toi|{_NEWEST})(?: do)?)"
    rf"(?: (?P<relative_year>nam (?:ngoai|truoc|kia|20[0-4]\d)))?{_BOUND}"
    rf"|{YEAR_BEFORE}(?:{_QUARTER}{_MORE}|{_MONTHS}{_EDGE}|{_HALF}){YEAR_AFTER}(?: nam(?![a-z0-9]))?(?![a-z0-9])"
    rf"|(?P<code_year>20[0-4]\d)[/\-. ]?{_CODE}{_BOUND}"
    rf"|(?P<early_number>[1-4])q[/\-. ]?(?P<q_year>20[0-4]\d|\d\d){_BOUND}"
    rf"|(?P<year_code>h[12]|9m)[/\-. ]?(?P<after_code>20[0-4]\d|(?<=[/\-.])\d\d){_BOUND}"
    rf"|(?P<whole>(?:ca|nguyen|tron|het|toan) nam)(?: ?(?P<whole_year>20[0-4]\d|\d\d|{_AGO}))?{_BOUND}"
    rf"|(?P<month>(?:1[0-2]|0?[1-9])/20[0-4]\d){_BOUND}"
    rf"|(?P<year>{_NAM_YEAR}|(?<!\d/)(?<! [a-z]/)20[0-4]\d){_BOUND}(?!/[a-z0-9])"
    rf")"
)

WORTH_A_LOOK = re.compile(r"\d|quy|nam|thang|ky|q i|nua|ban nien|qi")

_IT = r"(?=(?:0?[1-4]|iv|i{1,3})(?![a-z0-9.,]))"
_IT_AND_YEAR = r"(?=(?:0?[1-4]|iv|i{1,3})[ /.\-](?:nam )?\d\d)"
_KEY = "[a-hj-km-uw-z]"  # a key hit beside; i, l and v are numerals
# "trongquy 3", "q uy 3"; believed only before a year: "uy 3/2022", "snvq 3/2022", "wq3/22", "qw3/22", "quys 3/22", "q/32022"
SLIPPED_QUARTER = re.compile(
    rf"(?<=[a-z])quy ?{_IT}|q uy {_IT}|\buy {_IT_AND_YEAR}|(?<=[a-z])q ?{_IT_AND_YEAR}|\bq{_KEY}{_IT_AND_YEAR}"
    rf"|\bquy ?{_KEY} ?{_IT_AND_YEAR}|\bq(?:uy)? ?/(?=[1-4]20[0-4]\d)"
)

RANGE = re.compile(r"(?:[ ,;]*(?:cho )?(?:den|toi|dne|dn|edn|denn|deen|tooi)(?: het)? |[\-~])(?:het )?")
UNTIL_NOW = re.compile(r"[ ,;]+(?:cho )?(?:den|toi) (?:nay|hien nay|hien tai|gio|bay gio|thoi diem nay)(?![a-z0-9])")

EVERY = re.compile(
    r"(?<![a-z0-9])(?:"
    r"(?:qua|theo|tung|cac|moi|tat ca)(?: (?:cac|tung|moi))* (?:quy|ky|dot)(?: bao cao)?"
    r"|(?:qua|theo|tung|cac)(?: (?:cac|tung))* nam"
    r"|dien bien|bien dong|bien thien|xu huong|theo thoi gian|qua thoi gian|len xuong"
    r")(?![a-z0-9])(?! (?:nay|truoc|sau|roi|vua|\d))"
)
# "hai quý đầu năm" are the first six months, "ba quý đầu năm" nine; each is written as those, in as many characters
QUARTERS_FROM_AN_EDGE = re.compile(
    r"(?<![a-z0-9.,])(?:(?P<half>hai|2)|(?:ba|3)(?= quy dau\b)) quy(?= (?:dau|cuoi)\b(?: cua| trong)? ?(?:nam\b|20[0-4]\d))"
)
# "từ tháng 1 đến tháng 3", "t7-t9": months that make a quarter, a half, nine months or the year
_MONTH = r"(?:thang |th ?|t ?)"
FROM_MONTH_TO_MONTH = re.compile(
    rf"(?<![a-z0-9.,])(?:tu )?(?:dau )?{_MONTH}(?P<first>0?[147]|10)(?: (?:cho )?(?:den|toi|qua|va)|[\-~]"
    rf"|[,;] ?(?:0?[258]|11)(?:[,;]| va))? ?(?:het |cuoi )?{_MONTH}?"
    rf"(?P<last>0?[369]|12)(?![a-z0-9.,])(?! (?:nguoi|ho so|hs|thu tuc|tthc)\b)"
)
SPANS_OF_MONTHS = {
    (1, 3): "q1",
    (4, 6): "q2",
    (7, 9): "q3",
    (10, 12): "q4",
    (1, 6): "6t",
    (1, 9): "9t",
    (1, 12): "12t",
    (7, 12): "6t cuoi",
}
SIDE_BY_SIDE = re.compile(
    r"\b(?:so sanh|doi chieu|chenh|tung|moi quy|lan luot|dien bien|bien dong|xu huong"
    r"|tang giam|tang hay giam|len xuong|bieu do)\b"
)
SEVERAL_QUARTERS = re.compile(
    r"(?<![a-z0-9.,])(?P<how_many>[2-4]|hai|ba|bon|ca bon|cac|tung|qua cac|tat ca cac)(?: quy) (?P<edge>dau |cuoi )?"
    r"(?:cua |trong )?(?:nam )?(?P<year>20[0-4]\d|(?<=nam )(?:nay|ngoai|truoc))(?![a-z0-9])"
)
