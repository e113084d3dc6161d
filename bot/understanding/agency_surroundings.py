"""What stands around the name of an agency: lists of agencies, whom something is sent to, document numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.understanding.agency_words import DOING, JOINERS, NO_NAME_AFTER, OWNING, RECIPIENTS, SENDING
from bot.understanding.document_marks import find_document_marks
from bot.understanding.text import Mention, Word, has_accents

_LEAST_BEFORE = 3  # words that say what is asked, before whose it is
_PERIOD = re.compile(
    r"quy\b|q ?[1-4i]|q$|ky\b|nam\b|20\d\d|trong (?:quy|nam|ky)\b|h[12]\b|0?[369] ?t|dau nam|cuoi nam|nua (?:dau|cuoi|nam)"
)
_COUNTED = re.compile(
    r"\b(?:bao nhieu|may|bn) (?:ho so|hs|tthc|thu tuc|van ban|vb|vbqppl|phieu|nhiem vu|bien che|don vi|phong|tin|bai|cong chuc"
    r"|vien chuc|lanh dao|van de|y kien|tai khoan|phan tram|chung thu|phan mem|%)(?![a-z])"
)


def label_runs(catalogue: Catalogue, reading: Callable[[str], Sequence[Word]]) -> set[tuple[str, ...]]:
    """Two and three words side by side in names of rows: "kế hoạch", "lao động" there are no agency's."""
    labels = {label for row in catalogue.rows for label in (row.label, *row.labels, *row.aliases)}
    spelt = [[word.folded for word in reading(label)] for label in labels]
    runs = ((pairwise(label), zip(label, label[1:], label[2:], strict=False)) for label in spelt)
    return {run for of_label in runs for those in of_label for run in those}


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


def is_owner(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "của" stands before the name and nothing of the row behind it: "tỷ lệ hài lòng của giáo dục quý 3"."""
    if not first or words[first - 1].folded != "cua" or words[first].gap != " ":
        return False
    rest = " ".join(word.folded for word in words[last : last + 3])
    return not rest or bool(_PERIOD.match(rest)) or words[last].gap.strip() in {",", ".", "?", ";"}


def is_recipient(words: Sequence[Word], first: int) -> bool:
    """Whether the name is whom something is sent to: "gửi về Sở Nội vụ"."""
    before = [word.folded for word in words[max(0, first - 12) : first]]
    if not before:
        return False
    return before[-1] in SENDING or (before[-1] in RECIPIENTS and bool(SENDING & set(before)))


def is_body(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "so nv", "so tttt" without accents is an agency and no "số …": the figure is its own, or it does something."""
    before = words[first - 1].folded if first else ""
    rest = " ".join([word.folded for word in words[last:]])
    ends = not rest or "," in words[last].gap or bool(_PERIOD.match(rest))
    if before in OWNING or (first and "," in words[first].gap):
        return ends or rest.split()[0] in DOING
    if rest and rest.split()[0] in DOING and _COUNTED.search(rest):
        return True
    return ends and first >= _LEAST_BEFORE and before not in NO_NAME_AFTER


def are_parts(words: Sequence[Word], last: int) -> bool:
    """Whether the bodies that end before `last` are parts of one: "các đơn vị con", "các đơn vị bên dưới", not "còn thiếu"."""
    if last >= len(words):
        return False
    word, after = words[last], words[last + 1].folded if last + 1 < len(words) else ""
    if word.folded == "con":
        return word.text.lower() == "con" and (
            has_accents(" ".join([each.text for each in words])) or after in OWNING | {"truc"}
        )
    return (word.folded == "duoi" and not after[:1].isdigit()) or (word.folded in OWNING and after == "duoi")
