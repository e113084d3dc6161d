"""Pictures and documents of outgoing messages: each made in a process of its own, away from the bot's thread and memory."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict

from bot.domain.outgoing import Recipe
from handlers.workers import end_worker, start_worker

_SECONDS = 30.0  # a chart takes one or two, most of it loading matplotlib
_KEPT = 8  # several groups get the same picture within a minute
_log = logging.getLogger(__name__)


class MakingFailed(Exception):  # noqa: N818  named after what happened
    """The worker could not make it. Its text may quote what was to be made; `kind` is for the log."""

    @property
    def kind(self) -> str:
        """`ModuleNotFoundError`, `not made within 30 seconds`: what stands before a colon of the last line."""
        return str(self).rpartition("\n")[2].partition(":")[0]


class Workshop:
    """Makes what a recipe asks for, one at a time, and keeps the last few."""

    def __init__(self) -> None:
        """Nothing made yet; no process is started before it is needed."""
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._busy = asyncio.Lock()  # one worker: a small machine has one processor to spare

    async def make(self, recipe: Recipe) -> bytes:
        """The file; MakingFailed when the worker fails or takes too long."""
        order = json.dumps({"maker": recipe.maker, "content": dict(recipe.content)}, sort_keys=True)
        async with self._busy:
            if order not in self._made:
                self._made[order] = await _worked_off(order)
            self._made.move_to_end(order)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
            return self._made[order]


async def _worked_off(order: str) -> bytes:
    """What `python -m bot.making` answers. A process for each: no memory is held in between, and one that hangs is ended."""
    try:
        worker = await start_worker("bot.making")
    except OSError as trouble:
        message = f"its process does not start ({trouble.strerror})"
        raise MakingFailed(message) from trouble
    try:
        async with asyncio.timeout(_SECONDS):
            made, complaint = await worker.communicate(order.encode())
    except TimeoutError:
        message = f"not made within {_SECONDS:.0f} seconds"
        raise MakingFailed(message) from None
    finally:
        await end_worker(worker)
    if worker.returncode or not made:
        raise MakingFailed(complaint.decode(errors="replace").strip()[-500:] or f"exit {worker.returncode}")
    return made
