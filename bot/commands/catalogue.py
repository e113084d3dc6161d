"""`cchc-bot catalogue [FILE]`: check indicators.yaml after editing it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.domain.catalogue import RowKind
from bot.domain.catalogue_file import CatalogueError, load_catalogue


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("catalogue", help="kiểm tra tệp danh mục indicators.yaml sau khi sửa")
    parser.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="mặc định: danh mục đi kèm bot")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say what the file holds, or every fault with line and key; 0 when it can be used, 1 when not."""
    try:
        catalogue = load_catalogue(args.file)
    except CatalogueError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    counts = {kind: sum(row.kind is kind for row in catalogue.rows) for kind in RowKind}
    rows = f"{counts[RowKind.SECTION]} phần, {counts[RowKind.HEADING]} đề mục, {counts[RowKind.INDICATOR]} chỉ tiêu"
    others = f"{len(catalogue.checks)} quan hệ kiểm tra, {len(catalogue.agencies)} đơn vị"
    sys.stdout.write(f"Danh mục dùng được: {rows}, {others}.\n")
    return 0
