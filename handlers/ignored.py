"""Updates that no other topic wants: not for the bot. They are ended, so that the inbox does not keep them waiting."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import Application, TypeHandler

from bot.services import Services


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """Last of all: it takes everything."""
    application.add_handler(TypeHandler(Update, partial(on_other, services=services)))


async def on_other(update: Update, _context: object, *, services: Services) -> None:
    """Nothing to do but to say that it is done."""
    await services.storage.hop(lambda work: work.finish_update(update.update_id))
