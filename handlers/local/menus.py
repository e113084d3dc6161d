"""Menus of commands: what `setMyCommands` may hold, checked with the words of Telegram's errors, and for whom a menu is."""

from __future__ import annotations

import json
import re

from handlers.local.faults import refuse
from handlers.local.parameters import Parameters

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_DESCRIPTION_LIMIT = 256
_COMMANDS_LIMIT = 100


def read_commands(given: Parameters) -> list[dict[str, str]]:
    """The commands of a menu."""
    commands: list[dict[str, str]] = given.parsed("commands") or []
    if len(commands) > _COMMANDS_LIMIT:
        refuse("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            refuse("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= _DESCRIPTION_LIMIT:
            refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    return commands


def menu_scope(given: Parameters) -> str:
    """A scope as a key; without one it is the default scope."""
    return json.dumps(given.parsed("scope") or {"type": "default"}, sort_keys=True)
