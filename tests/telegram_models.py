"""Independent truth about the Bot API: every call, answer and update is validated with aiogram's models."""

import json
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import InlineKeyboardMarkup, Update
from pydantic import TypeAdapter

from handlers.local.server import Call, LocalTelegram

_METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__: method
    for method in vars(aiogram.methods).values()
    if isinstance(method, type) and issubclass(method, TelegramMethod) and method is not TelegramMethod
}
_FILES = {"sendDocument": "document", "sendPhoto": "photo"}


def check_calls(server: LocalTelegram) -> LocalTelegram:
    """The same server; from now on a call or answer that is not Telegram's raises where it happens."""
    server.observers.append(check_call)
    return server


def check_call(call: Call) -> None:
    """Validate one call: method and parameters exist and have their types, the answer is what the method returns."""
    method = _METHODS[call.method]
    parameters = {name: _decoded(name, value, method) for name, value in call.parameters.items()}
    unknown = set(parameters) - set(method.model_fields)
    assert not unknown, f"{call.method} has no parameter {unknown}"
    if call.method in _FILES:
        parameters.setdefault(_FILES[call.method], "uploaded")
    method.model_validate(parameters)
    if "reply_markup" in parameters:  # the union of markups takes anything
        InlineKeyboardMarkup.model_validate(parameters["reply_markup"])
    if call.status == 200:
        assert call.answer["ok"] is True
        TypeAdapter(method.__returning__).validate_python(call.answer["result"])
        if call.method == "getUpdates":
            for update in call.answer["result"]:
                assert Update.model_validate(update).event_type
    else:
        assert call.answer["ok"] is False
        assert call.answer["error_code"] == call.status


def _decoded(name: str, value: str, method: type[TelegramMethod[Any]]) -> Any:  # noqa: ANN401  any JSON
    """A parameter as JSON where its type is not text: over the wire all are strings."""
    field = method.model_fields.get(name)
    if field is None or field.annotation in (str, str | None) or not value.startswith(("[", "{")):
        return value
    return json.loads(value)
