"""What the bot cannot read yet: files, photos, voice messages and the like. It says so instead of keeping silent."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters
from telegram.helpers import effective_message_type

from bot.incoming import Unsupported
from bot.services import Services
from handlers.access import FOR_THE_BOT
from handlers.reading import incoming_message

_ATTACHED = (
    filters.PHOTO
    | filters.Document.ALL
    | filters.VOICE
    | filters.AUDIO
    | filters.VIDEO
    | filters.VIDEO_NOTE
    | filters.ANIMATION
    | filters.Sticker.ALL
    | filters.CONTACT
    | filters.LOCATION
    | filters.POLL
)


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """New messages only: an edited caption changes nothing."""
    wanted = filters.UpdateType.MESSAGE & _ATTACHED & FOR_THE_BOT
    application.add_handler(MessageHandler(wanted, partial(on_attachment, services=services)))


async def on_attachment(update: Update, _context: object, *, services: Services) -> None:
    """Hand over what kind of thing it is."""
    kind = effective_message_type(update) or "message"
    await services.turn(incoming_message(update, Unsupported(str(kind))))
