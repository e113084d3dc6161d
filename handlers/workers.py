"""Processes of our own that make and read files: the same code, none of the bot's secrets."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process

_SECRET = ("TELEGRAM_", "CCHC_", "DATABASE_URL", "PG")  # what a process that opens strangers' files has no need to know


async def start_worker(module: str) -> Process:
    """`python -m module` with pipes to all three of its streams; OSError when the system starts no process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_SECRET)}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env=kept | {"PYTHONPATH": os.pathsep.join(sys.path)},  # the same code, from whatever folder we were started
    )


async def end_worker(worker: Process) -> None:
    """End one that is still at work."""
    if worker.returncode is None:
        worker.kill()
        await worker.communicate()  # not only wait: it closes the pipes too
