"""A file was read: preview it, ask for what it does not say, or tell why it cannot be taken. Nothing is stored here.

Rights and the report's state are looked at anew, because they may have changed while the file was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.conversation.file_taking import named_scope, refused_scope
from bot.domain.catalogue import AgencyCode
from bot.domain.file_previews import FilePreview, preview_of
from bot.domain.importing import Planned, values_of
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.reading_document import OutOfDate, from_json
from bot.domain.received import Failure, FileState, ReceivedFile
from bot.domain.report_reading import Doubt, Reading, Unreadable
from bot.domain.reporting import NotYetBegun, ReportLocked, obstacle_to_recording
from bot.incoming import Text
from bot.replies import entries, file_details, report_life
from bot.replies import received_files as replies
from bot.replies.reply import Reply
from bot.understanding.text import words_of

_MEMORY = "file"  # which file waits for its agency or period
_PERIODS_OFFERED = 4
_MOST_WORDS = 12  # of an answer that names an agency or a period; a longer text is a message of its own
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class ReadingDone:
    """What a worker says about the file that it held: `answer` as from `bot.reading_file`."""

    file_id: int
    by: str
    answer: Mapping[str, Any]


def show_reading(file: ReceivedFile, answer: Mapping[str, Any], exchange: Exchange) -> None:
    """Go on with a file as it was read, or was not."""
    if "failure" in answer:
        _end(file, replies.failed(file, Failure(answer["failure"])), exchange)
        return
    try:
        read = from_json(answer, exchange.catalogue)
    except OutOfDate:  # the catalogue changed while it was read
        if file.attempts < _ATTEMPTS:
            read_again(file, exchange, attempts=file.attempts, silently=True)
        else:
            _end(file, replies.failed(file, Failure.BROKE_OFF), exchange)
        return
    if isinstance(read, Unreadable):
        _ask_or_refuse(file, read, exchange)
    else:
        show_preview(replace(file, agency=read.agency, period=read.period, outcome=answer), read, exchange)


def show_preview(file: ReceivedFile, reading: Reading, exchange: Exchange) -> None:
    """What one press would store; or half a report is asked about; or the report takes nothing, and the file is given up."""
    refused = obstacle(reading, exchange)
    if refused is not None:
        _end(file, replies.refused(file, refused), exchange)
        return
    if reading.is_cut_off and not file.partial:
        exchange.store.save_file(replace(file, state=FileState.ASKED), exchange.now)
        exchange.answer(replies.half_report(file, reading, exchange.catalogue))
        return
    seen = look(file, reading, exchange)
    changed = changed_since_shown(file, seen)
    told = file_details.changed_since(changed, exchange.catalogue, reading.period) if changed else None
    decided = {**(file.decided or {}), "shown": seen.shown}
    exchange.store.save_file(replace(file, state=FileState.PREVIEWED, decided=decided), exchange.now)
    exchange.answer(replies.preview(file, seen, exchange.catalogue, changed=told))


def name_of_undecided(agency: AgencyCode, period: Period, exchange: Exchange) -> str:
    """The file of that report, previewed in this chat, that still has something to be stored by a press; "": none."""
    file = exchange.store.file_previewed(exchange.person.id)
    if file is None or file.chat_id != exchange.chat_id:
        return ""
    try:
        read = from_json(file.outcome or {}, exchange.catalogue)
        if not isinstance(read, Reading) or (read.agency, read.period) != (agency, period):
            return ""
        seen = look(file, read, exchange)
    except (OutOfDate, KeyError):  # the catalogue has changed since
        return ""
    return file.file_name if seen.plan.new or seen.replacing else ""


def look(file: ReceivedFile, reading: Reading, exchange: Exchange) -> FilePreview:
    """What storing would do now."""
    return preview_of(file, reading, values_of(exchange.store, reading), exchange.catalogue)


def changed_since_shown(file: ReceivedFile, seen: FilePreview) -> list[Planned]:
    """The values that are not any more what the preview showed; [] when it was never shown."""
    shown: Mapping[str, int | None] = (file.decided or {}).get("shown", {})
    now = seen.shown
    planned = (*seen.plan.new, *seen.plan.same, *seen.plan.different)
    return [each for each in planned if each.indicator in shown and shown[each.indicator] != now[each.indicator]]


def obstacle(reading: Reading, exchange: Exchange) -> Reply | None:
    """Why that report takes no figures from this person here and now, None when it does."""
    agency, period, catalogue = reading.agency, reading.period, exchange.catalogue
    refused = refused_scope(agency, exchange)
    if refused is not None:
        return refused
    if not scope.existed(agency, period, exchange):
        return entries.no_such_agency_then(agency, period, catalogue)
    match obstacle_to_recording(exchange.store, agency, period, exchange.today):
        case NotYetBegun() as outcome:
            return entries.not_begun(outcome)
        case ReportLocked() as outcome:
            opens = may(exchange.person, Action.ADMINISTER)
            return report_life.locked(outcome, catalogue, who=scope.who_reopens(exchange), opens=opens)
        case None:
            return None


def read_again(
    file: ReceivedFile,
    exchange: Exchange,
    *,
    agency: AgencyCode | None = None,
    period: Period | None = None,
    attempts: int = 0,
    silently: bool = False,
) -> None:
    """Put a file back into the queue, with what was answered meanwhile; its content is fetched anew.

    `silently`: it still says that it is being read.
    """
    file = replace(
        file,
        agency=agency or file.agency,
        period=period or file.period,
        state=FileState.WAITING,
        attempts=attempts,
        outcome=None,
        decided=None,
    )
    exchange.store.save_file(file, exchange.now)
    if not silently:
        exchange.answer(replies.taken(file, None))


def take_scope(content: Text, exchange: Exchange) -> bool:
    """Whether a text names the agency or period that a file waits for, and was taken as that."""
    document = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY)
    words = words_of(content.text)
    if document is None or content.edited or content.text.rstrip().endswith("?") or len(words) > _MOST_WORDS:
        return False
    file = exchange.store.received_file(document["f"])
    asks = (file.decided or {}).get("asks") if file is not None and file.state is FileState.ASKED else None
    if file is None or asks is None:
        exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
        return False
    agency, period = named_scope(content.text, exchange)
    if (agency if asks == "agency" else period) is None:
        return False
    answer_scope(file, exchange, agency=agency, period=period)
    return True


def forget_scope(exchange: Exchange) -> bool:
    """Expect no answer about a file any more; whether one was expected. Its buttons stay."""
    waited = exchange.store.memory(exchange.chat_id, exchange.person.id, _MEMORY) is not None
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
    return waited


def answer_scope(file: ReceivedFile, exchange: Exchange, *, agency: AgencyCode | None, period: Period | None) -> None:
    """The agency or period of a file is known now: read on, unless it is not theirs."""
    refused = refused_scope(agency, exchange) if agency is not None else None
    if refused is not None:
        exchange.answer(refused)
        return
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, None)
    read_again(file, exchange, agency=agency, period=period)


def _ask_or_refuse(file: ReceivedFile, read: Unreadable, exchange: Exchange) -> None:
    """Ask for what the document does not say; anything else in the way is told, and the file given up."""
    named = read.heading
    match read.why:
        case Doubt.UNKNOWN_AGENCY:
            own = _own_agencies(exchange)
            if len(own) == 1:
                read_again(file, exchange, agency=own[0], silently=True)
                return
            _ask(file, "agency", replies.which_agency(file, own, exchange.catalogue, several=False), exchange)
        case Doubt.SEVERAL_AGENCIES:
            choices = tuple(
                code for code in (named.agencies if named else ()) if may(exchange.person, Action.ENTER, code)
            ) or _own_agencies(exchange)
            _ask(file, "agency", replies.which_agency(file, choices, exchange.catalogue, several=True), exchange)
        case Doubt.UNKNOWN_PERIOD:
            agency = file.agency or next(iter(named.agencies if named else ()), None) or exchange.own_agency
            periods = dict.fromkeys((*scope.open_periods(exchange, agency), scope.latest_collected(exchange)))
            _ask(file, "period", replies.which_period(file, tuple(periods)[:_PERIODS_OFFERED], several=False), exchange)
        case Doubt.SEVERAL_PERIODS:
            stated = (named.periods if named else ())[:_PERIODS_OFFERED]
            _ask(file, "period", replies.which_period(file, stated, several=True), exchange)
        case _:
            _end(file, replies.unreadable(file, read, exchange.catalogue), exchange)


def _own_agencies(exchange: Exchange) -> tuple[AgencyCode, ...]:
    """Whose reports the person may send here: the group's, or those they enter for."""
    if exchange.group is not None and exchange.group.agency is not None:
        return (exchange.group.agency,)
    return exchange.person.agencies_of(Role.CLERK)


def _ask(file: ReceivedFile, asks: str, question: Reply, exchange: Exchange) -> None:
    asked = replace(file, state=FileState.ASKED, outcome=None, decided={"asks": asks})
    exchange.store.save_file(asked, exchange.now)
    exchange.store.remember(exchange.chat_id, exchange.person.id, _MEMORY, {"f": file.id})
    exchange.answer(question)


def _end(file: ReceivedFile, said: Reply, exchange: Exchange) -> None:
    exchange.store.save_file(replace(file, state=FileState.FAILED, outcome=None, decided=None), exchange.now)
    exchange.answer(said)
