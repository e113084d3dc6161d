"""What a question wants, by its words. Patterns read folded text (no accents, single spaces)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from bot.domain.catalogue import ALL_AGENCIES
from bot.domain.period import Period
from bot.understanding.drawing import DRAWING, wants_chart
from bot.understanding.line_patterns import LinePattern
from bot.understanding.message import Message
from bot.understanding.request import Context, Intent, Threshold
from bot.understanding.text import has_accents

_WHO = r"(?:so|don vi|co quan|nganh|noi|ai|ben|cho|may so|nhung so|cac so|may don vi|nhung ai|so nganh)"
_TREND = LinePattern(
    r"\bqua cac (?:quy|ky|nam)\b|\bdien bien\b|\bbien dong\b|\bxu huong\b|\btang hay giam\b|\btang giam\b"
    r"|\blen hay xuong\b|\bxuong hay len\b|\bmay (?:quy|nam|ky) (?:roi|lien)\b"
    r"|\bgiam hay tang\b|\btheo (?:tung )?(?:quy(?! dinh| trinh| che)|ky|thoi gian)\b"
    r"|\btung quy\b|\bcac quy\b(?! dinh| che| trinh)|\bmay quy (?:nay|qua|gan day)\b|\bthay doi (?:the nao|ra sao"
    r"|qua)\b|\bbieu do\b"
    r"|\b(?:may|cac|nhung) (?:nam|ky|quy) (?:nay|qua|gan day|vua qua)\b|\bqua tung (?:ky|nam)\b|\b(?:quy|nam|ky) gan day\b"
    r"|\bve (?:di|bieu|do thi|len)\b|\bdo thi\b|\btu truoc (?:toi|den) (?:gio|nay)\b"
)
_COMPARE = LinePattern(
    r"\bso sanh\b|(?<!cac )(?<!may )\bso voi (?!quy dinh|ke hoach|kh |chi tieu|tong)"
    r"|\bde so\b|\bdat canh\b|(?<!de )(?<!de em )(?<!de anh )(?<!de chi )(?<!de toi )(?<!de minh )\bdoi chieu\b|\bhon kem\b"
    r"|\bchenh(?: lech)?\b|\bso kè\b|\bmoi noi\b(?! mieng| suong| thoi)|\bai (?:nhieu|cao|thap|it) hon\b"
    r"|\bben nao\b|\bso nao (?:nhieu|cao|thap|it) hon\b|\b(?:nhieu|cao|thap|it) hon\b"
)
_SET_BESIDE = LinePattern(r"\bso (?:quy|nam|ky)\b(?! dinh| che)")  # "so quý trước"; "cấp sở năm 2022" is no comparison
_RANK = LinePattern(
    r"\b(?:nhieu|cao|it|thap|tot|kem|lon|nho|te|nhanh|cham) nhat\b|\bxep hang\b|\bxep thu\b|\bdung dau\b|\bdan dau\b"
    r"|\bdung cuoi\b|(?<!chuyen )(?<!thay )(?<!sua )\bdoi so\b(?! lieu)|\bxep (?:tat ca )?(?:cac )?(?:so|don vi)\b.*\btheo\b"
    r"|\bhang dau\b|\bchot bang\b|\b(?:dung|ve|xep|hang|ap) (?:chot|bet)\b"
    r"|\b(?:dung|ve|xep) (?:nhat|nhi)\b(?! ky)|\b(?:dau|cuoi) bang\b"
    r"|\b(?:dung|xep|hang)(?: hang| vi tri)? thu (?:may|bao nhieu)\b"
    r"|\b\d+ (?:so|don vi|co quan) co (?:ty le|ti le|tl|so|nhieu|it)\b"
    r"|\bquan quan\b|\bsap (?:xep|hang)(?: (?:cac|tat ca|tat ca cac) (?:so|don vi|co quan))? (?:theo|tu)\b"
    r"|\btop (?:\d|dau|cuoi)|\bbang xep hang\b|\bnhat tinh\b|\bcao xuong thap\b|\bthap len cao\b|\blon den nho\b"
    r"|\b\d+ (?:so|don vi) (?:dau|nhieu|cao|it|thap)\b"
)
# "nhiều hồ sơ nhất": the row stands inside; but "bao nhiêu … cập nhật", "quý gần nhất", "thống nhất"
_MOST_OF = LinePattern(
    r"(?<!bao )\b(?:nhieu|it)(?: [a-z@]+){1,14} (?<!cap )(?<!gan )(?<!day )(?<!moi )(?<!thong )nhat\b(?! ky)"
)
_WHICH = LinePattern(r"(?<!cap )\b(?:so|don vi|co quan|so nganh|nganh) nao\b|\b(?:nhung|may) (?:so|don vi|co quan) nao\b")
_LOWEST = LinePattern(
    r"\b(?:it|thap|kem|nho|te|cham) nhat\b|\bdung cuoi\b|(?<!chuyen )(?<!thay )(?<!sua )\bdoi so\b(?! lieu)|\bchot bang\b"
    r"|\b(?:chot|bet|cuoi bang)\b|\bit(?: [a-z]+){1,14} nhat\b"
    r"|\bthap len cao\b|\btop cuoi\b"
    r"|\btu (?:duoi|thap)\b"
)
_LIMIT = LinePattern(r"\btop (\d{1,2})\b|\b(\d{1,2}) (?:so|don vi|co quan|noi) (?:dau|nhieu|cao|it|thap|dung|co)")
_BEYOND = (
    r"\b(?P<word>duoi|tren|hon|it hon|thap hon|chua (?:dat|den|toi)|khong dat|nho hon|lon hon|cao hon|vuot)\b"
    r" (?P<number>\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
)
_THRESHOLD = LinePattern(rf"\b(?:{_WHO} nao|nhung {_WHO}|may {_WHO}|ai)\b.*?{_BEYOND}")
_LISTED = LinePattern(
    r"^(?:(?:em|anh|chi|bot|cho|toi|minh|giup|hay|nho|xin) )*(?:liet ke|danh sach|ke ten|ke ra|loc|tim|xem)\b"
)
_LISTED_BEYOND = LinePattern(rf"{_BEYOND}(?! ?(?:quy|nam|thang|ngay|ky|lan nhap)\b)")
_LIMITED = re.compile(r"(?:duoi|tren|vuot|(?:it|thap|nho|lon|cao) hon) \d")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_BELOW = re.compile(r"duoi|it hon|thap hon|chua|khong dat|nho hon")
_MISSING = LinePattern(
    r"\bchua (?:chiu )?(?:gui|nop|bao(?: cao)?|nhap|dien|co so lieu|co so(?! may)"
    r"|khai|cap nhat so|gui so|co bao cao|lam bao cao|thay bao"
    r"|thay gui|thay nop|nop bao cao|hoan thanh bao cao)\b"
    r"|\b(?:con )?(?<!toc )thieu\b(?! sot)|\b(?:con )?phai (?:nhap|dien|bao cao|bo sung) (?:gi|nhung gi|chi tieu nao|muc nao)\b"
    r"|\b(?:cham|tre|muon|chua)(?: nop| gui)? (?:bao cao|bc)\b|\bcon (?:no|trong|sot)\b|\b(?:bo|de) trong\b(?! tam)"
    r"|\bno (?:bao cao|so lieu)\b|\bchua du\b"
    r"|\bcon may (?:chi tieu|muc|o)\b"
)
_PART = r"(?:(?:phan|chuong) (?:[ivx]{1,4}|[1-9])|muc [ivx]{1,4})"
_FILLED = (
    r"(?:con |can |phai |muon |chua )*(?:bo sung|nhap|dien|bao cao|lam|hoan thien|ke khai)(?: (?:them|tiep|not|du|day|so|lieu"
    r"|du lieu|chi tieu|cac|nhung|gi|cho|o|cua|trong|nao|nua|vao))*"
)
_POLITE = r"(?:(?:da|bot|em|toi|minh|anh|chi|ben|oi|thi|giup|cho|a|nhe|nha|voi|duoc|khong) ?)*"
_PART_DUE = re.compile(rf"{_POLITE}(?:{_FILLED} {_PART}|{_PART} {_POLITE}{_FILLED})(?: {_POLITE})?")
_MISSING_ASKED = LinePattern(rf"\b{_WHO}\b|\bnao\b|\bgi\b|\bnhung\b|\bmay\b|\bbao nhieu\b|\bdanh sach\b|\bminh\b|\bcon\b")
_NOTE = LinePattern(
    r"\bcan cu\b(?! quan)|\bghi chu\b|\bghi (?:gi|sao|the nao)\b(?<!20\d\d ghi sao)"
    r"|\bgiai trinh\b|\bvan ban nao\b|(?<!quan )\bly do\b|\bvi sao\b"
    r"|\btai sao\b|\bdua (?:vao|tren)\b(?! (?:phan mem|he thong|may|cong|trang|danh muc|ke hoach))"
    r"|\bkem theo (?:gi|van ban)\b|\bco so (?:nao|phap ly|de)\b"
    r"|\bnguon (?:so lieu|o dau|nao)\b|\btheo (?:ke hoach|quyet dinh|van ban|cong van|bao cao) (?:nao|so may"
    r"|so bao nhieu|gi)\b|\bgiai thich (?:sao|vi sao|tai sao)\b|\bminh chung\b|\bquyet dinh nao\b|\bke hoach so may\b"
    r"|\bthuyet minh\b|\bcon so nay (?:o dau|dau) ra\b|\b(?:o|tu) dau (?:ra|ma co|the|vay)\b|\blay (?:o|tu) dau\b"
    r"|\bsao\b(?=.* lai (?:thap|cao|giam|tang|it|nhieu|tre|cham|khong|chua|the|vay|nhu)\b)"
)
_DEFINE = LinePattern(
    r"\bnghia la\b|\bla (?:gi|sao)\b|\btinh (?:ra )?(?:lam )?sao\b|\btinh (?:the nao|nhu the nao|ra sao|kieu gi|bang gi)\b"
    r"|\btinh (?:bang|theo) cach\b"
    r"|\bcach tinh\b|\bdon vi tinh\b|\btinh bang don vi\b|\bdon vi gi\b|\bla gom\b|\bgom (?:nhung|co) \w+|\bgom (?:gi"
    r"|nhung gi)\b"
    r"|\bbao gom\b|\bhieu (?:the nao|sao|nhu the nao|la)\b|\bdinh nghia\b|\bkhai niem\b(?! yet)|\bcong thuc\b"
    r"|\blay (?:cai )?gi chia\b|\bcai gi chia\b|\bchia cho (?:cai )?(?:gi|nao)\b|\bco tinh (?:ca|luon)\b|\by nghia\b"
    r"|\bgiai thich\b"
    r"|\b(?:the nao|sao) (?:la|goi la|duoc (?:coi|tinh|xem|goi) la)\b"
    r"|\btinh tren (?:cai )?gi\b|\btinh nhung gi\b|\bdem (?:nhung )?gi\b"
    r"|\btinh ca\b(?! (?:nam|quy|ky|thang|tinh|\d))|\bduoc tinh (?:la|nhu)\b"
)
_INCLUDING = LinePattern(r"\b(?:tinh|ke|gom) (?:ca|luon)\b|\bbao gom\b")  # "dẹp được mấy phòng, tính cả chi cục" wants a figure
_HOW_MANY = LinePattern(r"\b(?:bao nhieu|bao nhiu|nhieu|(?:duoc|co|may|bao) may|may (?!tinh)|tong)\b")
_CHANGED = LinePattern(r"\b(?:tang|giam|hon|kem|bang may|so cung)\b")  # "cùng kỳ tăng bao nhiêu"
_HISTORY = LinePattern(
    r"\b(?:ai|(?:nguoi|ong|ba|anh|chi) nao)(?: la nguoi)? (?:da |vua |moi |vao |vo |lai |di )*"
    r"(?:sua|nhap|doi|chinh|thay|cap nhat|ghi|dien|go|xoa|them)\b|\blich su\b|\bchinh sua\b"
    r"|\b(?:sua|doi|cap nhat|nhap|chinh|thay doi)(?: lai)? (?:luc nao|khi nao|hoi nao|bao gio|ngay nao|may lan"
    r"|bao nhieu lan|lan cuoi)\b"
    r"|\btruoc do la\b|\b(?:luc nao|khi nao|hoi nao) (?:sua|doi|nhap|cap nhat)\b"
    r"|\bbi (?:sua|doi|thay)\b(?! (?:the|cho|vi tri|bang (?:cai|thu tuc|tthc)))"
    r"|\bsua may lan\b|\bai chinh\b|\bdo ai (?:bao|nhap|ghi|dien)\b|\bnhat ky\b|\bso cu\b|\btruoc khi sua\b"
    r"|\bai la nguoi (?:nhap|sua)\b"
)
_SUBMITTED = LinePattern(
    rf"(?:\b{_WHO}(?: nao)?\b|@).*\b(?:da nop|nop roi|nop bao cao roi|nop xong|da gui bao cao)\b|\bda nop (?:chua"
    r"|du chua)\b|\b(?:da )?(?:nop|gui) (?:bao cao|bc) (?:roi |xong |du )?chua\b|\bbao cao (?:du|xong|roi) chua\b"
    r"|\bdu (?:bao cao|bc) chua\b|\bbao nhieu (?:so|don vi) (?:da )?nop\b|\btinh hinh nop\b"
    r"|^nhac (?:nho )?.{1,60}\bnop (?:bao cao|bc)\b"
    r"|^(?:(?:xem|cho xem) )?tien do (?:(?:nop|nhap|bao cao|lam|cua) )*(?:cac (?:so|don vi|nganh)|toan tinh|ca tinh)\b.{0,20}$"
)
_DEADLINE = LinePattern(
    r"\bhan (?:nop|chot|bao cao|cuoi|gui)\b(?!.*\b(?:doi|gia han)\b)|\b(?:khi nao|bao gio|chung nao|ngay nao|hom nao"
    r"|luc nao) (?:thi )?(?:phai |can )?(?:nop|gui bao cao|den han|toi han|het han)\b|\bdeadline\b"
    r"|\bnop (?:bao cao )?(?:khi nao|bao gio|ngay nao|truoc ngay nao|luc nao|ngay may)\b"
    r"|\b(?:tre|cham|muon) nhat (?:la )?(?:khi nao|bao gio|ngay nao|hom nao|luc nao|ngay may)\b"
    r"|\bcon may ngay (?:nua )?(?:nop|den han|toi han|het han)\b|\b(?:den|toi|het) han (?:khi nao|chua|ngay nao"
    r"|luc nao)\b"
)


_NO_COMPARISON_AFTER = {"ho", "cap", "co", "tru", "cac", "cua", "thuoc", "giam", "dao", "trong", "ngoai"}  # cấp sở, hồ sơ …


def intent_of(message: Message) -> Intent:
    """The intent of a question, VALUE when nothing else is said."""
    line = message.asked_line
    several_agencies = len({mention.value for mention in message.agencies if mention.value != ALL_AGENCIES}) > 1
    several_periods = len({mention.value for mention in message.periods}) > 1
    everywhere = any(mention.value == ALL_AGENCIES for mention in message.agencies)
    if _HISTORY.search(line):
        return Intent.HISTORY
    if _DEADLINE.search(line):
        return Intent.DEADLINE
    if (_MISSING.search(line) and _MISSING_ASKED.search(line)) or fills_part(message):
        return Intent.MISSING
    if _SUBMITTED.search(line) or _SUBMITTED.search(message.free_line):
        return Intent.SUBMITTED
    if _RANK.search(line) or _MOST_OF.search(line) or threshold_of(message) is not None:
        return Intent.RANK
    two_periods = len({mention.value for mention in message.periods}) == len(("before", "after"))
    compares = _COMPARE.search(line) and not _names_agencies(message)
    if _TREND.search(line) and not (two_periods and compares):
        return Intent.TREND
    is_beside = message.same_period and not counts_same_period(message)
    if compares or _is_set_beside(message) or several_agencies or is_beside:
        return Intent.COMPARE
    if several_periods:
        return Intent.TREND if len(message.periods) > len(("before", "after")) else Intent.COMPARE
    if wants_chart(message):
        return Intent.TREND
    if _NOTE.search(line):
        return Intent.NOTE
    if _DEFINE.search(_INCLUDING.sub(lambda _: "~", line) if _HOW_MANY.search(line) else line):
        return Intent.DEFINE
    is_of_one = any(mention.value != ALL_AGENCIES for mention in message.agencies)  # "… mà các sở làm chung, bên sở Y tế"
    return Intent.TOTAL if (everywhere and not is_of_one) or asks_which_agency(message) else Intent.VALUE


def counts_same_period(message: Message) -> bool:
    """Whether the figure of the year before alone is asked for: "cùng kỳ năm trước trả được bao nhiêu hồ sơ"."""
    line = message.asked_line
    if not message.same_period or not _HOW_MANY.search(line):
        return False
    return not any(pattern.search(line) for pattern in (_COMPARE, _SET_BESIDE, _CHANGED, _TREND))


def same_period_of(message: Message, context: Context) -> Period | None:
    """The period a year before the one in view, when only its figure is asked for."""
    in_view = context.focus.period or context.open_period
    return in_view.same_last_year if in_view is not None and counts_same_period(message) else None


def fills_part(message: Message) -> bool:
    """Whether all that is said is that a part of the form is to be filled in: what is missing there is wanted."""
    return bool(_PART_DUE.fullmatch(message.line_with_section))


def _names_agencies(message: Message) -> bool:
    """Whether what reads as "so với" is the "sở với" of "mấy sở với đơn vị thuộc sở"."""
    spelt = [unicodedata.normalize("NFC", word.text.casefold()) for word in message.words]
    beside = [place for place in range(len(spelt) - 1) if message.words[place].folded == "so" and spelt[place + 1] == "với"]
    return bool(beside) and all(spelt[place] in {"sở", "số"} for place in beside)


def _is_set_beside(message: Message) -> bool:
    """Whether a period is set beside another by a bare "so": "quý này so quý trước"."""
    found = _SET_BESIDE.search(message.line)
    if found is None:
        return False
    place = message.line.count(" ", 0, found.start())
    before = message.words[place - 1].folded if place else ""
    is_spelt_so = not has_accents(message.text) or message.words[place].text.lower() == "so"
    return is_spelt_so and place in message.free and before not in _NO_COMPARISON_AFTER


def asks_which_agency(message: Message) -> bool:
    """Whether agencies are asked for: "sở nào có khen thưởng"."""
    return bool(_WHICH.search(message.line))


def threshold_of(message: Message) -> Threshold | None:
    """Limit to compare with, as in "sở nào dưới 90 %"."""
    found = _THRESHOLD.search(message.line)
    if found is None:
        everyone = [mention for mention in message.agencies if mention.value == ALL_AGENCIES]
        is_listed = wants_chart(message) or bool(_LISTED.search(message.line))  # "tập huấn các đơn vị hơn 100 lượt" tells
        if everyone and (is_listed or any(_is_limited(message, mention.last) for mention in everyone)):
            found = _LISTED_BEYOND.search(message.line)
    if found is None:
        return None
    number = found["number"]
    plain = number.replace(".", "") if _THOUSANDS.fullmatch(number) else number.replace(",", ".")
    return Threshold(bool(_BELOW.match(found["word"])), Decimal(plain))


def _is_limited(message: Message, place: int) -> bool:
    """Whether a limit begins at a word: "ve cac so duoi 100 …" without accents; "hơn" alone is an estimate."""
    return bool(_LIMITED.match(" ".join(word.folded for word in message.words[place : place + 3])))


def is_descending(message: Message) -> bool:
    """Whether the highest comes first."""
    return not _LOWEST.search(message.line)


def limit_of(message: Message) -> int | None:
    """How many are wanted, as in "top 5"."""
    found = _LIMIT.search(message.line)
    return int(found[1] or found[2]) if found else None


INTENT_PATTERNS = (_TREND, _COMPARE, _RANK, _NOTE, _DEFINE, _HISTORY, _MISSING, _SUBMITTED, _DEADLINE, DRAWING)
