"""What is said when values are taken back and when they are stored again."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.domain.catalogue import Catalogue
from bot.domain.computed import Computed
from bot.domain.reporting import ChangedByOther
from bot.domain.value import Change
from bot.replies.computing import computed_buttons, computed_lines
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, figure_text, moment_text, short_text

_LISTED = 12


def undone(changes: Sequence[Change], catalogue: Catalogue, *, batch: str, computed: Sequence[Computed] = ()) -> Reply:
    """Taken back, with a button that stores it again. `changes`: those of the batch that was taken back.

    `computed`: rates and totals that stand and do not fit any more.
    """
    return _told("Đã hoàn tác", changes, catalogue, Button("Ghi lại", {"do": "redo", "batch": batch}), computed)


def done_again(changes: Sequence[Change], catalogue: Catalogue, *, batch: str, computed: Sequence[Computed] = ()) -> Reply:
    """Stored again what had been taken back. `changes`: those of the undo."""
    return _told("Đã ghi lại", changes, catalogue, Button("Hoàn tác", {"do": "undo", "batch": batch}), computed)


def ask_to_undo(changes: Sequence[Change], catalogue: Catalogue) -> Reply:
    """What was written a while ago is shown before it is taken back."""
    key, source = changes[0].key, changes[0].source
    file = f" từ tệp {cut(source.file_name, 40)}" if source.file_name else ""
    lines = [
        f"Lần ghi gần nhất của anh/chị ở đây: {moment_text(changes[0].at)}{file}, {len(changes)} số liệu",
        f"{agency_text(catalogue, key.agency)} · {key.period.name}",
        *_back_lines(changes, catalogue),
        "Hoàn tác cả lần ghi này?",
    ]
    row = (Button("Hoàn tác", {"do": "undo", "batch": changes[0].batch}), Button("Giữ nguyên", {"do": "keep"}))
    return Reply("\n".join(lines), (row,))


def nothing_to_undo(is_private: bool) -> Reply:  # noqa: FBT001  a fact about the chat
    """Nothing of one's own stands that was written in this chat."""
    where = "ở đây" if is_private else "trong nhóm này"
    return Reply(
        f"Không có lần ghi nào của anh/chị {where} để hoàn tác.\n"
        "Muốn sửa số cũ, anh/chị gõ lại số đúng. Xem ai đã sửa gì: /lichsu"
    )


def not_done(reason: str) -> Reply:
    """Why nothing was taken back, where no button was pressed that could say so."""
    return Reply(f"Không hoàn tác được: {reason[0].lower()}{reason[1:]}")


def not_undone(outcome: ChangedByOther, catalogue: Catalogue, who: str, *, again: bool = False, own: bool = False) -> Reply:
    """A later change stands in the way. `own`: the reader made it, and can go back step by step."""
    row = catalogue.row(outcome.key.indicator)
    now = figure_text(row, outcome.standing.figure) if outcome.standing else "đã được gỡ"
    by = f" ({escape(who, quote=False)})" if outcome.standing and who else ""
    failed = "Không ghi lại được" if again else "Không hoàn tác được"
    if own and not again:
        return Reply(
            f"{failed}: «{short_text(row, catalogue)}» đã được chính anh/chị sửa sau đó, hiện là {bold(now)}.\n"
            "Muốn lùi từng lần ghi, anh/chị gõ: <code>hoàn tác</code>"
        )
    return Reply(
        f"{failed}: «{short_text(row, catalogue)}» đã được sửa sau đó{by}, hiện là {bold(now)}. Các số khác giữ nguyên.\n"
        "Muốn đổi, anh/chị gõ lại số đúng."
    )


def _told(word: str, changes: Sequence[Change], catalogue: Catalogue, button: Button, computed: Sequence[Computed]) -> Reply:
    key = changes[0].key
    head = f"{word} · {agency_text(catalogue, key.agency)} · {key.period.name}"
    subject = {"i": key.indicator if len(changes) == 1 else None, "a": key.agency, "p": key.period.code}
    lines = [head, *_back_lines(changes, catalogue), *computed_lines(computed, catalogue)]
    return Reply("\n".join(lines), ((button,), *computed_buttons(computed, key.agency, key.period)), subject=subject)


def _back_lines(changes: Sequence[Change], catalogue: Catalogue) -> list[str]:
    """Each value as it goes back: from what the change made of it to what stood before."""
    lines = []
    for change in changes[:_LISTED]:
        row = catalogue.row(change.key.indicator)
        now = "để trống" if change.after is None else figure_text(row, change.after)
        back = "để trống như trước" if change.before is None else figure_text(row, change.before)
        lines.append(f"• {short_text(row, catalogue)}: {now} → {bold(back) if change.before else back}")
        if change.before == change.after:
            lines.append(f"  Ghi chú: {cut(change.note_after or 'không có', 60)} → {cut(change.note_before or 'không có', 60)}")
    if len(changes) > _LISTED:
        lines.append(f"… và {len(changes) - _LISTED} chỉ tiêu khác")
    return lines
