"""An event loop whose time is simulated: it never waits, it moves its clock to the next thing that is due.

Everything that runs in it is the real code. What takes time outside (the network, the database) is given a time in the loop,
so that hours pass in seconds and every run is the same.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, TypeVar

from telegram.request import RequestData

from handlers.local.request import LocalRequest
from handlers.local.server import LocalTelegram
from storage import Storage, UnitOfWork

T = TypeVar("T")


class _NeverWaiting(selectors.DefaultSelector):  # type: ignore[misc,valid-type]  the platform's selector
    """Instead of waiting, says how long it would have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.waited = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everything waits for something that never comes"
            self.waited += max(timeout, 0)
        return ready


class SimulatedLoop(asyncio.SelectorEventLoop):
    """`asyncio.Runner(loop_factory=SimulatedLoop)`."""

    def __init__(self) -> None:
        """At zero."""
        self._never_waiting = _NeverWaiting()
        super().__init__(self._never_waiting)

    def time(self) -> float:
        """Simulated seconds since the loop was made."""
        return self._never_waiting.waited


class SimulatedClock:
    """The wall clock of a simulated loop."""

    def __init__(self, start: datetime) -> None:
        """Show `start` when the loop begins."""
        self._start = start.astimezone(UTC)

    def now(self) -> datetime:
        """Aware UTC."""
        return self._start + timedelta(seconds=asyncio.get_running_loop().time())


class StorageInLoop(Storage):
    """Units of work at once in the loop's own thread, each taking `seconds` of simulated time, one after the other."""

    def __init__(self, url: str, *, seconds: float) -> None:
        """As `Storage`."""
        super().__init__(url)
        self._seconds = seconds
        self._one_by_one = asyncio.Lock()

    async def hop(self, work: Callable[[UnitOfWork], T]) -> T:
        """As `Storage.hop`."""
        async with self._one_by_one:
            await asyncio.sleep(self._seconds)
            return self._run(work)


class DistantRequest(LocalRequest):
    """The local Telegram as far away as the real one: each call arrives after a while, its answer after a while more."""

    def __init__(self, server: LocalTelegram, *, seconds: tuple[float, float], seed: int = 1) -> None:
        """One way takes between these, evenly spread."""
        super().__init__(server)
        self._seconds = seconds
        self._random = Random(seed)  # noqa: S311  a simulation, not a secret

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: object, **more: object
    ) -> tuple[int, bytes]:
        """As `LocalRequest.do_request`."""
        await asyncio.sleep(self._random.uniform(*self._seconds))
        answer = await super().do_request(url, method, request_data, *timeouts, **more)
        await asyncio.sleep(self._random.uniform(*self._seconds))
        return answer


def quantile(values: list[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def times_of(calls: list[tuple[float, Mapping[str, Any]]]) -> list[float]:
    """When each call was made."""
    return [at for at, _parameters in calls]
