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
    """A relation that does not hold, with the results of its two sides and the figures that went into them."""

    check: Check
    relation: Relation
    left: Decimal
    right: Decimal
    operands: tuple[tuple[IndicatorId, Decimal], ...] = ()

    @property
    def key(self) -> str:
        """Which check it is; a reason is kept under it."""
        return self.check.id

    @property
    def hard(self) -> bool:
        """Whether it needs a reason before the report is submitted."""
        return self.check.hard

    @property
    def rows(self) -> tuple[IndicatorId, ...]:
        """The rows concerned."""
        return operands(self.check.expression)

    @property
    def figures(self) -> str:
        """The figures that fail: a reason given for these is void for others."""
        return " ".join(f"{row}={number.normalize():f}" for row, number in self.operands)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The checks of one report. `evaluated` held or failed; `blank` could not be evaluated for want of a figure."""

    violations: tuple[Violation, ...]
    evaluated: int
    blank: int


def broken_checks(
    catalogue: Catalogue, values: Collection[StoredValue], *, touching: Collection[IndicatorId] | None = None
) -> tuple[Violation, ...]:
    """The checks that one report's values break; `touching`: only those that name one of these rows."""
    return evaluate_checks(catalogue, values, touching=touching).violations


def evaluate_checks(
    catalogue: Catalogue, values: Collection[StoredValue], *, touching: Collection[IndicatorId] | None = None
) -> Evaluation:
    """Evaluate the checks over one report's values.

    A relation with an operand that is blank or "chưa có số liệu", or that divides by zero, is not evaluated; one
    with an operand that the period's form does not print is none of this report's at all.
    """
    figures = {value.key.indicator: value.figure.number for value in values if value.figure.number is not None}
    period = next((value.key.period for value in values), None)
    printed = catalogue.form_for(period).printed if period is not None else frozenset[IndicatorId]()
    touched = None if touching is None else frozenset(touching)
    found, evaluated, blank = [], 0, 0
    for check in catalogue.checks:
        named = operands(check.expression)
        if (touched is not None and touched.isdisjoint(named)) or not printed.issuperset(named):
            continue
        outcome = _evaluate(check, figures)
        if outcome is None:
            blank += 1
            continue
        evaluated += 1
        if isinstance(outcome, Violation):
            found.append(outcome)
    return Evaluation(tuple(found), evaluated, blank)


def agrees(stated: Decimal, computed: Decimal) -> bool:
    """Whether a rate as typed is what its parts give: within half a unit of its last digit, at least 0.1."""
    exponent = stated.as_tuple().exponent
    half_a_digit = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else _LEAST_TOLERANCE
    return abs(stated - computed) <= max(half_a_digit, _LEAST_TOLERANCE)


def _evaluate(check: Check, figures: Mapping[IndicatorId, Decimal]) -> Violation | bool | None:
    """True when a relation holds, else the first that fails; None when one before that cannot be evaluated."""
    failed: Violation | None = None
    for relation in relations(check.expression):
        left, right = evaluate(relation.left, figures), evaluate(relation.right, figures)
        if left is None or right is None:
            return None
        if _holds(check.kind, relation, left, right):
            return True
        named = dict.fromkeys((*operands(relation.left), *operands(relation.right)))
        failed = failed or Violation(check, relation, left, right, tuple((row, figures[row]) for row in named))
    return failed


def _holds(kind: CheckKind, relation: Relation, left: Decimal, right: Decimal) -> bool:
    if relation.sign == "<=":
        return left <= right
    if kind is CheckKind.RATIO:
        is_stated_left = operands(relation.left) == (relation.left.strip(),)
        return agrees(left, right) if is_stated_left else agrees(right, left)
    return left == right
