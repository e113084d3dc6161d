"""`cchc-bot restore FILE`: a backup into an empty place; never over what stands."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.commands.backup import content_of, told
from bot.settings import load_settings
from storage import DatabaseTooNew
from storage.backup import BackupFailed, restore


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "restore",
        help="khôi phục một bản sao lưu vào nơi còn trống",
        description="Khôi phục bản sao lưu vào cơ sở dữ liệu còn trống mà CCHC_DATA hoặc DATABASE_URL chỉ tới.",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp tạo bằng cchc-bot backup")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore; 0, or 1 when it did not work out and nothing was changed."""
    try:
        backup = restore(load_settings().database_url, args.file)
    except BackupFailed as failed:
        sys.stderr.write(f"{told(failed)}\nChưa khôi phục gì.\n")
        return 1
    except DatabaseTooNew:
        sys.stderr.write("Bản sao lưu này do phiên bản bot mới hơn tạo ra: cập nhật bot rồi chạy lại.\nChưa khôi phục gì.\n")
        return 1
    sys.stdout.write(f"Đã khôi phục từ {args.file}: {content_of(backup)}.\n")
    sys.stderr.write("Tin chưa gửi lúc sao lưu sẽ được gửi khi bot chạy lại: cchc-bot run\n")
    return 0
