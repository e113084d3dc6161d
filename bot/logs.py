"""The program's log: on stderr, without tokens and the addresses that carry them, and without what people wrote.

Our own messages name ids and counts. The text of an exception may hold what was being worked on, so a traceback shows it only
for errors of the system and of Telegram, or when everything is asked for (DEBUG).
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from telegram.error import TelegramError

from storage import StorageUnavailable

_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
_LAYOUT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SPEAKING = (OSError, TelegramError, StorageUnavailable)  # say what is wrong with the world, not what somebody wrote
# Each writes a line for every request or tick; their warnings stay.
_TALKATIVE = ("httpx", "httpcore", "aiohttp.access", "apscheduler", "telegram.ext.Application", "alembic")


def redacted(text: str) -> str:
    """The text with every bot token struck out."""
    return _TOKEN.sub("<token>", text)


class Redact(logging.Filter):
    """Strikes tokens out of a record before any handler formats it, and unknown exceptions' texts out of its traceback."""

    def __init__(self, *, shows_all: bool) -> None:
        """`shows_all`: for whoever looks for a fault, with data of their own."""
        super().__init__()
        self._shows_all = shows_all

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True: a record is cleaned, never dropped."""
        record.msg, record.args = redacted(record.getMessage()), None
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = redacted("\n".join(_told(record.exc_info[1], shows_all=self._shows_all)))
            record.exc_info = None
        return True


def _told(error: BaseException | None, *, shows_all: bool) -> list[str]:
    """A traceback and those of its causes, causes first: places and kinds of errors, texts only of those that may speak."""
    parts: list[str] = []
    while error is not None:
        text = f": {error}" if shows_all or isinstance(error, _SPEAKING) else ""
        where = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        parts.insert(0, f"Traceback (most recent call last):\n{where}\n{type(error).__qualname__}{text}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return parts


class _AsJson(logging.Formatter):
    """A record as one line of JSON: time, level, logger, message, traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            line["traceback"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(level: str, *, as_json: bool = False) -> None:
    """Log to stderr from that level on; replaces what was set up before."""
    handler = logging.StreamHandler()
    handler.addFilter(Redact(shows_all=level == "DEBUG"))
    handler.setFormatter(_AsJson() if as_json else logging.Formatter(_LAYOUT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
