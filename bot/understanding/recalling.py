"""The same short words, understood once: near a deadline many people of many agencies write the very same.

What a message means depends on its text, the reader, and what `understand` looks at of the context, which is little: it is
noted, and what was found is given again to whoever writes the same where that is the same.
"""

from __future__ import annotations

from typing import Any, cast

from bot.understanding.reader import Reader
from bot.understanding.recent import Meaning
from bot.understanding.request import Context, Focus, Request
from bot.understanding.understand import understand

SHORT = 160  # characters: what is longer hardly comes twice
_MEANINGS = 8  # kept for one text


def recall(text: str, context: Context, *, reader: Reader) -> Request:
    """What `understand` says of a message."""
    if len(text) > SHORT or context.step is not None or context.pending is not None:
        return understand(text, context, reader=reader)
    meanings = reader.understood.get(text) or ()
    for meaning in meanings:
        if all(_looked_at(context, path) == value for path, value in meaning.looked_at):
            return meaning.request
    watched = _Watched(context, {})
    request = understand(text, cast("Context", watched), reader=reader)
    found = Meaning(tuple(watched.seen.items()), request)
    reader.understood.keep(text, (found, *meanings[: _MEANINGS - 1]))
    return request


class _Watched:
    """A context, or a focus in it, that notes what of it is looked at."""

    __slots__ = ("_of", "_path", "seen")

    def __init__(self, of: Context | Focus, seen: dict[tuple[str, ...], Any], path: tuple[str, ...] = ()) -> None:
        """`seen`: shared with the focuses inside."""
        self._of = of
        self._path = path
        self.seen = seen

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the context holds there
        """As the context has it."""
        path = (*self._path, name)
        value = getattr(self._of, name)
        self.seen[path] = _noted(value)
        return _Watched(value, self.seen, path) if isinstance(value, Focus) else value


def _looked_at(context: Context, path: tuple[str, ...]) -> object:
    value: Any = context
    for name in path:
        value = getattr(value, name, None)  # a focus that this context does not have has nothing in it
    return _noted(value)


def _noted(value: object) -> object:
    """Of a focus only that it is there: what of it matters is noted when it is looked at."""
    return Focus if isinstance(value, Focus) else value
