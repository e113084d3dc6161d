"""`cchc-bot import FILE…`: report files into the store; every row accounted for, each file all or nothing."""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path

from bot.clock import SystemClock, day_in_viet_nam
from bot.commands.opening import opened_storage
from bot.commands.options import agency_named
from bot.conversation.telling import lock_and_tell
from bot.documents.encoding import BadFile
from bot.documents.text import MAX_BYTES
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.domain.growing import with_accepted
from bot.domain.importing import (
    HalfReport,
    Imported,
    ImportOutcome,
    ImportPlan,
    WouldReplace,
    carry_out,
    plan_import,
    refusal,
    values_of,
)
from bot.domain.period import Period
from bot.domain.report_reading import Reading, Unreadable, as_document, read_report
from bot.replies.importing import missing_file, outcome, summary
from bot.replies.reply import Reply
from bot.replies.unreadable import option_that_helps, unreadable
from bot.settings import load_settings
from storage import Storage

_TAG = re.compile(r"</?[a-z][^>]*>")
_COMMAND_LINE = 0  # entered_by of values that nobody in the chat entered


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("import", help="nhập báo cáo từ tệp Word, Excel, PDF hoặc văn bản")
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp báo cáo (.docx, .xlsx, .pdf có chữ, .txt)")
    parser.add_argument("--agency", metavar="MÃ", help="đơn vị báo cáo, ví dụ SCT (mặc định: đọc trong tệp)")
    parser.add_argument("--period", metavar="KỲ", help="kỳ báo cáo, ví dụ 2022-Q3, 2022-H1 (mặc định: đọc trong tệp)")
    parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và cho biết sẽ ghi gì, không ghi")
    parser.add_argument("--json", action="store_true", help="in từng dòng đọc được ra JSON, mỗi tệp một dòng")
    parser.add_argument("--partial", action="store_true", help="nhận cả bảng không đủ các phần")
    parser.add_argument("--replace", action="store_true", help="thay số đã ghi khi tệp ghi khác")
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class _Options:
    """What was asked for, checked."""

    agency: AgencyCode | None
    period: Period | None
    dry_run: bool
    partial: bool
    replace: bool


def run(args: argparse.Namespace) -> int:
    """Import each file; 0 when all were taken, 1 when any was refused (nothing of it is stored), 2 for a wrong option."""
    settings = load_settings()
    catalogue = load_catalogue(settings.catalogue)
    try:
        options = _Options(
            agency_named(args.agency, catalogue) if args.agency else None,
            Period.parse(args.period.upper()) if args.period else None,
            args.dry_run,
            args.partial,
            args.replace,
        )
    except ValueError as problem:
        sys.stderr.write(f"--agency, --period: {problem}\n")
        return 2
    refused = 0
    with opened_storage(settings) as storage:
        with storage.begin() as work:
            catalogue = with_accepted(catalogue, work.accepted_aliases())
        for file in args.files:
            reading, reply, is_taken = _import_file(file, options, catalogue, storage)
            refused += not is_taken
            out = sys.stderr if args.json or not is_taken else sys.stdout
            out.write(f"{_plain(reply)}\n\n")
            if args.json and reading is not None and is_taken:
                sys.stdout.write(json.dumps(as_document(reading), ensure_ascii=False) + "\n")
    return 1 if refused else 0


def _import_file(file: Path, options: _Options, catalogue: Catalogue, storage: Storage) -> tuple[Reading | None, Reply, bool]:
    """Read one file and bring it in: the reading, what to say, and whether it was taken."""
    content = _content(file, catalogue)
    if isinstance(content, Reply):
        return None, content, False
    reading = read_report(content, file_name=file.name, catalogue=catalogue, agency=options.agency, period=options.period)
    if isinstance(reading, Unreadable):
        said = unreadable(reading, catalogue)
        hint = option_that_helps(reading.why)
        return None, Reply(f"{said.text}\n{hint}") if hint else said, False
    plan, result = _bring_in(reading, content, options, catalogue, storage)
    if isinstance(result, HalfReport) or not options.dry_run:
        return reading, outcome(result, catalogue) if result else summary(plan, catalogue), isinstance(result, Imported)
    said = summary(plan, catalogue)
    if result is not None and not isinstance(result, WouldReplace):
        said = Reply(f"{said.text}\n{outcome(result, catalogue).text}")
    return reading, said, True


def _content(file: Path, catalogue: Catalogue) -> bytes | Reply:
    """The bytes of a file, never more than can be a report."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return unreadable(Unreadable(file.name, BadFile.TOO_BIG), catalogue)
        return file.read_bytes()
    except FileNotFoundError:
        return missing_file(str(file), "không có tệp này.")
    except IsADirectoryError:
        return missing_file(str(file), "đây là thư mục, không phải tệp.")
    except OSError as problem:
        return missing_file(str(file), f"không mở được tệp ({problem.strerror}).")


def _bring_in(
    reading: Reading, content: bytes, options: _Options, catalogue: Catalogue, storage: Storage
) -> tuple[ImportPlan, ImportOutcome | None]:
    """Plan and, unless it is a dry run, store in one unit of work. None: a dry run that nothing would refuse."""
    now = SystemClock().now()
    batch = f"import:{sha256(content).hexdigest()[:12]}:{now.isoformat()}"
    with storage.begin() as work:
        lock_and_tell(work, catalogue, now)  # a report that was reopened for long enough takes no file
        plan = plan_import(reading, values_of(work, reading))
        refused = refusal(plan, store=work, today=day_in_viet_nam(now), partial=options.partial, replace=options.replace)
        if refused is not None or options.dry_run:
            return plan, refused
        result = carry_out(plan, store=work, batch=batch, by=_COMMAND_LINE, at=now)
        if isinstance(result, Imported):
            work.commit()
        return plan, result


def _plain(reply: Reply) -> str:
    return unescape(_TAG.sub("", reply.text))
