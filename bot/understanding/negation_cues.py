"""Words that open, or end, a stretch of a message which names what is not meant: one row a wording.

How a stretch is walked, and where it ends, is in `negated`. A row's `opens` are its first words, any one of them; `then` is a
pattern over what follows it, folded, a space before each word. In the line that it is held against "#" stands for a figure
("3" of "mức 3" stays), and a mark in front of a word for a break: "," "(" ")" or "|" for any other; so no pattern reaches
over one unless it says so. What looks alike and means another thing is refused by a lookahead in `then`, by NOT_AFTER or SPELT.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_NEVER = "khong chua khoi dung"  # "ko", "hem", "hổng", "chẳng" are read as "không" before (`negations`)
_NEVER_THEN = r"(?:khong|chua|khoi|dung|dau|cha)"


class Kind(Enum):
    """What becomes of the stretch; it calls no row either way."""

    EXCLUSION = "exclusion"  # taken away from a figure: "không tính bcci"; asked when the row does not leave it out by itself
    CONTRAST = "contrast"  # another row, or what makes no difference: nothing is taken away


class Where(Enum):
    """Where a cue may stand."""

    ANYWHERE = "anywhere"
    CLAUSE = "clause"  # at the beginning of a clause
    LATER = "later"  # and not of the message
    BRACKETS = "brackets"  # right behind "("


class Reach(Enum):
    """How far the stretch goes."""

    AHEAD = "ahead"  # to what ends it
    CLAUSE = "clause"  # to the next break or figure
    ITSELF = "itself"  # no farther than the cue


@dataclass(frozen=True)
class Cue:
    """One row of the table."""

    kind: Kind
    opens: str
    then: str = ""
    where: Where = Where.ANYWHERE
    reach: Reach = Reach.AHEAD
    not_after: str = ""  # words before it that make another word of it where it has no accents
    spelt: str = ""  # how the first word is where it has accents, when not as in SPELT


_EXCLUSION, _CONTRAST = Kind.EXCLUSION, Kind.CONTRAST
_CLAUSE, _LATER, _BRACKETS = Where.CLAUSE, Where.LATER, Where.BRACKETS
_BUT = r"(?: (?:phai|rieng|chi|dem|tinh|ke|lay|cong|gop|gom|la|hoi|noi|xet|ban|can|bao))"  # may be part of "chứ không …"
_SHARE = r"(?= (?:phan tram|t[yi] le|tl|%)(?: |$))"
_ROWS_OWN = (  # "không phải lãnh đạo", "không phải thi", "không phải rà soát" are words of rows
    r"(?! (?:lanh|sep|quan ly|thi|ra|nop|dong|tra|xet|doi|luan|chuyen|giu|in|gui)\b)"
)
_NO_COUNT = (  # "chưa kế hoạch", "không tinh giản", "chưa công bố"
    r"(?! (?:hoach|gian|uy|y|khai|bo|nhan|chuc|viec|van|tac|dich|thong|dvc|quoc|an|vu)\b)"
)
_ASKED_FOR = r"(?! (?:y|kien|dap|han|duoc|nghi|thi|hop|thang|mang|anh)\b)"  # "không hỏi ý kiến", "không hỏi đáp"
_NO_BESIDES = r"(?! (?:ra|bien|gio|viec|nuoc|nay|do)\b)"  # "ngoài ra", "ngoài giờ"
_BESIDE = r" (?:duoi|sau|tren)(?= (?:loai|dong|muc)\b)"
_NOT_YET = r"(?=(?: \w+)* chua\b)(?= \w+ \w)"  # behind what makes no difference: "kể cả chưa xong", not "kể cả"
_NOT_OF_ALL = r"(?! (?:nam|quy|ky|tinh|toan|cac so|tat|moi|het)\b)"  # "tính luôn cả năm"

CUES = (
    # A share that is not wanted.
    Cue(_CONTRAST, "khong chua", rf"(?: (?:can|lay|tinh|hoi|noi|phai))?{_SHARE}"),
    Cue(_CONTRAST, "khoi", rf"(?: (?:can|lay|tinh|hoi|noi|phai|ghi|bao|dua|cho))?{_SHARE}"),
    Cue(_CONTRAST, "dung", rf" (?:can|lay|tinh|hoi|noi|phai|ghi|bao|dua|cho){_SHARE}"),
    # "chứ không phải hồ sơ", "chớ hổng tính bcci"
    Cue(_CONTRAST, "chu", rf" {_NEVER_THEN}{_BUT}(?: (?:moi|co|cua|den|toi))?"),
    Cue(_CONTRAST, "cho", rf" (?:khong|dung|chua|dau|cha){_BUT}(?: (?:moi|co|cua|den|toi))?"),  # "cho khỏi …" is so as not to
    Cue(_CONTRAST, "chu", rf" {_NEVER_THEN}(?!{_BUT}\b)", not_after="tu dan lam"),  # tự chủ, dân chủ, làm chủ
    Cue(_CONTRAST, "nhung ma", rf" {_NEVER_THEN} (?:lo|ganh)"),
    # What is left out of a figure.
    Cue(_EXCLUSION, _NEVER, r" lay(?! y kien| duoc\b(?! (?:giao|duyet|phe)\b))"),
    Cue(_EXCLUSION, _NEVER, rf" (?:(?:tinh|ke|gom|dem|cong|gop){_NO_COUNT}|bao gom)"),
    Cue(_EXCLUSION, "~khong khung khon khoong", r" (?:tinh|ke|gom|dem|cong)"),
    Cue(_EXCLUSION, "tru", r"(?: (?:ra|di|bot))?"),
    Cue(_EXCLUSION, "ngoai", " tru", spelt="ngoại"),
    Cue(_EXCLUSION, "ngoai", rf"{_NO_BESIDES}(?: \w+){{1,8}}? ra(?! (?:ra )?soat)", _CLAUSE, Reach.ITSELF),
    Cue(_EXCLUSION, "ngoai", _NO_BESIDES, _CLAUSE),
    Cue(
        _EXCLUSION,
        "bo",
        r" (?:ho|hs|phan|may|cac|cai|loai|nhung|so|thu|tthc|van|vb)(?: \w+){0,9} ra(?! \w)",
        reach=Reach.ITSELF,
    ),
    # A clause that says which other row is not meant: ", không phải hồ sơ", "(không có chi đầu tư)", "không hỏi …".
    Cue(_CONTRAST, "khong", r" phai(?: la)?(?= (?:so|loai|kieu|ben|cai|phan|muc|dang)\b)"),
    Cue(_CONTRAST, "khong", rf" (?:phai(?: la)?|rieng|chi){_ROWS_OWN}", _CLAUSE),
    Cue(_CONTRAST, _NEVER, r" co(?= (?:chi|phan|loai|them)\b)", _BRACKETS),
    Cue(_CONTRAST, _NEVER, r" (?:noi|hoi|xet|ban|nhac)(?: (?:den|toi))?(?! y kien)", _CLAUSE),
    Cue(_CONTRAST, _NEVER, rf" (?:hoi|tach){_ASKED_FOR}"),
    Cue(_CONTRAST, "khong chua khoi", r" (?:tach|chia)(?: (?:rieng|ra|theo))?"),
    Cue(_CONTRAST, "khong khoi dung", r" (?:nham|lon)(?: voi)?"),
    Cue(_CONTRAST, "dung", r" (?:dua|nhap|hoi)(?: (?:voi|sang|den|so|cai))?"),
    Cue(_CONTRAST, "khac", " ngoai"),
    Cue(_CONTRAST, "khac", " voi", _LATER),
    Cue(_CONTRAST, "thay", r" vi(?! tri\b)"),
    Cue(_CONTRAST, "bo", " qua", _CLAUSE, spelt="bỏ"),
    Cue(_CONTRAST, "khoi", " can", _CLAUSE),
    Cue(_CONTRAST, "dung", _BESIDE, spelt="đứng"),
    Cue(_CONTRAST, "ngay", _BESIDE),
    # What makes no difference: "kể cả chưa xong", "có hồ sơ hay chưa cũng tính".
    Cue(_CONTRAST, "ke", rf" ca{_NOT_YET}", reach=Reach.CLAUSE),
    Cue(_CONTRAST, "bat", rf" ke{_NOT_YET}", reach=Reach.CLAUSE),
    Cue(_CONTRAST, "khoi", rf" (?:noi|can biet){_NOT_YET}", reach=Reach.CLAUSE),
    Cue(_CONTRAST, "khong", rf" (?:phan biet|can biet){_NOT_YET}", reach=Reach.CLAUSE),
    Cue(
        _CONTRAST,
        "ke tinh gom lay dem",
        r"(?: (?:luon|ca|den))+(?: (?:cac|may|nhung|loai|cai|thu|tuc|tthc))* (?:chua|khong)"
        r"(?: (?:co|phat|sinh|ho|so|hs|nguoi|dan|ai|nop|dung|xai|gi|nao|duoc|he)\b){1,6}",
        reach=Reach.ITSELF,
    ),
    Cue(
        _CONTRAST,
        "co",
        r"(?: [a-z]+){1,4} hay (?:chua|khong)(?: [a-z]+){0,4} (?:cung|deu) (?:tinh|lay|dem|ke|ghi|duoc|cong)\b"
        r"(?: (?:het|ca|luon|vao)\b)*",
        reach=Reach.ITSELF,
    ),
    Cue(_CONTRAST, "khong", " phan biet"),
    # What is put together with the rest.
    Cue(_CONTRAST, "tinh dem cong", rf" gop(?: (?:ca|luon|het))?+{_NOT_OF_ALL}"),
    Cue(_CONTRAST, "gop", rf" (?:ca|luon|het){_NOT_OF_ALL}"),
    Cue(_CONTRAST, "cong", rf" (?:luon|ca|chung|them){_NOT_OF_ALL}"),
    Cue(_CONTRAST, "tinh ke", rf" (?:luon|chung)(?: ca)?+{_NOT_OF_ALL}"),
    Cue(  # forms print "(cả trực tiếp và trực tuyến)" and "(cả về Đảng và chính quyền)"
        _CONTRAST,
        "ca",
        r"(?! (?:hai|nam|quy|ky|ve dang)\b)(?![^)]* truc t(?:iep|uyen))[^)#]*? (?:va|lan|voi) [^)#]*",
        _BRACKETS,
        Reach.ITSELF,
    ),
)

# How a clause without a figure ends that puts off or leaves aside what it speaks of: "phần trăm để sau", "bcci tính riêng".
PUT_OFF = (
    r"(?: (?:thi|se|de|cu|ghi|tinh|tach|bo|bao|gui|nhap|hoi|ke|dem|cho))+ (?:sau|rieng)",
    r"(?: thi)? (?:chua|khong|khoi) (?:tinh|ke|can|hoi|dem)",
    r"(?: (?:toi|tui|em|anh|chi|minh))? biet roi",
    r" thi (?:thoi|bo qua|khoi|khong can)",
    r" la (?:(?:cai|chuyen|so|muc|dong|phan|viec) )?khac",
)

PARTICLES = r"(?: (?:nhe|nha|nhen|nghen|a|em|anh|chi|di|het|ra|roi|hen))*"  # behind those

# What ends a stretch besides a break and a figure: it goes back to what is meant ("… thì …", "… được 5", "… em hỏi …").
BACK = (
    r"(?:thi|la|ma|bao|may)(?= |$)|(?:co|con|duoc)(?=$| [,(|)#]| (?:bao|may|nhieu|nhiu)(?: |$)| mat (?:#|bao|may|la))"
    r"|(?:em|anh|chi|minh|toi|tui) (?:hoi|can|muon|xin|noi|ghi|nhap)(?= |$)"
)

# Words before a cue's first word that make another word of it: "kiểm trừ", "sử dụng", "xây dựng".
NOT_AFTER = {
    "dung": frozenset({"su", "ung", "ap", "tac", "kha", "tuyen", "tin", "xay", "noi"}),
    "tru": frozenset({"kiem", "loai", "khau", "tru", "dien", "bao"}),
}

# How a cue's first word is spelt where it has accents at all: not "khối", "ngoại", "chủ".
SPELT = {
    "chu": "chứ",
    "cho": "chớ",
    "chua": "chưa",
    "dung": "đừng",
    "khoi": "khỏi",
    "ngoai": "ngoài",
}
