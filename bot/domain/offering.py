"""Which buttons stand under the last messages to a person, so that they can be typed too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.outgoing import OutgoingButton
from bot.domain.ports import Store

OFFERED = "offered"  # by the last turn
TOLD = "told"  # by the last message that nobody asked for
ASKING = frozenset({"ask", "chart"})  # what such buttons do is asked in words as well
_MOST = 40  # buttons: more than any message has


def keep_offered(
    store: Store, chat_id: int, person_id: int, buttons: Sequence[tuple[str, str]], now: datetime, *, kind: str = OFFERED
) -> None:
    """Remember labels with their tokens in place of what was offered before; none: forget that."""
    document = {"at": now.isoformat(), "buttons": [list(each) for each in buttons[:_MOST]]}
    store.remember(chat_id, person_id, kind, document if buttons else None)


def labels_and_tokens(rows: Iterable[Sequence[OutgoingButton]]) -> list[tuple[str, str]]:
    """The buttons of a message in the order they are read."""
    return [(button.label, button.token) for row in rows for button in row]
