"""The parameters of one call as they come over the wire, all strings, read and limited as Telegram does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from handlers.local.entities import UnparsableTextError, parse_html, utf16_length
from handlers.local.faults import refuse

_BUTTONS_LIMIT = 100
_CALLBACK_DATA_LIMIT = 64
_ACTIONS = frozenset({"callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "copy_text"})


class Parameters:
    """Reads by name; every `ApiError` is worded as Telegram words it."""

    def __init__(self, values: Mapping[str, str]) -> None:
        """Take the strings."""
        self._values = values

    def string(self, name: str) -> str | None:
        """As it stands, None when absent or empty."""
        return self._values.get(name) or None

    def flag(self, name: str) -> bool:
        """A boolean, False when absent."""
        return self._values.get(name, "").lower() in {"true", "1"}

    def integer(self, name: str) -> int | None:
        """A whole number, None when absent."""
        value = self.string(name)
        if value is None:
            return None
        try:
            return int(value)
        except ValueError:
            refuse(f'field "{name}" must be a valid Number')

    def needed_integer(self, name: str) -> int:
        """A whole number that must be there."""
        number = self.integer(name)
        if number is None:
            refuse(f"{name} is empty")
        return number

    def parsed(self, name: str) -> Any:  # noqa: ANN401  any JSON
        """A JSON value, None when absent."""
        value = self.string(name)
        if value is None:
            return None
        try:
            return json.loads(value)
        except ValueError:
            refuse(f"can't parse {name}: Can't parse JSON object")

    def text(self, name: str, *, limit: int, noun: str) -> dict[str, Any]:
        """A text with its entities: `{name: …, entities: […]}`; only plain text and HTML are known here."""
        raw = self.string(name)
        if raw is None:
            refuse(f"{noun} text is empty")
        mode = (self.string("parse_mode") or "").lower()
        if mode not in {"", "html"}:
            refuse("unsupported parse_mode")
        try:
            plain, entities = parse_html(raw) if mode else (raw.strip(), [])
        except UnparsableTextError as error:
            refuse(f"can't parse entities: {error}")
        if not plain:
            refuse(f"{noun} text is empty")
        if utf16_length(plain) > limit:
            refuse(f"{noun} is too long")
        marks = "entities" if name == "text" else f"{name}_entities"
        return {name: plain, **({marks: entities} if entities else {})}

    def inline_keyboard(self) -> dict[str, Any] | None:
        """The buttons under a message, checked; None when there are none."""
        markup = self.parsed("reply_markup")
        if not markup or "inline_keyboard" not in markup:
            return None
        buttons = [button for row in markup["inline_keyboard"] for button in row]
        if len(buttons) > _BUTTONS_LIMIT:
            refuse("REPLY_MARKUP_TOO_LONG")
        for button in buttons:
            if not button.get("text"):
                refuse("can't parse inline keyboard button: Text must be non-empty")
            if not _ACTIONS.intersection(button):
                refuse("text buttons are unallowed in the inline keyboard")
            token = button.get("callback_data")
            if token is not None and not 1 <= len(token.encode()) <= _CALLBACK_DATA_LIMIT:
                refuse("BUTTON_DATA_INVALID")
        return markup if buttons else None
