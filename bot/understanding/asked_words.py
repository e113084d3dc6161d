"""Which words of a question call a row: not those that say what is wanted of it, nor what surrounds a quoted name."""

from __future__ import annotations

import re

from bot.understanding.intents import INTENT_PATTERNS
from bot.understanding.line_patterns import Line, LinePattern
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.request import Intent

OF_WHOLE_REPORT = {Intent.MISSING, Intent.SUBMITTED, Intent.DEADLINE}
_OF_ANY_ROW = "chitieu"  # "còn thiếu chỉ tiêu nào"
_OF_REPORT = frozenset({"cchc"})  # "chưa nộp báo cáo CCHC"
_QUOTED = re.compile(r"[\"“”«‘'](?=\S)[^\"“”«»‘’'\n]+ [^\"“”«»‘’'\n]+[\"”»’']")
_ROLL_CALL = LinePattern(r"\bdiem danh\b")  # of agencies that owe a report; else of people at work
_WHO_HAS = LinePattern(
    r"\b(?:(?<!ho )so|don vi|co quan|nganh|noi)(?: nao)? co(?= )|^(?:(?:ve|xem|liet ke|danh sach|loc|tim) )*(?:nao )?co(?= )"
)  # no "có hồ sơ phát sinh"


def said_of_row(message: Message, intent: Intent, reader: Reader) -> tuple[str, ...]:
    """What is said of a row: without words that only say what is wanted."""
    said = tuple(token.name for token in reader.lexicon.tokens(words_of_row(message, intent)))
    if intent not in OF_WHOLE_REPORT:
        return said
    of_row = tuple(name for name in said if name != _OF_ANY_ROW)
    return () if set(of_row) <= _OF_REPORT else of_row


def words_of_row(message: Message, intent: Intent) -> list[str]:
    """The folded words that may call a row."""
    places = _quoted(message) or message.speaking(message.free)
    line = Line(" ".join([message.words[place].folded for place in places]))
    if intent is Intent.RANK:
        line = _WHO_HAS.sub(lambda found: f"{found[0].removesuffix('co')}#", line)
    if intent in OF_WHOLE_REPORT:
        line = _ROLL_CALL.sub(lambda _: "# #", line)
    if intent is not Intent.VALUE:
        for pattern in INTENT_PATTERNS:
            line = pattern.sub(lambda found: " ".join("#" for _ in found[0].split()), line)
    return [word for word in line.split() if word != "#"]


def surely_said(said: tuple[str, ...], intent: Intent, message: Message, reader: Reader) -> tuple[str, ...]:
    """What is said without words that were mended though something else was nearly as likely: "pci" is hardly "phí"."""
    if intent is Intent.VALUE and not any(message.words[place].is_doubtful for place in message.free):
        return said
    return message.said_at((place for place in message.free if not message.words[place].is_doubtful), reader)


def _quoted(message: Message) -> list[int]:
    """The words in quotation marks, a row's name word for word: "cái 'chỉ tiêu chuyển đổi theo quy định' là gì"."""
    found = _QUOTED.search(message.text)
    if found is None:
        return []
    return [place for place in message.free if found.start() <= message.words[place].start < found.end()]
