"""Inline mode: answered by the handler itself, at once, and never again: the answer expires within seconds."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ChatType, ParseMode
from telegram.error import TelegramError
from telegram.ext import Application, InlineQueryHandler

from bot.conversation.invites import FROM_INLINE
from bot.incoming import InlineQuery
from bot.replies.inline import InlineAnswer
from bot.services import Services
from handlers.reading import sender_of
from handlers.splitting import split_html

_log = logging.getLogger(__name__)


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """All inline queries."""
    application.add_handler(InlineQueryHandler(partial(on_inline_query, services=services)))


async def on_inline_query(update: Update, _context: object, *, services: Services) -> None:
    """Offer what may be posted. For this person only and never kept: another may not see it, and figures change."""
    query = update.inline_query
    if query is None:
        return
    asked = InlineQuery(sender_of(query.from_user), query.query, to_bot=query.chat_type == ChatType.SENDER)
    inlined = await services.inline(asked)
    button = InlineQueryResultsButton(inlined.hint, start_parameter=FROM_INLINE) if inlined.hint else None
    results = [_article(number, answer) for number, answer in enumerate(inlined.answers)]
    try:
        await query.answer(results, cache_time=0, is_personal=True, button=button)
    except TelegramError as error:
        _log.info("an inline query was not answered: %s", error)


def _article(number: int, answer: InlineAnswer) -> InlineQueryResultArticle:
    text, *_rest = split_html(answer.text)  # a posted message cannot have a second one
    content = InputTextMessageContent(
        text, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(str(number), answer.title, content, description=answer.description or None)
