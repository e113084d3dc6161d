"""What was changed, by whom, when and from what: of a figure, of a report, of a person; and what stood on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from html import escape

from bot.clock import VIET_NAM
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId
from bot.domain.computed import RAW as COMPUTED
from bot.domain.history import Batch, takes_back
from bot.domain.outgoing import Medium, Recipe
from bot.domain.period import Period
from bot.domain.value import Change, Figure, Source
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, day_text, figure_text, label_text, moment_text, placed_text, short_text

SOURCES = {
    "message": "tin nhắn",
    "paste": "bảng dán",
    "button": "nút bấm",
    "file": "tệp",
    "sample": "số liệu mẫu",
}
_SHOWN = 4  # changes named of one batch in a list of batches
_RAW_MOST = 40
_NOTE_MOST = 120
_LISTED = 10
_NAME_MOST = 44


def source_text(source: Source) -> str:
    """`tin nhắn`, `tệp BC_Q3.docx, dòng 52`; plain text."""
    parts = [SOURCES.get(source.kind, source.kind)]
    if source.file_name:
        parts[0] += f" {source.file_name}"
    if source.place:
        parts.append(source.place)
    return ", ".join(parts)


def figure_history(
    row: CatalogueRow,
    changes: Sequence[Change],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
    *,
    names: Mapping[int, str],
    undone: AbstractSet[str],
    more: bool,
    drafts: bool = True,
    hidden: int = 0,
) -> Reply:
    """Changes of one figure, oldest first; shown newest first. No names: nobody is named; `undone`: batches taken back.

    `drafts` False: only where the standing figure comes from; of `hidden` changes it is said that they are not for everybody.
    """
    lines = [label_text(row), f"{agency_text(catalogue, agency)} · {period.name}"]
    if not changes:
        lines.append("Chưa ai nhập chỉ tiêu này.")
    for change in reversed(changes):
        who = f" · {escape(names[change.by], quote=False)}" if change.by in names else ""
        step = _step_text(row, change) if drafts else escape(figure_text(row, change.after), quote=False)
        mark = " · đã hoàn tác" if change.batch in undone else ""
        lines.append(f"• {moment_text(change.at)}{who} · {step} ({_how(change, row)}){mark}")
        if change.note_after and change.note_after != change.note_before:
            lines.append(f"  Ghi chú: {cut(change.note_after, _NOTE_MOST)}")
    if hidden:
        lines.append("Các lần sửa trước đó chỉ đơn vị và Sở Nội vụ xem được.")
    buttons: tuple[tuple[Button, ...], ...] = ()
    if more:
        action = {"do": "past", "i": row.id, "a": agency, "p": period.code, "before": changes[0].id}
        buttons = ((Button("Cũ hơn", action),),)
    return Reply("\n".join(lines), buttons, subject={"i": row.id, "a": agency, "p": period.code})


def report_history(
    batches: Sequence[Batch],
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
    *,
    names: Mapping[int, str],
    more: bool,
) -> Reply:
    """What was written to a report, newest batch first; everything as a file behind a button."""
    lines = [f"Lịch sử · {agency_text(catalogue, agency)} · {bold(period.name)}"]
    if not batches:
        lines.append("Chưa ai nhập số liệu kỳ này.")
    for batch in batches:
        lines += _batch_lines(batch, catalogue, who=names.get(batch.changes[0].by))
    where = {"a": agency, "p": period.code}
    row = []
    if more:
        row.append(Button("Cũ hơn", {"do": "past", **where, "before": _last_id(batches)}))
    if batches:
        row.append(Button("Toàn bộ (tệp)", {"do": "past_file", **where}))
    return Reply("\n".join(lines), (tuple(row),) if row else (), subject={"i": None, **where})


def own_history(batches: Sequence[Batch], catalogue: Catalogue, *, before: int | None) -> Reply:
    """What the reader wrote, in whatever report; `before`: where the next page begins, None: there is none."""
    lines = ["Các lần ghi của anh/chị:"] if batches else ["Anh/chị chưa ghi số liệu nào."]
    for batch in batches:
        key = batch.changes[0].key
        where = f"{escape(catalogue.agency(key.agency).short, quote=False)} {key.period.name}"
        lines += _batch_lines(batch, catalogue, who=None, where=where)
    buttons = ((Button("Cũ hơn", {"do": "own_past", "before": before}),),) if before is not None else ()
    return Reply("\n".join(lines), buttons)


def whole_history(
    changes: Sequence[Change], agency: AgencyCode, period: Period, catalogue: Catalogue, names: Mapping[int, str]
) -> Reply:
    """Every change of a report (oldest first) as a file."""
    head = f"Lịch sử số liệu: {catalogue.agency(agency).name}, {period.name}"
    lines = [head, ""]
    for change in changes:
        if change.key.indicator not in catalogue:
            continue
        row = catalogue.row(change.key.indicator)
        who = f" | {names[change.by]}" if change.by in names else ""
        note = f" | Ghi chú: {change.note_after}" if change.note_after and change.note_after != change.note_before else ""
        lines.append(
            f"{moment_text(change.at)}{who} | {placed_text(row, catalogue, period)} | {_step_text(row, change, plain=True)}"
            f" | {_how_plain(change, row)}{note}"
        )
    text = f"Lịch sử · {agency_text(catalogue, agency)} · {bold(period.name)}: {bold(str(len(changes)))} lần thay đổi."
    return Reply(text, recipe=_list("lich-su", agency, period, "\n".join(lines)))


def past_state(
    figures: Mapping[IndicatorId, Figure],
    moment: datetime,
    count_now: int,
    others: int,
    agency: AgencyCode,
    period: Period,
    catalogue: Catalogue,
) -> Reply:
    """What a report held at a moment; `others`: keys that say something else now, or stand only then or only now."""
    when = _until(moment)
    lines = [f"{agency_text(catalogue, agency)} · {bold(period.name)}"]
    if not figures:
        now = f"Nay có {bold(str(count_now))} số liệu." if count_now else "Đến nay vẫn chưa có."
        return Reply("\n".join([*lines, f"{when} chưa có số liệu nào. {now}"]))
    lines.append(f"{when} có {bold(str(len(figures)))} số liệu.")
    lines.append(f"Nay có {count_now}, khác {others} chỗ." if others else "Đến nay chưa đổi số nào.")
    rows = [row for row in catalogue.rows if row.id in figures]
    for row in rows[:_LISTED]:
        shown = bold(figure_text(row, figures[row.id]))
        lines.append(f"• {cut(placed_text(row, catalogue, period), _NAME_MOST)}: {shown}")
    subject = {"i": None, "a": agency, "p": period.code}
    if len(rows) <= _LISTED:
        return Reply("\n".join(lines), subject=subject)
    lines.append(f"… và {len(rows) - _LISTED} số khác, đủ trong tệp kèm theo.")
    head = [f"{catalogue.agency(agency).name}, {period.name}", f"{when} có {len(figures)} số liệu", ""]
    text = "\n".join([*head, *(f"{placed_text(row, catalogue, period)}: {figure_text(row, figures[row.id])}" for row in rows)])
    return Reply("\n".join(lines), subject=subject, recipe=_list("so-lieu", agency, period, text))


def others_history(agency: AgencyCode, catalogue: Catalogue) -> Reply:
    """The history of a report holds drafts: it is the agency's own and the province's."""
    return Reply(
        f"Lịch sử báo cáo chỉ {agency_text(catalogue, agency)} và Sở Nội vụ xem được.\n"
        "Nguồn của một số đã nộp thì xem được, ví dụ: <code>/lichsu hồ sơ tiếp nhận "
        f"{escape(catalogue.agency(agency).short.lower(), quote=False)} quý 3</code>"
    )


def which_figure(said: str, rows: Sequence[CatalogueRow], agency: AgencyCode, period: Period, catalogue: Catalogue) -> Reply:
    """Words that name several indicators, or none."""
    if not rows:
        return Reply(
            f"Không rõ «{cut(said, 60)}» là chỉ tiêu nào. Xem lịch sử cả báo cáo: <code>/lichsu</code>; "
            "của một chỉ tiêu, ví dụ: <code>/lichsu hồ sơ tiếp nhận quý 3</code>"
        )
    lines = [f"Lịch sử của chỉ tiêu nào? ({agency_text(catalogue, agency)} · {period.name})"]
    buttons = []
    for row in rows[:_LISTED]:
        lines.append(f"• {catalogue.place_in_form(row.id, period)} {short_text(row, catalogue)}")
        action = {"do": "past", "i": row.id, "a": agency, "p": period.code}
        buttons.append((Button(placed_text(row, catalogue, period), action),))
    return Reply("\n".join(lines), tuple(buttons))


def _batch_lines(batch: Batch, catalogue: Catalogue, *, who: str | None, where: str | None = None) -> list[str]:
    """When, who, how; then the first of its changes."""
    first = batch.changes[0]
    what = "hoàn tác" if batch.takes_back else "ghi lại" if batch.does_again else source_text_of(batch)
    mark = " · đã hoàn tác" if batch.undone else ""
    parts = [moment_text(first.at), *([escape(who, quote=False)] if who else []), *([where] if where else [])]
    lines = [f"<i>{' · '.join(parts)} · {escape(what, quote=False)}{mark}</i>"]
    for change in batch.changes[:_SHOWN]:
        row = catalogue.row(change.key.indicator)
        lines.append(f"• {short_text(row, catalogue)}: {_step_text(row, change)}")
    if len(batch.changes) > _SHOWN:
        lines.append(f"… và {len(batch.changes) - _SHOWN} số khác")
    return lines


def source_text_of(batch: Batch) -> str:
    """Where a batch came from: the place only when it is a single value."""
    source = batch.changes[0].source
    if batch.changes[0].raw.startswith(COMPUTED):
        return COMPUTED.strip(" :")
    one = len(batch.changes) == 1
    return source_text(source if one else Source(source.kind, file_name=source.file_name))


def _step_text(row: CatalogueRow, change: Change, *, plain: bool = False) -> str:
    """`18 → 20`; a change of the note alone says so."""
    after = "đã gỡ" if change.after is None else figure_text(row, change.after)
    if change.before == change.after and change.note_before != change.note_after:
        return f"{after} (sửa ghi chú)" if plain else f"{escape(after, quote=False)} (sửa ghi chú)"
    text = f"{figure_text(row, change.before)} → {after}"
    return text if plain else escape(text, quote=False)


def _how(change: Change, row: CatalogueRow) -> str:
    return escape(_how_plain(change, row), quote=False)


def _how_plain(change: Change, row: CatalogueRow) -> str:
    """How it came in, and the text as typed where that says more than the figure."""
    if takes_back(change.batch):
        return "hoàn tác"
    raw = " ".join(change.raw.split())[:_RAW_MOST]
    if raw.startswith(COMPUTED):
        return raw
    shown = figure_text(row, change.after) if change.after is not None else raw
    says_more = raw not in shown and (not _is_number(raw) or _digits(raw) != _digits(shown))
    return f"{source_text(change.source)}{f', gõ «{raw}»' if says_more else ''}"


def _is_number(raw: str) -> bool:
    """Whether a text as typed is nothing but a number: 4.968 and 4968 are shown once."""
    return not any(character.isalpha() for character in raw)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _until(moment: datetime) -> str:
    """`Hết ngày 10/9/2022`, or `Lúc 10/9/2022 15:30`."""
    local = moment.astimezone(VIET_NAM)
    is_end = (local + timedelta(microseconds=1)).date() != local.date()
    return f"Hết ngày {day_text(local.date())}" if is_end else f"Lúc {moment_text(moment)}"


def _last_id(batches: Sequence[Batch]) -> int:
    return max(change.id for change in batches[-1].changes)


def _list(name: str, agency: AgencyCode, period: Period, text: str) -> Recipe:
    return Recipe("list", Medium.DOCUMENT, f"{name}-{agency}-{period.code}.txt", {"text": text})
