"""Texts of more messages than anybody scrolls through go as a file, under which they begin."""

from __future__ import annotations

FILE_NAME = "danh-sach.txt"


def goes_on_in_the_file(head: str) -> str:
    """The beginning (HTML), and where the rest is."""
    return f"{head}\n<i>… Danh sách dài, xem đầy đủ trong tệp kèm theo.</i>"
