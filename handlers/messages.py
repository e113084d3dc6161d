"""Written messages and their edits."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, TypeHandler
from telegram.ext.filters import TEXT, UpdateType

from bot.incoming import Incoming, Text
from bot.services import Services
from handlers.access import FOR_THE_BOT, is_mentioned, text_without_mention
from handlers.reading import incoming_message, replied_to

WRITTEN = (UpdateType.MESSAGE | UpdateType.EDITED_MESSAGE) & TEXT & FOR_THE_BOT


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """After the commands, which are text too."""
    application.add_handler(MessageHandler(WRITTEN, partial(on_text, services=services)))
    application.add_handler(TypeHandler(Incoming, partial(on_plain_text, services=services)))


async def on_text(update: Update, _context: object, *, services: Services) -> None:
    """Hand over the text without the bot's name."""
    message = update.effective_message
    if message is None:
        return
    text = Text(
        text_without_mention(message),
        reply_to=replied_to(message),
        edited=update.edited_message is not None,
        mentions=is_mentioned(message),
    )
    await services.turn(incoming_message(update, text))


async def on_plain_text(incoming: Incoming, _context: object, *, services: Services) -> None:
    """Hand over what `handlers.plain_text` has read."""
    await services.turn(incoming)
