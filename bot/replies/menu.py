"""The menu of commands that Telegram shows, by who looks at it."""

from __future__ import annotations

from bot.domain.people import Person, Role

_START = ("start", "Bắt đầu")
_HELP = ("help", "Cách hỏi và nhập số liệu")
_ME = ("toi", "Quyền của tôi")
_DUE = ("lich", "Hạn nộp báo cáo")
_ENTER = ("nhap", "Nhập từng chỉ tiêu còn trống")
_BLANK = ("thieu", "Chỉ tiêu còn thiếu")
_SUMMARY = ("tonghop", "Tổng hợp kỳ báo cáo")
_CHECK = ("kiemtra", "Kiểm tra chỗ chưa khớp")
_HISTORY = ("lichsu", "Ai sửa gì, khi nào")
_UNDO = ("hoantac", "Hoàn tác lần ghi gần nhất")
_EXPORT = ("xuat", "Xuất phụ lục Word, Excel")
_SUBMIT = ("nop", "Nộp báo cáo")
_REPORT = ("baocao", "Báo cáo đang ở bước nào")
_REVIEW = ("duyet", "Duyệt, trả lại báo cáo")
_REOPEN = ("molai", "Mở lại báo cáo đã khóa")
_CANCEL = ("huy", "Bỏ câu hỏi đang chờ")
_INVITE = ("moi", "Mời người dùng")
_PEOPLE = ("nguoi", "Người dùng và quyền")
_DUTIES = ("viec", "Việc của tôi")
_DISTRIBUTE = ("giao", "Chia việc trong đơn vị")
_ALIASES = ("bidanh", "Cách gọi bot chưa hiểu")
_MOVE = ("han", "Đổi hạn nộp, mở kỳ báo cáo")
_REMIND = ("nhac", "Cách nhắc từng đơn vị")
_REGISTER = ("dangky", "Gắn nhóm này với đơn vị")

STRANGERS_MENU = (_START,)
GROUP_MENU = (_HELP, _DUE, _BLANK, _SUMMARY, _EXPORT, _REGISTER)


def menu_of(person: Person) -> tuple[tuple[str, str], ...]:
    """Commands and their descriptions in a private chat, most used first; a viewer sees nothing that enters."""
    if not person.grants:
        return STRANGERS_MENU
    entering = (_ENTER, _DUTIES, _BLANK, _CHECK, _SUBMIT, _REPORT, _HISTORY, _UNDO, _DISTRIBUTE, _CANCEL)
    enters = entering if person.has(Role.CLERK) else ()
    administers = (_REVIEW, _REOPEN, _INVITE, _PEOPLE, _MOVE, _REMIND, _ALIASES) if person.has(Role.ADMINISTRATOR) else ()
    return (*enters, *administers, _DUE, _SUMMARY, _EXPORT, _ME, _HELP)
