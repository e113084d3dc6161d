"""About answers in somebody's own words."""

from __future__ import annotations

from html import escape

from bot.replies.reply import Button, Reply


def reason_or_figures(text: str, *, question: str, entry: str) -> Reply:
    """A text that may be the reason asked for, or figures to record."""
    return Reply(
        f"«{escape(text, quote=False)}» là lý do, hay là số liệu cần ghi?",
        (
            (
                Button("Là lý do", {"do": "is_reason", "question": question}),
                Button("Là số liệu", {"do": "store", "entry": entry}),
            ),
        ),
    )


def say_more() -> Reply:
    """Too short to be a reason."""
    return Reply("Anh/chị nêu lý do bằng một câu giúp, ví dụ: chờ số chính thức của Sở Tài chính. Thôi thì gõ /huy")
