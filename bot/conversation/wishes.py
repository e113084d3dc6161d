"""Plain words that are run as the command they ask for."""

from __future__ import annotations

from bot.conversation.exchange import Exchange
from bot.conversation.looking_back import names_only_a_report
from bot.incoming import Command
from bot.understanding.wished_commands import wished_command


def wished_here(text: str, exchange: Exchange) -> Command | None:
    """The command that a message asks for; None when it (also) names an indicator, or is anything else."""
    wish = wished_command(text)
    if wish is None or (wish.rest and not names_only_a_report(wish.rest, exchange)):
        return None
    return Command(wish.command, wish.argument)
