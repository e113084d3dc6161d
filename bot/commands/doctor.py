"""`cchc-bot doctor`: what would keep the bot from working, and how to mend it."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterable

from bot.checkup.database import look_at_database
from bot.checkup.finding import Finding, Verdict, bad
from bot.checkup.machine import look_at_catalogue, look_at_disk, look_at_pictures, look_at_secrets
from bot.checkup.telegram import look_at_telegram
from bot.clock import SystemClock
from bot.settings import SettingsError, load_settings


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "doctor",
        help="kiểm tra cài đặt, cơ sở dữ liệu, đồng hồ, Telegram …",
        description="Kiểm tra những gì bot cần và chỉ cách sửa. Không thay đổi gì.",
    )
    parser.add_argument("--offline", action="store_true", help="không hỏi Telegram")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at everything and say it; 0, or 1 when something is to be mended."""
    findings = []
    for finding in _findings(offline=args.offline):
        findings.append(finding)
        sys.stdout.write(f"{finding.verdict.value} {finding.name}: {finding.told}\n")
        if finding.mend:
            sys.stdout.write(f"  → {finding.mend}\n")
        sys.stdout.flush()  # looking at the network may take a while
    worst = [finding for finding in findings if finding.verdict is Verdict.BAD]
    sys.stdout.write(f"{len(worst)} chỗ phải sửa.\n" if worst else "Bot chạy được.\n")
    return 1 if worst else 0


def _findings(*, offline: bool) -> Iterable[Finding]:
    try:
        settings = load_settings()
    except SettingsError as problem:
        yield bad("Cài đặt", str(problem), "Sửa biến ấy trong môi trường hoặc tệp .env; xem .env.example")
        return
    clock = SystemClock()
    yield from look_at_catalogue(settings)
    yield from look_at_disk(settings)
    yield from look_at_database(settings, clock.now())
    yield from look_at_secrets(settings)
    if not offline:
        yield from asyncio.run(look_at_telegram(settings, clock))
    yield from look_at_pictures()
