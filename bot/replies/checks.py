"""What a failing check says: both sides by name and figure, and what was said in reply to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.domain.catalogue import Catalogue, IndicatorId, ValueType
from bot.domain.checks import Violation
from bot.domain.checks_over_time import Contradiction, Jump, OverTime
from bot.domain.formula import operands
from bot.domain.report_checks import Failing
from bot.domain.value import StoredValue
from bot.replies.wording import number_text, plain_number, short_text

_SIGNS = {"<=": "lớn hơn", "=": "khác"}
_PER_CENT = re.compile(r"\s*\*\s*100\b")


def violation_text(failing: Failing, catalogue: Catalogue) -> str:
    """`Xem lại: Nhiệm vụ đã hoàn thành (20) lớn hơn Nhiệm vụ đề ra trong kế hoạch (18).`."""
    return f"Xem lại: {failing_text(failing, catalogue)}."


def failing_text(failing: Failing, catalogue: Catalogue) -> str:
    """The same as a line of a list: without the words before it and without the full stop; HTML."""
    if isinstance(failing, Contradiction):
        return _contradiction_text(failing, catalogue)
    figures = dict(failing.operands)
    sides = (failing.relation.left, failing.relation.right), (failing.left, failing.right)
    left, right = (_side(side, result, figures, failing, catalogue) for side, result in zip(*sides, strict=True))
    return f"{left} {_SIGNS[failing.relation.sign]} {right}"


def jump_lines(jumps: Sequence[Jump], catalogue: Catalogue, *, most: int) -> list[str]:
    """One line for all jumps since the same period: `Chênh nhiều so với Quý I/2022: Hồ sơ tiếp nhận 120 → 1.500 (gấp 12,5)`."""
    lines = []
    for since in dict.fromkeys(jump.since for jump in jumps):
        of_period = [jump for jump in jumps if jump.since == since]
        named = "; ".join(_jump_text(jump, catalogue) for jump in of_period[:most])
        more = f" và {len(of_period) - most} số khác (/kiemtra)" if len(of_period) > most else ""
        lines.append(f"Chênh nhiều so với {since.name}: {named}{more}.")
    return lines


def jump_list(jumps: Sequence[Jump], catalogue: Catalogue, *, most: int) -> list[str]:
    """The same as a list, a line each."""
    lines = []
    for since in dict.fromkeys(jump.since for jump in jumps):
        of_period = [jump for jump in jumps if jump.since == since]
        lines.append(f"Chênh nhiều so với {since.name}: {len(of_period)}")
        lines += [f"• {_jump_text(jump, catalogue)}" for jump in of_period[:most]]
        if len(of_period) > most:
            lines.append(f"… và {len(of_period) - most} số khác")
    return lines


def _jump_text(jump: Jump, catalogue: Catalogue) -> str:
    row = catalogue.row(jump.value.key.indicator)
    before = f"{plain_number(row, jump.before)}{' (suy ra)' if jump.is_derived else ''}"
    return f"{short_text(row, catalogue)} {before} → {plain_number(row, jump.number)}{_times_text(jump)}"


def _times_text(jump: Jump) -> str:
    """` (gấp 12,5 lần)`, ` (còn 1/12)`; nothing of a fall to 0."""
    if not jump.number:
        return ""
    if jump.number >= jump.before:
        return f" (gấp {number_text(jump.number / jump.before, digits=1)} lần)"
    return f" (còn 1/{number_text(jump.before / jump.number, digits=0)})"


def _side(
    expression: str, result: Decimal, figures: dict[IndicatorId, Decimal], violation: Violation, catalogue: Catalogue
) -> str:
    """A side in names and figures: `Tên (20)`, `Tên A (10) + Tên B (15) = 25`; a plain limit is `mức (100)`."""
    ids = operands(expression)
    unit = " %" if _is_rate(violation, catalogue) else ""
    shown = f"{_number(result)}{unit}"
    if not ids:
        return f"mức ({shown})"
    if ids == (expression.strip(),):
        return f"{short_text(catalogue.row(ids[0]), catalogue)} ({shown})"
    named = _PER_CENT.sub("", expression)
    for row_id in sorted(ids, key=len, reverse=True):  # one id may begin with another
        named = re.sub(rf"(?<![\w.]){re.escape(row_id)}(?![\w.])", f"\0{ids.index(row_id)}\0", named)
    for place, row_id in enumerate(ids):
        text = f"{short_text(catalogue.row(row_id), catalogue)} ({_number(figures.get(row_id, Decimal(0)))})"
        named = named.replace(f"\0{place}\0", text)
    return f"{named} = {shown}"


def _is_rate(violation: Violation, catalogue: Catalogue) -> bool:
    """Whether the sides are percents."""
    ids = operands(violation.relation.left)
    return len(ids) >= 1 and all(catalogue.row(row_id).type is ValueType.PERCENT for row_id in ids)


def _number(number: Decimal) -> str:
    return number_text(number, digits=2)


def _contradiction_text(found: Contradiction, catalogue: Catalogue) -> str:
    row = catalogue.row(found.later.key.indicator)
    earlier = " + ".join(_period_text(value, row.id, catalogue) for value in found.earlier)
    if len(found.earlier) > 1:
        numbers = (value.figure.number for value in found.earlier)
        total = sum((number for number in numbers if number is not None), Decimal(0))
        earlier += f" = {_number(total)}"
    falls = "số lũy kế không giảm trong năm" if found.hard else "thường không giảm trong năm"
    why = f", {falls}" if found.rule is OverTime.FALLS else ""
    later = _period_text(found.later, row.id, catalogue)
    return f"{short_text(row, catalogue)}: {later} nhỏ hơn {earlier}{why}"


def _period_text(value: StoredValue, row_id: IndicatorId, catalogue: Catalogue) -> str:
    """`Quý I/2023 (120)`."""
    number = value.figure.number
    shown = plain_number(catalogue.row(row_id), number) if number is not None else ""
    return f"{value.key.period.name} ({shown})"


def more_text(count: int) -> str:
    """Further failing checks that are not named."""
    return f"… và {count} chỗ khác cần xem lại: /kiemtra"
