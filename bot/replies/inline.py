"""What is offered in inline mode: articles to post, or a line that leads to the bot's own chat."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from bot.domain.catalogue import Catalogue, CatalogueRow
from bot.replies.reply import Reply
from bot.replies.wording import short_text

_TITLE = 60  # characters that a phone shows
_DESCRIPTION = 110
_BULLET = re.compile(r"^[•\d.]+\s*")


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """A message that may be posted: plain title and description for the list, HTML text to post."""

    title: str
    description: str
    text: str


@dataclass(frozen=True, slots=True)
class Inlined:
    """The answers, and a line above them that opens the bot's chat (None: no line)."""

    answers: tuple[InlineAnswer, ...]
    hint: str | None = None


def readable(reply: Reply) -> InlineAnswer:
    """A reply as an article. Its buttons stay behind: they belong to the bot's own chats."""
    plain = html.unescape(re.sub(r"</?[a-z][^>]*>", "", reply.text))
    first, *rest = [line for line in plain.split("\n") if line.strip()]
    return InlineAnswer(_cut(first, _TITLE), _cut(" · ".join(_BULLET.sub("", line) for line in rest), _DESCRIPTION), reply.text)


def named(answer: InlineAnswer, row: CatalogueRow, catalogue: Catalogue) -> InlineAnswer:
    """One reading of an ambiguous question, with its heading: the others may have the same label."""
    name = short_text(row, catalogue)
    plain = html.unescape(name)
    return InlineAnswer(
        _cut(plain, _TITLE), _cut(f"{answer.title} · {answer.description}", _DESCRIPTION), f"{name}\n{answer.text}"
    )


def not_registered() -> str:
    """For a stranger."""
    return "Chỉ dành cho người đã đăng ký. Bấm để biết cách"


def nothing_asked() -> str:
    """Nothing typed yet."""
    return "Gõ câu hỏi, ví dụ: hồ sơ trả kết quả sct quý 3"


def not_understood() -> str:
    """No question that the catalogue answers; entries are no questions."""
    return "Ở đây chỉ hỏi số liệu. Bấm để nhắn riêng cho bot"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
