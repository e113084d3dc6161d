"""Telling everyone concerned of a step in a report's life, in the same turn: one short message each, never to who took it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.conversation.button_tokens import store_buttons
from bot.conversation.exchange import Exchange
from bot.domain.catalogue import Catalogue
from bot.domain.offering import TOLD, keep_offered, offered_in
from bot.domain.outgoing import Outgoing
from bot.domain.people import Action, Person, Role, may
from bot.domain.ports import Store
from bot.domain.report_life import StepTaken, lock_expired
from bot.domain.resubmission import changed_since_submission
from bot.replies import report_life as replies


def tell(taken: StepTaken, exchange: Exchange) -> None:
    """Tell of a step that the writer of this message took; the chat they wrote in has its answer."""
    tell_of(taken, store=exchange.store, catalogue=exchange.catalogue, now=exchange.now, answered_in=exchange.chat_id)


def lock_and_tell(store: Store, catalogue: Catalogue, now: datetime) -> int:
    """Lock the reopened reports whose time is up and tell of it; how many."""
    taken = lock_expired(store, now)
    known = {agency.code for agency in catalogue.agencies}
    for each in taken:
        if each.report.agency in known:
            tell_of(each, store=store, catalogue=catalogue, now=now)
    return len(taken)


def tell_of(taken: StepTaken, *, store: Store, catalogue: Catalogue, now: datetime, answered_in: int | None = None) -> None:
    """Put the messages out: clerks of the agency, who submitted it, administrators, the agency's groups."""
    changed = changed_since_submission(store, taken.report) if taken.step is None else ()
    actor = store.person(taken.by) if taken.by is not None else None
    agency = taken.report.agency
    for person in _concerned(taken, store):
        if person.id in (taken.by, answered_in):
            continue
        reply = replies.told(
            taken,
            catalogue,
            who=actor.name if actor is not None else None,
            mends=may(person, Action.ENTER, agency) and not person.has(Role.ADMINISTRATOR),
            reviews=may(person, Action.ADMINISTER),
            changed=changed,
        )
        buttons = store_buttons(reply, store=store, chat_id=person.id, person_id=person.id, now=now)
        if buttons:
            keep_offered(
                store,
                person.id,
                person.id,
                offered_in(buttons, ([it.action for it in row] for row in reply.buttons)),
                now,
                kind=TOLD,
            )
        store.put_out(Outgoing(person.id, reply.text, buttons, subject=reply.subject, answers=False))
    for group in store.groups():
        if group.active and group.agency == agency and group.chat_id != answered_in:
            reply = replies.told(taken, catalogue, who=None, changed=changed)
            store.put_out(Outgoing(group.chat_id, reply.text, thread_id=group.thread_id, subject=reply.subject, answers=False))


def _concerned(taken: StepTaken, store: Store) -> Iterator[Person]:
    """Each once; who submitted it only while they may still see it."""
    agency = taken.report.agency
    people = [*store.people(role=Role.CLERK, agency=agency), *store.people(role=Role.ADMINISTRATOR)]
    submitter = store.person(taken.report.submitted_by) if taken.report.submitted_by is not None else None
    if submitter is not None and may(submitter, Action.READ_UNSUBMITTED, agency):
        people.append(submitter)
    yield from {person.id: person for person in people}.values()
