"""What is said when the bot itself failed."""

from __future__ import annotations

from bot.replies.reply import Reply


def not_processed() -> Reply:
    """A message whose turn failed each time it was tried."""
    return Reply(
        "Xin lỗi anh/chị, tôi gặp lỗi nên chưa xử lý được tin nhắn này và chưa ghi gì.\n"
        "Anh/chị gửi lại giúp; nếu vẫn lỗi, xin báo Sở Nội vụ."
    )


def too_fast() -> Reply:
    """Far more messages than a person writes; said once, what comes meanwhile is not worked on."""
    return Reply(
        "Anh/chị gửi nhiều tin quá nhanh nên tôi tạm dừng. Tin vừa gửi chưa được xử lý, chưa ghi gì.\n"
        "Ít phút nữa anh/chị gửi lại giúp."
    )


def update_set_aside(count: int, when: str) -> Reply:
    """To administrators: messages that failed each time they were tried. `when`: the newest one's moment."""
    return Reply(
        f"Tôi gặp lỗi: <b>{count}</b> tin nhắn không xử lý được, gần nhất lúc {when}. Người gửi đã được báo.\n"
        "Anh/chị nhờ người quản máy xem nhật ký và chạy: cchc-bot doctor"
    )
