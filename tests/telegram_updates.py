"""Updates made from the Bot API's own types (aiogram's models of them): every kind, with any of their fields."""

from __future__ import annotations

import datetime as dt
import enum
import types
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram.types import Update
from pydantic import BaseModel

KINDS = tuple(name for name in Update.model_fields if name != "update_id")
DAY = 1678845600
_DEEPEST = 5  # objects in objects
_LIKELY = (0.25, 0.12, 0.06, 0.03, 0.0)  # that a field which may be missing is there, by depth
_NUMBERS = (0, 1, 2, 5, 17, 4096, 2**31)
_TIMES = (dt.datetime, dt.timedelta)
_WORDS = ("", "a", "x y", "@cchc_bot", "/start", "🇻🇳", "\u202eẩn", "12", "a" * 300)


class Shapes:
    """What stands in fields whose content decides who says what where; everything else comes by chance."""

    def __init__(self, people: Sequence[Mapping[str, Any]], chats: Sequence[Mapping[str, Any]], texts: Sequence[str]) -> None:
        """People and chats that the bot knows or not, and texts that enter nothing."""
        self.people = people
        self.chats = chats
        self.texts = texts

    def update(self, kind: str, random: Random) -> dict[str, Any]:
        """One update of a kind, as Telegram would write it, without its number."""
        return {kind: self._value(Update.model_fields[kind].annotation, kind, random, 0)}

    def _value(self, annotation: Any, name: str, random: Random, depth: int) -> Any:  # noqa: ANN401  any type, any JSON
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(parts[0], name, random, depth)
        if dt.datetime in parts or dt.timedelta in parts or annotation in _TIMES or name.endswith("date"):
            return random.choice((DAY, 1, 2**31))
        if origin in (Union, types.UnionType):
            return self._value(random.choice([part for part in parts if part is not type(None)]), name, random, depth)
        if origin is Literal:
            return _plain(random.choice(parts))
        if origin is list:
            return [self._value(parts[0], name, random, depth + 1) for _ in range(random.choice((0, 1, 1, 2)))]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._object(annotation, random, depth)
        return self._leaf(annotation, name, random)

    def _object(self, model: type[BaseModel], random: Random, depth: int) -> dict[str, Any]:
        if model.__name__ == "User":
            return dict(random.choice(self.people))
        if model.__name__ == "Chat":
            return dict(random.choice(self.chats))
        likely = _LIKELY[min(depth, _DEEPEST - 1)]
        made = {}
        for field, is_needed, annotation in _fields(model):
            if is_needed or random.random() < likely or (field == "from" and random.random() < 0.9):
                made[field] = self._value(annotation, field, random, depth + 1)
        if model.__name__ == "Message" and random.random() < 0.5:
            made["text"] = random.choice(self.texts)
        return made

    def _leaf(self, annotation: Any, name: str, random: Random) -> Any:  # noqa: ANN401  any JSON
        if annotation is bool:
            return random.random() < 0.5
        if annotation is float:
            return random.choice((0.0, 1.5, -180.0, 1e300))
        if annotation is int:
            return random.choice(_NUMBERS)
        if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
            return _plain(random.choice(list(annotation)))
        if name in {"text", "caption", "query", "data"}:
            return random.choice(self.texts)
        return random.choice(_WORDS)


def _plain(value: object) -> object:
    return value.value if isinstance(value, enum.Enum) else value


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, bool, Any], ...]:
    """Name in JSON, whether it must be there, type."""
    return tuple(
        (field.alias or name, field.is_required() or get_origin(field.annotation) is Literal, field.annotation)
        for name, field in model.model_fields.items()
    )


def odd_value(random: Random) -> Any:  # noqa: ANN401  any JSON
    """What stands in no field of Telegram's: wrong types, too big, too long, too deep, NUL, half a surrogate pair."""
    deep: Any = []
    for _ in range(random.choice((30, 300, 900, 3000))):
        deep = [deep] if random.random() < 0.5 else {"reply_to_message": deep}
    kinds = random.choice(("mention", "bot_command", "x"))
    marks = [
        {"type": kinds, "offset": place, "length": random.choice((3, -3, 2**40))} for place in range(random.choice((1, 2000)))
    ]
    return random.choice(
        [
            *(None, True, False, 0, -1, 2**31, 253402300799, -62135596800, 2**63 - 1, 2**63, -(2**70), 10**400, 10**5000),
            *(1.5, 1e308, float("inf"), float("nan"), "", "\0", "\ud83d", "a\ud83d\0b", "a" * 4096, "🇻🇳" * 2048, "\u202e"),
            *("<b>&amp;</i>", "%s{}\\", "../..\\\0/x", [], {}, [[]], [None] * 20, {"id": 1}, {"": {}}, {"\0": "\0"}),
            *(deep, deep, marks, marks, {"x": "y" * 100_000}),
        ]
    )
