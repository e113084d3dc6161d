"""Questions: which rows are asked about, by which intent, over which agencies and periods; and what is no question of ours."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.catalogue import ALL_AGENCIES, AgencyCode, IndicatorId, RowKind, ValueType
from bot.domain.period import Period
from bot.understanding.intents import INTENT_PATTERNS, intent_of, is_descending, limit_of, threshold_of
from bot.understanding.lexicon import is_unknown
from bot.understanding.matching import NOTHING, Found, match
from bot.understanding.message import Message
from bot.understanding.periods import find_every_period
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Context, Focus, Intent, Question, Unknown, UnknownKind

_CERTAIN = 0.42  # score from which the best row is answered
_EXPLAINED = 0.52  # share of the informative words that it must explain
_NEAR = 0.34  # score from which a row is worth naming in a refusal
_READINGS = 5
_FOLLOW_UP = re.compile(
    r"^(?:the |vay |a )?(?:con|the|vay|rieng|roi)\b|\bthi sao\b|\bcung ky\b|\bve di\b|^(?:so voi|cung ky)\b|\bthi (?:bao nhieu|the nao)\b"
)
_WHOLE_REPORT = {Intent.MISSING, Intent.SUBMITTED, Intent.DEADLINE}
_THANKS = re.compile(r"\bcam on\b|\bcam ta\b|\bthanks?\b|\bthank you\b|\bcam un\b|\btks\b")
_MEANING = re.compile(r"\bnghia\b|\btinh\b|\bhieu\b|\bdinh nghia\b|\bkhai niem\b")
_TALK = re.compile(r"\b(?:chao|hello|hi|alo|xin chao|ok|oke|okie|da|vang|uh|um|hihi|haha|khoe khong|an com|an sang)\b")


def read_question(message: Message, context: Context, reader: Reader, *, asking: bool) -> Question | Unknown:
    """Read a message that holds no value to be stored."""
    intent = intent_of(message)
    said = _without_intent(message, intent, reader)
    among = _among(context, message, reader)
    found = match(said, reader=reader, among=among) if said else NOTHING
    if found.best is None and among is not None:
        found = match(said, reader=reader)
    found = _without_headings(_settled(found, message, context, reader), reader)
    question = Question(
        intent,
        found.candidates,
        certain=True,
        agencies=_agencies(message),
        period=_period(message, context),
        periods=_periods(message),
        every_period=find_every_period(message.words) is not None,
        descending=is_descending(message),
        limit=limit_of(message),
        threshold=threshold_of(message),
    )
    if intent is Intent.DEFINE and _is_answered(found, message, reader):
        question = replace(question, intent=Intent.VALUE)
    follow_up = _follow_up(question, found, message, context)
    if follow_up is not None:
        return follow_up
    if intent in _WHOLE_REPORT and (not said or found.score < _CERTAIN or found.explained < _EXPLAINED):
        return replace(question, candidates=())
    if found.best is None or found.score < _CERTAIN or found.explained < _EXPLAINED:
        return _unknown(found, message, said, asking=asking)
    if found.is_alone:
        return question
    rivals = tuple(each for each in found.candidates if each.indicator in found.rivals)[:_READINGS]
    return replace(question, candidates=rivals, certain=False)


def _is_answered(found: Found, message: Message, reader: Reader) -> bool:
    """ "hình thức khảo sát của sở y tế quý 4 là gì" asks for the answer, not for the meaning."""
    if found.best is None or not (message.agencies or message.periods) or _MEANING.search(message.line):
        return False
    return reader.catalogue.row(found.best).type in (ValueType.CODE, ValueType.FLAG)


def _without_intent(message: Message, intent: Intent, reader: Reader) -> tuple[str, ...]:
    """What is said of a row: without words that only say what is wanted."""
    words = [message.words[place].folded for place in message.free]
    line = " ".join(words)
    if intent is not Intent.VALUE:
        for pattern in INTENT_PATTERNS:
            line = pattern.sub(lambda found: " ".join("#" for _ in found[0].split()), line)
    kept = [word for word in line.split() if word != "#"]
    return tuple(token.name for token in reader.lexicon.tokens(kept))


def _among(context: Context, message: Message, reader: Reader) -> set[IndicatorId] | None:
    """Rows that some form prints for the named period's year; all when none is named."""
    del context
    if not message.periods:
        return None
    years = {mention.value for mention in message.periods}
    printed = {row.id for period in years for row in reader.catalogue.form_for(period).rows}
    always = {row.id for row in reader.catalogue.rows if not reader.known[row.id].is_printed}
    return printed | always


