"""Long polling that does not die: python-telegram-bot's own loop ends silently at the first 401 or 404."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from handlers.inbox import StoredQueue
from handlers.pacing import seconds_asked

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
_WAIT_SECONDS = 30
_GRACE_SECONDS = 10.0  # for the answer to come through
_STUCK_SECONDS = 90.0  # no answer and no error for three waits: the connection is dead whatever the socket says
_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 1.0, 30.0
_log = logging.getLogger(__name__)
_GET_UPDATES = "GetUpdates"  # Telegram takes it in any case; as getUpdates the library insists on its own method


async def poll(bot: Bot, queue: StoredQueue) -> None:
    """Fetch updates into the queue until cancelled. An update is confirmed by the call after the one that stored it."""
    offset, trouble = 0, 0
    while True:
        try:
            async with asyncio.timeout(_STUCK_SECONDS):
                asked = {"offset": offset, "timeout": _WAIT_SECONDS, "allowed_updates": ALLOWED_UPDATES}
                # as Telegram wrote them: one update that the library cannot read would else hold up all others for ever
                documents = await bot.do_api_request(_GET_UPDATES, asked, read_timeout=_WAIT_SECONDS + _GRACE_SECONDS)
            queue.heard()
            if documents:
                await queue.receive_all(documents, bot)
                offset = documents[-1]["update_id"] + 1
            trouble = 0
        except Exception as error:  # noqa: BLE001  whatever it is, asking again is right and stopping never is
            trouble += 1
            _log.warning("no updates (%s), asking again", explanation(error), exc_info=not isinstance(error, TelegramError))
            await asyncio.sleep(pause_seconds(error, trouble))


def pause_seconds(error: Exception, trouble: int) -> float:
    """How long to wait after an error, the `trouble`th in a row."""
    if isinstance(error, RetryAfter):
        return seconds_asked(error)
    return min(_FIRST_PAUSE_SECONDS * 2.0 ** (trouble - 1), _LONGEST_PAUSE_SECONDS)


def explanation(error: Exception) -> str:
    """What went wrong, for whoever reads the log."""
    if isinstance(error, Conflict):
        return "another process polls with this token: only one may"
    if isinstance(error, InvalidToken):
        return "Telegram does not accept the token"
    return f"{type(error).__name__}: {error}"
