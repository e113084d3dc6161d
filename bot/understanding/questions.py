"""Questions: which rows are asked about, by which intent, over which agencies and periods; and what is no question of ours."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.catalogue import ALL_AGENCIES, IndicatorId, RowKind, ValueType
from bot.understanding.asked_words import OF_WHOLE_REPORT, said_of_row, surely_said
from bot.understanding.drawing import wants_chart, wants_progress
from bot.understanding.follow_ups import follow_up, is_this_row, settled
from bot.understanding.intents import asks_which_agency, is_descending, limit_of, threshold_of
from bot.understanding.kinds_asked import of_kind_asked
from bot.understanding.lexicon import is_unknown
from bot.understanding.line_patterns import LinePattern
from bot.understanding.matching import NOTHING, Found, match
from bot.understanding.message import Message
from bot.understanding.named import counts_another, is_contrary, is_denied, is_named, is_undone, left_out, within_section
from bot.understanding.other_answers import wants_no_figure
from bot.understanding.people import of_people
from bot.understanding.periods import find_every_period
from bot.understanding.question_scope import agencies_asked, left_out_said, only_period, period_asked, several_periods
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Chart, Context, Intent, Question, Unknown, UnknownKind
from bot.understanding.resembling import by_likeness

_NEAR = 0.34  # score from which a row is worth naming in a refusal
_ROW_AS_WELL = 0.8  # share of a heading's explanation from which its rows go before it when something is counted
_ROUNDING = 1e-9
_HEADING_NAMED = 0.8  # score of a heading that stands for its rows
_SAID_WHOLLY = 0.68  # share of the words that a row must explain when nothing shows that a figure is wanted
_UNDER = 0.9  # share of what stands behind a colon that one row of the heading must explain
_READINGS = 5
_NEAREST = 3
_OF_FIGURES = {Intent.VALUE, Intent.DEFINE}
_OVER_ALL = {Intent.TOTAL, Intent.MISSING, Intent.SUBMITTED}
_COUNTED = LinePattern(
    r"\b(?:bao nhieu|bn|may(?! tinh| moc)|ty le|ti le|tl|tong|so luong|sl|phan tram)\b|%|\bso (?!lieu|voi|sanh|lan|nay)"
)
_TOTAL = LinePattern(r"\b(?:tong|ca thay|het thay|tat ca (?:la |co )?(?:bao nhieu|may|bn))\b")
_DONE = LinePattern(
    r"\b(?:duoc|da)\b.*\broi\b|\b(?:lam|soat) duoc\b|\bthuc hien duoc\b|\b(?:da|duoc) (?:may|bao nhieu)\b.*\b(?:roi|chua)\b"
)
_COLON = re.compile(r"[:：]")
_THANKS = LinePattern(r"\bcam on\b|\bcam ta\b|\bthanks?\b|\bthank you\b|\bcam un\b|\btks\b")
_CALLS = r"(?: (?:bot|em|anh|chi|ban|ad|admin|nhieu|lam|nhe|nha|a|oi))*$"  # "bot" is also how "bớt" is typed
_THANKS_ONLY = LinePattern(rf"^(?:da |ok |vang )*(?:{_THANKS.pattern}){_CALLS}")
_CALL_ONLY = LinePattern(rf"^(?:bot|ad|admin|(?:(?:ok|da|vang|em) )*nhan(?: duoc)?(?: roi)?){_CALLS}")  # "đã nhận ạ"
_MEANING = LinePattern(r"\bnghia\b|\btinh\b|\bhieu\b|\bdinh nghia\b|\bkhai niem\b")
_GREETS = LinePattern(r"^(?:da )?(?:xin )?(?:chao|hello|hi|alo|hey)\b(?! mung)")
_SUBMITS = re.compile(
    r"(?:(?:cho )?(?:em|anh|chi|minh|toi|ben em|don vi) )?(?:xin |muon |can |xin phep )?nop (?:bao cao|bc)"
    r"(?: (?:cchc|cai cach hanh chinh|di|nhe|nha|a|giup|giup em|cho em|cua so))*"
)
_FEW = 5  # words of a greeting
_TOLD = LinePattern(r"\broi(?: (?:a|nha|nhe|nghen|em|anh|chi|ban|do|day))*$")
_APPOINTMENT = LinePattern(r"\bphong \d+\b|\btang \d+\b|\b\d{1,2}(?:h| gio) ?\d{0,2}\b.*\bhop\b|\bhop\b.*\b\d{1,2}(?:h| gio)")
_TALK = LinePattern(r"\b(?:chao|hello|hi|alo|xin chao|ok|oke|okie|da|vang|uh|um|hihi|haha|khoe khong|an com|an sang)\b")
_PART = LinePattern(r"\b(?:phan|muc|chuong) ([ivx]{1,4}|[1-9])\b")
_MOVED = LinePattern(r"\b(?:doi|gia han|lui|hoan|xin them|keo dai)\b")  # "hạn nộp dời qua 25 được không"
_DUE = LinePattern(r"\b(?:han|thoi han) (?:nop|bao cao|chot|gui)\b|\bdeadline\b")


def read_question(message: Message, intent: Intent, context: Context, reader: Reader, *, asking: bool) -> Question | Unknown:
    """Read a message that holds no value to be stored."""
    if (nothing := _asks_nothing(message, asking=asking)) is not None:
        return nothing
    draws = wants_chart(message)
    if draws and wants_progress(message):
        scope = agencies_asked(message)
        return Question(Intent.SUBMITTED, (), certain=True, agencies=scope, period=only_period(message), chart=Chart.NAMED)
    if intent in _OF_FIGURES and wants_no_figure(message):
        return Unknown(UnknownKind.NOT_IN_CATALOGUE)
    said = said_of_row(message, intent, reader)
    fits = _found(said, intent, message, reader)
    found = settled(fits, context, reader)
    question = Question(
        intent,
        found.candidates,
        certain=True,
        agencies=agencies_asked(message) or ((ALL_AGENCIES,) if intent in _OVER_ALL and asks_which_agency(message) else ()),
        period=period_asked(message, context),
        periods=several_periods(message),
        every_period=find_every_period(message.words) is not None,
        follow_up=found is not fits,
        descending=is_descending(message),
        limit=limit_of(message),
        threshold=threshold_of(message),
        chart=Chart.NAMED if draws else None,
        excluded=left_out_said(message, left_out(found, message, reader)),
    )
    section = _section(message, reader) if intent is Intent.MISSING or (intent is Intent.VALUE and not said) else None
    if section is not None:
        return replace(question, candidates=(Candidate(section, 1.0),))
    is_bare = draws and not said and not (question.agencies or message.periods or message.same_period or question.every_period)
    question = replace(question, chart=Chart.AGAIN) if is_bare else question
    if intent is Intent.DEFINE and _is_answered(found, message, reader):
        question = replace(question, intent=Intent.VALUE)
    is_another = counts_another(found, message.free, message, reader) or is_undone(found, message.free, message, reader)
    is_of_others = found.explained < _SAID_WHOLLY and not reader.lexicon.other_matters.isdisjoint(said)
    is_another = is_another or is_of_others or is_contrary(found, said, reader)
    is_another = is_another or (not asks_which_agency(message) and is_denied(found, message.free, message, reader))
    is_told = _is_told(message, asking=asking) or (
        found.explained < _SAID_WHOLLY and not (asking or message.agencies or message.periods or _is_counted(message))
    )
    is_weak = (
        is_another
        or is_told
        or found.score < reader.thresholds.answer
        or found.explained < reader.thresholds.answer_explained
        or not is_named(found, said, reader)
        or not is_named(found, surely_said(said, intent, message, reader), reader)
    )
    follows = follow_up(question, said, message, context, is_weak=(is_weak and not is_another) or is_this_row(message))
    if follows is not None:
        return follows
    if intent in OF_WHOLE_REPORT and (not said or is_weak):
        return replace(question, candidates=())
    if is_bare:
        return replace(question, candidates=())
    if not is_told and found is fits:
        alike = by_likeness(found, message, intent, reader, is_weak=is_weak, is_another=is_another)
        if alike is not found:
            found, is_weak = alike, False
            excluded = left_out_said(message, left_out(found, message, reader))
            question = replace(question, candidates=found.candidates, excluded=excluded)
    if is_weak:
        return _unknown(_with_opposite(found, said, reader) if is_another else found, message, said, asking=asking)
    if found.is_alone:
        return question
    rivals = tuple(each for each in found.candidates if each.indicator in found.rivals)[:_READINGS]
    return replace(question, candidates=rivals, certain=False)


def _asks_nothing(message: Message, *, asking: bool) -> Unknown | None:
    """What is said between people, or to the bot and of no row."""
    if moves_deadline(message):
        return Unknown(UnknownKind.NOT_IN_CATALOGUE)
    if not asking and _APPOINTMENT.search(message.line):
        return Unknown(UnknownKind.NOTHING)
    if _THANKS_ONLY.search(message.line):
        return Unknown(UnknownKind.THANKS)
    if _CALL_ONLY.search(message.line) or (_GREETS.search(message.line) and len(message.words) <= _FEW):
        return Unknown(UnknownKind.SMALL_TALK)
    if _SUBMITS.fullmatch(message.free_line):
        return Unknown(UnknownKind.SUBMITTING, period=only_period(message))
    return None


def _is_told(message: Message, *, asking: bool) -> bool:
    """Whether something is only told: "em gửi mail rồi nha"."""
    names_scope = message.agencies or message.periods
    return not asking and not names_scope and not _is_counted(message) and bool(_TOLD.search(message.line))


def moves_deadline(message: Message) -> bool:
    """Whether a deadline is being moved: that is between people."""
    return bool(_DUE.search(message.line) and _MOVED.search(message.line))


def _found(said: tuple[str, ...], intent: Intent, message: Message, reader: Reader) -> Found:
    """The rows that are asked about: rows rather than headings when something is counted, the total rather than its parts."""
    if not said:
        return NOTHING
    among = reader.rows_for(mention.value for mention in message.periods) if message.periods else None
    among = within_section(said, among, message, reader) or among
    if intent is Intent.MISSING:  # "còn thiếu gì trong bcci": a heading named stands for its rows
        found = match(said, reader=reader, among=among)
        headings = [each for each in found.candidates if reader.catalogue.row(each.indicator).kind is not RowKind.INDICATOR]
        if headings and headings[0].score >= _HEADING_NAMED:
            return _first(found, headings[0].indicator)
    under = _under_heading(message, among, reader)
    if under is not None:
        return under
    found = match(said, reader=reader, among=among)
    weak = found.explained < reader.thresholds.answer_explained
    if among is not None and (found.best is None or weak or counts_another(found, message.free, message, reader)):
        among = None  # what the form of that year does not print
        found = match(said, reader=reader)
    if found.best is not None and reader.catalogue.row(found.best).kind is not RowKind.INDICATOR:
        rows = match(said, reader=reader, among=among, headings=False)
        as_well = 1.0 - _ROUNDING if rows.is_alone else 1.0 + _ROUNDING  # of several none goes before a heading named as well
        if rows.explained > found.explained * (_ROW_AS_WELL if _is_counted(message) else as_well):
            found = rows
    found = of_people(_without_headings(found, reader), said, message.free, message, reader, among)
    fits = _result(_total(found, message, reader), message, reader)
    return fits if wants_chart(message) else of_kind_asked(fits, message, reader)


def _section(message: Message, reader: Reader) -> IndicatorId | None:
    """The part of the form that a message names by its number: "phần IV", "mục III.5" (its part), "phần 4"."""
    found = _PART.search(message.line)
    if found is None:
        return None
    sections = [row.id for row in reader.catalogue.rows if row.kind is RowKind.SECTION]
    numbered = {str(number): row_id for number, row_id in enumerate(sections, 1)}
    return (numbered | {row_id.casefold(): row_id for row_id in sections}).get(found[1])


def _is_counted(message: Message) -> bool:
    """Whether a number is asked for: "số", "bao nhiêu", "tỷ lệ"; the free words only, since "sở" reads alike."""
    return bool(_COUNTED.search(message.free_line))


def _under_heading(message: Message, among: frozenset[IndicatorId] | None, reader: Reader) -> Found | None:
    """What stands behind a colon is a row of the heading before it: "mức độ 3, 4: số hồ sơ nộp trực tuyến"."""
    cut = next((place for place in message.free if place and _COLON.search(message.words[place].gap)), None)
    if cut is None:
        return None
    heading = match(message.said_at((place for place in message.free if place < cut), reader), reader=reader)
    behind = message.said_at((place for place in message.free if place >= cut), reader)
    if heading.best is None or not behind or reader.catalogue.row(heading.best).kind is RowKind.INDICATOR:
        return None
    rows = {row.id for row in reader.catalogue.below(heading.best)}
    found = match(behind, reader=reader, among=rows if among is None else rows & among)
    return found if found.is_alone and found.explained >= _UNDER else None


def _total(found: Found, message: Message, reader: Reader) -> Found:
    """Of rows that fit equally the one that is printed as a total, when a total was asked for."""
    if found.is_alone or not _TOTAL.search(message.line):
        return found
    totals = [row_id for row_id in found.rivals if reader.catalogue.row(row_id).label.startswith("Tổng")]
    if len(totals) != 1:
        return found
    return _first(found, totals[0])


def _result(found: Found, message: Message, reader: Reader) -> Found:
    """Of a plan and its result the result, when it is asked what has been done: "luân chuyển được mấy người rồi"."""
    catalogue = reader.catalogue  # a row below its whole is a share of it ("đúng tiến độ"), no result
    parts = [row_id for row_id in found.rivals if reader.wholes.get(row_id) in found.rivals]
    parts = [row_id for row_id in parts if catalogue.row(row_id).parent not in found.rivals]
    if len(found.rivals) != len(("plan", "result")) or len(parts) != 1 or not _DONE.search(message.line):
        return found
    return _first(found, parts[0])


def _first(found: Found, row_id: IndicatorId) -> Found:
    """That row alone, before the other candidates."""
    order = sorted(found.candidates, key=lambda each: each.indicator != row_id)
    return replace(found, candidates=tuple(order), rivals=(row_id,))


def _is_answered(found: Found, message: Message, reader: Reader) -> bool:
    """Whether "hình thức khảo sát của sở y tế quý 4 là gì" asks for the answer, not for the meaning."""
    if found.best is None or not (message.agencies or message.periods) or _MEANING.search(message.line):
        return False
    return reader.catalogue.row(found.best).type in (ValueType.CODE, ValueType.FLAG)


def _without_headings(found: Found, reader: Reader) -> Found:
    """A heading that fits no better than a row below it gives way to that row."""
    rows = [row_id for row_id in found.rivals if reader.catalogue.row(row_id).kind is RowKind.INDICATOR]
    if not rows or len(rows) == len(found.rivals):
        return found
    below = {above.id for row_id in rows for above in reader.catalogue.ancestors(row_id)}
    rivals = tuple(row_id for row_id in found.rivals if row_id not in below)
    order = sorted(found.candidates, key=lambda each: each.indicator in below)
    return replace(found, candidates=tuple(order), rivals=rivals)


def _with_opposite(found: Found, said: tuple[str, ...], reader: Reader) -> Found:
    """What forms count instead goes first: nobody counts "hồ sơ trễ hạn", but the share in time is known."""
    opposites = {name: min(reader.lexicon.opposites[name]) for name in said if name in reader.lexicon.strict}
    other = match([opposites.get(name, name) for name in said], reader=reader, headings=False) if opposites else NOTHING
    return replace(found, candidates=(*other.candidates[:1], *found.candidates))


def _unknown(found: Found, message: Message, said: tuple[str, ...], *, asking: bool) -> Unknown:
    """Small talk, or something that the catalogue does not have, with what is nearest."""
    if _THANKS.search(message.line):
        return Unknown(UnknownKind.THANKS)
    wanted = [name for name in said if not is_unknown(name)]
    subject = asking or message.periods or message.agencies
    if wanted and (subject or found.score >= _NEAR):
        nearest = tuple(each for each in found.candidates if each.score >= _NEAR)[:_NEAREST]
        return Unknown(UnknownKind.NOT_IN_CATALOGUE, nearest, only_period(message), agencies_asked(message))
    if subject and any(is_unknown(name) for name in said):
        return Unknown(UnknownKind.NOT_IN_CATALOGUE)
    if _TALK.search(message.line):
        return Unknown(UnknownKind.SMALL_TALK)
    return Unknown(UnknownKind.NOTHING)
