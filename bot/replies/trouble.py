"""What is said when the bot itself failed."""

from __future__ import annotations

from bot.replies.reply import Reply


def not_processed() -> Reply:
    """A message whose turn failed each time it was tried."""
    return Reply(
        "Xin lỗi anh/chị, bot gặp lỗi nên chưa xử lý được tin nhắn này và chưa ghi gì.\n"
        "Anh/chị gửi lại giúp; nếu vẫn lỗi, xin báo Sở Nội vụ."
    )
