"""Which buttons stand under the last messages to a person, so that they can be typed too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from bot.domain.outgoing import OutgoingButton
from bot.domain.ports import Store

OFFERED = "offered"  # by the last turn
LOOKED = "looked"  # under figures, by the last turn
TOLD = "told"  # by the last message that nobody asked for
ASKING = frozenset({"ask", "chart"})  # what such buttons do is asked in words as well
_MOST = 40  # buttons: more than any message has


@dataclass(frozen=True, slots=True)
class Offered:
    """A button as it may be named: what it says, its token, what it does and for which agency and period (their codes)."""

    label: str
    token: str
    does: str
    agency: str | None
    period: str | None


def offered_in(shown: Iterable[Sequence[OutgoingButton]], actions: Iterable[Sequence[Mapping[str, Any]]]) -> list[Offered]:
    """The buttons of a message in the order they are read; `actions`: what they do, row by row as they are shown."""
    pairs = zip(chain.from_iterable(shown), chain.from_iterable(actions), strict=True)
    return [Offered(button.label, button.token, does["do"], does.get("a"), does.get("p")) for button, does in pairs]


def keep_offered(
    store: Store, chat_id: int, person_id: int, buttons: Sequence[Offered], now: datetime, *, kind: str = OFFERED
) -> None:
    """Remember buttons in place of what was offered before; none: forget that."""
    document = {
        "at": now.isoformat(),
        "buttons": [[each.label, each.token, each.does, each.agency, each.period] for each in buttons[:_MOST]],
    }
    store.remember(chat_id, person_id, kind, document if buttons else None)


def offered_before(
    store: Store, chat_id: int, person_id: int, now: datetime, *, open_for: Mapping[str, timedelta]
) -> list[list[Offered]]:
    """What was offered and may still be named, the last first; `open_for`: how long, for each kind."""
    found = []
    for kind, age in open_for.items():
        document = store.memory(chat_id, person_id, kind)
        at = datetime.fromisoformat(document["at"]) if document else None
        if document is not None and at is not None and now - at <= age:
            found.append((at, [Offered(*each) for each in document["buttons"]]))
    return [buttons for _at, buttons in sorted(found, key=lambda pair: pair[0], reverse=True)]
