"""Pictures and documents of outgoing messages: each made in a process of its own, away from the bot's thread and memory."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from collections import OrderedDict

from bot.domain.outgoing import Recipe

_SECONDS = 30.0  # a chart takes one or two, most of it loading matplotlib
_KEPT = 8  # several groups get the same picture within a minute
_log = logging.getLogger(__name__)


class MakingFailed(Exception):  # noqa: N818  named after what happened
    """The worker could not make it; the text is for the log."""


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
    worker = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.making",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},  # the same code, from whatever folder we were started
    )
    try:
        async with asyncio.timeout(_SECONDS):
            made, complaint = await worker.communicate(order.encode())
    except TimeoutError:
        message = f"not made within {_SECONDS:.0f} seconds"
        raise MakingFailed(message) from None
    finally:
        if worker.returncode is None:
            worker.kill()
            await worker.communicate()  # not only wait: it closes the pipes too
    if worker.returncode or not made:
        raise MakingFailed(complaint.decode(errors="replace").strip()[-500:] or f"exit {worker.returncode}")
    return made
