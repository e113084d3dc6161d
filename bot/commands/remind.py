"""`cchc-bot remind [--at TIME] [--dry-run] [--json]`: the notices due at a moment, shown and (without --dry-run) given."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import datetime
from html import unescape

from bot.clock import VIET_NAM, SystemClock
from bot.domain.catalogue import AgencyCode
from bot.domain.catalogue_file import CatalogueError, load_catalogue
from bot.domain.deadlines import standing_calendar
from bot.domain.giving import give, rendered_notices
from bot.domain.reminding import DueNotice
from bot.replies.reply import Reply
from bot.replies.wording import moment_text
from bot.settings import Settings, SettingsError, load_settings
from storage import Storage, StorageUnavailable

_TAG = re.compile(r"</?[a-z][^>]*>")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("remind", help="xem và gửi các tin nhắc hạn nộp đến hạn tại một thời điểm")
    parser.add_argument(
        "--at",
        type=_moment,
        metavar="LÚC",
        help="2022-09-15T08:00 (giờ Việt Nam, hoặc ghi rõ múi giờ như 2022-09-15T01:00Z); mặc định: bây giờ",
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi sổ, không gửi")
    parser.add_argument("--json", action="store_true", help="in ra JSON: chat, kind, period, agency, due, text")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is due at `args.at`; without --dry-run it is also put into the outbox. 1 when the bot is not set up."""
    try:
        settings = load_settings()
        notices = _remind(settings, args.at or SystemClock().now(), dry_run=args.dry_run)
    except (SettingsError, CatalogueError, StorageUnavailable) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    if args.json:
        json.dump([_document(*each) for each in notices], sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        sys.stdout.writelines(_paragraph(*each) for each in notices)
    sys.stderr.write(f"{len(notices)} tin nhắc {'đến hạn, chưa gửi' if args.dry_run else 'đã đưa vào hộp gửi'}.\n")
    return 0


def _remind(settings: Settings, now: datetime, *, dry_run: bool) -> Sequence[tuple[DueNotice, Reply]]:
    """What is due, given in the same transaction unless it is a dry run."""
    catalogue = load_catalogue(settings.catalogue)
    storage = Storage(settings.database_url)
    try:
        storage.migrate()
        with storage.begin() as work:
            calendar = standing_calendar(work, catalogue)
            notices = rendered_notices(work, catalogue, calendar, policy=settings.policy, now=now)
            if not dry_run:
                give(work, notices, now=now)
                work.commit()
            return notices
    finally:
        storage.close()


def _moment(text: str) -> datetime:
    """A moment as typed after --at; Viet Nam's time when it names no zone. The error goes to argparse, which exits with 2."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        message = f"«{text}» không phải thời điểm, ví dụ 2022-09-15T08:00"
        raise argparse.ArgumentTypeError(message) from fault
    return moment if moment.tzinfo else moment.replace(tzinfo=VIET_NAM)


def _document(notice: DueNotice, reply: Reply) -> dict[str, object]:
    """One notice for --json. Of a message about several reports: the kind, period and moment of the first, agency null."""
    first = notice.owed[0]
    return {
        "chat": notice.chat_id,
        "kind": notice.keys[0].kind,
        "period": first.period.code,
        "agency": _agency(notice),
        "due": first.due.astimezone(VIET_NAM).isoformat(),
        "text": reply.text,
    }


def _agency(notice: DueNotice) -> AgencyCode | None:
    """The one agency that it is about, None when it is about several or all."""
    if notice.to_group:
        return notice.agency
    agencies = {owed.agency for owed in notice.owed}
    return next(iter(agencies)) if len(agencies) == 1 else None


def _paragraph(notice: DueNotice, reply: Reply) -> str:
    """One notice for people: to whom, then the message without its markup."""
    first = notice.owed[0]
    about = f"{first.period.code} {_agency(notice) or ', '.join(dict.fromkeys(owed.agency for owed in notice.owed))}"
    head = f"→ {notice.chat_id} · {notice.keys[0].kind} · {about} · {moment_text(first.due)}"
    return f"{head}\n{unescape(_TAG.sub('', reply.text))}\n\n"
