"""Formulas and relations of indicators.yaml: what they name, what they come to, and how a bad one is described."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue import IndicatorId
from bot.domain.formula import BadExpression, Relation, evaluate, operands, relations

FIGURES = {
    IndicatorId(name): Decimal(number) for name, number in {"plan.done": 13, "plan.asked": 22, "none": 0, "a": 4}.items()
}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("plan.done", "13"),
        ("plan.done + plan.asked", "35"),
        ("plan.asked - plan.done - a", "5"),
        ("a * (plan.done + 2)", "60"),
        ("plan.done + a * 2", "21"),
        ("plan.asked / a / 2", "2.75"),
        ("100", "100"),
        (" a*0.5 ", "2.0"),
    ],
)
def test_a_formula_is_reckoned_as_written_on_paper(formula: str, result: str) -> None:
    assert evaluate(formula, FIGURES) == Decimal(result)


def test_a_rate_is_reckoned_from_its_parts() -> None:
    rate = evaluate("plan.done / plan.asked * 100", FIGURES)
    assert rate is not None
    assert round(rate, 2) == Decimal("59.09")


@pytest.mark.parametrize("formula", ["plan.done / none", "plan.done / (a - a)", "unknown", "a + unknown", "unknown / none"])
def test_a_missing_figure_or_a_division_by_zero_gives_no_result(formula: str) -> None:
    assert evaluate(formula, FIGURES) is None


@pytest.mark.parametrize(
    ("expression", "ids"),
    [
        ("a", ("a",)),
        ("a / b * 100", ("a", "b")),
        ("b.part + a <= b", ("b.part", "a", "b")),
        ("x = a + b | x = a + b + c", ("x", "a", "b", "c")),
    ],
)
def test_an_expression_names_each_row_once_in_order(expression: str, ids: tuple[str, ...]) -> None:
    assert operands(expression) == ids


def test_a_check_is_read_into_its_relations() -> None:
    assert relations("x = a + b | x <= a*2") == (Relation("x", "=", "a + b"), Relation("x", "<=", "a*2"))


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("", "thiếu id hoặc số ở cuối"),
        ("a +", "thiếu id hoặc số ở cuối"),
        ("a + + b", "thiếu id hoặc số trước “+”"),
        ("a b", "thừa “b” trong “a b”"),
        ("(a + b", "thiếu dấu )"),
        ("a + b)", "thừa “)” trong “a + b)”"),
        ("a + hồ sơ", "không đọc được từ “ồ sơ”"),
        ("a % b", "không đọc được từ “% b”"),
        ("a <= b <= c", "“a <= b <= c” phải có đúng một dấu <= hoặc ="),
        ("a = b | c", "“c” phải có đúng một dấu <= hoặc ="),
        ("a <= ", "thiếu id hoặc số ở cuối"),
    ],
)
def test_a_bad_expression_is_described_for_its_editor(expression: str, problem: str) -> None:
    with pytest.raises(BadExpression) as caught:
        operands(expression)
    assert str(caught.value) == problem


@given(st.text(alphabet="ab.1+-*/()<=| ", max_size=20))
def test_any_text_is_either_read_or_described(expression: str) -> None:
    try:
        ids = operands(expression)
    except BadExpression:
        ids = ()  # described above; nothing else may be raised
    assert len(ids) == len(set(ids))


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_part_of_a_whole_is_the_percentage_that_people_expect(part: int, whole: int) -> None:
    figures = {IndicatorId("part"): Decimal(part), IndicatorId("whole"): Decimal(whole)}
    rate = evaluate("part / whole * 100", figures)
    assert rate is not None
    assert abs(rate * whole - part * 100) < Decimal("0.000001")
