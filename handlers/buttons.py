"""Pressed buttons: the only file that knows callback_data, which is an opaque token (bot.presses knows what it means)."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, CallbackQueryHandler

from bot.incoming import Incoming, Press
from bot.services import Services
from handlers.menu import show_menus_to
from handlers.reading import chat_of, sender_of

_TOAST_LIMIT = 200
_log = logging.getLogger(__name__)


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """All presses."""
    application.add_handler(CallbackQueryHandler(partial(on_press, services=services)))


async def on_press(update: Update, context: CallbackContext[Bot, Any, Any, Any], *, services: Services) -> None:
    """Do what the button says, then stop its spinner with a short text."""
    query = update.callback_query
    if query is None:
        return
    if query.message is None:  # a button of an inline message, which we never send
        await services.storage.hop(lambda work: work.finish_update(update.update_id))
        await _answer(query, None)
        return
    # a message older than 48 hours comes without its content; chat and id are all we need
    shown = query.message if isinstance(query.message, Message) else None
    incoming = Incoming(
        update.update_id,
        chat_of(query.message.chat, shown),
        sender_of(query.from_user),
        query.message.message_id,
        Press(query.data or "", query.message.message_id),
    )
    turn = await services.turn(incoming)
    await _answer(query, turn.toast)
    await show_menus_to(turn.rights_changed, context.bot, services=services)


async def _answer(query: CallbackQuery, toast: str | None) -> None:
    """Never part of the turn: the answer expires within seconds, and losing it loses nothing."""
    try:
        await query.answer(toast[:_TOAST_LIMIT] if toast else None)
    except TelegramError as error:
        _log.info("a pressed button was not answered: %s", error)
