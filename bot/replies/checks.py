"""What a failing check says: both sides by name and figure."""

from __future__ import annotations

from bot.domain.catalogue import Catalogue
from bot.domain.checks import Violation
from bot.domain.formula import operands
from bot.replies.wording import number_text, short_text

_SIGNS = {"<=": "lớn hơn", "=": "khác"}


def violation_text(violation: Violation, catalogue: Catalogue) -> str:
    """`Xem lại: Nhiệm vụ đã hoàn thành (20) lớn hơn Nhiệm vụ đề ra trong kế hoạch (18).`."""
    left = _side(violation.relation.left, catalogue)
    right = _side(violation.relation.right, catalogue)
    sign = _SIGNS[violation.relation.sign]
    return (
        f"Xem lại: {left} ({number_text(violation.left, digits=2)}) {sign} {right} ({number_text(violation.right, digits=2)})."
    )


def _side(expression: str, catalogue: Catalogue) -> str:
    """A side in names: the formula's operands joined as the formula joins them; a plain limit is `mức`."""
    ids = operands(expression)
    if not ids:
        return "mức"
    joined = " / " if "/" in expression else " + "
    return joined.join(short_text(catalogue.row(row_id), catalogue) for row_id in ids)
