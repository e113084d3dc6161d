"""What is said about a file sent to the chat until it is stored: taken, being read, refused, asked about, previewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow
from bot.domain.file_previews import FilePreview
from bot.domain.narrative import Verdict
from bot.domain.period import Period
from bot.domain.received import Failure, FileState, ReceivedFile
from bot.domain.report_reading import Reading, ReadRow, Unreadable
from bot.replies import unreadable as bad_files
from bot.replies.entries import reason
from bot.replies.flaws import flaw_text
from bot.replies.reply import Button, Reply, bold
from bot.replies.wording import agency_text, cut, day_text, moment_text, placed_text

_LISTED = 4  # impossible values named in the preview; all of them are one press away
_TYPE = "Anh/chị gõ số liệu, ví dụ: <code>nhiệm vụ đề ra 25, đã xong 20</code>"
_SEND = "Anh/chị gửi tệp Word, Excel, PDF (có chữ, không phải bản chụp) hoặc .txt của báo cáo, hoặc dán bảng số liệu vào đây."
_NOTHING_STORED = "Chưa ghi gì."
_KINDS = {
    "photo": f"Tôi không đọc được ảnh chụp. {_SEND}",
    "voice": f"Tôi không nghe được tin nhắn thoại. {_TYPE}",
    "audio": f"Tôi không nghe được tệp âm thanh. {_TYPE}",
    "video": f"Tôi không xem được video. {_SEND}",
    "video_note": f"Tôi không xem được video. {_SEND}",
    "animation": f"Tôi không đọc được ảnh động. {_SEND}",
    "sticker": f"Tôi không đọc được nhãn dán. {_TYPE}",
}
_FAILURES = {
    Failure.TOO_LONG: "đọc quá lâu nên tôi đã dừng. Anh/chị gửi riêng phụ lục số liệu, hoặc dán bảng vào đây.",
    Failure.TOO_MUCH_MEMORY: "tệp quá nặng, tôi không đọc hết được. Anh/chị gửi riêng phụ lục số liệu, hoặc dán bảng vào đây.",
    Failure.TOO_BIG: "tệp quá lớn, tôi chỉ nhận đến 20 MB. Anh/chị gửi riêng phụ lục số liệu.",
    Failure.GONE: "Telegram không còn giữ tệp này. Anh/chị gửi lại giúp.",
    Failure.NOT_FETCHED: "tôi chưa tải được tệp từ Telegram sau nhiều lần thử. Anh/chị gửi lại giúp.",
    Failure.BROKE_OFF: "tôi đã thử nhiều lần mà không đọc được. Anh/chị lưu lại tệp rồi gửi lại, hoặc dán bảng vào đây.",
}
_STOOD = {
    FileState.STORED: "và đã ghi",
    FileState.DROPPED: "rồi bỏ, chưa ghi",
    FileState.FAILED: "mà chưa ghi được số nào",
}


def file_action(file: ReceivedFile, to: str, **more: object) -> dict[str, Any]:
    """What a button about a file asks for."""
    return {"do": "file", "f": file.id, "to": to, **more}


def not_a_file(kind: str) -> Reply:
    """A photo, voice message and the like: what would do instead."""
    return Reply(_KINDS.get(kind, f"Tôi không đọc được loại tin nhắn này. {_SEND}"))


def too_big(file_name: str, size: int) -> Reply:
    """More than a bot may download; `size` in bytes."""
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    return Reply(f"{bold(file_name)} có {megabytes} MB, tôi chỉ nhận tệp đến 20 MB. Anh/chị gửi riêng phụ lục số liệu.")


def too_many(most: int) -> Reply:
    """Somebody sends faster than is read."""
    return Reply(f"Anh/chị đang có {most} tệp chờ đọc, tôi chưa nhận thêm. Tôi đọc xong thì anh/chị gửi tiếp giúp.")


def being_read_already(file: ReceivedFile) -> Reply:
    """The same file, sent twice."""
    return Reply(f"Tôi đang đọc tệp {bold(file.file_name)} anh/chị vừa gửi, anh/chị chờ một chút.")


def sent_again(before: ReceivedFile) -> Reply:
    """In place of the preview that a newer one follows."""
    return Reply(f"{bold(before.file_name)}: anh/chị vừa gửi lại, tôi đọc lại ở tin dưới.", slot=before.slot)


def not_begun(period: Period) -> Reply:
    """A caption names a period of the future."""
    return Reply(f"Chưa nhận: {bold(period.name)} chưa bắt đầu, số liệu tính từ {day_text(period.first_day)}.")


def taken(file: ReceivedFile, before: ReceivedFile | None) -> Reply:
    """Acknowledged; `before`: the same file as it was sent earlier."""
    text = f"Đang đọc {bold(file.file_name)} …"
    if before is not None:
        stood = _STOOD.get(before.state, "và chưa ghi")
        text += f"\nTệp này anh/chị đã gửi lúc {moment_text(before.sent_at)} {stood}. Tôi đọc lại để so với số đang có."
    return Reply(text, slot=file.slot)


def still_reading(file_name: str, seconds: int) -> str:
    """HTML: how long it has taken so far."""
    return f"Đang đọc {bold(file_name)} … {seconds} giây"


def read_later(file_name: str) -> str:
    """HTML: a first attempt failed."""
    return f"Đang đọc {bold(file_name)} … tạm ngắt, tôi thử lại."


def failed(file: ReceivedFile, why: Failure) -> Reply:
    """Not read."""
    return Reply(f"{bold(file.file_name)}: {_FAILURES[why]}\n{_NOTHING_STORED}", slot=file.slot)


def refused(file: ReceivedFile, why: Reply) -> Reply:
    """The report takes no figures from this person now."""
    return Reply(f"{bold(file.file_name)}\n{why.text}", why.buttons, slot=file.slot)


def unreadable(file: ReceivedFile, problem: Unreadable, catalogue: Catalogue) -> Reply:
    """A bad file, or one without a report in it."""
    return Reply(bad_files.unreadable(problem, catalogue).text, slot=file.slot)


def which_agency(file: ReceivedFile, choices: Sequence[AgencyCode], catalogue: Catalogue, *, several: bool) -> Reply:
    """The document does not say whose report it is, or names several."""
    why = "nêu nhiều đơn vị" if several else "không ghi rõ của đơn vị nào"
    buttons = [(Button(catalogue.agency(code).name, file_action(file, "scope", a=code)),) for code in choices]
    how = "Anh/chị chọn hoặc gõ tên đơn vị." if choices else "Anh/chị gõ tên đơn vị, ví dụ: sở công thương."
    text = f"{bold(file.file_name)} {why}. Đây là báo cáo của đơn vị nào? {how}"
    return Reply(text, (*buttons, (_drop(file),)), slot=file.slot)


def which_period(file: ReceivedFile, choices: Sequence[Period], *, several: bool) -> Reply:
    """The document does not say for which period it is, or names several."""
    why = "ghi nhiều kỳ khác nhau" if several else "không ghi rõ kỳ báo cáo"
    buttons = [(Button(period.name, file_action(file, "scope", p=period.code)),) for period in choices]
    text = f"{bold(file.file_name)} {why}. Đây là báo cáo kỳ nào? Anh/chị chọn hoặc gõ kỳ, ví dụ: quý 3/2022."
    return Reply(text, (*buttons, (_drop(file),)), slot=file.slot)


def half_report(file: ReceivedFile, reading: Reading, catalogue: Catalogue) -> Reply:
    """The table begins late or stops early: perhaps the file was cut off."""
    missing = {row.id for row in reading.missing_sections}
    there = [row for row in reading.sections if row.id not in missing]
    gone = _sections(reading.missing_sections)
    lines = [_title(reading, catalogue), f"Bảng chỉ có phần {_sections(there)}, không có phần {gone}."]
    if reading.read:
        last = reading.read[-1]
        lines.append(f"Dòng cuối đọc được: {escape(last.row.place, quote=False)} «{cut(last.label, 60)}».")
    lines.append("Đọc như một phần báo cáo? Nếu tệp bị thiếu trang, anh/chị bấm Bỏ rồi gửi lại tệp đủ.")
    return Reply("\n".join(lines), ((Button("Đọc phần này", file_action(file, "part")), _drop(file)),), slot=file.slot)


def _sections(rows: Sequence[CatalogueRow]) -> str:
    return ", ".join(row.id for row in rows)


def preview(file: ReceivedFile, seen: FilePreview, catalogue: Catalogue, *, changed: str | None = None) -> Reply:
    """What was read and what one press would store. `changed`: HTML, what became different since it was shown before."""
    plan, reading = seen.plan, seen.reading
    lines = [changed] if changed else []
    lines += [_title(reading, catalogue), *_doubts(reading, catalogue), f"Đọc được {bold(str(reading.values))} số liệu"]
    counts = [(len(plan.new), "mới"), (len(plan.different), "khác số đã ghi"), (len(plan.same), "như số đã ghi")]
    lines += [f"• {bold(str(count))} {words}" for count, words in counts if count]
    if seen.open_rows:
        lines.append(f"• {bold(str(len(seen.open_rows)))} dòng cần anh/chị chọn chỉ tiêu")
    if seen.unread:
        lines.append(f"• {bold(str(len(seen.unread)))} dòng không đọc được")
    lines += _told_beside(reading)
    lines += _impossible(seen, catalogue)
    lines += _gaps(reading)
    lines += _what_a_press_does(seen)
    subject = {"i": None, "a": reading.agency, "p": reading.period.code}
    return Reply("\n".join(lines), _preview_buttons(file, seen), slot=file.slot, subject=subject)


def _title(reading: Reading, catalogue: Catalogue) -> str:
    return f"{bold(reading.file_name)}\n{agency_text(catalogue, reading.agency)} · {reading.period.name}"


def _told_beside(reading: Reading) -> Iterable[str]:
    differing = sum(each.verdict is Verdict.DIFFERS for each in reading.narrative)
    blank = sum(each.verdict is Verdict.BLANK for each in reading.narrative)
    if differing:
        yield f"• Lời văn khác bảng: {bold(str(differing))} chỗ (ghi theo bảng)"
    if blank:
        yield f"• Lời văn có, bảng để trống: {bold(str(blank))} chỗ (không tự ghi)"


def _impossible(seen: FilePreview, catalogue: Catalogue) -> Iterable[str]:
    for planned in seen.plan.aside[:_LISTED]:
        row = planned.row
        if row.indicator is not None and row.fault is not None:
            name = escape(placed_text(row.indicator, catalogue, seen.reading.period), quote=False)
            yield f"• {name} {why_aside(row.indicator, row)}: để riêng, không ghi"
    if len(seen.plan.aside) > _LISTED:
        yield f"• … và {len(seen.plan.aside) - _LISTED} số khác không hợp lệ: để riêng, không ghi"


def why_aside(known: CatalogueRow, row: ReadRow) -> str:
    """Continues a sentence that named the indicator: why what was read is no figure of it."""
    if row.flaw is not None:
        return f"({flaw_text(row.flaw, known)})"
    return reason(known, row.fault, row.raw).rstrip(".") if row.fault is not None else ""


def _doubts(reading: Reading, catalogue: Catalogue) -> Iterable[str]:
    """Where agency or period are not simply what the document says."""
    stated = reading.stated
    if stated.period_is_guessed and stated.reported_on is not None and stated.periods == (reading.period,):
        yield f"Tệp không ghi kỳ: tôi lấy theo ngày báo cáo {day_text(stated.reported_on)}."
    elif stated.periods and reading.period not in stated.periods:
        yield f"Lưu ý: trong tệp ghi {bold(', '.join(period.name for period in stated.periods))}."
    if not stated.agencies:
        yield "Tệp không ghi tên đơn vị: tôi lấy theo anh/chị."
    elif reading.agency not in stated.agencies:
        yield f"Lưu ý: trong tệp ghi <b>{', '.join(agency_text(catalogue, code) for code in stated.agencies)}</b>."


def _gaps(reading: Reading) -> Iterable[str]:
    """What the table lacks of the form."""
    if reading.missing_sections:
        yield f"• Bảng không có phần {_sections(reading.missing_sections)}"
    elif reading.rows_missing_at_end and reading.read:
        last = reading.read[-1].row.place
        yield f"• Bảng dừng ở {escape(last, quote=False)}, thiếu {reading.rows_missing_at_end} dòng cuối của biểu"


def _what_a_press_does(seen: FilePreview) -> Iterable[str]:
    """What «Ghi tất cả» would change, said before it is pressed."""
    new, replacing, kept = len(seen.plan.new), len(seen.replacing), len(seen.kept)
    told = [f"ghi {new} số mới"] if new else []
    told += [f"thay {replacing} số đã ghi bằng số trong tệp"] if replacing else []
    told += [f"giữ {kept} số đã ghi"] if kept else []
    if not seen.reading.values:
        yield "Bảng chưa có số liệu nào, không có gì để ghi."
    elif not new and not seen.plan.different:
        yield "Mọi số đọc được đã có sẵn, không có gì mới để ghi."
    elif not new and not replacing:
        yield "Các số khác đều được giữ như đã ghi, không có gì mới để ghi."
    else:
        yield f"Bấm «Ghi tất cả»: {', '.join(told)}. {_NOTHING_STORED}"


def _preview_buttons(file: ReceivedFile, seen: FilePreview) -> tuple[tuple[Button, ...], ...]:
    new, replacing = len(seen.plan.new), len(seen.replacing)
    rows = []
    if new + replacing:
        rows.append([Button(f"Ghi tất cả ({new + replacing})", file_action(file, "store"))])
        if new and replacing:
            rows[-1].append(Button(f"Chỉ ghi {new} số mới", file_action(file, "store_new")))
    if seen.plan.different:
        rows.append([Button(f"Xem {len(seen.plan.different)} chỗ khác", file_action(file, "differences", at=0, open=True))])
    if seen.open_rows:
        rows.append([Button(f"Chọn chỉ tiêu cho {len(seen.open_rows)} dòng", file_action(file, "choose", open=True))])
    if seen.unread:
        rows.append([Button(f"Xem {len(seen.unread)} dòng không đọc được", file_action(file, "unread"))])
    told = [each for each in seen.reading.narrative if each.verdict is not Verdict.AGREES]
    if told:
        rows.append([Button(f"Xem {len(told)} số trong lời văn", file_action(file, "narrative"))])
    more = len(seen.remarks) + max(len(seen.plan.aside) - _LISTED, 0)
    if more:
        rows.append([Button(f"Xem {more} chỗ nên xem lại", file_action(file, "remarks"))])
    rows.append([_drop(file)])
    return tuple(tuple(row) for row in rows)


def _drop(file: ReceivedFile) -> Button:
    return Button("Bỏ", file_action(file, "drop"))


def dropped(file: ReceivedFile) -> Reply:
    """Given up."""
    return Reply(f"Đã bỏ tệp {bold(file.file_name)}, chưa ghi gì.", slot=file.slot)


def out_of_date(file: ReceivedFile) -> Reply:
    """The catalogue changed since the file was read."""
    return Reply(f"Danh mục chỉ tiêu vừa thay đổi nên tôi đọc lại {bold(file.file_name)} …", slot=file.slot)
