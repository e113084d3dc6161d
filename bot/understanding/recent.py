"""A bounded memory of what was worked out last, for any thread; what a message was found to mean."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

from bot.understanding.request import Request

Key = TypeVar("Key")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text means wherever the context has these values; each by the names that lead to it."""

    looked_at: tuple[tuple[tuple[str, ...], Any], ...]
    request: Request


class Recent(Generic[Key, Found]):
    """What was looked for longest ago goes first."""

    def __init__(self, most: int) -> None:
        """Empty; `most`: how many are kept."""
        self._most = most
        self._kept: OrderedDict[Key, Found] = OrderedDict()
        self._guard = Lock()

    def __len__(self) -> int:
        """How many are kept now."""
        return len(self._kept)

    def get(self, key: Key) -> Found | None:
        """What is kept under a key, None when there is nothing (any more)."""
        with self._guard:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: Key, found: Found) -> None:
        """Keep it, in place of what was looked for longest ago."""
        with self._guard:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