def _without_headings(found: Found, reader: Reader) -> Found:
    """A heading that fits no better than a row below it gives way to that row."""
    rows = [row_id for row_id in found.rivals if reader.catalogue.row(row_id).kind is RowKind.INDICATOR]
    if not rows or len(rows) == len(found.rivals):
        return found
    below = {above.id for row_id in rows for above in reader.catalogue.ancestors(row_id)}
    rivals = tuple(row_id for row_id in found.rivals if row_id not in below)
    order = sorted(found.candidates, key=lambda each: each.indicator in below)
    return replace(found, candidates=tuple(order), rivals=rivals)


def _settled(found: Found, message: Message, context: Context, reader: Reader) -> Found:
    """Twins decided by what the replied-to message or the conversation is about."""
    about = context.replied_to or (context.focus if found.rivals and len(found.rivals) > 1 else None)
    if about is None or about.indicator is None or about.indicator not in reader.known or found.is_alone:
        return found
    family = reader.catalogue.row(about.indicator).parent
    mine = [row_id for row_id in found.rivals if reader.catalogue.row(row_id).parent == family or row_id == about.indicator]
    if len(mine) != 1 or not message.words:
        return found
    first = tuple(each for each in found.candidates if each.indicator == mine[0])
    return replace(
        found, candidates=first + tuple(each for each in found.candidates if each.indicator != mine[0]), rivals=(mine[0],)
    )


def _agencies(message: Message) -> tuple[AgencyCode, ...]:
    named = tuple(dict.fromkeys(mention.value for mention in message.agencies))
    others = tuple(code for code in named if code != ALL_AGENCIES)
    return others or named


def _period(message: Message, context: Context) -> Period | None:
    """The only period named; "cùng kỳ" alone is the year before the one in focus."""
    del context
    values = list(dict.fromkeys(mention.value for mention in message.periods))
    return values[0] if len(values) == 1 else None


def _periods(message: Message) -> tuple[Period, ...]:
    values = tuple(dict.fromkeys(mention.value for mention in message.periods))
    return values if len(values) > 1 else ()


def _follow_up(question: Question, found: Found, message: Message, context: Context) -> Question | None:
    """A question that leaves its indicator to the conversation: "còn quý I?", "thế sở 4T?", "so với cùng kỳ"."""
    focus = context.replied_to or context.focus
    if focus.indicator is None or question.intent in {Intent.SUBMITTED, Intent.DEADLINE}:
        return None
    named = bool(question.agencies or question.period or question.periods or message.same_period or question.every_period)
    weak = found.best is None or found.score < _CERTAIN or found.explained < _EXPLAINED
    starts = _FOLLOW_UP.search(message.line)
    known = [name for name in message.said if not is_unknown(name)]
    if not weak or (known and not starts) or not (named or starts or question.intent is not Intent.VALUE):
        return None
    if any(is_unknown(name) for name in message.said) and not starts:
        return None
    period = question.period
    periods = question.periods
    if message.same_period and focus.period is not None:
        periods = (focus.period.same_last_year, focus.period)
    elif period is None and not periods and not question.every_period:
        period = focus.period
    return replace(
        question,
        candidates=(Candidate(focus.indicator, 1.0),),
        agencies=question.agencies or _focused(question, focus),
        period=period,
        periods=periods,
        follow_up=True,
    )


def _focused(question: Question, focus: Focus) -> tuple[AgencyCode, ...]:
    if question.intent in {Intent.RANK, Intent.TOTAL} or focus.agency is None:
        return ()
    return (focus.agency,)


def _unknown(found: Found, message: Message, said: tuple[str, ...], *, asking: bool) -> Unknown:
    """Small talk, or something that the catalogue does not have, with what is nearest."""
    if _THANKS.search(message.line):
        return Unknown(UnknownKind.THANKS)
    wanted = [name for name in said if not is_unknown(name)]
    subject = asking or message.periods or message.agencies
    if wanted and (subject or found.score >= _NEAR):
        nearest = tuple(each for each in found.candidates if each.score >= _NEAR)[:3]
        return Unknown(UnknownKind.NOT_IN_CATALOGUE, nearest)
    if subject and any(is_unknown(name) for name in said):
        return Unknown(UnknownKind.NOT_IN_CATALOGUE)
    if _TALK.search(message.line):
        return Unknown(UnknownKind.SMALL_TALK)
    return Unknown(UnknownKind.NOTHING)
