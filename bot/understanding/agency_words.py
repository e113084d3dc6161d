"""Words around the names of agencies. Data only, folded; the names themselves are in indicators.yaml."""

from __future__ import annotations

from itertools import product

OUTRIGHT = (
    ("so",),
    ("ban",),
    ("bql",),
    ("van", "phong"),
    ("vp",),
    ("thanh", "tra"),
    ("co", "quan"),
    ("ben",),
    ("nganh",),
    ("s",),
)
JOINERS = frozenset({"va", "voi", "cung", "con", "so", "hoac", "hay", "lan"})  # between two agencies, "so với" included
BASES = frozenset({"co", "tru", "ho", "tong", "chi", "dan"})  # cơ sở, trụ sở, hồ sơ, tổng số: no "sở" of an agency
NOT_AFTER = frozenset({"bo", "phong", "vuc", "hiem", "can", "vu"})  # Bộ Nội vụ, phòng tư pháp, lĩnh vực y tế, bảo hiểm y tế
OWNING = frozenset({"cua", "o", "tai", "ben", "thuoc"})  # what follows is whose the figure is
# what a body does: "so ct tra kết quả …", unlike "so nv hoàn thành"
DOING = frozenset(
    {"tiep", "tra", "co", "da", "dang", "duoc", "giai", "ban", "ra", "gui", "nop", "lam", "trien", "thuc", "cong"}
)
DOING |= {"bo", "xu", "nhan", "dat", "tuyen", "moi"}
# before "so nv quý 3": what is asked for follows, so that it is "số"
NO_NAME_AFTER = frozenset(
    {"xem", "hoi", "biet", "xin", "bao", "cao", "tong", "hop", "la", "thong", "ke", "gui", "lay", "tra", "cuu"}
)
NO_NAME_AFTER |= {"co", "duoc", "giup", "em", "anh", "chi", "them", "va", "het", "cac"}
SENDING = frozenset({"gui", "trinh", "nop"})
RECIPIENTS = frozenset({"ve", "cho", "den", "len", "qua", "toi"})
WITHIN = frozenset({"va", "cua"})  # said inside a name or left out: "thanh tra của tỉnh"
PLACED_BEHIND = (("van", "phong"),)  # "UBND tỉnh, văn phòng": what may follow what it belongs to
EVERYDAY_CODES = frozenset({"kcn", "tttt", "tbxh", "ptnt"})  # also written for other things
# các đơn vị trực thuộc, sự nghiệp, hành chính, cấp xã: parts of an agency
NOT_ALL_BEFORE = frozenset({"truc", "su", "sn", "sncl", "thuoc", "hanh", "cap", "cung", "tu", "nha", "ngang", "nho"})
MOST_RANKED = 30  # "top 5 sở"

_WHOLE = ("toan tinh", "ca tinh", "toan bo tinh", "khap tinh")
_ALL = ("cac", "tat ca cac", "tat ca", "toan bo cac", "toan bo", "moi", "tung", "toan the cac", "het thay cac")
_BODIES = ("so", "so nganh", "so ban nganh", "don vi", "co quan", "co quan don vi", "don vi so nganh", "dv", "cq dv")
_TOP = tuple(f"top {number}" for number in range(1, MOST_RANKED))
ALL_PHRASES = (*_WHOLE, *(f"{every} {bodies}" for every, bodies in product((*_ALL, *_TOP), _BODIES)))

# Bodies of the province and of the state that send no report here, as they are written; "sở" of other provinces among them.
OUTSIDERS = (
    *("công an", "công an tỉnh", "bộ chỉ huy quân sự", "bộ chỉ huy quân sự tỉnh", "bộ đội biên phòng", "tỉnh đội"),
    *("cục thuế", "cục thuế tỉnh", "chi cục thuế", "cục hải quan", "cục thống kê", "kho bạc", "kho bạc nhà nước"),
    *("bảo hiểm xã hội", "bảo hiểm xã hội tỉnh", "bhxh", "bhxh tỉnh", "ngân hàng nhà nước", "điện lực", "công ty điện lực"),
    *("tòa án", "toà án", "tòa án nhân dân tỉnh", "viện kiểm sát", "viện kiểm sát nhân dân tỉnh", "cục thi hành án"),
    *("tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh uỷ", "thành uỷ", "huyện uỷ", "ban tổ chức tỉnh ủy", "hđnd tỉnh"),
    *("tỉnh đoàn", "đoàn thanh niên", "hội nông dân", "hội phụ nữ", "hội liên hiệp phụ nữ", "hội cựu chiến binh"),
    *("mặt trận tổ quốc", "ủy ban mặt trận tổ quốc", "liên đoàn lao động", "liên đoàn lao động tỉnh", "liên minh hợp tác xã"),
    *("sở ngoại vụ", "sở quy hoạch kiến trúc", "sở quy hoạch và kiến trúc", "sở an toàn thực phẩm", "sở cảnh sát"),
    *("văn phòng chính phủ", "thanh tra chính phủ", "bộ nội vụ", "bộ tài chính", "bộ tư pháp", "bộ y tế", "bộ công thương"),
    *("bộ xây dựng", "bộ giao thông vận tải", "bộ khoa học và công nghệ", "bộ thông tin và truyền thông", "bộ công an"),
    *("cả nước", "toàn quốc", "tỉnh bạc liêu", "tỉnh trà vinh", "tỉnh hậu giang", "tỉnh kiên giang", "tỉnh vĩnh long"),
    *("bộ kế hoạch và đầu tư", "bộ giáo dục và đào tạo", "bộ tài nguyên và môi trường", "bộ ngoại giao", "bộ quốc phòng"),
    *("bộ nông nghiệp và phát triển nông thôn", "bộ lao động thương binh và xã hội", "bộ văn hóa thể thao và du lịch"),
)
