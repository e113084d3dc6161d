"""What is said back: HTML text (Telegram's subset) and buttons that carry plain actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from bot.domain.outgoing import Recipe


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says (at most about 30 characters) and the action that pressing it asks for."""

    label: str
    action: Mapping[str, Any]  # {"do": name, …}, see bot.presses


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. `text` is HTML: anything from outside goes through `escape`."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    slot: str | None = None
    subject: Mapping[str, Any] | None = None
    edits: bool = False  # change the message whose button was pressed, instead of sending anew
    recipe: Recipe | None = None  # a picture or document above the text


def bold(text: str) -> str:
    """Escaped and bold."""
    return f"<b>{escape(text, quote=False)}</b>"
