"""Slash commands, all of them: which exist is known by bot.conversation."""

from __future__ import annotations

from functools import partial
from typing import Any

from telegram import Bot, Update
from telegram.constants import ChatType
from telegram.ext import Application, CallbackContext, MessageHandler
from telegram.ext.filters import MessageFilter, UpdateType

from bot.incoming import Command
from bot.services import Services
from handlers.access import FOR_THE_BOT, command_of
from handlers.menu import show_menus_to
from handlers.reading import incoming_message


class _IsCommand(MessageFilter):
    """Lets pass commands to this bot."""

    def filter(self, message: Any) -> bool:  # noqa: ANN401  python-telegram-bot's signature
        """Whether it is one."""
        return command_of(message) is not None


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """New messages only: a command that is edited was given before."""
    wanted = UpdateType.MESSAGE & FOR_THE_BOT & _IsCommand()
    application.add_handler(MessageHandler(wanted, partial(on_command, services=services)))


async def on_command(update: Update, context: CallbackContext[Bot, Any, Any, Any], *, services: Services) -> None:
    """Hand over name and argument; /start may have changed what the person may do."""
    message = update.effective_message
    command = command_of(message) if message is not None else None
    if message is None or command is None or message.from_user is None:
        return
    name, argument = command
    turn = await services.turn(incoming_message(update, Command(name, argument)))
    greeted = {message.from_user.id} if name == "start" and message.chat.type == ChatType.PRIVATE else frozenset()
    await show_menus_to(turn.rights_changed | greeted, context.bot, services=services)
