"""One message in, its replies out: `take_turn` is the only path from a message to what it does.

Reads context, understands, re-checks rights and state, performs, remembers, puts the replies out. Synchronous; everything
happens in the caller's one transaction.
"""

from bot.conversation.turn import Turn, take_reading, take_turn

__all__ = ["Turn", "take_reading", "take_turn"]
