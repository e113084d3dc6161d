"""`cchc-bot export FILE`: a report's appendix as Word, Excel or CSV, or the province's workbook."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from bot.clock import SystemClock, day_in_viet_nam
from bot.commands.opening import opened_storage
from bot.commands.options import agency_named
from bot.domain.appendix import appendix_of, province_appendix
from bot.domain.catalogue import AgencyCode, Catalogue
from bot.domain.catalogue_file import load_catalogue
from bot.domain.deadlines import standing_calendar
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.making import make
from bot.replies.appendix import appendix_content, province_content
from bot.replies.exporting import FileKind, maker_of, what_is_in_it, what_is_in_the_province
from bot.settings import load_settings

_TAG = re.compile(r"</?[a-z][^>]*>")
_ENDINGS = ", ".join(f".{kind.value}" for kind in FileKind)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "export",
        help="xuất phụ lục ra tệp Word, Excel hoặc CSV",
        description="Xuất phụ lục báo cáo của một đơn vị. Đuôi tệp cho biết loại: .docx, .xlsx, .csv. "
        "Không có --agency: bảng toàn tỉnh (.xlsx), chỉ gồm các đơn vị đã nộp.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sẽ ghi, ví dụ phu-luc.docx")
    parser.add_argument("--agency", metavar="MÃ", help="đơn vị, ví dụ SCT; không có: toàn tỉnh")
    parser.add_argument("--period", metavar="KỲ", required=True, help="kỳ báo cáo, ví dụ 2022-Q3, 2022-H1, 2022-Y")
    parser.add_argument("--force", action="store_true", help="ghi đè tệp đã có")
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class _Order:
    """What the file is made of, by whom (`bot.making.MAKERS`), and what to say about it (HTML)."""

    maker: str
    content: Mapping[str, Any]
    lines: Sequence[str]


def run(args: argparse.Namespace) -> int:
    """Write the file; 0, 1 when it is refused (the file exists, nobody has submitted), 2 for a wrong option."""
    settings = load_settings()
    catalogue = load_catalogue(settings.catalogue)
    try:
        agency = agency_named(args.agency, catalogue) if args.agency else None
        period = _period(args.period)
        kind = _kind(args.file, agency)
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    if args.file.exists() and not args.force:
        sys.stderr.write(f"{args.file}: đã có tệp này, không ghi đè. Thêm --force nếu muốn thay.\n")
        return 1
    with opened_storage(settings) as storage, storage.begin() as work:
        order = _one(work, catalogue, agency, period, kind) if agency else _province(work, catalogue, period)
    if order is None:
        sys.stderr.write(f"Chưa đơn vị nào nộp báo cáo {period.name}: không có gì để xuất.\n")
        return 1
    try:
        _write(args.file, make(order.maker, order.content), replace=args.force)
    except OSError as problem:
        sys.stderr.write(f"{args.file}: không ghi được tệp ({problem.strerror}).\n")
        return 1
    sys.stdout.write(f"{args.file}\n")
    for line in order.lines:
        sys.stderr.write(f"{unescape(_TAG.sub('', line))}\n")
    return 0


def _period(code: str) -> Period:
    try:
        return Period.parse(code.strip().upper())
    except ValueError:
        problem = f"--period: «{code}» không phải kỳ báo cáo, ví dụ 2022-Q3, 2022-H1, 2022-9M, 2022-Y"
        raise ValueError(problem) from None


def _kind(file: Path, agency: AgencyCode | None) -> FileKind:
    """By the file's ending; ValueError says which there are."""
    kind = next((kind for kind in FileKind if file.suffix.lower() == f".{kind.value}"), None)
    if kind is None:
        problem = f"{file}: đuôi tệp phải là {_ENDINGS}"
        raise ValueError(problem)
    if agency is None and kind is not FileKind.EXCEL:
        problem = f"{file}: bảng toàn tỉnh chỉ có dạng .xlsx; xuất một đơn vị thì thêm --agency MÃ"
        raise ValueError(problem)
    return kind


def _one(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period, kind: FileKind) -> _Order:
    appendix = appendix_of(store, catalogue, agency, period)
    draft = bool(appendix.filled) and not _is_settled(store, catalogue, agency, period)
    return _Order(maker_of(kind), appendix_content(appendix), what_is_in_it(appendix, catalogue, draft=draft))


def _province(store: Store, catalogue: Catalogue, period: Period) -> _Order | None:
    agencies = [agency.code for agency in catalogue.agencies if agency.is_valid_on(period.last_day)]
    with_values = {value.key.agency for value in store.values(agencies=agencies, periods=[period])}
    summed = [
        agency
        for agency in agencies
        if store.report(agency, period).is_locked or (agency in with_values and _is_settled(store, catalogue, agency, period))
    ]
    if not summed:
        return None
    found = province_appendix(store, catalogue, period, agencies, summed)
    return _Order("province_xlsx", province_content(found), what_is_in_the_province(found, catalogue))


def _is_settled(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> bool:
    """Whether the report was submitted, or is one that nobody submits and whose window is over."""
    if store.report(agency, period).is_locked:
        return True
    today = day_in_viet_nam(SystemClock().now())
    return not standing_calendar(store, catalogue).is_collected(period) and today > period.last_day


def _write(file: Path, content: bytes, *, replace: bool) -> None:
    """All of it or nothing: a file that is being replaced stays whole until the new one is."""
    if not replace:
        with file.open("xb") as new:
            new.write(content)
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
