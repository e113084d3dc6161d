"""A message without the notes behind its values: "50 (tra cứu trên cổng)", "có. Ghi chú: hỏi lại phòng" ask nothing."""

from __future__ import annotations

import re

from bot.understanding.answers import find_answers
from bot.understanding.message import Message, cut_up
from bot.understanding.notes import Note, find_notes, may_hold_note, opens_note
from bot.understanding.reader import Reader
from bot.understanding.request import Context
from bot.understanding.spots import find_spots
from bot.understanding.text import fold

_MARKED = re.compile(r"[(\[]|\s[-–—]\s")
_ASKING = re.compile(  # "50, ghi chú là gì", "mức 3 - được bao nhiêu": what stands there does ask
    r"\?|\b(?:bao nhieu|bn|may|nhieu khong|la gi|ghi gi|viet gi|noi gi|gi (?:vay|the|a)|the nao|ra sao|o dau|khi nao|bao gio)\b"
    r"|\bsao\b|\b(?:gi|nao|dau|chua|khong)$"
)
_TO_BE_LOOKED_AT = re.compile(r"(?:nho |nhung |de |anh |chi |em |ai )*(?:hoi|xem|coi|check|kiem|ra lai|ai|phu trach)\b")


def without_notes(message: Message, context: Context, reader: Reader) -> Message:
    """The message as it would be had nobody noted anything, but for a note that asks."""
    if not (_MARKED.search(message.text) or may_hold_note(message)):
        return message
    spots = find_spots(message)
    spots = tuple(sorted((*spots, *find_answers(message, spots, reader)), key=lambda spot: spot.first))
    notes = [note for note in find_notes(message, spots, reader) if _only_explains(note, message)]
    if not notes:
        return message
    text = message.text
    for note in notes:
        text = f"{text[: note.start]}{' ' * (note.end - note.start)}{text[note.end :]}"
    words = tuple(word for word in message.words if not any(note.holds(word.start) for note in notes))
    return cut_up(text, words, context, reader)


def _only_explains(note: Note, message: Message) -> bool:
    """Whether it asks nothing and nobody, "50 - hỏi lại chị Lan"; what "ghi chú" opens is written down whatever it says."""
    said = fold(note.text)
    first = next(place for place, word in enumerate(message.words) if note.holds(word.start))
    return not _ASKING.search(said) and (opens_note(message, first) or not _TO_BE_LOOKED_AT.match(said))
