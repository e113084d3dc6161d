"""The one error boundary: a turn that failed is tried again, then set aside with a word to the person."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext

from bot.domain.outgoing import Outgoing
from bot.domain.people import Role
from bot.incoming import Incoming
from bot.replies.trouble import not_processed, update_set_aside
from bot.replies.wording import moment_text
from bot.services import Services
from handlers.inbox import StoredQueue, chat_id_of
from storage import StorageUnavailable, UnitOfWork
from storage.inbox import MAX_ATTEMPTS

_PAUSE_SECONDS = 0.2  # times the attempt: long enough for another process to let the database go
_log = logging.getLogger(__name__)


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """Catch what every handler raises."""
    application.add_error_handler(partial(on_error, services=services))


async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any], *, services: Services) -> None:
    """Count the failure; work on the update again, in its chat's order, until it is set aside.

    While the database is away nothing can be counted: the update stays waiting and `StoredQueue.take_up_waiting` finds it.
    """
    error = context.error
    update_id = update.update_id if isinstance(update, Update | Incoming) else None
    _log.error("update %s failed", update_id, exc_info=error)
    if not isinstance(update, Update | Incoming):
        return
    if isinstance(error, StorageUnavailable):
        _leave(context)
        return
    try:
        attempts = await services.storage.hop(lambda work: _count_failure(update, f"{type(error).__name__}", services, work))
    except StorageUnavailable:
        _log.exception("update %s waits for the database", update.update_id)
        _leave(context)
        return
    services.outbox_filled.set()
    if 0 < attempts < MAX_ATTEMPTS:
        await asyncio.sleep(_PAUSE_SECONDS * attempts)
        await context.application.process_update(update)


def _leave(context: CallbackContext[Any, Any, Any, Any]) -> None:
    """The next update of its chat must not overtake it."""
    queue = context.application.update_queue
    if isinstance(queue, StoredQueue):
        queue.left_behind()


def _count_failure(update: Update | Incoming, error: str, services: Services, work: UnitOfWork) -> int:
    """How often the update failed by now; at the last time the person is told."""
    attempts = work.fail_update(update.update_id, error, services.clock.now())
    chat_id = chat_id_of(update)
    if attempts >= MAX_ATTEMPTS and chat_id is not None:
        work.put_out(Outgoing(chat_id, not_processed().text, reply_to=_message_id(update)))
    if attempts >= MAX_ATTEMPTS:
        _alert(services, work)
    return attempts


def _message_id(update: Update | Incoming) -> int | None:
    """The message that failed; None for a press, whose message is ours."""
    if isinstance(update, Incoming):
        return update.message_id
    message = update.effective_message
    return message.message_id if message is not None and update.callback_query is None else None


def _alert(services: Services, work: UnitOfWork) -> None:
    """Administrators see one message, edited when more fails: trouble must not flood them."""
    alert = update_set_aside(len(work.updates_set_aside()), moment_text(services.clock.now()))
    for administrator in work.people(role=Role.ADMINISTRATOR):
        work.put_out(Outgoing(administrator.id, alert.text, slot="updates set aside", answers=False))
