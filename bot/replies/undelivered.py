"""To administrators: whom the bot could not reach, and what they can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.domain.catalogue import Catalogue
from bot.domain.outgoing import Undelivered
from bot.domain.people import Person
from bot.replies.reply import Reply, bold

# Telegram's words → ours; the first that is found counts
_REASONS = (
    ("blocked by the user", "đã chặn bot"),
    ("deactivated", "tài khoản Telegram không còn"),
    ("can't initiate", "chưa nhắn cho bot lần nào"),
    ("kicked", "bot bị đưa ra khỏi nhóm"),
    ("not a member", "bot không còn trong nhóm"),
    ("rights", "nhóm không cho bot nhắn tin"),
    ("chat not found", "không còn cuộc trò chuyện này"),
)


def undelivered(
    failures: Sequence[Undelivered], people: Mapping[int, Person | None], groups: Mapping[int, str], catalogue: Catalogue
) -> Reply:
    """One digest: closed chats by name and reason, then messages that failed for another reason."""
    closed = [failure for failure in failures if failure.closed]
    failed = [failure for failure in failures if not failure.closed]
    lines = []
    if closed:
        lines.append(f"Tôi không nhắn được cho {bold(str(len(closed)))} nơi:")
        lines += [f"• {_who(each.chat_id, people, groups, catalogue)}: {_reason(each.reason)}" for each in closed]
        lines.append("Người chặn bot phải tự mở lại; nhóm thì thêm bot vào rồi gõ /dangky.")
    if failed:
        count = sum(failure.messages for failure in failed)
        lines.append(f"{bold(str(count))} tin gửi không thành, tôi đã thôi gửi lại:")
        lines += [
            f"• {_who(each.chat_id, people, groups, catalogue)}: {each.messages} tin"
            f" (<code>{escape(each.reason, quote=False)}</code>)"
            for each in failed
        ]
    return Reply("\n".join(lines))


def _who(chat_id: int, people: Mapping[int, Person | None], groups: Mapping[int, str], catalogue: Catalogue) -> str:
    """`Nguyễn Văn A (SCT)`, `nhóm CCHC tỉnh`; the number of a chat that nobody is registered for."""
    person = people.get(chat_id)
    if person is not None:
        known = {agency.code: agency.short for agency in catalogue.agencies}
        agencies = ", ".join(known[code] for code in person.agencies if code in known)
        return escape(f"{person.name} ({agencies})" if agencies else person.name, quote=False)
    if chat_id in groups:
        return escape(f"nhóm {groups[chat_id]}", quote=False)
    return f"{'nhóm' if chat_id < 0 else 'người dùng'} {chat_id}"


def _reason(reason: str) -> str:
    return next((ours for theirs, ours in _REASONS if theirs in reason.lower()), "Telegram từ chối")
