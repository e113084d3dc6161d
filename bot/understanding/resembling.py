"""Questions that the names of rows do not settle, or hardly: what the rows' wordings (`likeness`) say of them."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.catalogue import IndicatorId, ValueType
from bot.understanding.asked_words import words_of_row
from bot.understanding.likeness import Likely, features_of
from bot.understanding.matching import Found
from bot.understanding.message import Message
from bot.understanding.named import counts_another, is_denied, is_undone
from bot.understanding.reader import Reader
from bot.understanding.request import Candidate, Intent

_TO_ANSWER = 5  # rows that are answered together at most
_OFFERED = 0.02  # share of likelihood from which a row is offered
_FEWEST_OFFERED = 2  # rows among which it is asked
_UNSAID = 0.95  # share of the words that rivals explain from which their names alone count: nothing is left to tell by
_CALLED = 0.995  # and that one row explains
_BEFORE_RIVALS = 1.5  # times `like_lead`: likelier than rows that are named as well
_BEFORE_ALL = 3.0  # and than any, whatever the names say
_FEWEST = 3  # words of a message that is like anything
_TELLING = 2  # words and concepts that must speak for a row which no name calls
_SHARE = "tyle"


def by_likeness(
    found: Found, message: Message, intent: Intent, reader: Reader, *, is_weak: bool, is_another: bool = False
) -> Found:
    """The rows that a message asks for: those found by name, or others that its words are much more like.

    A message that names no row (`is_weak`) may still be like one; `is_another`: it counts what the row found does not.
    Of several rows that are named equally the likeliest is taken when words speak for it that none of the names has.
    Where one row is named and the words are much more like another's, both are offered.
    """
    is_any = len(found.rivals) > _TO_ANSWER  # "khai tử bao nhiêu thủ tục": nothing that was understood tells rows apart
    if not (is_weak or is_any) and found.explained >= (_CALLED if found.is_alone else _UNSAID):
        return found
    words = words_of_row(message, intent)
    said = tuple(token.name for token in reader.lexicon.tokens(words))
    if len(words) < _FEWEST:
        return found
    likely = reader.likeness.likely(features_of(words, said), among=_rows_asked(message, reader))
    if not likely.rows or _is_reversed(likely.rows[0], said, reader):
        return found
    is_another = is_another or _contradicts(likely.rows[0], said, reader)
    if is_weak:
        return _alike(likely, message, reader, is_another=is_another) or found
    is_share = reader.catalogue.row(likely.rows[0]).type is ValueType.PERCENT
    if is_another or _is_both(found, likely.rows[0], said, reader) or is_share != (_SHARE in said):
        return found
    is_named = not found.is_alone and likely.rows[0] in found.rivals
    least = reader.thresholds.like_lead * (_BEFORE_RIVALS if is_named else _BEFORE_ALL)
    if likely.surplus < reader.thresholds.like_surplus or likely.lead < least or found.rivals == likely.rows[:1]:
        return found
    alike = Candidate(likely.rows[0], 1.0)
    others = tuple(each for each in found.candidates if each.indicator != alike.indicator)
    rivals = (alike.indicator, found.rivals[0]) if found.is_alone else (alike.indicator,)
    return replace(found, candidates=(alike, *others), rivals=rivals)


def _alike(likely: Likely, message: Message, reader: Reader, *, is_another: bool) -> Found | None:
    """The row that the message is like, several when it may be either; None when it is like nothing of ours."""
    limits = reader.thresholds
    is_sure = likely.surplus >= limits.like_surplus and likely.lead >= limits.like_lead
    is_plain = likely.surplus >= 2 * limits.like_surplus and likely.lead >= _BEFORE_ALL * limits.like_lead
    if likely.telling < _TELLING or likely.surplus < limits.like_ask or (is_another and not is_plain):
        return None
    candidates = tuple(Candidate(row, round(share, 4)) for row, share in zip(likely.rows, likely.shares, strict=True))
    offered = sum(share >= _OFFERED for share in likely.shares)
    found = Found(candidates, likely.rows[:1], explained=1.0)
    if is_undone(found, message.free, message, reader) or is_denied(found, message.free, message, reader):
        return None
    counts_other = counts_another(found, message.free, message, reader)
    if counts_other and not is_plain:
        return None
    is_alone = is_sure and not counts_other  # "hồ sơ liên thông" are no procedures, however much it sounds so
    return found if is_alone else replace(found, rivals=likely.rows[: max(offered, _FEWEST_OFFERED)])


def _rows_asked(message: Message, reader: Reader) -> frozenset[IndicatorId] | None:
    """The rows that the forms of the periods asked about have, of the part that is named; None: all."""
    rows = reader.rows_for(mention.value for mention in message.periods) if message.periods else None
    if message.section is None:
        return rows
    inside = frozenset(row.id for row in reader.catalogue.below(message.section))
    return inside if rows is None else rows & inside


def _is_reversed(row: IndicatorId, said: tuple[str, ...], reader: Reader) -> bool:
    """Whether what was said excludes what the row says, everywhere: "hồ sơ trễ hạn" and the share of those in time."""
    reverse = {other for name in said if name in reader.lexicon.strict for other in reader.lexicon.opposites[name]}
    return not reverse.isdisjoint(reader.known[row].says)


def _contradicts(row: IndicatorId, said: tuple[str, ...], reader: Reader) -> bool:
    """Whether the opposite of what a row says was said, or something that no row is about."""
    return not (reader.known[row].excluded_by | reader.lexicon.other_matters).isdisjoint(said)


def _is_both(found: Found, likely: IndicatorId, said: tuple[str, ...], reader: Reader) -> bool:
    """Whether opposites were said, one of the likely row and one of another: "cấp xã đã được thanh tra, kiểm tra"."""
    ours = reader.known[likely].says.intersection(said)
    for other in found.rivals:
        theirs = reader.known[other].says.intersection(said)
        if any(not reader.lexicon.opposites.get(name, frozenset()).isdisjoint(theirs - ours) for name in ours - theirs):
            return True
    return False
