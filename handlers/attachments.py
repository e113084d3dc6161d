"""Files, photos, voice messages: handed over as what they are; the content of a file is fetched when it is read."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.ext import Application, MessageHandler, filters
from telegram.helpers import effective_message_type

from bot.incoming import Attachment
from bot.services import Services
from handlers.access import FOR_THE_BOT, text_without_mention
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
    """Hand over what it is."""
    message = update.effective_message
    if message is None:
        return
    kind = str(effective_message_type(update) or "message")
    await services.turn(incoming_message(update, _attachment(message, kind)))
    services.files_waiting.set()


def _attachment(message: Message, kind: str) -> Attachment:
    document = message.document
    caption = text_without_mention(message)
    if document is None or kind != "document":
        return Attachment(kind, caption=caption)
    return Attachment(
        kind,
        document.file_id,
        document.file_unique_id,
        document.file_name or "",
        document.file_size,
        document.mime_type or "",
        caption,
    )
