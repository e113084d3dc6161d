"""What an administrator reads about wordings that were not understood, and about aliases accepted from them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import assert_never

from bot.domain.catalogue import Catalogue, CatalogueRow, IndicatorId
from bot.domain.growing import AliasAccepted, AliasRefused, AliasWithdrawn, NoSuchAlias
from bot.domain.wording import Unmatched
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import cut, heading_of
from bot.understanding.aliases import Fruitless, NameOf, Obstacle, SaysNothing, TakesFrom, TooLong, Undecided

_NAMED = 4  # rows named in one sentence


def row_name(row: CatalogueRow, catalogue: Catalogue) -> str:
    """`Kiểm tra CCHC: Vấn đề đã xử lý`, plain: short names repeat under several headings."""
    heading = heading_of(row, catalogue)
    return f"{heading.short}: {row.short}" if heading is not None else row.short


def times_text(unmatched: Unmatched) -> str:
    """`12 lần (từ chối 10, hỏi lại 2)`."""
    parts = [f"từ chối {unmatched.refused}"] * bool(unmatched.refused) + [f"hỏi lại {unmatched.asked}"] * bool(unmatched.asked)
    return f"{unmatched.times} lần ({', '.join(parts)})"


def unmatched_list(kept: Sequence[tuple[Unmatched, IndicatorId | None]], catalogue: Catalogue) -> Reply:
    """The most frequent wordings, each with a button for the row it may be an alias of and one to delete it."""
    if not kept:
        return Reply("Không có cách gọi nào bot chưa hiểu. Khi có, gõ /bidanh sẽ thấy.")
    lines = [bold("Cách gọi bot chưa hiểu, nhiều nhất trước")]
    buttons = []
    for number, (unmatched, row_id) in enumerate(kept, 1):
        lines.append(f"{number}. «{escape(unmatched.wording, quote=False)}»: {times_text(unmatched)}")
        chosen = [(row, times) for row, times in unmatched.chosen.items() if row in catalogue][:_NAMED]
        lines += [f"   đã chọn {times} lần: {_escaped(row, catalogue)}" for row, times in chosen]
        accept = []
        if row_id is not None:
            if not chosen:
                lines.append(f"   gần nhất: {_escaped(row_id, catalogue)}")
            label = f"{number} → {catalogue.row(row_id).short}"
            accept = [(Button(label, {"do": "alias", "w": unmatched.wording, "i": row_id}),)]
        elif unmatched.suggested is not None:
            lines.append("   hợp với nhiều chỉ tiêu hoặc trùng tên, tôi vẫn phải hỏi")
        buttons += [*accept, (Button(f"{number} Xóa", {"do": "forget", "w": unmatched.wording}),)]
    lines.append("Bấm → để tôi hiểu cách gọi ấy là chỉ tiêu đã nêu. Chưa bấm thì không có gì thay đổi.")
    return Reply("\n".join(lines), tuple(buttons), slot="unmatched")


def alias_changed(outcome: AliasAccepted | AliasRefused | AliasWithdrawn | NoSuchAlias, catalogue: Catalogue) -> Reply:
    """What became of accepting or withdrawing an alias."""
    wording = escape(outcome.wording, quote=False)
    match outcome:
        case AliasAccepted():
            name = _escaped(outcome.indicator, catalogue)
            button = Button("Gỡ cách gọi này", {"do": "unalias", "w": outcome.wording})
            return Reply(f"Từ tin nhắn sau, «{wording}» là: {name}.", ((button,),))
        case AliasRefused():
            return Reply(f"Chưa nhận «{wording}»: {obstacle_text(outcome.obstacle, catalogue)}")
        case AliasWithdrawn():
            return Reply(f"Đã gỡ: «{wording}» không còn là cách gọi của chỉ tiêu nào.")
        case NoSuchAlias():
            return Reply(f"«{wording}» không phải cách gọi đã nhận; không có gì để gỡ.")
        case _:
            assert_never(outcome)


def obstacle_text(obstacle: Obstacle, catalogue: Catalogue) -> str:
    """HTML: why a wording cannot be an alias."""
    match obstacle:
        case SaysNothing():
            return "không có từ nào phân biệt được chỉ tiêu."
        case TooLong():
            return "dài quá 80 ký tự."
        case NameOf(row, name):
            return f"đã là tên «{cut(name, 80)}» của {_escaped(row.id, catalogue)}."
        case TakesFrom(row, name):
            return f"có nó thì «{cut(name, 80)}» của {_escaped(row.id, catalogue)} sẽ bị hiểu nhầm."
        case Fruitless():
            return "nhận rồi tôi vẫn chưa chắc là chỉ tiêu này. Thêm từ nói rõ hơn, hoặc ghi vào danh mục (indicators.yaml)."
        case Undecided(rows):
            named = "; ".join(_escaped(row.id, catalogue) for row in rows[:_NAMED])
            more = f" và {len(rows) - _NAMED} chỉ tiêu khác" if len(rows) > _NAMED else ""
            return f"các từ này hợp với nhiều chỉ tiêu ({named}{more}), tôi phải hỏi chứ không tự chọn."
        case _:
            assert_never(obstacle)


def _escaped(row_id: IndicatorId, catalogue: Catalogue) -> str:
    return escape(row_name(catalogue.row(row_id), catalogue), quote=False)
