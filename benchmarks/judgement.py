"""Whether a message was read as expected: one verdict a message, by the rules of the evaluation's scorer.

A message is an object `{"id", "category", "text", "context", "expect"}`, its reading what `interpret_line` gives for it.
tests/test_benchmarks.py holds that these verdicts add up to what the scorer counts, where the scorer is at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

_OFFERED = 5  # candidates that may stand among the choices
_OVER_AGENCIES = {"rank", "total"}  # intents that mean all agencies when none is named
_OVER_AGENCIES_FOR_OFFICIALS = {"trend", "compare", "missing"}

SameNote = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was right. `top1`: None unless it is a question with one meaning. `silent`: wrong values stored without asking."""

    kind: str
    whole: bool
    silent: int
    top1: bool | None = None


def contains_note(expected: str, actual: str) -> bool:
    """The expected note stands in the actual one."""
    return " ".join(expected.casefold().split()) in " ".join(actual.casefold().split())


def judge(message: dict[str, Any], reading: dict[str, Any], *, same_note: SameNote = contains_note) -> Verdict:
    """Compare a reading with what the message means."""
    kind = message["expect"]["kind"]
    if kind == "question":
        return _judge_question(message, reading)
    if kind == "unknown":
        refused = not (reading["certain"] or reading["candidates"] or reading["values"])
        return Verdict(kind, reading["kind"] == kind or refused, sum(map(_is_write, reading["values"])))
    return _judge_entry(message, reading, same_note)


def _judge_question(message: dict[str, Any], reading: dict[str, Any]) -> Verdict:
    expect, candidates = message["expect"], reading["candidates"]
    is_question = reading["kind"] == "question"
    top1 = None
    if "ambiguous" in expect:
        found = not reading["certain"] and set(expect["ambiguous"]) <= set(candidates[:_OFFERED])
    elif expect["indicators"]:
        top1 = is_question and bool(candidates) and candidates[0] in expect["indicators"]
        found = top1 and reading["certain"]
    else:
        found = not candidates
    whole = is_question and found and reading["intent"] == expect["intent"]
    whole = whole and _same_agencies(message, reading) and _same_periods(expect, reading)
    return Verdict("question", whole, sum(map(_is_write, reading["values"])), top1)


def _same_agencies(message: dict[str, Any], reading: dict[str, Any]) -> bool:
    expect = message["expect"]
    want, got = set(expect.get("agencies") or []), set(reading["agencies"])
    is_over_all = expect["intent"] in _OVER_AGENCIES
    is_over_all |= expect["intent"] in _OVER_AGENCIES_FOR_OFFICIALS and not message["context"].get("agency")
    return want == got or (is_over_all and want | got == {"ALL"})


def _same_periods(expect: dict[str, Any], reading: dict[str, Any]) -> bool:
    got = {*(reading["periods"] or ()), *([reading["period"]] if reading["period"] else ())}
    if "periods" in expect:
        return got == set(expect["periods"] or ()) and (reading["period"] is None or bool(expect["periods"]))
    return got == ({expect["period"]} if expect.get("period") else set())


def _judge_entry(message: dict[str, Any], reading: dict[str, Any], same_note: SameNote) -> Verdict:
    expect, context = message["expect"], message["context"]
    expected, actual = expect["values"], _without_repeats(reading["values"])
    taken = _paired(expected, actual)
    pairs = [(want, actual[taken[place]] if place in taken else None) for place, want in enumerate(expected)]
    whole = reading["kind"] == "entry" and len(taken) == len(expected) == len(actual)
    whole = whole and all(
        (reading[key] or context.get(key)) == (expect[key] or context.get(key)) for key in ("agency", "period")
    )
    whole = whole and all(got is not None and _is_right(want, got, same_note) for want, got in pairs)
    good = {taken[place] for place, want in enumerate(expected) if place in taken and _is_exact(want, actual[taken[place]])}
    return Verdict("entry", whole, sum(_is_write(got) for place, got in enumerate(actual) if place not in good))


def _paired(expected: Sequence[dict[str, Any]], actual: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Which actual value answers which expected one: best fits first, then the nearest in order."""
    fits = sorted(
        (-_fit(want, got), abs(one - other), one, other)
        for one, want in enumerate(expected)
        for other, got in enumerate(actual)
        if _fit(want, got)
    )
    taken: dict[int, int] = {}
    for _, _, one, other in fits:
        if one not in taken and other not in taken.values():
            taken[one] = other
    return taken


def _fit(want: dict[str, Any], got: dict[str, Any]) -> int:
    """How well a value answers an expected one; 0: not at all."""
    ids, offered = _meant(want), _offered(got)
    if got["indicator"] in ids and got["certain"]:
        near = 4
    elif offered[:1] and offered[0] in ids:
        near = 3
    else:
        near = 2 if ids & set(offered[:_OFFERED]) else 0
    return near and near * 2 + ("value" in want and _same(want["value"], got["value"]))


def _is_right(want: dict[str, Any], got: dict[str, Any], same_note: SameNote) -> bool:
    if "error" in want:
        return bool(got["error"]) and _has_note(want, got, same_note)
    if "ambiguous" in want:
        right = not got["certain"] and not got["error"] and _same(want["value"], got["value"])
        right = right and _meant(want) <= set(_offered(got)[:_OFFERED])
    else:
        right = _is_write(got) and _is_exact(want, got)
    return right and _has_note(want, got, same_note) and bool(want.get("estimate")) == bool(got["estimate"])


def _has_note(want: dict[str, Any], got: dict[str, Any], same_note: SameNote) -> bool:
    return not want.get("note") or same_note(want["note"], got["note"] or "")


def _is_exact(want: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether it is the very write that was expected."""
    if "indicator" not in want or "error" in want:
        return False
    return bool(got["indicator"] == want["indicator"]) and _same(want["value"], got["value"])


def _is_write(got: dict[str, Any]) -> bool:
    return bool(got["certain"]) and not got["error"]


def _meant(want: dict[str, Any]) -> set[str]:
    return set(want["ambiguous"]) if "ambiguous" in want else {want["indicator"]}


def _offered(got: dict[str, Any]) -> list[str]:
    """Ids that a value may mean, best first."""
    own = [got["indicator"]] if got["indicator"] and got["indicator"] not in got["candidates"] else []
    return [*own, *got["candidates"]]


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return Decimal(one) == Decimal(other)


def _without_repeats(values: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """A write repeated word for word counts once."""
    kept: list[dict[str, Any]] = []
    for value in values:
        is_repeat = any(
            (value["indicator"], value["candidates"], value["value"]) == (one["indicator"], one["candidates"], one["value"])
            for one in kept
            if _is_write(one)
        )
        if not (is_repeat and _is_write(value)):
            kept.append(value)
    return kept
