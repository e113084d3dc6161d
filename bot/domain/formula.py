"""Arithmetic over indicators, as formulas and checks of indicators.yaml write it: `a / b * 100`, `a + b <= c`.

Operands are row ids. A formula is one side; a relation compares two sides with `<=` or `=`; relations may be joined by `|`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.domain.catalogue import IndicatorId

_TOKEN = re.compile(r"\s*(?:(?P<id>[A-Za-z_][A-Za-z0-9_.]*)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/()]))")
_RELATION = re.compile(r"<=|=")
_EXPRESSIONS = 1024  # more than a catalogue has: each is taken apart once, not in every turn
_SHOWN_LENGTH = 20  # characters of the unreadable rest that an error repeats


class BadExpression(ValueError):  # noqa: N818  read by people as the fact it states
    """An expression that cannot be read; the text says in Vietnamese where, for the editor of indicators.yaml."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A row's figure."""

    id: IndicatorId


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms joined by `+`, `-`, `*` or `/`."""

    sign: str
    left: Term
    right: Term


Term = Operand | Operation | Decimal


@dataclass(frozen=True, slots=True)
class Relation:
    """`left` compared with `right` by `sign`, `<=` or `=`; both sides are formulas as text."""

    left: str
    sign: str
    right: str


@lru_cache(maxsize=_EXPRESSIONS)
def operands(expression: str) -> tuple[IndicatorId, ...]:
    """Ids in a formula or in the relations of a check, in order, each once. BadExpression when it cannot be read."""
    sides = [expression]
    if "|" in expression or _RELATION.search(expression):
        sides = [side for relation in relations(expression) for side in (relation.left, relation.right)]
    return tuple(dict.fromkeys(found for side in sides for found in _ids(_parsed(side))))


@lru_cache(maxsize=_EXPRESSIONS)
def relations(expression: str) -> tuple[Relation, ...]:
    """The relations of a check, of which `|` asks that any holds. BadExpression when a part does not compare two sides."""
    found = []
    for part in expression.split("|"):
        sides = _RELATION.split(part)
        if len(sides) != 2:  # noqa: PLR2004  a relation has two sides
            message = f"“{part.strip()}” phải có đúng một dấu <= hoặc ="
            raise BadExpression(message)
        left, right = (side.strip() for side in sides)
        _parsed(left)
        _parsed(right)
        found.append(Relation(left, _RELATION.findall(part)[0], right))
    return tuple(found)


def evaluate(expression: str, figures: Mapping[IndicatorId, Decimal]) -> Decimal | None:
    """Result of a formula; None when an operand has no figure or something is divided by zero."""
    return _value(_parsed(expression), figures)


def _value(term: Term, figures: Mapping[IndicatorId, Decimal]) -> Decimal | None:
    match term:
        case Decimal():
            return term
        case Operand(row_id):
            return figures.get(row_id)
        case Operation(sign, left_term, right_term):
            left, right = _value(left_term, figures), _value(right_term, figures)
            if left is None or right is None:
                return None
            return _joined(sign, left, right)


def _joined(sign: str, left: Decimal, right: Decimal) -> Decimal | None:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right if right else None


def _ids(term: Term) -> list[IndicatorId]:
    match term:
        case Decimal():
            return []
        case Operand(row_id):
            return [row_id]
        case Operation(_, left, right):
            return [*_ids(left), *_ids(right)]


@lru_cache(maxsize=512)
def _parsed(formula: str) -> Term:
    """The tree of one formula: sums of products of operands, numbers and parentheses, read from left to right."""
    reading = _Reading(_tokens(formula))
    term = reading.sum()
    if reading.tokens:
        message = f"thừa “{reading.tokens[0]}” trong “{formula.strip()}”"
        raise BadExpression(message)
    return term


def _tokens(formula: str) -> list[str]:
    found, place, end = [], 0, len(formula.rstrip())
    while place < end:
        token = _TOKEN.match(formula, place)
        if token is None:
            message = f"không đọc được từ “{formula[place : place + _SHOWN_LENGTH].strip()}”"
            raise BadExpression(message)
        found.append(token[token.lastgroup or 0])
        place = token.end()
    return found


@dataclass(slots=True)
class _Reading:
    """What is left to read of a formula."""

    tokens: list[str]

    def sum(self) -> Term:
        term = self._product()
        while self.tokens and self.tokens[0] in "+-":
            term = Operation(self.tokens.pop(0), term, self._product())
        return term

    def _product(self) -> Term:
        term = self._factor()
        while self.tokens and self.tokens[0] in "*/":
            term = Operation(self.tokens.pop(0), term, self._factor())
        return term

    def _factor(self) -> Term:
        if not self.tokens:
            raise BadExpression("thiếu id hoặc số ở cuối")
        match self.tokens.pop(0):
            case "(":
                term = self.sum()
                if not self.tokens or self.tokens.pop(0) != ")":
                    raise BadExpression("thiếu dấu )")
                return term
            case "+" | "-" | "*" | "/" | ")" as sign:
                message = f"thiếu id hoặc số trước “{sign}”"
                raise BadExpression(message)
            case number_or_id:
                return Decimal(number_or_id) if number_or_id[0].isdigit() else Operand(IndicatorId(number_or_id))
