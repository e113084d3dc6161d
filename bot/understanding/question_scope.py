"""Over which agencies and periods a question asks; which agencies it leaves out ("các sở trừ SYT")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.period import Period, Span
from bot.understanding.intents import same_period_of
from bot.understanding.message import Message
from bot.understanding.request import Context
from bot.understanding.text import Mention

_LEFT_OUT = re.compile(
    r"(?:(?<!nam )(?<!ky )\bngoai(?: tru)?|(?<!kiem )(?<!khau )\btru(?: ra)?|\bkhac voi"
    r"|\b(?:khong|chua|khoi|dung) (?:ke|tinh|gom|bao gom|cong|dem))"
    r"(?: (?:ca|den|cua|ben|rieng))?$"
)
_SAME = re.compile(r"\bcung ky\b")
_BEFORE = 4  # words


def agencies_asked(message: Message) -> tuple[AgencyCode, ...]:
    """The agencies named; all where only some are left out."""
    left_out = left_out_agencies(message)
    named = tuple(dict.fromkeys(mention.value for mention in message.agencies if mention not in left_out))
    others = tuple(code for code in named if code != ALL_AGENCIES)
    return others or named or ((ALL_AGENCIES,) if left_out else ())


def left_out_agencies(message: Message) -> tuple[Mention[AgencyCode], ...]:
    """Those named only to be left out: "tổng hồ sơ toàn tỉnh trừ sở y tế"."""
    return tuple(each for each in message.agencies if each.value != ALL_AGENCIES and _is_left_out(each, message))


def left_out_said(message: Message, ranges: Iterable[tuple[int, int]]) -> str:
    """What is left out, as meant: agencies, periods, and the `ranges` of words that do not only lead to one."""
    left_out: list[Mention[AgencyCode] | Mention[Period]] = [*left_out_agencies(message)]
    left_out += [each for each in message.periods if _is_left_out(each, message)]
    names = {each.first for each in left_out}
    said = [message.typed(each.first, each.last) for each in left_out]
    return ", ".join([*said, *(message.meant(first, last) for first, last in ranges if last not in names)])


def _is_left_out(mention: Mention[AgencyCode] | Mention[Period], message: Message) -> bool:
    before = " ".join(word.folded for word in message.words[max(mention.first - _BEFORE, 0) : mention.first])
    return bool(_LEFT_OUT.search(before))


def only_period(message: Message) -> Period | None:
    """The only period named, unless it is left out: "trừ quý 3"."""
    values = list(dict.fromkeys(mention.value for mention in message.periods if not _is_left_out(mention, message)))
    return values[0] if len(values) == 1 else None


def several_periods(message: Message) -> tuple[Period, ...]:
    """The periods named, when there are several."""
    values = tuple(dict.fromkeys(mention.value for mention in message.periods if not _is_left_out(mention, message)))
    return values if len(values) > 1 else ()


def period_asked(message: Message, context: Context) -> Period | None:
    """The only period that is asked about; "cùng kỳ năm 2021" is as long as the one in view."""
    only, in_view = only_period(message), context.focus.period or context.open_period
    if only is None:
        return same_period_of(message, context)
    is_same = only.span is Span.YEAR and in_view is not None and bool(_SAME.search(message.line))
    return Period(only.year, in_view.span) if is_same and in_view is not None else only
