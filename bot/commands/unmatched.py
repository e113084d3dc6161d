"""`cchc-bot unmatched`: wordings that were refused or asked, the aliases they suggest; accept, withdraw, delete."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from html import unescape

from bot.clock import SystemClock, day_in_viet_nam
from bot.commands.opening import opened_storage
from bot.domain.catalogue import Catalogue, IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.catalogue_nodes import name_key
from bot.domain.growing import AliasRefused, NoSuchAlias, accept_alias, suggestion, with_accepted, withdraw_alias
from bot.domain.wording import AcceptedAlias, Unmatched
from bot.replies.growing import alias_changed, row_name, times_text
from bot.replies.wording import day_text
from bot.settings import load_settings
from bot.understanding.reader import Reader
from storage import UnitOfWork

_MOST = 20
_ALL = ""
_TAG = re.compile(r"</?[a-z][^>]*>")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "unmatched",
        help="cách gọi bot chưa hiểu, và chỉ tiêu mà mỗi cách gọi có thể là",
        description="Liệt kê cách gọi bot đã từ chối hoặc phải hỏi lại, nhiều nhất trước. Không có gì được tự học: "
        "chỉ --accept mới thêm một cách gọi, và mọi tiến trình bot dùng nó từ tin nhắn sau.",
    )
    parser.add_argument("--most", type=int, default=_MOST, metavar="SỐ", help="số dòng nhiều nhất (mặc định: %(default)s)")
    parser.add_argument("--json", action="store_true", help="in mỗi cách gọi một dòng JSON")
    does = parser.add_mutually_exclusive_group()
    does.add_argument("--accept", nargs=2, metavar=("CÁCH-GỌI", "ID"), help="nhận cách gọi cho chỉ tiêu mang id này")
    does.add_argument("--accepted", action="store_true", help="liệt kê các cách gọi đã nhận")
    does.add_argument("--withdraw", metavar="CÁCH-GỌI", help="gỡ một cách gọi đã nhận")
    does.add_argument("--delete", nargs="?", const=_ALL, metavar="CÁCH-GỌI", help="xóa một cách gọi đã ghi lại, hoặc tất cả")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List or change; 0, 1 when the change was refused, 2 for an unknown id or a wrong number."""
    if args.most < 1:
        sys.stderr.write("--most: từ 1 trở lên.\n")
        return 2
    settings = load_settings()
    catalogue = load_catalogue(settings.catalogue)
    with opened_storage(settings) as storage, storage.begin() as work:
        code = _carry_out(args, catalogue, work)
        work.commit()
    return code


def _carry_out(args: argparse.Namespace, catalogue: Catalogue, work: UnitOfWork) -> int:
    accepted = work.accepted_aliases()
    if args.accepted:
        _list_accepted(accepted, catalogue, as_json=args.json)
        return 0
    if args.delete is not None:
        deleted = work.forget_unmatched(None if args.delete == _ALL else name_key(args.delete))
        sys.stdout.write(f"Đã xóa {deleted} cách gọi.\n")
        return 0
    at = SystemClock().now()
    if args.withdraw is not None:
        withdrawn = withdraw_alias(args.withdraw, store=work, catalogue=catalogue, by=None, at=at)
        return _say(alias_changed(withdrawn, catalogue).text, refused=isinstance(withdrawn, NoSuchAlias))
    reader = Reader(with_accepted(catalogue, accepted))
    if args.accept is None:
        _list_unmatched(work.unmatched(args.most), reader, as_json=args.json)
        return 0
    wording, row_id = args.accept
    if row_id not in catalogue:
        sys.stderr.write(f"--accept: danh mục không có dòng nào mang id «{row_id}»; id đứng trong indicators.yaml.\n")
        return 2
    outcome = accept_alias(wording, IndicatorId(row_id), store=work, reader=reader, by=None, at=at)
    return _say(alias_changed(outcome, catalogue).text, refused=isinstance(outcome, AliasRefused))


def _say(html: str, *, refused: bool) -> int:
    (sys.stderr if refused else sys.stdout).write(f"{unescape(_TAG.sub('', html))}\n")
    return int(refused)


def _list_unmatched(kept: Iterable[Unmatched], reader: Reader, *, as_json: bool) -> None:
    listed = [(each, suggestion(each, reader)) for each in kept]
    for unmatched, suggested in listed:
        sys.stdout.write(f"{_as_json(unmatched, suggested) if as_json else _as_text(unmatched, suggested, reader.catalogue)}\n")
    if not as_json:
        sys.stderr.write(
            'Nhận một cách gọi: cchc-bot unmatched --accept "CÁCH GỌI" ID\n'
            if listed
            else "Không có cách gọi nào bot chưa hiểu.\n"
        )


def _as_json(unmatched: Unmatched, suggested: IndicatorId | None) -> str:
    document = {
        "wording": unmatched.wording,
        "times": unmatched.times,
        "refused": unmatched.refused,
        "asked": unmatched.asked,
        "first": unmatched.first_at.isoformat(),
        "last": unmatched.last_at.isoformat(),
        "nearest": unmatched.nearest,
        "chosen": dict(unmatched.chosen),
        "suggests": suggested,
    }
    return json.dumps(document, ensure_ascii=False)


def _as_text(unmatched: Unmatched, suggested: IndicatorId | None, catalogue: Catalogue) -> str:
    days = " – ".join(dict.fromkeys(day_text(day_in_viet_nam(at)) for at in (unmatched.first_at, unmatched.last_at)))
    lines = [f"{unmatched.wording}: {times_text(unmatched)}, {days}"]
    lines += [
        f"    đã chọn {times} lần: {row_name(catalogue.row(row_id), catalogue)}"
        for row_id, times in unmatched.chosen.items()
        if row_id in catalogue
    ]
    if suggested is not None:
        lines.append(f"    đề nghị: {suggested} ({row_name(catalogue.row(suggested), catalogue)})")
    elif unmatched.suggested is not None:
        lines.append("    không đề nghị: hợp với nhiều chỉ tiêu hoặc trùng tên, bot vẫn phải hỏi")
    return "\n".join(lines)


def _list_accepted(accepted: Iterable[AcceptedAlias], catalogue: Catalogue, *, as_json: bool) -> None:
    for alias in accepted:
        if as_json:
            document = {
                "wording": alias.wording,
                "indicator": alias.indicator,
                "version": alias.version,
                "catalogue": alias.catalogue,
                "by": alias.by,
                "at": alias.at.isoformat(),
            }
            sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        else:
            known = alias.indicator in catalogue
            name = row_name(catalogue.row(alias.indicator), catalogue) if known else "không còn trong danh mục"
            sys.stdout.write(f"{alias.wording} → {alias.indicator} ({name}), {day_text(day_in_viet_nam(alias.at))}\n")
