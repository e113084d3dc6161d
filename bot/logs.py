"""The program's log: on stderr, without tokens and without the addresses that carry them."""

from __future__ import annotations

import logging
import re
import traceback

_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
_LAYOUT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Each writes a line for every request or tick; their warnings stay.
_TALKATIVE = ("httpx", "httpcore", "aiohttp.access", "apscheduler", "telegram.ext.Application", "alembic")


def redacted(text: str) -> str:
    """The text with every bot token struck out."""
    return _TOKEN.sub("<token>", text)


class RedactTokens(logging.Filter):
    """Strikes tokens out of a record before any handler formats it: message, arguments and traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True: a record is cleaned, never dropped."""
        record.msg, record.args = redacted(record.getMessage()), None
        if record.exc_info and record.exc_info[0] is not None:
            record.exc_text = redacted("".join(traceback.format_exception(*record.exc_info)).rstrip())
            record.exc_info = None
        return True


def set_up_logging(level: str) -> None:
    """Log to stderr from that level on; replaces what was set up before."""
    handler = logging.StreamHandler()
    handler.addFilter(RedactTokens())
    logging.basicConfig(level=level, format=_LAYOUT, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
