"""Telegram's menu of commands: one for strangers, one for groups, and each registered person's own by role."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.replies.menu import GROUP_MENU, STRANGERS_MENU, menu_of
from bot.services import Services

_log = logging.getLogger(__name__)


async def show_menus(bot: Bot) -> None:
    """The menus that hold for everybody; Telegram keeps them, so it is enough once a start."""
    try:
        await bot.set_my_commands(_commands(STRANGERS_MENU), scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_commands(_commands(GROUP_MENU), scope=BotCommandScopeAllGroupChats())
    except TelegramError as error:
        _log.warning("the menus could not be set: %s", error)


async def show_menus_to(people: Iterable[int], bot: Bot, *, services: Services) -> None:
    """The menus of people in their private chats, after what they may do has changed."""
    for person_id in people:
        await _show_menu_to(person_id, bot, services=services)


async def _show_menu_to(person_id: int, bot: Bot, *, services: Services) -> None:
    person = await services.storage.hop(lambda work: work.person(person_id))
    if person is None:
        return
    try:
        await bot.set_my_commands(_commands(menu_of(person)), scope=BotCommandScopeChat(person_id))
    except TelegramError as error:
        _log.warning("the menu of a person could not be set: %s", error)


def _commands(menu: tuple[tuple[str, str], ...]) -> list[BotCommand]:
    return [BotCommand(name, description) for name, description in menu]
