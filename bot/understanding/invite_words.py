"""What the words behind /moi say: a role, agencies, how many days the link is good for, and what names none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.people import Role
from bot.understanding.agencies import AgencyFinder
from bot.understanding.text import words_of

_ROLES = {"nhap": Role.CLERK, "xem": Role.VIEWER, "quan": Role.ADMINISTRATOR, "admin": Role.ADMINISTRATOR}
_TALK = {"cua", "cho", "va", "toan", "tinh", "han", "dung", "trong", "vong", "moi"}
_FILLING = _TALK | {"tri", "vien", "nguoi", "lieu", "don", "vi"}
_NUMBER = re.compile(r"\d+")
_DAYS = {"ngay"}


@dataclass(frozen=True, slots=True)
class InviteWords:
    """`days` None: not said; `rest`: words that name nothing known, as typed."""

    role: Role | None
    agencies: tuple[AgencyCode, ...]
    days: int | None
    rest: tuple[str, ...]


def read_invite(argument: str, agencies: AgencyFinder, today: date) -> InviteWords:
    """Role, agencies and days in any order: "nhập sct", "sct nhập 3 ngày", "quản trị"."""
    words = words_of(argument)
    found = agencies.find(words, today=today)
    taken = {place for mention in found for place in range(mention.first, mention.last)}
    role: Role | None = None
    days: int | None = None
    rest = []
    for place, word in enumerate(words):
        following = words[place + 1].folded if place + 1 < len(words) else ""
        is_filling = word.folded in _FILLING or (word.folded, following) == ("so", "lieu")
        if place in taken or is_filling or word.folded in _DAYS:
            continue
        if role is None and word.folded in _ROLES:
            role = _ROLES[word.folded]
        elif days is None and following in _DAYS and _NUMBER.fullmatch(word.folded):
            days = int(word.folded)
        else:
            rest.append(word.text)
    named = dict.fromkeys(mention.value for mention in found if mention.value != ALL_AGENCIES)
    return InviteWords(role, tuple(named), days, tuple(rest))
