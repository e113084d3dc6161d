"""Something attached comes in: refuse it with advice, or keep it as a file to be read and say so."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import scope
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import ALL_AGENCIES, AgencyCode
from bot.domain.people import Action, Role, may
from bot.domain.period import Period
from bot.domain.received import BEING_READ, LARGEST_FILE, UNDECIDED, FileState, ReceivedFile, clean_name
from bot.incoming import Attachment
from bot.replies import groups, guide
from bot.replies import received_files as replies
from bot.replies.reply import Reply
from bot.understanding.periods import find_periods
from bot.understanding.text import words_of

_FILE = "document"
_LONGEST_CAPTION = 1024  # Telegram's limit; what a client of somebody's own sends beyond is not read
_BY_TYPE = {"image": "photo", "audio": "voice", "video": "video"}  # sent as files, they are what they are


def take_file(content: Attachment, exchange: Exchange) -> None:
    """Acknowledge a file and keep it to be read, or say what would do instead."""
    kind = _BY_TYPE.get(content.mime.partition("/")[0], content.kind) if content.kind == _FILE else content.kind
    if kind != _FILE:
        exchange.answer(replies.not_a_file(kind))
        return
    agency, period = named_scope(content.caption[:_LONGEST_CAPTION], exchange)
    refusal = _refusal(content, agency, period, exchange)
    if refusal is not None:
        exchange.answer(refusal)
        return
    incoming = exchange.incoming
    file = ReceivedFile(
        id=0,
        update_id=incoming.update_id,
        chat_id=exchange.chat_id,
        thread_id=incoming.chat.thread_id,
        person_id=exchange.person.id,
        message_id=incoming.message_id,
        file_id=content.file_id,
        unique_id=content.unique_id,
        file_name=clean_name(content.file_name),
        sent_at=exchange.now,
        agency=agency,
        period=period,
    )
    before = exchange.store.same_file(file.person_id, file.unique_id)
    if before is not None and before.state in BEING_READ and (before.agency, before.period) == (agency, period):
        exchange.answer(replies.being_read_already(before))
        return
    if before is not None and before.state in UNDECIDED and before.chat_id == file.chat_id:
        exchange.store.save_file(replace(before, state=FileState.DROPPED, outcome=None, decided=None), exchange.now)
        exchange.answer(replies.sent_again(before))
    file = replace(file, id=exchange.store.add_file(file, exchange.now))
    exchange.answer(replies.taken(file, before))


def named_scope(text: str, exchange: Exchange) -> tuple[AgencyCode | None, Period | None]:
    """The agency and the period that a text names; None for what it does not name, or names several of."""
    words = words_of(text)
    found = exchange.reader.agencies.find(words, today=exchange.today)
    agencies = {mention.value for mention in found if mention.value != ALL_AGENCIES}
    open_period = scope.usual_period(exchange)
    periods = {mention.value for mention in find_periods(words, today=exchange.today, open_period=open_period)}
    return (
        next(iter(agencies)) if len(agencies) == 1 else None,
        next(iter(periods)) if len(periods) == 1 else None,
    )


def _refusal(content: Attachment, agency: AgencyCode | None, period: Period | None, exchange: Exchange) -> Reply | None:
    """Why a file is not even kept, None when it is."""
    person, group = exchange.person, exchange.group
    if not exchange.incoming.chat.is_private:
        if group is None:
            return groups.group_not_registered()
        if group.agency is None:
            return groups.not_entered_here()
    if agency is None and not (person.has(Role.CLERK) or person.has(Role.ADMINISTRATOR)):
        return guide.may_not_enter(None, person, exchange.catalogue)
    if agency is None and group is not None and group.agency is not None and not may(person, Action.ENTER, group.agency):
        return guide.may_not_enter(group.agency, person, exchange.catalogue)
    if agency is not None:
        refused = refused_scope(agency, exchange)
        if refused is not None:
            return refused
    if content.size is not None and content.size > LARGEST_FILE:
        return replies.too_big(clean_name(content.file_name), content.size)
    if period is not None and period.first_day > exchange.today:
        return replies.not_begun(period)
    most = exchange.settings.files_waiting
    return replies.too_many(most) if exchange.store.files_being_read(person.id) >= most else None


def refused_scope(agency: AgencyCode, exchange: Exchange) -> Reply | None:
    """Why figures of that agency are not taken from this person in this chat, None when they are."""
    if not may(exchange.person, Action.ENTER, agency):
        return guide.may_not_enter(agency, exchange.person, exchange.catalogue)
    if not exchange.takes_entries(agency):
        return groups.not_entered_here()
    return None
