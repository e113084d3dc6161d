"""The same short words in the same context, understood once: near a deadline many people write the very same.

What a message means depends on nothing but its text, its context and the reader, which keeps what it found.
"""

from __future__ import annotations

from bot.understanding.reader import Reader
from bot.understanding.request import Context, Request
from bot.understanding.understand import understand

_SHORT = 160  # characters: what is longer hardly comes twice


def recall(text: str, context: Context, *, reader: Reader) -> Request:
    """What `understand` says of a message."""
    if len(text) > _SHORT:
        return understand(text, context, reader=reader)
    said = (text, context)
    request = reader.understood.get(said)
    if request is None:
        request = understand(text, context, reader=reader)
        reader.understood.keep(said, request)
    return request
