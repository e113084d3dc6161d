"""What a message names only to say that it is not meant: the stretch, and whether it is taken away from the figure."""

from __future__ import annotations

import time

import pytest

from bot.understanding.negated import Kind, find_negated
from bot.understanding.negations import with_plain_no
from bot.understanding.text import Word, words_of

EXCLUDED = [  # message, what is taken away
    ("hồ sơ tiếp nhận không tính bcci 50", "không tính bcci"),
    ("chưa kể đơn vị trực thuộc thì có 12 thủ tục", "chưa kể đơn vị trực thuộc"),
    ("thủ tục đang áp dụng, trừ mức 3, 4 là bao nhiêu", "trừ mức 3, 4"),
    ("ngoài bưu điện, nhận được mấy bộ", "ngoài bưu điện"),
    ("bỏ hồ sơ nộp tại quầy ra, còn 655 bộ", "bỏ hồ sơ nộp tại quầy ra"),
    ("hồ sơ 50 khong tih bcci", "khong tih bcci"),
    ("hồ sơ tiếp nhận 12, k tính bcci", "k tính bcci"),
    ("thủ tục chưa bao gồm dịch vụ công là 12", "chưa bao gồm dịch vụ công"),
    ("số phòng của sở, chưa kể chi cục, trung tâm, là mấy", "chưa kể chi cục, trung tâm"),
    ("ngoài bưu điện ra tiếp nhận bao nhiêu hồ sơ", "ngoài bưu điện ra"),
    ("văn bản đi ngoại trừ văn bản giấy là 320", "ngoại trừ văn bản giấy"),
    ("hồ sơ nhận trừ đi bcci còn 45", "trừ đi bcci"),
]
CONTRASTED = [  # message, what is named to be told from what is meant
    ("hồ sơ trả 702, đừng nhầm với hồ sơ nhận", "đừng nhầm với hồ sơ nhận"),
    ("biên chế có mặt 57 chứ không phải được giao", "chứ không phải được giao"),
    ("hồ sơ đã trả, không phải hồ sơ nhận, là bao nhiêu", "không phải hồ sơ nhận"),
    ("kiểm tra phân cấp chớ hổng tính thanh tra, 3 xã", "chớ hổng tính thanh tra"),
    ("văn bản điện tử chứ không văn bản giấy", "chứ không văn bản giấy"),
    ("biên chế được giao là mấy, phần trăm tinh giản để sau", "phần trăm tinh giản để sau"),
    ("bcci tính riêng nha, hồ sơ nhận mấy bộ", "bcci tính riêng nha"),
    ("cho số biên chế tinh giản, không lấy tỷ lệ", "không lấy tỷ lệ"),
    ("không hỏi hồ sơ nhận em hỏi hồ sơ trả", "không hỏi hồ sơ nhận"),
    ("dòng đứng dưới dòng chi đầu tư thì 3 đơn vị", "đứng dưới dòng chi đầu tư"),
    ("thủ tục mức 4 kể cả chưa phát sinh hồ sơ là mấy", "kể cả chưa phát sinh hồ sơ là mấy"),
    ("tỷ lệ tinh giản thì thôi, biên chế được giao mấy", "tỷ lệ tinh giản thì thôi"),
    ("hồ sơ trả 210, hồ sơ nhận là chuyện khác", "hồ sơ nhận là chuyện khác"),
    ("số hồ sơ đã trả, khác với hồ sơ nhận, là bao nhiêu", "khác với hồ sơ nhận"),
    ("lấy biên chế có mặt thay vì được giao là 57", "thay vì được giao"),
    ("bỏ qua phần trăm tinh giản, biên chế có mặt mấy", "bỏ qua phần trăm tinh giản"),
    ("hồ sơ nhận chứ đâu phải hồ sơ trả là 210", "chứ đâu phải hồ sơ trả"),
    ("khỏi cần bcci, hồ sơ nhận mấy bộ", "khỏi cần bcci"),
    ("có hồ sơ hay chưa cũng tính hết", "có hồ sơ hay chưa cũng tính hết"),
    ("kỷ luật lãnh đạo (cả trưởng phòng và phó phòng) 2", "cả trưởng phòng và phó phòng"),
]
MEANT = [  # rows' own words, other words spelt alike, a question, a break
    "viên chức không phải lãnh đạo bị kỷ luật 2",
    "công chức không phải thi tuyển được nhận 2",
    "chưa công bố iso",
    "có lấy ý kiến người dân không",
    "đơn vị tự chủ không mấy cái",
    "khối tính theo huyện 5",
    "ung dung cong nghe thong tin",
    "su dung lay so tu tinh",
    "don vi tu chu khong may cai",
    "kiểm trừ dịch bệnh",
    "ngoài ra có 5 hồ sơ",
    "hồ sơ trả 702 chứ không phải 720",
    "có kèm giấy không, tỷ lệ bao nhiêu",
    "tổng hồ sơ (cả trực tiếp và trực tuyến) 50",
    "biên chế có mặt thay vì 50 là 57",
    "phe duyet thay vi tri viec lam",
    "tiep nhan may bo qua buu dien",
    "nhiệm vụ khác là 5",
    "phát hiện mấy vấn đề thì thôi",
    "khác với cùng kỳ, hồ sơ nhận bao nhiêu",
    "bốn chỗ đó tính luôn cả năm",
    "có kế hoạch chưa, tính đến nay mấy cái",
]


def _stretches(text: str, kind: Kind) -> list[str]:
    words = with_plain_no(words_of(text))
    found = [each for each in find_negated(words) if each.kind is kind]
    return [text[words[each.first].start : words[each.last - 1].end] for each in found]


@pytest.mark.parametrize(("text", "stretch"), EXCLUDED)
def test_what_is_taken_away_is_an_exclusion(text: str, stretch: str) -> None:
    assert _stretches(text, Kind.EXCLUSION) == [stretch]


@pytest.mark.parametrize(("text", "stretch"), CONTRASTED)
def test_what_is_told_apart_takes_nothing_away(text: str, stretch: str) -> None:
    assert _stretches(text, Kind.CONTRAST) == [stretch]
    assert _stretches(text, Kind.EXCLUSION) == []


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_left_alone(text: str) -> None:
    assert find_negated(with_plain_no(words_of(text))) == ()


def test_a_stretch_ends_where_a_period_or_an_agency_begins() -> None:
    words = words_of("không kể bcci quý 3 mấy hồ sơ")
    assert [(each.first, each.last) for each in find_negated(words, ends=[3])] == [(0, 3)]


@pytest.mark.parametrize(
    "part", ["không ", "ke ca a ", "(ca a ", "co a hay chua ", "chua tinh a, ", "muc 3, ", "de sau ", "bo ho a "]
)
def test_a_long_message_is_walked_at_once(part: str) -> None:
    words = words_of((part * 4096)[:4096])
    begun = time.process_time()
    find_negated(words)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("k có hồ sơ nào", [0]),
        ("hồ sơ 12, k tính bcci (k kể bưu điện)", [3, 6]),
        ("bên em hem có, hổng có, hong có, chẳng có", [2, 4, 6, 8]),
        ("bưu điện Hồng Ngự bị hỏng máy 12k 2 k 3 kg", []),
    ],
)
def test_each_way_to_say_no_is_read_as_one_and_a_thousand_as_none(text: str, plain: list[int]) -> None:
    def noes(words: tuple[Word, ...]) -> list[int]:
        return [place for place, word in enumerate(words) if word.folded == "khong"]

    assert noes(with_plain_no(words_of(text))) == plain
