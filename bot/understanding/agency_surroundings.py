"""What stands around the name of an agency: lists of agencies, whom something is sent to, document numbers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.catalogue import AgencyCode
from bot.understanding.agency_words import JOINERS, RECIPIENTS, SENDING
from bot.understanding.document_marks import find_document_marks
from bot.understanding.text import Mention, Word


def is_in_document_number(words: Sequence[Word], mention: Mention[AgencyCode]) -> bool:
    """Whether the code is part of a number such as 15/KH-STNMT."""
    if not {"/", "-"} & set(words[mention.first].gap):
        return False
    return any(mark.first <= mention.first < mark.last for mark in find_document_marks(words))


def is_broken(gap: str) -> bool:
    """Whether what stands between two words cannot stand inside a name."""
    return gap not in {" ", "", ", ", "-", "&"} and any(mark in gap for mark in '\n\t;:()?!"')


def is_joined(words: Sequence[Word], last: int, place: int) -> bool:
    """Whether the word at `place` goes on a list of agencies that ended before `last`."""
    between = [word.folded for word in words[last:place]]
    return all(word in JOINERS for word in between) and (bool(between) or "," in words[place].gap or "/" in words[place].gap)


def is_recipient(words: Sequence[Word], first: int) -> bool:
    """Whether the name is whom something is sent to: "gửi về Sở Nội vụ"."""
    before = [word.folded for word in words[max(0, first - 12) : first]]
    if not before:
        return False
    return before[-1] in SENDING or (before[-1] in RECIPIENTS and bool(SENDING & set(before)))
