"""Relations between figures of one report (design §3). A check never blocks storing: it warns with both sides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.catalogue import Catalogue, Check, CheckKind, IndicatorId
from bot.domain.formula import Relation, evaluate, operands, relations
from bot.domain.value import StoredValue

_LEAST_TOLERANCE = Decimal("0.1")  # percentage points: reports round rates to one or two digits


@dataclass(frozen=True, slots=True)
class Violation:
    """A relation that does not hold, with the results of its two sides."""

    check: Check
    relation: Relation
    left: Decimal
    right: Decimal


def broken_checks(
    catalogue: Catalogue, values: Collection[StoredValue], *, touching: Collection[IndicatorId] | None = None
) -> tuple[Violation, ...]:
    """The checks that one report's values break; `touching`: only those that name one of these rows.

    A relation with an operand that is blank or "chưa có số liệu", or that divides by zero, is not evaluated.
    """
    figures = {value.key.indicator: value.figure.number for value in values if value.figure.number is not None}
    found = []
    for check in catalogue.checks:
        if touching is not None and not set(operands(check.expression)) & set(touching):
            continue
        violation = _broken(check, figures)
        if violation is not None:
            found.append(violation)
    return tuple(found)


def _broken(check: Check, figures: Mapping[IndicatorId, Decimal]) -> Violation | None:
    """The first relation that fails when none of the alternatives holds, or None."""
    failed: Violation | None = None
    for relation in relations(check.expression):
        left, right = evaluate(relation.left, figures), evaluate(relation.right, figures)
        if left is None or right is None:
            return None
        if _holds(check.kind, relation, left, right):
            return None
        failed = failed or Violation(check, relation, left, right)
    return failed


def _holds(kind: CheckKind, relation: Relation, left: Decimal, right: Decimal) -> bool:
    if relation.sign == "<=":
        return left <= right
    if kind is CheckKind.RATIO:
        exponent = left.as_tuple().exponent
        half_a_digit = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else _LEAST_TOLERANCE
        return abs(left - right) <= max(half_a_digit, _LEAST_TOLERANCE)
    return left == right
