"""Reading a file in a process of its own, which is ended when it takes too long."""

from __future__ import annotations

import asyncio
import json
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.received import Failure, ReceivedFile
from bot.domain.wording import AcceptedAlias
from handlers.workers import end_worker, start_worker


class ReadingBrokeOff(Exception):  # noqa: N818  named after what happened
    """The worker ended without an answer; the text is for the log."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one file may cost: bytes of memory, seconds of processor time and of waiting alike."""

    memory: int
    seconds: int


async def read_in_worker(
    file: ReceivedFile, content: bytes, aliases: list[AcceptedAlias], *, catalogue: Path | None, limits: WorkerLimits
) -> dict[str, Any]:
    """What the worker says, see `bot.reading_file`; ReadingBrokeOff passes through. Cancelling ends the worker too."""
    order = {
        "file": file.file_name,
        "agency": file.agency,
        "period": None if file.period is None else file.period.code,
        "catalogue": None if catalogue is None else str(catalogue),
        "aliases": [[alias.wording, alias.indicator] for alias in aliases],
        "memory": limits.memory,
        "seconds": limits.seconds,
    }
    try:
        worker = await start_worker("bot.reading_file")
    except OSError as trouble:
        problem = f"its process does not start: {trouble.strerror}"
        raise ReadingBrokeOff(problem) from trouble
    try:
        async with asyncio.timeout(limits.seconds):
            said, complaint = await worker.communicate(json.dumps(order).encode() + b"\n" + content)
    except TimeoutError:
        return {"failure": Failure.TOO_LONG.value}
    finally:
        await end_worker(worker)
    return _answer(worker.returncode, said, complaint)


def _answer(code: int | None, said: bytes, complaint: bytes) -> dict[str, Any]:
    if code == 0 and said:
        answer: dict[str, Any] = json.loads(said)
        return answer
    if code == -getattr(signal, "SIGXCPU", 0):
        return {"failure": Failure.TOO_LONG.value}
    if code == -getattr(signal, "SIGKILL", 0) or b"MemoryError" in complaint[-500:]:
        return {"failure": Failure.TOO_MUCH_MEMORY.value}  # the system ends who takes more than there is
    last_line = complaint.decode(errors="replace").strip().rpartition("\n")[2]
    problem = f"exit {code}, {last_line.partition(':')[0][:100]}"  # what stands behind the colon may be out of the file
    raise ReadingBrokeOff(problem)
