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
