"""A bounded memory of what was worked out last, for any thread."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


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
