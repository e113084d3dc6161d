"""Rates and totals that the bot works out and offers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.computed import Computed
from bot.domain.period import Period
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import figure_text, plain_number, short_text

_BUTTONS = 3
_NAME_MOST = 22  # letters of a row's name on a button


def computed_lines(found: Sequence[Computed], catalogue: Catalogue) -> list[str]:
    """`Tỷ lệ … tự tính: 80 %`; beside a figure that says something else: `Tỷ lệ … đang ghi 80 %, tính lại là 84 %`."""
    return [_line(each, catalogue) for each in found]


def computed_buttons(found: Sequence[Computed], agency: AgencyCode, period: Period) -> tuple[tuple[Button, ...], ...]:
    """A button each that stores it; none for what cannot be a figure of its row."""
    storable = [each for each in found if each.may_be_stored]
    return tuple((_button(each, agency, period, named=len(storable) > 1),) for each in storable[:_BUTTONS])


def is_another_now(now: Computed, agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """The operands have changed since the button was shown."""
    text = f"Chưa ghi: số liệu đã thay đổi. {_line(now, catalogue)}"
    return Reply(text, computed_buttons((now,), agency, period), subject={"i": now.row.id, "a": agency, "p": period.code})


def _line(each: Computed, catalogue: Catalogue) -> str:
    name, number = short_text(each.row, catalogue), plain_number(each.row, each.number)
    if each.standing is None or each.standing.figure.number is None:
        return f"{name} tự tính: {number}"
    if each.fits:
        return f"{name} đang ghi {bold(figure_text(each.row, each.standing.figure))}, khớp với số tự tính."
    return f"{name} đang ghi {bold(figure_text(each.row, each.standing.figure))}, tự tính lại là {bold(number)}."


def _button(each: Computed, agency: AgencyCode, period: Period, *, named: bool) -> Button:
    version = each.standing.change_id if each.standing is not None else None
    action = {"do": "compute", "i": each.row.id, "a": agency, "p": period.code, "n": str(each.number), "v": version}
    number = plain_number(each.row, each.number)
    if not named:
        return Button(f"Ghi {number}", action)
    name = each.row.short if len(each.row.short) <= _NAME_MOST else f"{each.row.short[: _NAME_MOST - 1].rstrip()}…"
    return Button(f"Ghi {name} {number}", action)
