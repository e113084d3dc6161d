"""`cchc-bot backup FILE`: a copy of the whole database, made while the bot runs and read again before it counts."""

from __future__ import annotations

import argparse
import sys
from decimal import Decimal
from pathlib import Path

from bot.replies.wording import number_text
from bot.settings import load_settings
from storage.backup import Backup, BackupFailed, Trouble, back_up

_COUNTED = (("value", "số liệu"), ("value_history", "dòng lịch sử"), ("person", "người"), ("chat_group", "nhóm"))
_MEGABYTE = 1_000_000
_TOLD = {
    Trouble.FILE_EXISTS: "Đã có sẵn {detail}: bot không ghi đè. Chọn tên tệp khác, ví dụ có ngày: cchc-2026-11-21.bak.",
    Trouble.NO_DATABASE: "Chưa có cơ sở dữ liệu tại {detail}: kiểm tra CCHC_DATA hoặc DATABASE_URL (cchc-bot doctor).",
    Trouble.NOT_EMPTY: "Nơi khôi phục ({detail}) đã có dữ liệu: bot không ghi đè. Dừng bot, chuyển dữ liệu cũ đi nơi khác "
    "hoặc đặt CCHC_DATA, DATABASE_URL tới một nơi trống, rồi chạy lại.",
    Trouble.NO_BACKUP: "{detail}: không mở được, hoặc không phải bản sao lưu của bot (tạo bằng cchc-bot backup).",
    Trouble.DAMAGED: "Bản sao bị hỏng, không đọc được trọn vẹn ({detail}). Dùng một bản sao lưu khác.",
    Trouble.OTHER_KIND: "Bản sao lưu này thuộc loại cơ sở dữ liệu khác (SQLite và PostgreSQL không khôi phục lẫn nhau). "
    "Đặt DATABASE_URL đúng loại của bản sao.",
    Trouble.NO_TOOL: "Máy chưa có lệnh {detail} của PostgreSQL. Cài gói postgresql-client đúng phiên bản máy chủ rồi chạy lại.",
    Trouble.OLD_TOOL: "pg_dump trên máy này cũ hơn máy chủ PostgreSQL ({detail}). "
    "Cài gói postgresql-client cùng phiên bản với máy chủ rồi chạy lại.",
    Trouble.FAILED: "Không làm được: {detail}.",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "backup",
        help="sao lưu cơ sở dữ liệu, cả khi bot đang chạy",
        description="Sao lưu toàn bộ cơ sở dữ liệu vào một tệp mới rồi đọc lại để kiểm tra. Bot không cần dừng.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu sẽ tạo; có rồi thì từ chối")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Back up; 0, or 1 when it did not work out and no file was left."""
    try:
        backup = back_up(load_settings().database_url, args.file)
    except BackupFailed as failed:
        sys.stderr.write(f"{told(failed)}\nChưa tạo tệp sao lưu nào.\n")
        return 1
    sys.stdout.write(f"Đã sao lưu vào {args.file} và đọc lại để kiểm tra: {content_of(backup)}.\n")
    sys.stderr.write("Tệp chứa tên người và số liệu chưa nộp: giữ như giữ cơ sở dữ liệu.\n")
    return 0


def told(failed: BackupFailed) -> str:
    """Why not, and what would help."""
    return _TOLD[failed.trouble].format(detail=failed.detail)


def content_of(backup: Backup) -> str:
    """`905 số liệu, 905 dòng lịch sử, 7 người, 2 nhóm; 1,2 MB`."""
    counts = [f"{number_text(Decimal(backup.rows[table]))} {word}" for table, word in _COUNTED if table in backup.rows]
    return f"{', '.join(counts)}; {number_text((Decimal(backup.size) / _MEGABYTE).quantize(Decimal('0.1')))} MB"
