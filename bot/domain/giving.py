"""Due notices become messages: their texts, and the ledger and outbox rows that make each go out once."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from bot.clock import day_in_viet_nam
from bot.domain.calendar import Calendar
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.completeness import Completeness, completeness_by_agency
from bot.domain.duties import Owner, shares
from bot.domain.group_day import note_told
from bot.domain.notices import Policy
from bot.domain.offering import TOLD, keep_offered, offered_in
from bot.domain.outgoing import ButtonRecord, Outgoing, OutgoingButton
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.reminding import LATE_AFTER, DueNotice, due_notices, reporting_agencies
from bot.domain.report import ReportState
from bot.replies.group_notices import GroupBlock, group_notice
from bot.replies.notices import OwedReport, person_notice
from bot.replies.reply import Reply

_BUTTON_LIFE = timedelta(days=30)


def rendered_notices(
    store: Store, catalogue: Catalogue, calendar: Calendar, *, policy: Policy, now: datetime
) -> list[tuple[DueNotice, Reply]]:
    """The due notices with their messages. Writes nothing."""
    notices = due_notices(store, catalogue, calendar, policy=policy, now=now)
    counted = _counted(store, catalogue, notices)
    own = _own_rows(store, catalogue, notices)
    rendered = []
    for notice in notices:
        reports = [
            OwedReport(
                owed.agency,
                owed.period,
                calendar.deadline(owed.period),
                owed.moment.kind.code,
                counted[owed.period][owed.agency],
                owed.reason,
                store.report(owed.agency, owed.period).state,
                None if notice.to_group or owed.reason else own.get((owed.agency, owed.period), {}).get(notice.chat_id),
            )
            for owed in notice.owed
        ]
        if notice.to_group:
            blocks = [
                _group_block(store, catalogue, period, list(several), now)
                for period, several in groupby(reports, key=lambda report: report.period)
            ]
            reply = group_notice(notice.agency, blocks, catalogue, now=now, late_since=notice.late_since)
        else:
            reply = person_notice(reports, catalogue, now=now, late_since=notice.late_since)
        rendered.append((notice, reply))
    return rendered


def _group_block(
    store: Store, catalogue: Catalogue, period: Period, reports: Sequence[OwedReport], now: datetime
) -> GroupBlock:
    everyone = reporting_agencies(catalogue, period, day_in_viet_nam(now))
    on_paper = {each.agency for each in store.reports(period) if each.state is ReportState.ON_PAPER}
    return GroupBlock(reports, everyone, on_paper)


def give_due_notices(store: Store, catalogue: Catalogue, calendar: Calendar, *, policy: Policy, now: datetime) -> int:
    """Put every due notice into the ledger and the outbox; returns how many were given.

    Notices that could not be sent for a while (the bot was down, or the network) are taken back first and told as things are
    by now; who asked to be reminded of what is done by now is forgotten.
    """
    store.take_back_notices(given_before=now - LATE_AFTER, now=now)
    notices = rendered_notices(store, catalogue, calendar, policy=policy, now=now)
    given = give(store, notices, now=now)
    if not policy.quiet.holds(now):
        for person_id, until in store.snoozes().items():
            if until <= now:
                store.end_snooze(person_id)
    return given


def give(store: Store, notices: Sequence[tuple[DueNotice, Reply]], *, now: datetime) -> int:
    """Put these into the ledger and the outbox; returns how many were not given meanwhile by another process."""
    return sum(_give(store, notice, reply, now) for notice, reply in notices)


def put_out(store: Store, reply: Reply, chat_id: int, thread_id: int | None, *, now: datetime) -> None:
    """Put a message that nobody asked for into the outbox, with its buttons."""
    store.put_out(_outgoing(store, reply, chat_id, thread_id, now))


def _counted(store: Store, catalogue: Catalogue, notices: Iterable[DueNotice]) -> dict[Period, dict[AgencyCode, Completeness]]:
    """How complete the reports are that these messages name, read once for each period."""
    named: dict[Period, dict[AgencyCode, None]] = {}
    for notice in notices:
        for owed in notice.owed:
            named.setdefault(owed.period, {})[owed.agency] = None
    return {period: completeness_by_agency(store, catalogue, agencies, period) for period, agencies in named.items()}


def _own_rows(
    store: Store, catalogue: Catalogue, notices: Iterable[DueNotice]
) -> dict[tuple[AgencyCode, Period], dict[Owner, Completeness]]:
    """Of each report told to people, how much the clerks who were given rows of it have answered."""
    told = {(owed.agency, owed.period) for notice in notices if not notice.to_group for owed in notice.owed if not owed.reason}
    return {
        (agency, period): {share.owner: share.done for share in shares(store, catalogue, agency, period) if share.rows}
        for agency, period in sorted(told)
        if store.duties(agency)
    }


def _give(store: Store, notice: DueNotice, reply: Reply, now: datetime) -> bool:
    """Ledger row, outbox row and the buttons; False when another process was faster."""
    if not notice.to_group:
        claimed = store.claim_reminder(notice.chat_id, day_in_viet_nam(now))
        # what was asked for takes the day's reminder too: nothing more comes that day by itself
        if not (store.end_snooze(notice.chat_id) if notice.asked_for else claimed):
            return False
    message = _outgoing(store, reply, notice.chat_id, notice.thread_id, now)
    given = store.file_notices(notice.keys, message, late=notice.late_since is not None, at=now)
    if given and notice.to_group:
        note_told(store, notice.chat_id, notice.thread_id, day_in_viet_nam(now))
    return given


def _outgoing(store: Store, reply: Reply, chat_id: int, thread_id: int | None, now: datetime) -> Outgoing:
    """The message, its buttons stored; in private they are the person's, whose chat has the same id."""
    rows, records = [], []
    for row in reply.buttons:
        shown = []
        for button in row:
            token = secrets.token_urlsafe(16)
            person_id = chat_id if chat_id > 0 else None
            records.append(ButtonRecord(token, chat_id, person_id, dict(button.action), now + _BUTTON_LIFE))
            shown.append(OutgoingButton(button.label, token))
        rows.append(tuple(shown))
    store.add_buttons(records)
    if chat_id > 0 and rows:
        keep_offered(
            store, chat_id, chat_id, offered_in(rows, ([it.action for it in row] for row in reply.buttons)), now, kind=TOLD
        )
    return Outgoing(chat_id, reply.text, tuple(rows), thread_id=thread_id, subject=reply.subject, answers=False)
