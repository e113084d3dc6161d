"""What is said to somebody who types where the bot has offered buttons."""

from __future__ import annotations

from html import escape

from bot.replies.reply import Reply

REFUSALS = frozenset({"Thôi", "Không", "Bỏ", "Để sau", "Chưa", "Giữ nguyên"})  # labels that leave all as it is


def no_bare_number(number: str, label: str) -> Reply:
    """A bare number may be a figure: how to choose by typing."""
    return Reply(
        f"Số «{number}» có thể là số liệu nên tôi chưa chọn giúp. Anh/chị bấm nút, hoặc gõ «chọn {number}» "
        f"({escape(label, quote=False)})."
    )
