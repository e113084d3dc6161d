"""`cchc-bot interpret [FILE]`: JSON lines in, JSON lines out, same order: what was understood."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.domain.catalogue_file import load_catalogue
from bot.understanding.interpretation import interpret_line
from bot.understanding.reader import Reader


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("interpret", help="đọc tin nhắn dạng JSON từng dòng, trả lại điều hiểu được")
    parser.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="mặc định: đầu vào chuẩn")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Interpret every line; 1 when a line could not be read (it is named on stderr, the others are answered)."""
    if args.file is not None and not args.file.is_file():
        sys.stderr.write(f"Không có tệp {args.file}\n")
        return 1
    lines: Iterable[str] = args.file.read_text(encoding="utf-8-sig").splitlines() if args.file else sys.stdin
    reader = Reader(load_catalogue())
    failed = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            answer = interpret_line(json.loads(line), reader=reader)
        except (ValueError, KeyError, TypeError) as problem:
            sys.stderr.write(f"Dòng {number} không đọc được: {problem!r}\n")
            failed = True
            continue
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return int(failed)
