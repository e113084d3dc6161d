"""Questions that leave a part to the conversation: "còn quý I?", "thế sở 4T?", "so với cùng kỳ", "đơn vị nào nhiều nhất"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, IndicatorId
from bot.understanding.lexicon import is_unknown
from bot.understanding.line_patterns import LinePattern
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Context, Focus, Intent, Question

_STARTS = LinePattern(
    r"^(?:the |vay |a )?(?:con|the|vay|rieng|roi)\b|\bthi sao\b|\bcung ky\b|\bve di\b|^so voi\b|\bthi (?:bao nhieu|the nao)\b"
)
_ALONE = re.compile(
    r"(?:con |the |vay )?cung ky(?: cua)?(?: nam)? ?(?:truoc|ngoai|roi)?(?: (?:thi sao|the nao|bao nhieu|sao|nhe|a))*"
)
_THIS_ROW = LinePattern(  # "mục đó" reads like "mức độ", "số đó" like "sơ đồ"
    r"\b(?:chi tieu|cai|dong) (?:nay|do|ay)\b|\b(?:so|muc) (?:nay|ay)\b"
)
_BESIDE = LinePattern(r"\bso (?:sanh )?(?:voi|vs)\b")
_BEFORE = LinePattern(r"\b(?:quy|ky|dot) (?:lien )?truoc\b")
_AS_WELL = 0.9  # of the best score: what the conversation is about decides between rows that fit nearly alike
_WHOLE_PROVINCE = {Intent.RANK, Intent.TOTAL}


def follow_up(
    question: Question, said: tuple[str, ...], message: Message, context: Context, *, is_weak: bool
) -> Question | None:
    """The question with its indicator, agency and period from the focus; None when it names its own or there is no focus.

    `said`: what is said of a row; `is_weak`: no row fits it well.
    """
    focus = context.replied_to or context.focus
    if focus.indicator is None or not is_weak or question.intent in {Intent.SUBMITTED, Intent.DEADLINE}:
        return None
    if question.intent is Intent.MISSING and not is_this_row(message):
        return None
    named = bool(question.agencies or question.period or question.periods or message.same_period or question.every_period)
    starts = bool(_STARTS.search(message.line)) or is_this_row(message)
    if said and not starts and not (question.intent in _WHOLE_PROVINCE and not any(is_unknown(name) for name in said)):
        return None
    if not (named or starts or question.intent is not Intent.VALUE):
        return None
    period, periods = question.period, question.periods
    if message.same_period and focus.period is not None and _ALONE.fullmatch(message.line):
        question, period = replace(question, intent=Intent.VALUE), focus.period.same_last_year
    elif message.same_period and focus.period is not None:
        periods = (focus.period.same_last_year, focus.period)
    elif focus.period is not None and period is not None and _BESIDE.search(message.line):
        other = focus.period.previous if _BEFORE.search(message.line) else period  # before what is being looked at
        periods, period = ((other, focus.period), None) if other != focus.period else ((), period)
    elif period is None and not periods and not question.every_period:
        period = focus.period
    return replace(
        question,
        candidates=(Candidate(focus.indicator, 1.0),),
        certain=True,
        agencies=_agencies(question, message, focus),
        period=period,
        periods=periods,
        follow_up=True,
    )


def is_this_row(message: Message) -> bool:
    """Whether the row in view is pointed at: "chỉ tiêu này nghĩa là gì"."""
    return bool(_THIS_ROW.search(message.line))


def _agencies(question: Question, message: Message, focus: Focus) -> tuple[AgencyCode, ...]:
    """Those named, beside the one in focus for "so với sở 4T"; else that one, unless agencies are compared with each other."""
    if focus.agency is None or question.intent in _WHOLE_PROVINCE:
        return question.agencies
    is_beside = (
        question.intent is Intent.COMPARE and bool(_BESIDE.search(message.line)) and ALL_AGENCIES not in question.agencies
    )
    if not question.agencies or (is_beside and focus.agency not in question.agencies):
        return (focus.agency, *question.agencies)
    return question.agencies


def settled(found: Found, context: Context, reader: Reader) -> Found:
    """Twins decided by what the replied-to message or the conversation is about."""
    about = context.replied_to or context.focus
    rows = [row_id for row_id in (about.indicator, *about.written) if row_id is not None and row_id in reader.known]
    if len(found.rivals) < len(("one", "other")) or not rows:
        return found
    families = {reader.catalogue.row(row_id).parent for row_id in rows}
    mine: list[IndicatorId] = [row_id for row_id in rows if row_id in found.rivals]
    mine = mine or [row_id for row_id in found.rivals if reader.catalogue.row(row_id).parent in families]
    scores = {each.indicator: each.score for each in found.candidates}
    if len(mine) != 1 or scores.get(mine[0], 0.0) < _AS_WELL * found.score:
        return found
    order = sorted(found.candidates, key=lambda each: each.indicator != mine[0])
    return replace(found, candidates=tuple(order), rivals=(mine[0],))
