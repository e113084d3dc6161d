"""One outbox message to Telegram: as text, picture or document, sent or edited, the first part of it if it is long."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.domain.outgoing import Medium, Outgoing, Recipe
from bot.replies.long_lists import FILE_NAME, goes_on_in_the_file
from handlers.making import MakingFailed, Workshop
from handlers.splitting import split_first, split_html, without_markup

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
_MOST_PARTS = 3  # more messages in a row than that nobody reads on a phone: a file is kept, searched and printed
_HEAD_OF_FILE = 700  # visible characters of a long text that stand under its file
# The library reads the message that Telegram gives back, buttons and all, in a quarter of the time that sending takes; of it
# we need the id. Telegram takes a method's name in any case; as sendMessage the library insists on its own method.
_SEND_MESSAGE = "SendMessage"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW_WRITTEN = _NO_PREVIEW.to_json()
_BAD_PICTURE = ("photo_invalid_dimensions", "image_process_failed")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The message that Telegram took, and what of the text is still to come (None: nothing)."""

    message_id: int
    rest: str | None


@dataclass(frozen=True, slots=True)
class _Part:
    """What one call carries: HTML or plain text and perhaps a file, above the buttons if it is the last."""

    text: str
    parse_mode: str | None
    file: bytes | None
    is_last: bool


class Delivery:
    """Knows the calls of the Bot API that bring a message to a chat."""

    def __init__(self, bot: Bot, workshop: Workshop) -> None:
        """Send with this bot what this workshop makes."""
        self._bot = bot
        self._workshop = workshop

    async def make(self, message: Outgoing) -> bytes | None:
        """The message's file; None when there is none or it could not be made: the text says what matters."""
        if message.recipe is None:
            return None
        try:
            return await self._workshop.make(message.recipe)
        except MakingFailed as failed:
            _log.warning("%s was not made (%s), sending the text alone", message.recipe.file_name, failed.kind)
            return None

    async def deliver(self, message: Outgoing, file: bytes | None) -> Delivered:
        """Send or edit; the buttons come with the last part. TelegramError passes through."""
        try:
            return await self._deliver(message, file)
        except BadRequest as error:
            if file is None or not _says(error, _BAD_PICTURE):
                raise
            _log.exception("our picture is refused, sending the text alone")
            return await self._deliver(message, None)

    async def _deliver(self, message: Outgoing, file: bytes | None) -> Delivered:
        first, rest = split_first(message.text, TEXT_LIMIT if file is None else CAPTION_LIMIT)
        part = _Part(first, ParseMode.HTML, file, is_last=not rest)
        try:
            message_id = await self._bring(message, part)
        except BadRequest as error:
            if not _says(error, ("can't parse entities",)):
                raise
            _log.exception("our markup cannot be read, sending plain text")
            message_id = await self._bring(message, replace(part, text=without_markup(first), parse_mode=None))
        return Delivered(message_id, rest)

    async def _bring(self, message: Outgoing, part: _Part) -> int:
        """One call; the id of the message that now stands in the chat."""
        if message.edits is None:
            return await self._send(message, part)
        try:
            await self._edit(message, message.edits, part)
        except BadRequest as error:
            if not _says(error, ("not modified",)):
                raise
        return message.edits

    async def _send(self, message: Outgoing, part: _Part) -> int:
        quoted = message.reply_to
        reply = None if quoted is None else ReplyParameters(quoted, allow_sending_without_reply=True)
        if part.file is None or message.recipe is None:
            # only what is said, and as it goes over the wire: the library would look through each object for files
            call: dict[str, int | str] = {"chat_id": message.chat_id, "text": part.text}
            call["link_preview_options"] = _NO_PREVIEW_WRITTEN
            if part.parse_mode is not None:
                call["parse_mode"] = part.parse_mode
            if part.is_last and message.buttons:
                call["reply_markup"] = _written_keyboard(message)
            if message.thread_id is not None:
                call["message_thread_id"] = message.thread_id
            if reply is not None:
                call["reply_parameters"] = reply.to_json()
            sent: dict[str, int] = await self._bot.do_api_request(_SEND_MESSAGE, call)
            return sent["message_id"]
        send = self._bot.send_photo if message.recipe.medium is Medium.PICTURE else self._bot.send_document
        answer = await send(
            message.chat_id,
            InputFile(part.file, filename=message.recipe.file_name),
            caption=part.text,
            parse_mode=part.parse_mode,
            reply_markup=_keyboard(message, part),
            message_thread_id=message.thread_id,
            reply_parameters=reply,
        )
        return answer.message_id

    async def _edit(self, message: Outgoing, message_id: int, part: _Part) -> None:
        if part.file is not None and message.recipe is not None:
            make = InputMediaPhoto if message.recipe.medium is Medium.PICTURE else InputMediaDocument
            media = make(part.file, caption=part.text, parse_mode=part.parse_mode, filename=message.recipe.file_name)
            await self._bot.edit_message_media(media, message.chat_id, message_id, reply_markup=_keyboard(message, part))
            return
        try:
            await self._bot.edit_message_text(
                part.text,
                chat_id=message.chat_id,
                message_id=message_id,
                parse_mode=part.parse_mode,
                reply_markup=_keyboard(message, part),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if not _says(error, ("there is no text in the message",)):  # it has a picture, whose caption the text is
                raise
            await self._bot.edit_message_caption(
                message.chat_id,
                message_id,
                caption=part.text,
                parse_mode=part.parse_mode,
                reply_markup=_keyboard(message, part),
            )


def as_file_if_long(message: Outgoing) -> Outgoing:
    """A text of many messages becomes a file under which it begins."""
    if message.recipe is not None or len(split_html(message.text)) <= _MOST_PARTS:
        return message
    recipe = Recipe("list", Medium.DOCUMENT, FILE_NAME, {"text": without_markup(message.text)})
    head, _rest = split_first(message.text, _HEAD_OF_FILE)
    return replace(message, text=goes_on_in_the_file(head), recipe=recipe, edits=None)


def _keyboard(message: Outgoing, part: _Part) -> InlineKeyboardMarkup | None:
    if not part.is_last or not message.buttons:
        return None
    rows = [[InlineKeyboardButton(button.label, callback_data=button.token) for button in row] for row in message.buttons]
    return InlineKeyboardMarkup(rows)


def _written_keyboard(message: Outgoing) -> str:
    rows = [[{"text": button.label, "callback_data": button.token} for button in row] for row in message.buttons]
    return json.dumps({"inline_keyboard": rows})


def _says(error: BadRequest, problems: tuple[str, ...]) -> bool:
    return any(problem in error.message.lower() for problem in problems)
