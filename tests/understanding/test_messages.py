"""Real messages as a table: what people type, what it means, and why. Every row is read against the whole catalogue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader
from bot.understanding.request import Chosen, Context, Entry, EntryValue, Focus, PendingChoice, Question, Request, Unknown
from bot.understanding.text import fold
from bot.understanding.understand import understand
from tests.message_table import CLERK, NOT_YET, OFFICIAL, load_messages, read_table

MOST_OFFERED = 5


def _rows() -> list[Any]:
    """One parameter for each spelling of each row; what is not understood yet must fail."""
    not_yet = pytest.mark.xfail(reason="known miss", strict=True)
    return [
        pytest.param(
            said.text, said.row, id=f"{said.file}: {fold(said.text)[:60]}", marks=[not_yet] if said.file == NOT_YET else []
        )
        for said in read_table()
    ]


@pytest.mark.parametrize(("says", "row"), _rows())
def test_a_message_means_what_its_row_says(says: str, row: dict[str, Any], reader: Reader) -> None:
    request = understand(says, _context(row), reader=reader)
    means = row["means"]
    if "question" in means:
        _check_question(request, means)
    elif "unknown" in means:
        assert isinstance(request, Unknown)
        assert means["unknown"] in ("any", request.kind.value)
    elif "chooses" in means:
        _check_choice(request, means["chooses"])
    else:
        _check_entry(request, means)


def test_the_table_is_large_and_explained() -> None:
    rows = {id(said.row): said.row for said in read_table()}.values()
    assert len(rows) >= 150
    assert all(row["why"] for row in rows)


def test_the_table_serves_as_evaluation_lines(reader: Reader) -> None:
    for line in load_messages():
        assert set(interpret_line(line, reader=reader)) >= {"kind", "intent", "certain", "candidates", "values"}


def _context(row: dict[str, Any]) -> Context:
    """The clerk of Sở Công Thương or an official, with what the conversation adds."""
    base = CLERK if row.get("who") == "clerk" else OFFICIAL
    return Context(
        today=date.fromisoformat(str(base["today"])),
        agency=AgencyCode(base["agency"]) if base["agency"] else None,
        open_period=Period.parse(base["period"]) if base["period"] else None,
        focus=_focus(row.get("focus")) or Focus(),
        pending=PendingChoice(tuple(IndicatorId(each) for each in row["pending"]), "2") if "pending" in row else None,
        replied_to=_focus(row.get("replied_to")),
    )


def _focus(given: dict[str, str] | None) -> Focus | None:
    if given is None:
        return None
    return Focus(IndicatorId(given["indicator"]), AgencyCode(given["agency"]), Period.parse(given["period"]))


def _check_question(request: Request, means: dict[str, Any]) -> None:
    assert isinstance(request, Question)
    offered = [each.indicator for each in request.candidates]
    assert request.intent.value == means["question"]
    if "among" in means:
        assert not request.certain
        assert set(means["among"]) <= set(offered[:MOST_OFFERED])
    elif means["of"] is not None:
        assert offered[0] == means["of"]
        assert request.certain
    for name in ("agencies", "periods"):
        if name in means:
            named = [getattr(each, "code", each) for each in getattr(request, name)]
            assert sorted(named) == sorted(means[name])
    if "period" in means:
        assert request.period is not None
        assert request.period.code == means["period"]
    assert request.follow_up == means.get("follow_up", request.follow_up)


def _check_choice(request: Request, chooses: str) -> None:
    if chooses == "nothing":
        assert not isinstance(request, Chosen)
        return
    assert isinstance(request, Chosen)
    assert request.skipped if chooses == "skipped" else request.indicator == chooses


def _check_entry(request: Request, means: dict[str, Any]) -> None:
    if means.get("enters_nothing"):
        assert not isinstance(request, Entry) or not any(value.certain for value in request.values)
        return
    assert isinstance(request, Entry)
    certain = {value.indicator: value for value in request.values if value.certain}
    expected = {row: each if isinstance(each, dict) else {"value": each} for row, each in means.get("enters", {}).items()}
    assert {row: _number(value) for row, value in certain.items()} == {row: each["value"] for row, each in expected.items()}
    for row, each in expected.items():
        value = certain[row]
        assert value.note == each.get("note")
        assert value.figure is not None
        assert value.figure.estimate == each.get("estimate", False)
    refused = {value.indicator: value.fault.value for value in request.values if value.fault is not None}
    assert refused == means.get("refuses", {})
    asked = {_number(value): [each.indicator for each in value.candidates] for value in request.values if not value.certain}
    for number, rows in means.get("asks", {}).items():
        assert set(rows) <= set(asked[number][:MOST_OFFERED])
    if "agency" in means:
        assert request.agency == means["agency"]
    if "period" in means:
        assert request.period is not None
        assert request.period.code == means["period"]


def _number(value: EntryValue) -> str | None:
    """The figure as a plain number; None for "no data yet" and for a value that was refused."""
    if value.figure is None or value.figure.number is None:
        return None
    return f"{value.figure.number:f}"
