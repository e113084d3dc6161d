"""How much one person may write: an account of messages that fills up again, so that nobody can keep the bot busy.

It is counted in memory, by each process for itself: what it protects is this process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

_AT_ONCE = 5  # minutes' worth that may come at once: a long paste is split into many messages, a walk through a form is quick
_MOST_PEOPLE = 10_000  # remembered; who has not written for long is forgotten first


class Verdict(Enum):
    """Whether a message is worked on."""

    FREE = "free"
    TOLD_NOW = "told_now"  # the first one too many: say so
    LEFT = "left"  # said before: no answer


@dataclass(slots=True)
class _Account:
    left: float
    at: datetime
    told: bool = False


class PersonalLimit:
    """`a_minute` messages a person in the long run, five minutes' worth at once."""

    def __init__(self, a_minute: int) -> None:
        """Nobody has written yet."""
        self._a_minute = a_minute
        self._accounts: dict[int, _Account] = {}

    def look(self, person_id: int, now: datetime) -> Verdict:
        """Count a message."""
        most = float(self._a_minute * _AT_ONCE)
        account = self._accounts.pop(person_id, None) or _Account(most, now)
        passed = max((now - account.at).total_seconds() / 60, 0.0)
        account.left, account.at = min(account.left + passed * self._a_minute, most), now
        self._accounts[person_id] = account  # the last now
        if len(self._accounts) > _MOST_PEOPLE:
            del self._accounts[next(iter(self._accounts))]
        if account.left >= 1:
            account.left -= 1
            account.told = False
            return Verdict.FREE
        verdict = Verdict.LEFT if account.told else Verdict.TOLD_NOW
        account.told = True
        return verdict
