"""What was understood as plain JSON, one object a message (the form that evaluations and other programs read)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, assert_never

from bot.domain.catalogue import AgencyCode
from bot.domain.period import Period
from bot.domain.value import State
from bot.understanding.reader import Reader
from bot.understanding.request import Chosen, Context, Entry, EntryValue, Question, Request, StepAnswer, Unknown
from bot.understanding.understand import understand

_OTHER_INTENTS = {"submitted": "missing"}  # an intent that evaluations call by a broader name


def interpret_line(line: dict[str, Any], *, reader: Reader) -> dict[str, Any]:
    """Read `{"id", "text", "context": {"agency", "period", "today"}}`; KeyError or ValueError when a part is missing or odd."""
    given = line["context"]
    context = Context(
        today=date.fromisoformat(given["today"]),
        agency=AgencyCode(given["agency"]) if given.get("agency") else None,
        open_period=Period.parse(given["period"]) if given.get("period") else None,
    )
    return {"id": line["id"], **_document(understand(line["text"], context, reader=reader))}


def _document(request: Request) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "kind": "unknown",
        "intent": None,
        "certain": False,
        "candidates": [],
        "agencies": [],
        "period": None,
        "periods": None,
        "agency": None,
        "values": [],
    }
    match request:
        case Question():
            return empty | {
                "kind": "question",
                "intent": _OTHER_INTENTS.get(request.intent, request.intent.value),
                "certain": request.certain,
                "candidates": [candidate.indicator for candidate in request.candidates],
                "agencies": list(request.agencies),
                "period": request.period.code if request.period else None,
                "periods": [period.code for period in request.periods] or None,
            }
        case Entry():
            return empty | {
                "kind": "entry",
                "certain": all(value.certain for value in request.values),
                "agency": request.agency,
                "period": request.period.code if request.period else None,
                "values": [_value_document(value) for value in request.values],
            }
        case Chosen() | StepAnswer() | Unknown():
            return empty
        case _:
            assert_never(request)


def _value_document(value: EntryValue) -> dict[str, Any]:
    is_nothing = value.figure is not None and value.figure.state is State.NOTHING_OCCURRED
    number = Decimal(0) if is_nothing else value.figure.number if value.figure is not None else None
    return {
        "indicator": value.indicator,
        "candidates": [candidate.indicator for candidate in value.candidates],
        "certain": value.certain,
        "value": None if number is None else f"{number:f}",
        "note": value.note,
        "estimate": value.figure is not None and value.figure.estimate,
        "error": value.fault.value if value.fault else None,
    }
