"""How a file that this program wrote is known again: by keywords, which Word, Excel and LibreOffice keep, and columns."""

MARK = "cchc-bot phu-luc 1"  # the number counts up when files are laid out otherwise than before
COLUMNS = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú")  # CSV has no keywords
