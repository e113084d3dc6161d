"""Rates and totals that follow from what was entered: offered with a button, stored only by its press."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.conversation import storing
from bot.conversation.exchange import Exchange
from bot.domain.computed import computed_figures
from bot.domain.period import Period
from bot.domain.reporting import Assignment
from bot.replies import computing as replies


def press(action: Mapping[str, Any], exchange: Exchange) -> str | None:
    """Store what was offered, as long as it is still what the formula gives; the short text to answer with."""
    agency, period = exchange.known_agency(action["a"]), Period.parse(action["p"])
    if agency is None or action["i"] not in exchange.catalogue:
        return "Nút này đã cũ."
    if storing.is_not_theirs(agency, exchange):
        return None
    values = exchange.store.values(agencies=(agency,), periods=(period,))
    now = next((each for each in computed_figures(exchange.catalogue, values) if each.row.id == action["i"]), None)
    if now is None:
        return "Chưa đủ số liệu để tính."
    if str(now.number) != action["n"]:
        exchange.answer(replies.is_another_now(now, agency, period, exchange.catalogue))
        return None
    assignment = Assignment(now.row.id, now.figure, None, now.raw, action["v"])
    storing.store_values([assignment], agency, period, exchange, kind="button")
    return None
