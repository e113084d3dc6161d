"""The command line: `cchc-bot COMMAND …`. Results on stdout, messages on stderr, exit code 0 done, 1 refused, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from bot.domain.catalogue_file import CatalogueError
from bot.settings import SettingsError
from storage import StorageUnavailable

# command → its module; a module is loaded only when it is wanted, some bring half of Telegram with them
COMMANDS = {
    "chat": "bot.commands.chat",
    "run": "bot.commands.run",
    "ask": "bot.commands.ask",
    "interpret": "bot.commands.interpret",
    "import": "bot.commands.importing",
    "export": "bot.commands.exporting",
    "remind": "bot.commands.remind",
    "invite": "bot.commands.invite",
    "catalogue": "bot.commands.catalogue",
    "unmatched": "bot.commands.unmatched",
    "backup": "bot.commands.backup",
    "restore": "bot.commands.restore",
    "doctor": "bot.commands.doctor",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if not words:  # somebody who does not know yet what there is
        _parser(None).print_help(sys.stderr)
        return 2
    args = _parser(next((word for word in words if word in COMMANDS), None)).parse_args(words)
    try:
        code: int = args.run(args)
    except SettingsError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    except CatalogueError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except StorageUnavailable as problem:
        sys.stderr.write(f"Không dùng được cơ sở dữ liệu: {problem}\n")
        return 1
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        sys.stderr.close()
        return 0
    return code


def _parser(wanted: str | None) -> argparse.ArgumentParser:
    """The parser with the wanted command, or with all of them when none is named."""
    parser = argparse.ArgumentParser(
        prog="cchc-bot", description="Bot tra cứu và nhập số liệu báo cáo cải cách hành chính (CCHC) trên Telegram."
    )
    subparsers = parser.add_subparsers(metavar="LỆNH", required=True)
    for command, module in COMMANDS.items():
        if wanted in (None, command):
            import_module(module).add_parser(subparsers)
    return parser
